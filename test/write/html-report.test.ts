import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Meta } from '../../src/model/meta.ts';
import { htmlReport } from '../../src/write/html-report.ts';
import { ODD_TABLE } from '../support/tables.ts';

const meta: Meta = {
  tool: 'zorgcluster',
  version: '0.0.0',
  command: 'simulate',
  rules: { id: 'zvt-illustratief', status: 'illustrative', sha256: 'ab'.repeat(32) },
  inputs: [{ name: '<cases>.csv', rows: 20000, sha256: 'cd'.repeat(32) }],
  seed: 1,
  options: { level: 0.95, typing: 'chosen' },
  stamps: ['illustrative', 'synthetic'],
};

const page = htmlReport({
  title: 'Wat doet <b>deze</b> prijslijst?',
  lang: 'nl',
  tables: [ODD_TABLE, { ...ODD_TABLE, id: 'empty', title: 'Leeg', rows: [] }],
  figures: [],
  meta,
  notes: ['Een "let op" & meer.'],
});

describe('htmlReport', () => {
  const { document } = parseHTML(page);

  it('carries stamps, notes and everything needed to make it again', () => {
    const text = document.querySelector('main')!.textContent!;
    expect([...document.querySelectorAll('.stamps span')].map((span) => span.textContent)).toEqual([
      'illustratief',
      'synthetisch',
    ]);
    for (const part of ['Een "let op" & meer.', 'cd'.repeat(32), '20.000 rijen', 'level = 0.95']) {
      expect(text).toContain(part);
    }
  });

  it('escapes what it is given and reaches for nothing outside', () => {
    expect(document.querySelector('b')).toBeNull();
    expect(document.querySelector('h1')!.textContent).toBe('Wat doet <b>deze</b> prijslijst?');
    expect(page).not.toMatch(/<script|https?:|src=|@import|url\(/);
  });

  it('gives tables a caption and headers in scope', () => {
    const [table, empty] = [...document.querySelectorAll('table')];
    expect(table!.querySelector('caption')!.textContent).toBe('Omzet per team');
    expect(table!.querySelectorAll('th[scope=col]')).toHaveLength(5);
    expect(table!.querySelector('tbody td')!.textContent).toBe('12.345');
    expect(empty!.querySelector('tbody')!.textContent).toContain('Geen rijen.');
  });
});
