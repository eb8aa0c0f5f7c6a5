/** Dates, signs and sizes as a reader sees them, in both languages. */

import { describe, expect, test } from 'vitest';
import { day, signedEuros, signedPercent, size } from '../../views/format.ts';
import { fill } from '../../views/text/fill.ts';
import { inLanguage } from '../../views/view.ts';

describe('signed euros', () => {
  const cases: readonly [cents: number, nl: string, en: string][] = [
    [12_625_700, '+€ 126.257', '+€126,257'],
    [-12_625_700, '−€ 126.257', '−€126,257'],
    [0, '€ 0', '€0'],
    [-5, '−€ 0,05', '−€0.05'],
  ];
  test.each(cases)('%i cents', (cents, nl, en) => {
    expect(signedEuros(cents, 'nl').replaceAll('\u00a0', ' ')).toBe(nl);
    expect(signedEuros(cents, 'en').replaceAll('\u00a0', ' ')).toBe(en);
  });
});

test('an amount is never split over two lines', () => {
  expect(signedEuros(12_625_700, 'nl')).toBe('+€\u00a0126.257');
});

test('a percentage that rounds to nothing has no sign', () => {
  expect(signedPercent(0.04, 'nl')).toBe('0,0%');
  expect(signedPercent(-0.04, 'en')).toBe('0.0%');
  expect(signedPercent(-3.14, 'nl')).toBe('−3,1%');
});

test('days and sizes', () => {
  expect(day(20_778, 'nl')).toBe('21 nov 2026');
  expect(day(20_778, 'en')).toBe('21 Nov 2026');
  expect(size(999, 'nl')).toBe('1 kB');
  expect(size(71_660_186, 'nl')).toBe('71,7 MB');
});

test('the other language keeps the address, and replaces an earlier choice', () => {
  expect(inLanguage('/data/x/simulation?c0=5', 'en')).toBe('/data/x/simulation?c0=5&lang=en');
  expect(inLanguage('/?lang=en', 'nl')).toBe('/?lang=nl');
});

test('a text with a place nobody fills is a fault of the program', () => {
  expect(fill('{n} rijen', { n: 3 })).toBe('3 rijen');
  expect(() => fill('{n} rijen', {})).toThrow('wants {n}');
});
