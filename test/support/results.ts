/** Small, made-up results of typing and money: for writers and charts, which only reshape them. */

import type { Explanation } from '../../src/model/explanation.ts';
import type { Meta } from '../../src/model/meta.ts';
import type { ScoreResult } from '../../src/model/score.ts';
import type { MoneyInterval, SimulationResult } from '../../src/model/simulation.ts';
import { fitRow } from '../../src/score/fit-row.ts';

export const META: Meta = {
  tool: 'zorgcluster',
  version: '0.1.0',
  command: 'score',
  rules: { id: 'zvt-illustratief', status: 'illustrative', sha256: 'a1'.repeat(32) },
  inputs: [{ name: 'demo.csv', rows: 20000, sha256: 'b2'.repeat(32) }],
  options: {},
  stamps: ['illustrative', 'synthetic'],
};

export const ROWS = { read: 20000, used: 19990, rejected: 10 };
const ISSUES = [
  {
    code: 'rating-out-of-range',
    severity: 'error' as const,
    count: 10,
    message: 'Een score in kolom hv03 is geen 0, 1, 2, 3, 4 of leeg. Verbeter de rij of maak de cel leeg.',
    examples: [{ row: 7, column: 'hv03' }],
  },
];

const ADVISED = [
  1200, 1800, 3400, 2900, 1300, 700, 1500, 1900, 800, 900, 800, 500, 300, 100, 400, 350, 300, 400, 250, 99,
];
const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];
const TOTAL = ADVISED.reduce((sum, n) => sum + n, 0);
const code = (n: number) => `ZT${String(n).padStart(2, '0')}`;

export const SCORE: ScoreResult = {
  meta: META,
  rows: ROWS,
  issues: ISSUES,
  clusters: ADVISED.map((advised, index) => ({
    cluster: code(NUMBERS[index]!),
    supercluster: index < 8 ? 'X' : index < 16 ? 'Y' : 'Z',
    advised,
    share: advised / TOTAL,
    expected: advised * 0.95 + 40,
  })),
  statuses: {
    advised: 19000,
    incomplete: 899,
    'too-many-missing': 60,
    'no-supercluster': 21,
    'none-fits': 10,
  },
  certainty: { q05: 0.31, q25: 0.48, median: 0.66, q75: 0.85, q95: 0.99, meanEntropy: 0.71 },
  fit: [
    fitRow('team', 'psychosomatiek', { n: 900, noneFits: 6, lowCertainty: 560 }),
    fitRow('team', 'angst en stemming', { n: 6200, noneFits: 1, lowCertainty: 1500 }),
    fitRow('team', 'psychose', { n: 4100, noneFits: 0, lowCertainty: 700 }),
    fitRow('team', '', { n: 12, noneFits: 0, lowCertainty: 5 }),
    fitRow('diagnosis', 'somatische-symptoomstoornis en verwante stoornissen', {
      n: 700,
      noneFits: 4,
      lowCertainty: 400,
    }),
    fitRow('diagnosis', 'depressie', { n: 5200, noneFits: 0, lowCertainty: 1450 }),
  ],
  agreement: {
    ...{ n: 19890, agree: 12100, share: 12100 / 19890, kappa: 0.57, level: 0.95, minimum: 30 },
    shareInterval: { low: 0.601, high: 0.615 },
    kappaInterval: { se: 0.004, low: 0.562, high: 0.578 },
    confusion: [
      { advised: 'ZT03', chosen: 'ZT03', n: 12100, share: 12100 / 15000 },
      { advised: 'ZT03', chosen: 'ZT04', n: 2900, share: 2900 / 15000 },
      { advised: 'ZT04', chosen: 'ZT03', n: 4890, share: 1 },
    ],
    months: [
      {
        ...{ month: '2025-01', n: 19870, agree: 12090, share: 12090 / 19870, kappa: 0.57 },
        shareInterval: { low: 0.601, high: 0.615 },
        kappaInterval: { se: 0.004, low: 0.562, high: 0.578 },
      },
      {
        ...{ month: '2025-02', n: 20, agree: 10, share: { undefined: 'too-few-episodes' } },
        kappa: { undefined: 'too-few-episodes' },
        shareInterval: { undefined: 'too-few-episodes' },
        kappaInterval: { undefined: 'too-few-episodes' },
      },
    ],
  },
};

function interval(low: number, high: number): MoneyInterval {
  return { target: 'population', level: 0.95, lowCents: low, highCents: high };
}

