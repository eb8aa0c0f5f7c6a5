/** Price lists: what is read, and one broken file per fault. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayFromIso, lintPrices, parsePriceList, sentence } from '../../src/index.ts';

const BROKEN = join(import.meta.dirname, '..', 'broken', 'prices');
const HEADER = 'cluster;unit;setting;payer;from;until;amount;status;source';

describe('a price list', () => {
  it('reads semicolons with a decimal comma', () => {
    const { value, issues } = parsePriceList(
      `\uFEFF${HEADER}\r\nZT05;day;klinisch;VZ1;2025-01-01;31-12-2025;1.234,50;hypothetical;"een; bron"\r\n`,
      'mine',
    );
    expect(issues).toEqual([]);
    expect(value?.id).toBe('mine');
    expect(value?.rows).toEqual([
      {
        cluster: 'ZT05',
        unit: 'day',
        setting: 'klinisch',
        payer: 'VZ1',
        from: dayFromIso('2025-01-01'),
        until: dayFromIso('2025-12-31'),
        amountCents: 123_450,
        status: 'hypothetical',
        source: 'een; bron',
      },
    ]);
  });

  it('reads commas with a decimal point, columns in any order, fractions of a cent', () => {
    const { value } = parsePriceList('amount,cluster,unit\n0.29,1,episode\n2.345,2,episode\n', 'x');
    expect(value?.rows.map(({ amountCents }) => amountCents)).toEqual([29, 234.5]);
    expect(value?.rows[0]).not.toHaveProperty('from');
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'takes a column called %s for one it does not know',
    (name) => {
      const { value, issues } = parsePriceList(`cluster;unit;amount;${name}\nZT05;day;1,50;x\n`, 'x');
      expect(value?.rows).toHaveLength(1);
      expect(issues).toMatchObject([{ code: 'price-column-unknown', severity: 'warning' }]);
    },
  );

  it('allows validity periods that join, and a row for both that settles a tie', () => {
    const rows = [
      'ZT01;day;;;;2025-12-31;10;;',
      'ZT01;day;;;2026-01-01;;11;;',
      'ZT02;day;klinisch;;;;10;;',
      'ZT02;day;;VZ1;;;11;;',
      'ZT02;day;klinisch;VZ1;;;12;;',
    ];
    expect(parsePriceList([HEADER, ...rows].join('\n'), 'x').issues).toEqual([]);
  });

  it('reads when a price was made known, under either name; versions of one price do not conflict', () => {
    const versions = ['2024-11-01', '2025-06-15'].map((day) => `ZT01;day;2025-01-01;2025-12-31;10,00;${day}`);
    for (const name of ['published', 'Gepubliceerd']) {
      const text = [`cluster;unit;from;until;amount;${name}`, ...versions].join('\n');
      const { value, issues } = parsePriceList(text, 'x');
      expect(issues).toEqual([]);
      expect(value?.rows.map(({ published }) => published)).toEqual([
        dayFromIso('2024-11-01'),
        dayFromIso('2025-06-15'),
      ]);
    }
    const again = [...versions, 'ZT01;day;2025-01-01;2025-12-31;11,00;'];
    const mixed = parsePriceList(['cluster;unit;from;until;amount;published', ...again].join('\n'), 'x');
    expect(mixed.issues.map(({ code }) => code)).toEqual(['price-overlap', 'price-overlap']);
    const bad = parsePriceList('cluster;unit;amount;published\nZT01;day;1,00;gisteren', 'x');
    expect(bad.issues).toMatchObject([{ code: 'price-date-bad', column: 'published' }]);
  });

  it('asks when a price was made known where it is official, or where others say it', () => {
    const lint = (...rows: string[]) => {
      const text = ['cluster;unit;amount;status;source;published', ...rows].join('\n');
      return lintPrices(parsePriceList(text, 'x').value!.rows).map(({ code, severity, row }) => [
        code,
        severity,
        row,
      ]);
    };
    expect(lint('ZT01;episode;1,50;local;x;', 'ZT02;episode;2,50;hypothetical;x;')).toEqual([]);
    const asked = ['price-without-published', 'info', 1];
    expect(lint('ZT01;episode;1,50;official;x;', 'ZT02;episode;2,50;local;x;')).toEqual([asked]);
    expect(lint('ZT01;episode;1,50;local;x;', 'ZT02;episode;2,50;local;x;2025-01-01')).toEqual([asked]);
  });

  it('says all faults at once, with their rows', () => {
    const rows = ['ZT01;dag;;;;;10;;', 'ZT01;day;;;;;tien;;', ';day;;;x;;10;;'];
    const { value, issues } = parsePriceList([HEADER, ...rows].join('\n'), 'x');
    expect(value).toBeUndefined();
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ['price-unit-unknown', 1],
      ['price-amount-bad', 2],
      ['price-cluster-blank', 3],
      ['price-date-bad', 3],
    ]);
  });
});

describe('broken price lists', () => {
  for (const file of readdirSync(BROKEN)) {
    it(file, () => {
      const code = file.replace('.csv', '');
      const { issues } = parsePriceList(readFileSync(join(BROKEN, file), 'utf8'), 'x');
      const found = issues.find((issue) => issue.code === code);
      expect(issues.map((issue) => issue.code)).toContain(code);
      expect(sentence(found!, 'nl')).not.toBe(sentence(found!, 'en'));
    });
  }
});
