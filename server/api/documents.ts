/** Results of a data set as the command line writes them: the same keys, the same numbers. */

import {
  type BenchmarkDocument,
  type BenchmarkOptions,
  benchmarkRun,
  DEFAULT_LOW_CERTAINTY,
  DEFAULT_SIMULATION_OPTIONS,
  type InputMeta,
  type Lang,
  makeMeta,
  type ResolvedStack,
  SCORE_STATUSES,
  type ScoreResult,
  type SimulationOptions,
  type SimulationResult,
  sentence,
  type Typing,
  textAt,
  textColumn,
} from '../../src/index.ts';
import type { DataSet } from '../../views/model.ts';
import { scoreSummary } from '../routes/clusters.tsx';
import type { Services } from '../services.ts';
import { runTask, simulationStamps } from '../simulation-run.ts';
import { stampsOf } from '../stamps.ts';
import type { Loaded } from '../workspace.ts';

function inputOf({ name, rows, sha256 }: DataSet): InputMeta {
  return { name, rows: rows.read, sha256 };
}

/** Which columns of the file were read as what, and every finding. */
export function reportDocument(dataSet: DataSet, lang: Lang) {
  const { id, name, origin, synthetic, createdAt, sha256, bytes, rows, patients, members, rules } = dataSet;
  const day = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
  const { firstDay, lastDay, outdated, recognised } = dataSet;
  return {
    ...{ id, name, origin, synthetic, createdAt, sha256, bytes, rows, patients, members },
    ...(firstDay === undefined || lastDay === undefined ? {} : { from: day(firstDay), until: day(lastDay) }),
    rules: { id: rules.id, status: rules.status, outdated: outdated !== undefined },
    columns: { recognised: recognised.columns, other: recognised.other },
    issues: dataSet.issues[lang],
  };
}

export function scoreDocument(loaded: Loaded, lang: Lang): ScoreResult {
  const { dataSet, book } = loaded;
  const ruleSet = book.sets.find((set) => set.ruleSet.id === dataSet.rules.id)?.ruleSet;
  return {
    meta: makeMeta({
      command: 'score',
      rules: ruleSet,
      inputs: [inputOf(dataSet)],
      options: { lowCertainty: DEFAULT_LOW_CERTAINTY },
      statuses: stampsOf(loaded),
    }),
    rows: dataSet.rows,
    issues: dataSet.issues[lang],
    ...scoreSummary(loaded),
  };
}

/** Advice per row, after the row with this number. */
export function episodesDocument({ dataSet, table, book, scores }: Loaded, after: number, limit: number) {
  const { clusters } = book;
  const start = table.rows.findIndex((row) => row > after);
  const end = start < 0 ? 0 : Math.min(table.n, start + limit);
  const names = ['patient', 'episode', 'member', 'chosen_cluster'] as const;
  const texts = names.map((name) => [name, textColumn(table, name)] as const);
  const advice = (row: number, cluster: number) => ({
    cluster: clusters[cluster]!.code,
    probability: scores.probabilities[row * clusters.length + cluster]!,
  });
  const episodes = Array.from({ length: start < 0 ? 0 : end - start }, (_, index) => {
    const row = start + index;
    const [advised, second] = [scores.advised[row]!, scores.second[row]!];
    const known = texts.flatMap(([name, column]) => {
      const text = textAt(column, row);
      return text === '' ? [] : [[name, text] as const];
    });
    return {
      row: table.rows[row]!,
      ...Object.fromEntries(known),
      status: SCORE_STATUSES[scores.status[row]!]!,
      ...(advised < 0 ? {} : { advised: advice(row, advised), entropy: scores.entropy[row]! }),
      ...(second < 0 ? {} : { second: advice(row, second) }),
      itemsMissing: scores.itemsMissing[row]!,
    };
  });
  const last = episodes.at(-1)?.row;
  return {
    dataSet: dataSet.id,
    rules: { id: dataSet.rules.id, status: dataSet.rules.status },
    episodes,
    ...(last === undefined || end >= table.n ? {} : { next: last }),
  };
}

export interface SimulationAsk {
  readonly typing: Typing | undefined;
  readonly options: Partial<SimulationOptions>;
}

/** @throws Refusal when the data set lacks what the scenario needs */
export async function simulationDocument(
  services: Services,
  loaded: Loaded,
  { scenario, inputs }: ResolvedStack,
  ask: SimulationAsk,
  lang: Lang,
): Promise<SimulationResult> {
  const { dataSet, book } = loaded;
  const options = { ...DEFAULT_SIMULATION_OPTIONS, ...ask.options, lang };
  const typing = ask.typing ?? scenario.typing;
  const outcome = await runTask(services.simulator, loaded, scenario, typing, 'outcome', {
    options,
    changes: {},
  });
  const { level, draws, intervalTarget, seed } = options;
  const { baseline } = scenario;
  return {
    meta: makeMeta({
      command: 'simulate',
      rules: typing === 'chosen' ? undefined : book.sets[0]?.ruleSet,
      inputs: [inputOf(dataSet), ...inputs],
      seed,
      options: { scenario: [scenario.id], typing, level, draws, intervalTarget },
      statuses: simulationStamps(loaded, scenario, typing, false),
    }),
    rows: dataSet.rows,
    issues: dataSet.issues[lang],
    scenario: { id: scenario.id, title: scenario.title },
    baseline:
      baseline === 'current'
        ? { id: 'current', title: sentence({ code: 'simulate-current' }, lang) }
        : { id: baseline.id, title: baseline.title },
    ...outcome,
  };
}

export type BenchmarkAsk = Omit<BenchmarkOptions, 'adjust' | 'peerSeed' | 'suppress' | 'lang'> & {
  /** `cat:` before a name takes its values as categories. */
  readonly adjust?: readonly string[];
};

/** Others than one's own are always peers without a name. @throws Refusal as `benchmarkRun` */
export function benchmarkDocument(
  services: Services,
  loaded: Loaded,
  { adjust, ...ask }: BenchmarkAsk,
  lang: Lang,
): BenchmarkDocument {
  const { dataSet, table } = loaded;
  const key = (name: string): string => columnOf(loaded, name);
  const keyed = (['outcome', 'duration', 'cost', 'member'] as const).flatMap((name) => {
    const column = ask[name];
    return column === undefined ? [] : [[name, key(column)] as const];
  });
  const result = benchmarkRun(table, {
    ...ask,
    ...Object.fromEntries(keyed),
    ...(ask.where === undefined
      ? {}
      : { where: ask.where.map(({ column, values }) => ({ column: key(column), values })) }),
    ...(adjust === undefined
      ? {}
      : {
          adjust: adjust.map((name) =>
            name.startsWith('cat:')
              ? { column: key(name.slice(4)), kind: 'category' as const }
              : { column: key(name), kind: 'auto' as const },
          ),
        }),
    peerSeed: `${services.peerSeed} ${dataSet.id}`,
    lang,
  });
  return {
    meta: makeMeta({
      command: 'benchmark run',
      inputs: [inputOf(dataSet)],
      options: { ...ask, ...(adjust === undefined ? {} : { adjust }) },
      statuses: stampsOf(loaded).filter((stamp) => stamp === 'synthetic'),
    }),
    rows: dataSet.rows,
    issues: dataSet.issues[lang],
    ...result,
  };
}

/** A column by the name it has here or in the file. */
function columnOf({ table, dataSet }: Loaded, name: string): string {
  if (table.columns.has(name)) return name;
  return dataSet.recognised.columns.find(({ header }) => header === name)?.canonical ?? name;
}