export const SIMULATION: SimulationResult = {
  meta: { ...META, command: 'simulate', stamps: ['hypothetical', 'synthetic'] },
  rows: ROWS,
  issues: [],
  scenario: { id: 'demo', title: 'Prijs per cluster, dagprijs klinisch' },
  baseline: { id: 'current', title: 'Huidige omzet' },
  population: {
    episodes: 19990,
    patients: 16500,
    withoutBaseline: 0,
    withoutCluster: 3,
    withoutStart: 0,
    notStarted: 0,
    unpriced: { episodes: 12, days: 900 },
    topPercentShare: 0.14,
  },
  total: {
    baselineCents: 8_812_345_678,
    scenarioCents: 8_575_304_321,
    differenceCents: -237_041_357,
    differencePct: -2.69,
    interval: interval(-381_234_500, -98_765_400),
    sd: { typingCents: 12_345_600, samplingCents: 70_234_500, totalCents: 71_311_100 },
  },
  byCluster: NUMBERS.map((n, index) => {
    const baselineCents = ADVISED[index]! * (300_000 + n * 22_000);
    const differenceCents = Math.round(baselineCents * Math.sin(index) * 0.12);
    return {
      cluster: code(n),
      n: ADVISED[index]!,
      baselineCents,
      scenarioCents: baselineCents + differenceCents,
      differenceCents,
      interval: interval(differenceCents - 1_234_500, differenceCents + 1_345_600),
    };
  }),
  by: {
    site: [
      {
        value: 'Noord',
        n: 5000,
        baselineCents: 2_200_000_000,
        scenarioCents: 2_010_000_000,
        differenceCents: -190_000_000,
        interval: interval(-260_000_000, -121_000_000),
      },
      {
        value: 'Zuid',
        n: 5000,
        baselineCents: 2_100_000_000,
        scenarioCents: 2_170_000_000,
        differenceCents: 70_000_000,
        interval: interval(-5_000_000, 148_000_000),
      },
      {
        value: 'Centrum voor ouderenpsychiatrie Oost-Veluwe',
        n: 150,
        baselineCents: 300_000_000,
        scenarioCents: 280_000_000,
        differenceCents: -20_000_000,
        interval: { undefined: 'minder dan 200 patiënten' },
      },
      {
        value: '',
        n: 700,
        baselineCents: 212_345_678,
        scenarioCents: 212_345_678,
        differenceCents: 0,
        interval: interval(-10_000_000, 11_000_000),
      },
    ],
  },
  waterfall: [
    { step: 'price', cents: -310_000_000 },
    { step: 'index', cents: 190_000_000 },
    { step: 'volume', cents: 0 },
    { step: 'typing', cents: -37_041_357 },
    { step: 'contract', cents: -80_000_000 },
  ],
  winners: {
    unit: 'site',
    bins: [
      { to: -0.05, units: 2, share: 0.5 },
      { from: -0.05, to: -0.001, units: 0, share: 0 },
      { from: -0.001, to: 0.001, units: 1, share: 0.25 },
      { from: 0.001, to: 0.05, units: 1, share: 0.25 },
      { from: 0.05, units: 0, share: 0 },
    ],
  },
  contracts: [
    {
      payer: 'VZ1',
      form: 'revenue-cap',
      grossCents: 3_000_000_000,
      netCents: 2_920_000_000,
      adjustmentCents: -80_000_000,
      binding: 'revenue-cap',
      marginalPerEuro: 0,
      marginalPerPatientCents: 0,
      exhaustedOn: '2025-11-03',
      monthly: [
        { month: '2025-10', grossCents: 2_900_000_000 },
        { month: '2025-11', grossCents: 100_000_000 },
      ],
    },
  ],
  lint: [
    {
      code: 'cluster-without-price',
      severity: 'error',
      message: 'Cluster ZT15 heeft geen prijs: 12 trajecten worden met 0 gerekend. Voeg een regel toe.',
      cluster: 'ZT15',
    },
  ],
};

const ITEM_NAMES = ['Agitatie', 'Zelfverwonding', 'Middelengebruik', 'Cognitie', 'Lichamelijk'];
const ADDS = [0.4, -0.2, 0, 1.3, -0.75];

export const EXPLANATION: Explanation = {
  status: 'incomplete',
  supercluster: 'X',
  advised: 'ZT04',
  second: 'ZT03',
  probability: 0.671,
  entropy: 0.7,
  tie: false,
  itemsMissing: 1,
  clusters: ['ZT04', 'ZT03'].map((cluster, index) => ({
    cluster,
    name: { nl: `Cluster ${cluster}`, en: `Cluster ${cluster}` },
    rank: index + 1,
    probability: index === 0 ? 0.671 : 0.329,
    score: 1.2 - index,
    sum: 1.2 - index,
    constant: 0.1,
    contributions: ITEM_NAMES.map((name, item) => ({
      item: `HV0${item + 1}`,
      label: String(item + 1),
      name: { nl: name, en: name },
      rating: item === 2 ? { undefined: 'missing' } : item,
      coefficient: item === 2 ? 0 : ADDS[item]! / 2,
    })),
    redRules: [],
  })),
  runnerUp: {
    difference: 0.75,
    constant: -0.29,
    items: ITEM_NAMES.map((_, item) => ({ item: `HV0${item + 1}`, difference: ADDS[item]! })),
  },
  changes: [],
  rule: {
    id: 'zvt-illustratief',
    title: { nl: 'Illustratief', en: 'Illustrative' },
    status: 'illustrative',
    source: 'eigen',
    sha256: 'a1'.repeat(32),
  },
};
