/**
 * From a file of sums to a prepared simulation, as if the rows had been read. What only rows can tell
 * (who the costliest patients are, the day on which a ceiling is reached) is absent.
 */

import { refuse } from '../issue/refusal.ts';
import type { ReviewTerm } from '../model/rule-set.ts';
import type { ResolvedScenario } from '../model/scenario.ts';
import type { SumsLine, SumsPlan, SumsTable } from '../model/sums.ts';
import { clusterMatcher } from './cluster-matcher.ts';
import { type FrameSpec, frameSpec, layerOf } from './frame.ts';
import type { CompactRows, FrameTotals, PreparedSide, PreparedSimulation, TypedRows } from './prepared.ts';
import { madeFor } from './sums-about.ts';
import { contextKey, SumsFrameCells, type SumsFrameInput } from './sums-frame.ts';
import { SumsGroups } from './sums-groups.ts';
import { sumsPlan } from './sums-plan.ts';
import { type Located, productsOf, thirdOrderOf } from './sums-products.ts';
import { distinctClusters } from './typing-columns.ts';
import { clusterResponses, withResponses } from './volume-response.ts';

export interface FromSumsInput {
  readonly table: SumsTable;
  readonly scenario: ResolvedScenario;
  /** Per cluster number, from the rule set. */
  readonly reviewTerms: ReadonlyMap<number, ReviewTerm>;
  /** Clusters of the rule set where the scenario scores; else they stand as they are. */
  readonly codes?: readonly string[];
}

/**
 * @throws Refusal `sums-other-*` when the sums were made for other dates, typing, prices or contracts;
 *   `sums-all-withheld`, `simulate-nobody-left`, `sums-open-episodes`, `sums-no-review-term`
 */
export function prepareFromSums(input: FromSumsInput): PreparedSimulation {
  const { table, scenario } = input;
  const { about, lines } = table;
  const plan = checkedPlan(input);
  const facts = factsOf(lines);
  refuseFaults(facts, table);
  const clusters =
    input.codes ?? distinctClusters(lines.map(({ cluster }) => cluster).filter((word) => word !== ''));
  const match = clusterMatcher(clusters);
  const clusterOf = new Map(lines.map(({ cluster }) => [cluster, match(cluster)]));
  const contexts = [
    ...new Map(
      lines.map(({ setting, payer, site }) => [
        contextKey({ setting, payer, site }),
        { setting, payer, site },
      ]),
    ).values(),
  ];
  const groups = new SumsGroups(table);
  const episodes = lines.filter(({ kind }) => kind === 'episodes');
  const numbered = lines.filter(({ kind }) => kind === 'quantity');
  const cellsOf = (frame: SumsFrameInput): SumsFrameCells =>
    new SumsFrameCells(frame, plan, clusters, clusterOf, contexts);

  const baseline = scenario.baseline === 'current' ? undefined : scenario.baseline;
  const response = clusterResponses(scenario, clusters);
  const responding = withResponses(scenario, clusters, response);
  const sides = [
    cellsOf({ spec: specOf(responding), frame: plan.own, list: 's', layers: ['s'] }),
    ...(baseline ? [cellsOf({ spec: specOf(baseline), frame: plan.other, list: 'b', layers: ['b'] })] : []),
  ];
  for (const side of sides) side.lookUp(episodes);
  const found = numbered.map((line) => sides.map((side) => side.cellOf(line)));
  const counted = sides.map((side) => side.countEpisodes(episodes, groups, clusters.length));
  const offsets = [0];
  for (const { book } of sides) offsets.push(offsets.at(-1)! + book.cells.cells.length);
  const coordinates = offsets.at(-1)! + 1;
  const located = new Map<number, Located>();
  for (const [at, line] of numbered.entries()) {
    const ids = found[at]!.flatMap((cell, side) => (cell === undefined ? [] : [offsets[side]! + cell]));
    if (line.item === 'current') ids.push(coordinates - 1);
    if (ids.length > 0) located.set(line.a, { line, at: ids });
  }
  const [side, baselineSide] = counted.map(
    ({ frame, counts }, index): PreparedSide => ({
      frame,
      offset: offsets[index]!,
      counts,
      typed: NO_TYPED,
      gaps: [],
      drawn: frame.spec.typing === 'expected',
    }),
  );
  const currentByCluster = new Float64Array(clusters.length);
  for (const line of lines)
    if (line.kind === 'current') currentByCluster[clusterOf.get(line.cluster)!]! += line.value;
  const unpriced = new Set(
    lines.flatMap(({ kind, cluster }) => (kind === 'unpriced' ? [clusterOf.get(cluster)!] : [])),
  );
  const n = facts('episodes');
  return {
    scenario,
    clusters,
    participants: NO_PARTICIPANTS,
    fileRows: new Int32Array(0),
    groupings: groups.groupings,
    population: {
      episodes: n,
      patients: facts('patients'),
      withoutBaseline: facts('without-baseline'),
      withoutCluster: facts('without-cluster'),
      withoutStart: facts('without-start'),
      notStarted: facts('not-started'),
      unpriced: { episodes: facts('unpriced-episodes'), days: facts('unpriced-days') },
    },
    unpricedClusters: [...unpriced].sort((a, b) => a - b).map((k) => clusters[k]!),
    side: side!,
    baselineSide,
    coordinates,
    rows: NO_ROWS,
    sums: productsOf(lines, located, groups, coordinates),
    currentByCluster,
    patientsByCluster: undefined,
    clusterCurrent: undefined,
    clusterTriples: undefined,
    thirdOrder: about.order === 3 ? thirdOrderOf(lines, located, groups) : undefined,
    response,
    borderline: 0,
    steps: stepsOf(plan, responding, cellsOf, numbered, episodes, groups, clusters.length),
    blankCosts: facts('blank-costs'),
    timeline: undefined,
    longStayShare: lines.some(({ kind, item }) => kind === 'fact' && item === 'long-stays')
      ? facts('long-stays') / n
      : undefined,
    fromSums: {
      withheld: lines.some(
        ({ kind, item, value }) => kind === 'fact' && item.startsWith('withheld-') && value > 0,
      ),
      incomplete: facts('withheld-quantity') > 0,
    },
  };
}

