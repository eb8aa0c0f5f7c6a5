/** Agreement counted by hand: intervals, confusion, and months that are large enough. */

import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/index.ts';
import { AGREEMENT_MINIMUM, AgreementCounts } from '../../src/score/agreement.ts';
import { FIT_MINIMUM, fitRow } from '../../src/score/fit-row.ts';
import { cohenKappa } from '../../src/stats/cohen-kappa.ts';
import { kappaInterval } from '../../src/stats/kappa-interval.ts';
import { wilsonInterval } from '../../src/stats/wilson-interval.ts';
import { smallRuleSet } from '../support/small-rule-set.ts';

const { clusters } = smallRuleSet();
const few = { undefined: 'too-few-episodes' };
const day = (iso: string) => dayFromIso(iso)!;

/** 20 and 15 alike, 5 and 10 apart: kappa 0.4 over 50, all on these days. */
function filled(days: readonly (number | undefined)[]): AgreementCounts {
  const counts = new AgreementCounts(clusters);
  let at = 0;
  for (const [advised, chosen, n] of [
    [0, 0, 20],
    [0, 1, 5],
    [1, 0, 10],
    [1, 1, 15],
  ] as const) {
    for (let i = 0; i < n; i += 1) counts.add(advised, chosen, days[at++ % days.length]);
  }
  return counts;
}

describe('agreement', () => {
  it('has an interval of its share and of kappa, and the pairs in the order of the rule set', () => {
    const table = [20, 5, 10, 15];
    const [low, high] = wilsonInterval(35, 50);
    expect(filled([undefined]).result()).toEqual({
      ...{ n: 50, agree: 35, share: 0.7, level: 0.95, minimum: AGREEMENT_MINIMUM },
      kappa: expect.closeTo(0.4, 12),
      shareInterval: { low, high },
      kappaInterval: kappaInterval(table, 2),
      confusion: [
        { advised: 'ZT01', chosen: 'ZT01', n: 20, share: 0.8 },
        { advised: 'ZT01', chosen: 'ZT02', n: 5, share: 0.2 },
        { advised: 'ZT02', chosen: 'ZT01', n: 10, share: 0.4 },
        { advised: 'ZT02', chosen: 'ZT02', n: 15, share: 0.6 },
      ],
    });
    expect(cohenKappa(table, 2)).toBeCloseTo(0.4, 12);
  });

  it('is given per month of the rating, in order, where the month is large enough', () => {
    const counts = filled([day('2026-02-01'), day('2026-02-28')]);
    for (let i = 0; i < AGREEMENT_MINIMUM - 1; i += 1) counts.add(2, 2, day('2026-01-31'));
    const months = () => {
      const result = counts.result();
      return 'undefined' in result ? undefined : result.months;
    };
    expect(months()).toEqual([
      {
        ...{ month: '2026-01', n: 29, agree: 29, share: few, kappa: few },
        ...{ shareInterval: few, kappaInterval: few },
      },
      expect.objectContaining({ month: '2026-02', n: 50, agree: 35, share: 0.7 }),
    ]);
    counts.add(2, 2, day('2026-01-01'));
    expect(months()![0]).toMatchObject({ n: 30, share: 1, kappa: { undefined: 'one-category' } });
  });

  it('leaves a blank date out of the months only', () => {
    const counts = filled([-2147483648]);
    const result = counts.result();
    expect(result).toMatchObject({ n: 50 });
    expect(result).not.toHaveProperty('months');
  });

  it('says there is none without a chosen cluster', () => {
    expect(new AgreementCounts(clusters).result()).toEqual({ undefined: 'no-chosen-cluster' });
  });
});

describe('a line of the fit report', () => {
  it('has Wilson intervals from the minimum on', () => {
    const counts = { n: FIT_MINIMUM, noneFits: 1, lowCertainty: 2 };
    const [low, high] = wilsonInterval(2, FIT_MINIMUM);
    const [misfitLow, misfitHigh] = wilsonInterval(3, FIT_MINIMUM);
    expect(fitRow('team', 'a', counts)).toEqual({
      ...{ by: 'team', value: 'a', ...counts, lowCertaintyShare: 0.2, low, high },
      ...{ misfit: 3, misfitShare: 0.3, misfitLow, misfitHigh },
    });
    expect(fitRow('team', 'a', { ...counts, n: FIT_MINIMUM - 1 })).toMatchObject({
      low: few,
      misfitHigh: few,
    });
  });
});
