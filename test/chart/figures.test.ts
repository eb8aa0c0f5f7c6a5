/** Every figure, in both languages and at both widths: complete, safe, and the same each time. */

import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { caseMixSlope } from '../../src/chart/case-mix-slope.ts';
import { certaintyStrip } from '../../src/chart/certainty-strip.ts';
import { classStack } from '../../src/chart/class-stack.ts';
import { clusterBars } from '../../src/chart/cluster-bars.ts';
import { type FigureContext, figureContext } from '../../src/chart/context.ts';
import { contractCurve } from '../../src/chart/contract-curve.ts';
import { explainedCase } from '../../src/chart/explained-case.ts';
import { fitDots } from '../../src/chart/fit-dots.ts';
import { funnelPlot } from '../../src/chart/funnel-plot.ts';
import { memberCaterpillar } from '../../src/chart/member-caterpillar.ts';
import { moneyBeside } from '../../src/chart/money-beside.ts';
import { moneyClusters } from '../../src/chart/money-clusters.ts';
import { moneyGroups } from '../../src/chart/money-groups.ts';
import { moneyTornado } from '../../src/chart/money-tornado.ts';
import { moneyWaterfall } from '../../src/chart/money-waterfall.ts';
import { moneyWinners } from '../../src/chart/money-winners.ts';
import { moneyYears } from '../../src/chart/money-years.ts';
import { outcomeDuration } from '../../src/chart/outcome-duration.ts';
import { responseBars } from '../../src/chart/response-bars.ts';
import { xmrChart } from '../../src/chart/xmr-chart.ts';
import type { BenchmarkResult } from '../../src/model/benchmark.ts';
import type { Figure } from '../../src/model/figure.ts';
import type { NotComputed } from '../../src/model/meta.ts';
import { fitRow } from '../../src/score/fit-row.ts';
import { isComputed } from '../../src/write/tables/cells.ts';
import { CURVE, OTHER, TORNADO, WINNERS, YEARS } from '../support/money-answers.ts';
import { BENCHMARK, FUNNEL, OUTCOMES, OVER_TIME } from '../support/network-results.ts';
import { EXPLANATION, META, SCORE, SIMULATION } from '../support/results.ts';

const OWN = { own: 'GGZ Noordrand' };
const CHOSEN = Object.fromEntries(
  SCORE.clusters.map((row, index) => [row.cluster, row.advised + 40 * (index % 5)]),
);

const figures: [string, (context: FigureContext) => Figure | NotComputed][] = [
  ['clusters', (context) => clusterBars(SCORE, context, { chosen: CHOSEN })],
  ['certainty', (context) => certaintyStrip(SCORE, context)],
  ['fit-team', (context) => fitDots(SCORE.fit, 'team', context)],
  ['explained', (context) => explainedCase(EXPLANATION, context)],
  ['waterfall', (context) => moneyWaterfall(SIMULATION, context)],
  ['groups-site', (context) => moneyGroups(SIMULATION.by.site!, 'site', context)],
  ['payment', (context) => moneyClusters(SIMULATION.byCluster, context)],
  ['tornado', (context) => moneyTornado(TORNADO, SIMULATION.total, context)],
  ['beside', (context) => moneyBeside([SIMULATION, OTHER], context)],
  ['years', (context) => moneyYears(YEARS, context)],
  ['winners-site', (context) => moneyWinners(WINNERS, context)],
  ['contract-curve', (context) => contractCurve(CURVE, context)],
  ['outcome-duration', (context) => outcomeDuration(BENCHMARK, context, OWN)],
  ['members-outcome', (context) => memberCaterpillar(BENCHMARK, 'outcome', context, OWN)],
  ['response', (context) => responseBars(BENCHMARK, context)],
  ['funnel', (context) => funnelPlot(FUNNEL, context, { own: 'unit 3' })],
  ['classes-member', (context) => classStack(OUTCOMES, context, { by: 'member', ...OWN })],
  ['case-mix-outcome', (context) => caseMixSlope(BENCHMARK, 'outcome', context, OWN)],
  ['over-time-outcome', (context) => xmrChart(OVER_TIME, context)],
];

function drawn(figure: Figure | NotComputed): Figure {
  if (!isComputed(figure)) throw new Error(figure.undefined);
  return figure;
}

