/** Results of a data set as the command line writes them: the same keys, the same numbers. */

import {
  type BenchmarkDocument,
  type BenchmarkOptions,
  BLANK_DAY,
  benchmarkRun,
  DEFAULT_LOW_CERTAINTY,
  DEFAULT_SIMULATION_OPTIONS,
  dayColumn,
  type InputMeta,
  type Lang,
  makeMeta,
  type OutcomesDocument,
  type OutcomesOptions,
  outcomesOf,
  type ResolvedStack,
  SCORE_STATUSES,
  type ScoreResult,
  type SimulationOptions,
  type SimulationResult,
  type Typing,
  textAt,
  textColumn,
  type WinnersAsk,
} from '../../src/index.ts';
import type { DataSet } from '../../views/model.ts';
import { scoreSummary } from '../routes/clusters.tsx';
import type { Services } from '../services.ts';
import { type ResultAsk, simulationResult } from '../simulation/document.ts';
import { stampsOf } from '../stamps.ts';
import type { Loaded } from '../workspace.ts';

/** Absent keys and keys with `undefined` are one to a schema, two to the types. */
export type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

export function given<T extends object>(value: T): Partial<Given<T>> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Given<T>;
}

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

/** Rule sets with the rows that each has typed, by the day of the rating; those without a row left out. */
function ruleSetsUsed({ book, table }: Loaded): NonNullable<ScoreResult['ruleSets']> {
  const days = dayColumn(table, 'date')?.values;
  const rows = book.sets.map(() => 0);
  if (days === undefined || rows.length === 1) rows[book.choose(undefined)]! += table.n;
  else for (const day of days) rows[book.choose(day === BLANK_DAY ? undefined : day)]! += 1;
  return book.sets.flatMap(({ ruleSet: { id, status, sha256 } }, at) =>
    rows[at]! > 0 ? [{ id, status, sha256, rows: rows[at]! }] : [],
  );
}

export function scoreDocument(loaded: Loaded, lang: Lang): ScoreResult {
  const { dataSet, book } = loaded;
  const used = loaded.memo('rule sets used', () => ruleSetsUsed(loaded));
  const main = used.toSorted((a, b) => b.rows - a.rows)[0]?.id ?? dataSet.rules.id;
  return {
    meta: makeMeta({
      command: 'score',
      rules: book.sets.find(({ ruleSet }) => ruleSet.id === main)?.ruleSet,
      inputs: [inputOf(dataSet)],
      options: { lowCertainty: DEFAULT_LOW_CERTAINTY },
      statuses: [...used.map(({ status }) => status), ...(dataSet.synthetic ? (['synthetic'] as const) : [])],
    }),
    rows: dataSet.rows,
    issues: dataSet.issues[lang],
    ...scoreSummary(loaded),
    ...(used.length < 2 ? {} : { ruleSets: used }),
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

/** How a change is judged, and whose rows. */
export type OutcomesAsk = Omit<OutcomesOptions, 'by' | 'windows'>;

/** Change between two measurements, its classes, and who was measured. @throws Refusal as `outcomesOf` */
export function outcomesDocument(loaded: Loaded, ask: OutcomesAsk, lang: Lang): OutcomesDocument {
  const { dataSet, table } = loaded;
  const { result } = outcomesOf(table, ask);
  return {
    meta: makeMeta({
      command: 'outcomes',
      inputs: [inputOf(dataSet)],
      options: { ...ask },
      statuses: stampsOf(loaded).filter((stamp) => stamp === 'synthetic'),
    }),
    rows: dataSet.rows,
    issues: dataSet.issues[lang],
    ...result,
  };
}

export interface SimulationAsk
  extends Partial<Omit<SimulationOptions, 'lang'>>,
    Partial<Pick<ResultAsk, 'tail' | 'tornado'>>,
    Omit<WinnersAsk, 'lang'> {
  readonly typing?: Typing;
}

/** @throws Refusal when the data set lacks what the scenario needs */
export function simulationDocument(
  services: Services,
  loaded: Loaded,
  { scenario, inputs }: ResolvedStack,
  ask: SimulationAsk,
  lang: Lang,
): Promise<SimulationResult> {
  const { typing, winners, winnerBins, tail, tornado, ...options } = ask;
  return simulationResult(services, loaded, {
    scenario,
    name: { id: scenario.id, title: scenario.title },
    typing: typing ?? scenario.typing,
    inputs,
    options: { ...DEFAULT_SIMULATION_OPTIONS, ...options, lang },
    said: given({ typing, winners, winnerBins, tail: tail === true ? tail : undefined, tornado }),
    changed: false,
    winners: given({ winners, winnerBins }),
    ...given({ tail, tornado }),
  });
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
