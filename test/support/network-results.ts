/** Small, made-up results about outcomes and members: for writers and charts, which only reshape them. */

import { funnelOf } from '../../src/benchmark/funnel/funnel-of.ts';
import type { BenchmarkDocument, BenchmarkMember, MemberMeasure } from '../../src/model/benchmark.ts';
import type { FunnelResult } from '../../src/model/funnel.ts';
import type { ClassBounds, OutcomesDocument, ResponseCounts } from '../../src/model/outcomes.ts';
import type { OverTimePoint, OverTimeResult } from '../../src/model/over-time.ts';
import type { Sensitivity } from '../../src/model/sensitivity.ts';
import { META, ROWS } from './results.ts';

function response(n: number, rate: number): ResponseCounts {
  const completer = Math.round(n * rate);
  const rest = n - completer;
  const dropout = Math.round(rest * 0.5);
  const nonStarter = Math.round(rest * 0.06);
  return {
    completer,
    dropout,
    nonStarter,
    nonResponder: rest - dropout - nonStarter,
    open: Math.round(n / 12),
    rate,
  };
}

/** Recovered, improved, unchanged, deteriorated, harmed. */
function bounds(counts: readonly [number, number, number, number, number], due: number): ClassBounds {
  const open = due - counts.reduce((sum, n) => sum + n, 0);
  const of = (n: number) => ({ low: n / due, high: (n + open) / due });
  const [recovered, improved, unchanged, deteriorated, harmed] = counts;
  return {
    recovered: of(recovered),
    improved: of(improved),
    unchanged: of(unchanged),
    deteriorated: of(deteriorated),
    harmed: of(harmed),
  };
}

export const OUTCOMES: OutcomesDocument = {
  meta: { ...META, command: 'outcomes', stamps: ['synthetic'] },
  rows: ROWS,
  issues: [],
  direction: 'lower',
  method: 'JT',
  cutoff: 43.2,
  sDiff: 4.74,
  n: 19990,
  measured: 9800,
  pre: { mean: 51.2, sd: 8.9 },
  post: { mean: 44.1, sd: 10.2 },
  change: { mean: 7.1, sd: 9.4 },
  counts: {
    recovered: 2900,
    improved: 2100,
    unchanged: 4000,
    deteriorated: 600,
    harmed: 200,
    'not-measured': 10190,
  },
  bounds: bounds([2900, 2100, 4000, 600, 200], 18300),
  response: response(18300, 9800 / 18300),
  by: {
    member: [
      {
        value: 'GGZ Noordrand',
        n: 2500,
        measured: 1200,
        pre: { mean: 50.9, sd: 9 },
        post: { mean: 43, sd: 10 },
        change: { mean: 7.9, sd: 9.2 },
        counts: {
          recovered: 400,
          improved: 260,
          unchanged: 460,
          deteriorated: 60,
          harmed: 20,
          'not-measured': 1300,
        },
        bounds: bounds([400, 260, 460, 60, 20], 2290),
        response: response(2290, 0.52),
      },
      {
        value: 'GGZ Zuidrand',
        n: 800,
        measured: 400,
        pre: { mean: 52.1, sd: 8 },
        post: { mean: 47, sd: 10 },
        change: { mean: 5.1, sd: 9 },
        counts: {
          recovered: 80,
          improved: 70,
          unchanged: 200,
          deteriorated: 40,
          harmed: 10,
          'not-measured': 400,
        },
        bounds: bounds([80, 70, 200, 40, 10], 760),
        response: response(760, 0.52),
      },
    ],
  },
};

function measure(adjusted: number, half: number, n: number): MemberMeasure {
  return {
    n,
    observed: adjusted + 0.3,
    expected: 7,
    adjusted,
    effect: (adjusted - 7) * 0.8,
    se: half / 3,
    low: adjusted - half,
    high: adjusted + half,
    contrast: { value: adjusted - 7, low: adjusted - 7 - half, high: adjusted - 7 + half },
    expectedRank: 4,
    percentileExpectedRank: 44,
  };
}

const MEMBERS: [string, number, number, number][] = [
  ['GGZ Noordrand', 1200, 8.4, 214],
  ['peer-01', 1400, 6.1, 262],
  ['peer-02', 900, 7.2, 240],
  ['peer-03', 1100, 7.5, 205],
  ['peer-04', 1300, 5.4, 231],
  ['peer-05', 800, 8.9, 251],
  ['peer-06', 1500, 6.7, 188],
];