/** What may differ, the reason for others first. */
const OTHERS: readonly (readonly [part: string, code: string])[] = [
  ['typing', 'sums-other-typing'],
  ['dates', 'sums-other-dates'],
  ['prices', 'sums-other-prices'],
  ['contracts', 'sums-other-contracts'],
  ['groups', 'sums-other-groups'],
];

/** The plan of the scenario, with the dates at which the file is cut. */
function checkedPlan({ table, scenario, reviewTerms, codes }: FromSumsInput): SumsPlan {
  const { about } = table;
  const plan = sumsPlan(scenario, reviewTerms, about.dimensions, codes);
  const made = madeFor(plan);
  const others = Object.keys(made).filter((part) => made[part] !== about.made[part]);
  const cutElsewhere = plan.cuts.some((cut) => !about.cuts.includes(cut));
  const missing = plan.dimensions.some((name) => !about.dimensions.includes(name));
  if (cutElsewhere && !others.includes('dates')) others.push('dates');
  if (missing && !others.includes('groups')) others.push('groups');
  const [other] = OTHERS.filter(([part]) => others.includes(part));
  if (other !== undefined) throw refuse(other[1], {});
  return { ...plan, cuts: about.cuts };
}

type Facts = (name: string) => number;

function factsOf(lines: readonly SumsLine[]): Facts {
  const facts = new Map(lines.flatMap(({ kind, item, value }) => (kind === 'fact' ? [[item, value]] : [])));
  return (name) => facts.get(name) ?? 0;
}

function refuseFaults(facts: Facts, { about, lines }: SumsTable): void {
  const [candidates, kept] = [facts('candidates'), facts('episodes')];
  const paid = lines.some(({ kind, frame }) => kind === 'quantity' && frame >= 0);
  if (candidates > 0 && (kept === 0 || (facts('withheld-quantity') > 0 && !paid))) {
    throw refuse('sums-all-withheld', { episodes: candidates, minimum: about.minimum });
  }
  if (facts('episodes') === 0) {
    throw refuse('simulate-nobody-left', {
      withoutBaseline: facts('without-baseline'),
      withoutCluster: facts('without-cluster'),
      withoutStart: facts('without-start'),
    });
  }
  const open = Math.max(facts('open-s'), facts('open-b'));
  if (open > 0) throw refuse('sums-open-episodes', { episodes: open });
  if (facts('termless') > 0) throw refuse('sums-no-review-term', { episodes: facts('termless') });
}

function specOf(scenario: ResolvedScenario): FrameSpec {
  return frameSpec({
    prices: scenario,
    typing: scenario.typing,
    timing: scenario,
    layers: [layerOf(scenario)],
  });
}

/** Frames between baseline and scenario: as in `prepareSimulation`. */
function stepsOf(
  plan: SumsPlan,
  scenario: ResolvedScenario,
  cellsOf: (input: SumsFrameInput) => SumsFrameCells,
  numbered: readonly SumsLine[],
  episodes: readonly SumsLine[],
  groups: SumsGroups,
  size: number,
): PreparedSimulation['steps'] {
  const baseline = scenario.baseline === 'current' ? undefined : scenario.baseline;
  const layers = baseline === undefined ? [layerOf(scenario)] : [layerOf(baseline), layerOf(scenario)];
  const totals = (at: number): FrameTotals | undefined => {
    if (at < 0) return undefined;
    const frame = plan.frames[at]!;
    const spec: FrameSpec = {
      ...frameSpec({ prices: scenario, typing: scenario.typing, timing: scenario, layers }),
      typing: frame.typing,
      valuationDate: frame.valuationDate,
      period: frame.period,
    };
    const cells = cellsOf({ spec, frame: at, list: 's', layers: baseline === undefined ? [] : ['b', 's'] });
    const found = numbered.map((line) => [cells.cellOf(line), line.value] as const);
    const { frame: frameCells } = cells.countEpisodes(episodes, groups, size);
    const quantities = new Float64Array(frameCells.cells.length);
    for (const [cell, value] of found) if (cell !== undefined) quantities[cell]! += value;
    return { ...frameCells, quantities };
  };
  return {
    price: totals(plan.steps.price),
    volume: totals(plan.steps.volume),
    typing: totals(plan.steps.typing),
  };
}

const NONE = new Int32Array(1);
const NO_ROWS: CompactRows = {
  rowStart: NONE,
  cell: NONE,
  quantity: new Float64Array(0),
  probability: new Float64Array(0),
  from: NONE,
  until: NONE,
};
const NO_TYPED: TypedRows = {
  rowStart: NONE,
  cluster: new Int32Array(0),
  atom: new Int32Array(0),
  probability: new Float64Array(0),
};
const NO_PARTICIPANTS: PreparedSimulation['participants'] = {
  rows: new Int32Array(0),
  patientStart: NONE,
  unitStart: NONE,
  left: new Uint8Array(0),
  withoutBaseline: 0,
  withoutCluster: 0,
  withoutStart: 0,
};
