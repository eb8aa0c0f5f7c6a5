/** Signs and days as pages and reports write them: nothing but the way of writing changes. */

import { expect, test } from 'vitest';
import { readable, readableTable, withMinus } from '../../src/index.ts';

test.each([
  ['-766.170', '−766.170'],
  ['van -€ 12 tot -0,5%', 'van −€ 12 tot −0,5%'],
  ['(-,5)', '(−,5)'],
  // A hyphen inside a word, a code, a range or a date is none.
  ['clusterdag 2014-15, ZT-01, peer-03, casemix-model', 'clusterdag 2014-15, ZT-01, peer-03, casemix-model'],
  ['2025-02-18', '2025-02-18'],
  ['-', '-'],
])('%s', (text, shown) => expect(withMinus(text)).toBe(shown));

test.each([
  ['2025-02-18', '18 feb 2025', '18 Feb 2025'],
  ['2025-02', 'feb 2025', 'Feb 2025'],
  ['2025-13-40', '2025-13-40', '2025-13-40'],
  ['team 2025-02', 'team 2025-02', 'team 2025-02'],
])('%s in both languages', (text, nl, en) => {
  expect([readable(text, 'nl').text, readable(text, 'en').text]).toEqual([nl, en]);
});

test('a table: its days keep their ISO form beside the words', () => {
  const columns = [
    { key: 'from', label: 'Van', kind: 'text' },
    { key: 'change', label: 'Verschil', kind: 'cents' },
  ] as const;
  expect(readableTable({ columns, rows: [['2025-02-18', -20_516]] }, 'nl')).toEqual([
    [{ text: '18 feb 2025', iso: '2025-02-18' }],
    [{ text: '−205,16' }],
  ]);
});