export const BENCHMARK: BenchmarkDocument = {
  meta: { ...META, command: 'benchmark run', stamps: ['synthetic'], seed: 1 },
  rows: ROWS,
  issues: [],
  models: {
    outcome: {
      method: 'reml',
      n: 8200,
      members: 7,
      coefficients: [
        { name: '(Intercept)', estimate: 7.02, se: 0.45 },
        { name: 'age', estimate: -0.031, se: 0.004 },
      ],
      tau2: 1.31,
      sigma2: 80.1,
      tau2Interval: { low: 0.5, high: 6.4 },
      explained: { share: 0.04, tau2Unadjusted: 1.5, sigma2Unadjusted: 83 },
      icc: 0.016,
      rankability: 0.94,
      logLik: -29123.4,
    },
    duration: {
      method: 'reml',
      n: 8200,
      members: 7,
      coefficients: [{ name: '(Intercept)', estimate: 227.3, se: 9.8 }],
      tau2: 633,
      sigma2: 33000,
      tau2Interval: { low: 210, high: 3100 },
      explained: { share: 0, tau2Unadjusted: 633, sigma2Unadjusted: 33000 },
      icc: 0.019,
      rankability: { undefined: 'te weinig instellingen' },
      logLik: -54321,
    },
  },
  members: [
    ...MEMBERS.map(
      ([member, n, outcome, days]): BenchmarkMember => ({
        member,
        n,
        outcome: measure(outcome, 28 / Math.sqrt(n), n),
        duration: measure(days, 500 / Math.sqrt(n), n),
        durationPerOutcome: {
          value: days / outcome,
          low: (days / outcome) * 0.92,
          high: (days / outcome) * 1.09,
        },
        adjustedDurationPerOutcome: {
          value: (days / outcome) * 1.02,
          low: (days / outcome) * 0.93,
          high: (days / outcome) * 1.12,
        },
        ellipse: {
          n,
          outcome,
          duration: days,
          covariance: [
            [80 / n, -200 / n],
            [-200 / n, 33000 / n],
          ],
          chiSquare: 5.991,
        },
        unmeasured: { share: 0.5, low: outcome - 2.2, high: outcome + 2.2 },
        response: response(n * 2, 0.5),
      }),
    ),
    {
      member: 'peer-07',
      n: '10-19',
      outcome: { undefined: 'minder dan 10 patiënten' },
      duration: { undefined: 'minder dan 10 patiënten' },
      durationPerOutcome: { undefined: 'minder dan 10 patiënten' },
      adjustedDurationPerOutcome: { undefined: 'minder dan 10 patiënten' },
      ellipse: { undefined: 'minder dan 10 patiënten' },
      unmeasured: { undefined: 'minder dan 10 patiënten' },
      response: response(16, 0.25),
    },
  ],
  joint: {
    n: 8200,
    members: 7,
    tau: [
      [1.3, 4],
      [4, 633],
    ],
    correlation: { undefined: 'minder dan 8 instellingen' },
  },
  unmeasured: {
    members: 7,
    share: 0.5,
    shifts: [
      { shift: 0.2, same: 0.01, atMost: 0.6 },
      { shift: 0.5, same: 0.04, atMost: 1 },
      { shift: 0.8, same: 0.11, atMost: 1 },
    ],
    tipping: 2.4,
  },
  response: response(16400, 0.5),
  excluded: [{ model: 'outcome', reason: 'no-response', n: 9790 }],
  notes: ['Zonder casemixcorrectie.'],
};

/** Twelve units, one far out. */
export const FUNNEL: FunnelResult = funnelOf(
  Array.from({ length: 12 }, (_, i) => {
    const denominator = 20 + 30 * i;
    return {
      unit: `unit ${i}`,
      numerator: Math.round(denominator * (i === 9 ? 0.62 : 0.4 + 0.02 * (i % 3))),
      denominator,
    };
  }),
  { kind: 'proportion', overdispersion: 'none' },
);

const POINTS = [6.1, 6.4, 5.9, 6.2, undefined, 6.0, 6.3, 9.4, 6.2];

/** Eight months, one without a point, one outside a limit. */
export const OVER_TIME: OverTimeResult = {
  value: 'outcome',
  by: 'month',
  screened: false,
  limits: { centre: 6.56, meanMovingRange: 1.1, low: 3.63, high: 9.3, rangesLeftOut: 0 },
  points: POINTS.map(
    (value, i): OverTimePoint => ({
      period: `2025-${String(i + 1).padStart(2, '0')}`,
      n: value === undefined ? 4 : 20 + i,
      value: value ?? { undefined: 'too-few-patients-in-period' },
      movingRange: { undefined: 'first-point' },
      signals: value === 9.4 ? ['beyond-limit'] : [],
    }),
  ),
  excluded: [{ reason: 'no-end', n: 3 }],
  notes: [],
};

/** One finding that holds, one that flips, one variant that could not be done. */
export const SENSITIVITY: Sensitivity = {
  variants: [
    { id: 'no-case-mix', kind: 'no-case-mix' },
    { id: 'window:30', kind: 'window', detail: '30' },
  ],
  findings: [
    {
      member: 'GGZ Noordrand',
      measure: 'outcome',
      verdict: 'above',
      variants: [
        { variant: 'no-case-mix', verdict: 'above', holds: true },
        {
          variant: 'window:30',
          verdict: { undefined: 'member-not-in-model' },
          holds: { undefined: 'member-not-in-model' },
        },
      ],
      robust: true,
    },
    {
      member: 'peer-01',
      measure: 'duration',
      verdict: 'below',
      variants: [{ variant: 'no-case-mix', verdict: 'not-distinct', holds: false }],
      robust: false,
    },
  ],
  orders: [
    { measure: 'outcome', order: false, variants: [{ variant: 'no-case-mix', holds: true }], robust: true },
  ],
  distinct: 2,
  robust: 1,
};
