/** Figures of answers about money where there is little to draw, and what their titles claim. */

import { describe, expect, it } from 'vitest';
import { figureContext } from '../../src/chart/context.ts';
import { contractCurve } from '../../src/chart/contract-curve.ts';
import { moneyBeside } from '../../src/chart/money-beside.ts';
import { moneyTornado } from '../../src/chart/money-tornado.ts';
import { moneyWinners } from '../../src/chart/money-winners.ts';
import { moneyYears } from '../../src/chart/money-years.ts';
import type { Figure } from '../../src/model/figure.ts';
import { CURVE, OTHER, TORNADO, WINNERS, YEARS } from '../support/money-answers.ts';
import { META, SIMULATION } from '../support/results.ts';

const CONTEXT = figureContext(META, 'en');

describe('figures of little or nothing', () => {
  it.each<[string, () => Figure]>([
    ['no input that matters', () => moneyTornado({ share: 0.1, bars: [] }, SIMULATION.total, CONTEXT)],
    ['no scenario beside', () => moneyBeside([], CONTEXT)],
    ['one scenario', () => moneyBeside([OTHER], CONTEXT)],
    [
      'years that change nothing',
      () =>
        moneyYears(
          YEARS.map((year) => ({ ...year, differenceCents: 0 })),
          CONTEXT,
        ),
    ],
    ['nobody to win', () => moneyWinners({ unit: 'team', bins: [{ units: 0, share: 0 }] }, CONTEXT)],
    [
      'a contract without care',
      () => {
        const nothing = { productionCents: 0, payCents: 0 };
        const points = [nothing, { productionCents: 1, payCents: 0 }];
        return contractCurve({ ...CURVE, points, kinks: [], here: nothing, slopeHere: 0 }, CONTEXT);
      },
    ],
  ])('%s: drawn without a fault', (_, make) => {
    const { svg, table } = make();
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });
});

describe('titles', () => {
  it('state the finding', () => {
    const titles = [
      moneyTornado(TORNADO, SIMULATION.total, CONTEXT),
      moneyBeside([SIMULATION, OTHER], CONTEXT),
      moneyYears(YEARS, CONTEXT),
      moneyWinners(WINNERS, CONTEXT),
      contractCurve(CURVE, CONTEXT),
    ].map(({ title }) => title.replaceAll('\u00a0', ' '));
    expect(titles).toEqual([
      'Most depends on prices ZT03: 10% more or less moves the difference by €830,000',
      'Prijs per traject gives the highest revenue against its baseline: +€877,000',
      'In 2027 revenue is €1.18 m higher than the baseline (1.3%)',
      'By site: 5 of 10 lose, 4 gain',
      'One more euro of production now brings 50 cents',
    ]);
  });

  it('do not name a best scenario where intervals overlap', () => {
    const close = { ...SIMULATION, total: { ...SIMULATION.total, differenceCents: -240_000_000 } };
    expect(moneyBeside([SIMULATION, close], CONTEXT).title).toContain('intervals overlap');
  });
});