/** Tags close in the order they open, and every `&` begins an entity: what XML asks of our own markup. */
function expectWellFormed(svg: string) {
  const open: string[] = [];
  for (const [, close, name, selfClosing] of svg.matchAll(/<(\/?)([a-z]+)(?:[^<>"]|"[^"<]*")*?(\/?)>/gi)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!selfClosing) open.push(name!);
  }
  expect(open).toEqual([]);
  expect(svg.replace(/&(?:amp|lt|gt|quot|#\d+|#x[\da-f]+);/gi, '')).not.toContain('&');
}

describe.each(figures)('figure %s', (id, make) => {
  const variants = [720, 390].flatMap((width) =>
    (['nl', 'en'] as const).map((lang) => ({
      width,
      lang,
      figure: drawn(make(figureContext(META, lang, { width }))),
    })),
  );

  it.each(variants)('is complete at $width in $lang', ({ width, lang, figure }) => {
    expect(figure.id).toBe(id);
    expectWellFormed(figure.svg);
    const { document } = parseHTML(`<body>${figure.svg}</body>`);
    const svg = document.querySelector('svg')!;
    const values = [...svg.querySelectorAll('[tabindex]')];
    // Every figure has values that the keyboard reaches; nothing inside an image can be, so it is a group of them.
    expect(svg.getAttribute('role')).toBe('group');
    expect(values.length).toBeGreaterThan(0);
    expect(values.length).toBeLessThanOrEqual(120);
    for (const value of values) {
      expect(value.getAttribute('role')).toBe('img');
      expect(value.getAttribute('aria-label')).toMatch(/\d/);
    }
    expect(Number(svg.getAttribute('width'))).toBe(width);
    const [title, desc] = svg
      .getAttribute('aria-labelledby')!
      .split(' ')
      .map((name: string) => document.getElementById(name)!);
    expect(title!.textContent).toBe(figure.title);
    expect(desc!.textContent).toContain(figure.subtitle);
    const footer = [...document.querySelectorAll('text')].at(-1)!.textContent!;
    expect(footer).toContain('demo.csv · zvt-illustratief');
    expect(footer).toContain(lang === 'nl' ? 'ILLUSTRATIEF · SYNTHETISCH' : 'ILLUSTRATIVE · SYNTHETIC');
    expect(figure.stamps).toEqual(META.stamps);
  });

  it.each(variants)(
    'draws finite, rounded numbers and needs no style sheet at $width in $lang',
    ({ figure }) => {
      expect(figure.svg).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
      expect(figure.svg.replace(/>[^<]*</g, '><').replace(/ aria-label="[^"]*"/g, '')).not.toMatch(
        /\d\.\d{3,}/,
      );
      expect(figure.svg).not.toMatch(/<style| style=| class=|<script|href=/);
    },
  );

  it('has an equal table', () => {
    for (const { figure } of variants) {
      expect(figure.table.rows.length).toBeGreaterThan(0);
      for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.columns.length);
    }
    expect(
      variants[0]!.figure.table.rows.map((row) => row.filter((cell) => typeof cell === 'number')),
    ).toEqual(variants[1]!.figure.table.rows.map((row) => row.filter((cell) => typeof cell === 'number')));
  });

  it('keeps ids apart on one page, and can leave its heading to the page', () => {
    const one = drawn(make(figureContext(META, 'nl')));
    const two = drawn(make(figureContext(META, 'nl', { idSuffix: '-2', heading: false })));
    const ids = [one, two].flatMap(({ svg }) => [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    expect(new Set(ids).size).toBe(4);
    const texts = (svg: string) => svg.replace(/<(title|desc)[^>]*>[^<]*<\/\1>/g, '');
    expect(texts(one.svg)).toContain('font-size="17"');
    expect(texts(two.svg)).not.toContain('font-size="17"');
  });

  it('looks as it did', async () => {
    const figure = drawn(make(figureContext(META, 'nl')));
    expect(drawn(make(figureContext(META, 'nl'))).svg).toBe(figure.svg);
    await expect(`${figure.svg}\n`).toMatchFileSnapshot(join('__snapshots__', `${id}.svg`));
  });
});

const CONTEXT = figureContext(META, 'nl');
const NOBODY: Pick<BenchmarkResult, 'members' | 'joint' | 'models' | 'response'> = {
  ...BENCHMARK,
  members: [],
  joint: { undefined: 'geen' },
  response: { undefined: 'geen' },
};

describe('figures of little or nothing', () => {
  it.each<[string, () => Figure | NotComputed]>([
    [
      'no cluster advised',
      () =>
        clusterBars({ clusters: SCORE.clusters.map((row) => ({ ...row, advised: 0, share: 0 })) }, CONTEXT),
    ],
    ['no clusters', () => clusterBars({ clusters: [] }, CONTEXT)],
    ['no groups to fit', () => fitDots([], 'site', CONTEXT)],
    [
      'nothing changes',
      () =>
        moneyWaterfall(
          {
            ...SIMULATION,
            total: { ...SIMULATION.total, differenceCents: 0, interval: { undefined: 'te weinig' } },
            waterfall: SIMULATION.waterfall.map(({ step }) => ({ step, cents: 0 })),
          },
          CONTEXT,
        ),
    ],
    ['no groups with money', () => moneyGroups([], 'payer', CONTEXT)],
    [
      'no money',
      () =>
        moneyClusters(
          SIMULATION.byCluster
            .slice(0, 1)
            .map((row) => ({ ...row, baselineCents: 0, scenarioCents: 0, differenceCents: 0 })),
          CONTEXT,
        ),
    ],
    ['no members', () => outcomeDuration(NOBODY, CONTEXT)],
    ['no members in order', () => memberCaterpillar(NOBODY, 'duration', CONTEXT)],
    ['no cost model', () => memberCaterpillar(BENCHMARK, 'cost', CONTEXT)],
    ['no response', () => responseBars(NOBODY, CONTEXT)],
    ['two units', () => funnelPlot({ ...FUNNEL, units: FUNNEL.units.slice(0, 2), limits: [] }, CONTEXT)],
    ['units all alike', () => funnelPlot({ ...FUNNEL, units: [], limits: [] }, CONTEXT)],
    [
      'groups too small for a bar',
      () => {
        const counts = {
          recovered: 1,
          improved: 1,
          unchanged: 1,
          deteriorated: 0,
          harmed: 0,
          'not-measured': 9,
        };
        return classStack({ ...OUTCOMES, counts, measured: 3, by: {} }, CONTEXT, { by: 'team' });
      },
    ],
    ['one point in time', () => xmrChart({ ...OVER_TIME, points: OVER_TIME.points.slice(0, 1) }, CONTEXT)],
    [
      'no point in time',
      () =>
        xmrChart(
          { ...OVER_TIME, value: 'response', points: [], limits: { undefined: 'too-few-points' } },
          CONTEXT,
        ),
    ],
    [
      'one member',
      () => outcomeDuration({ ...BENCHMARK, members: BENCHMARK.members.slice(0, 1) }, CONTEXT, OWN),
    ],
    [
      'no runner-up',
      () =>
        explainedCase(
          {
            ...EXPLANATION,
            second: { undefined: 'only-one-fits' },
            runnerUp: { undefined: 'only-one-fits' },
          },
          CONTEXT,
        ),
    ],
  ])('%s: drawn without a fault', (_, make) => {
    const figure = drawn(make());
    expect(figure.svg).not.toMatch(/NaN|Infinity|undefined/);
    expectWellFormed(figure.svg);
  });

  it('says why there is nothing to draw', () => {
    expect(certaintyStrip({ ...SCORE, certainty: { undefined: 'geen advies' } }, CONTEXT)).toEqual({
      undefined: 'geen advies',
    });
    expect(explainedCase({ ...EXPLANATION, advised: { undefined: 'none-fits' } }, CONTEXT)).toEqual({
      undefined: 'none-fits',
    });
    expect(classStack({ ...OUTCOMES, counts: { undefined: 'no-reliability' } }, CONTEXT)).toEqual({
      undefined: 'no-reliability',
    });
    expect(caseMixSlope(BENCHMARK, 'duration', CONTEXT)).toEqual({ undefined: 'no-case-mix' });
    expect(caseMixSlope(BENCHMARK, 'cost', CONTEXT)).toEqual({ undefined: 'no-case-mix' });
  });

  it('gives two ticks of an axis two labels, however small the differences are', () => {
    const near = BENCHMARK.members.map((each, at) => ({
      ...each,
      outcome: isComputed(each.outcome)
        ? { ...each.outcome, observed: 5 + at * 0.004, adjusted: 5 + at * 0.002 }
        : each.outcome,
    }));
    const { svg } = drawn(caseMixSlope({ ...BENCHMARK, members: near }, 'outcome', CONTEXT));
    const [, ticks = ''] = /text-anchor="end" fill-opacity="0.8">([\s\S]*?)<\/g>/.exec(svg) ?? [];
    const labels = [...ticks.matchAll(/>([^<>\s]+)<\/text>/g)].map(([, label]) => label);
    expect(labels.length).toBeGreaterThan(3);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('writes names as text, whatever they hold', () => {
    const value = '<b onload="x">R&D</b>\u0000';
    const { svg } = fitDots(
      [fitRow('team', value, { n: 50, noneFits: 0, lowCertainty: 40 })],
      'team',
      CONTEXT,
    );
    expectWellFormed(svg);
    expect(svg).not.toContain('<b');
    expect(svg).toContain('&lt;b');
    expect(svg).not.toContain('\u0000');
  });
});
