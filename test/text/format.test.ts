import { describe, expect, it } from 'vitest';
import {
  columnDecimals,
  formatAmount,
  formatColumn,
  formatEuros,
  formatNumber,
  formatShare,
} from '../../src/text/format.ts';

describe('numbers for people', () => {
  it.each([
    ['whole euros above a thousand', formatAmount(123_456, 'nl'), '1.235'],
    ['cents below it', formatAmount(-99_999, 'nl'), '-999,99'],
    ['nothing is plainly nothing', formatAmount(0, 'nl'), '0'],
    ['a sentence in Dutch', formatEuros(-250_000_00, 'nl'), '-€ 250.000'],
    ['a sentence in English', formatEuros(250_000_00, 'en'), '€250,000'],
    ['a share', formatShare(0.12345, 'nl'), '12,3%'],
    ['no sign without an amount', formatNumber(-0.001, 'nl', 2), '0,00'],
  ])('%s', (_, got, wanted) => expect(got).toBe(wanted));

  it('shows the fewer decimals the larger the numbers', () => {
    expect(
      [
        [1, 200],
        [0.5, 2000],
        [0.5, 200],
        [0.5, 2],
        [0.02, 0.3],
        [0.0012, 0.03],
      ].map(columnDecimals),
    ).toEqual([0, 0, 1, 2, 3, 4]);
  });

  it('gives each estimate about three digits of its own', () => {
    expect(formatColumn([0.01234, -0.000056789, 1.2, 45.678, 361.4, 2420.6, 0], 'estimate', 'en')).toEqual([
      ...['0.0123', '-0.0000568', '1.20', '45.7', '361', '2,421', '0'],
    ]);
  });

  it('leaves the cents out of a column of large amounts', () => {
    expect(formatColumn([92_239, 170_000_000, null, 'geen'], 'cents', 'nl')).toEqual([
      '922',
      '1.700.000',
      '',
      'geen',
    ]);
    expect(formatColumn([92_239, 450_000], 'cents', 'nl')).toEqual(['922,39', '4.500']);
  });
});
