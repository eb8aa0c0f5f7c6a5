import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { xlsxOf } from '../../src/write/xlsx.ts';
import { ODD_TABLE } from '../support/tables.ts';

describe('xlsxOf', () => {
  it('writes a sheet a table with real numbers, euros and a frozen header', async () => {
    const files = unzipSync(
      await xlsxOf([ODD_TABLE, { ...ODD_TABLE, title: `${'Lang: '.repeat(8)}/?` }, ODD_TABLE]),
    );
    const workbook = strFromU8(files['xl/workbook.xml']!);
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'Omzet per team',
      'Lang Lang Lang Lang Lang Lang',
      'Omzet per team 2',
    ]);
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('<v>-1234567.89</v>');
    expect(sheet).toContain('<v>0.1234</v>');
    expect(sheet).toMatch(/state="frozen"/);
    expect(sheet).not.toContain('<f>');
    expect(strFromU8(files['xl/styles.xml']!)).toContain('0.0%');
    expect(strFromU8(files['xl/sharedStrings.xml']!)).toContain('=1+1');
  });

  it('gives the same bytes for the same tables on another day', async () => {
    const clock = vi.useFakeTimers({ now: Date.UTC(2025, 0, 1), toFake: ['Date'] });
    const first = await xlsxOf([ODD_TABLE]);
    clock.setSystemTime(Date.UTC(2026, 5, 15, 12));
    const later = await xlsxOf([ODD_TABLE]);
    clock.useRealTimers();
    expect(Buffer.compare(first, later)).toBe(0);
  });
});
