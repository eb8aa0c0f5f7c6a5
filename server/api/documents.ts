/** Results of a data set as the command line writes them: the same keys, the same numbers. */

import {
  BLANK_DAY,
  caseAt,
  createRobustness,
  createScoreSummary,
  DEFAULT_LOW_CERTAINTY,
  dayColumn,
  type ExplainDocument,
  explainCase,
  type Lang,
  makeMeta,
  SCORE_STATUSES,
  type ScoreResult,
  seededUniforms,
  textAt,
  textColumn,
} from '../../src/index.ts';
import type { DataSet } from '../../views/model.ts';
import { ROBUSTNESS_CASES, scoreSummary } from '../routes/clusters.tsx';
import type { Loaded } from '../workspace.ts';
import { inputOf } from './input-of.ts';

/** Which columns of the file were read as what, and every finding. */
export function reportDocument(dataSet: DataSet, lang: Lang) {
  const { id, name, origin, synthetic, createdAt, sha256, bytes, rows, patients, members, rules } = dataSet;
  const day = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
  const { firstDay, lastDay, outdated, recognised, deleteOn } = dataSet;
  return {
    ...{ id, name, origin, synthetic, createdAt, sha256, bytes, rows, patients, members },
    ...(firstDay === undefined || lastDay === undefined ? {} : { from: day(firstDay), until: day(lastDay) }),
    ...(deleteOn === undefined ? {} : { deleteOn }),
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

export interface ScoreAsk {
  readonly lowCertainty: number;
  /** What flips when ratings move, by the command's own options. */
  readonly robustness?: { readonly move: number; readonly draws: number; readonly seed: number };
}

export function scoreDocument(
  loaded: Loaded,
  { lowCertainty, robustness }: ScoreAsk,
  lang: Lang,
): ScoreResult {
  const { dataSet, book } = loaded;
  const used = loaded.memo('rule sets used', () => ruleSetsUsed(loaded));
  const main = used.toSorted((a, b) => b.rows - a.rows)[0]?.id ?? dataSet.rules.id;
  const { seed, ...moved } = robustness ?? {};
  return {
    meta: makeMeta({
      command: 'score',
      rules: book.sets.find(({ ruleSet }) => ruleSet.id === main)?.ruleSet,
      inputs: [inputOf(dataSet)],
      seed,
      options: { lowCertainty, ...(robustness === undefined ? {} : { robustness: true, ...moved }) },
      statuses: [...used.map(({ status }) => status), ...(dataSet.synthetic ? (['synthetic'] as const) : [])],
    }),
    rows: dataSet.rows,
    issues: dataSet.issues[lang],
    ...summaryOf(loaded, lowCertainty),
    ...(robustness === undefined ? {} : { robustness: robustnessOf(loaded, robustness) }),
    ...(used.length < 2 ? {} : { ruleSets: used }),
  };
}

function summaryOf(loaded: Loaded, lowCertainty: number) {
  if (lowCertainty === DEFAULT_LOW_CERTAINTY) return scoreSummary(loaded);
  const summary = createScoreSummary(loaded.book, { lowCertainty });
  summary.add(loaded.table, loaded.scores);
  return summary.result();
}

/** Of a large data set every so many-th case, as on the page: the answer counts those that were tried. */
function robustnessOf(loaded: Loaded, { move, draws, seed }: NonNullable<ScoreAsk['robustness']>) {
  return loaded.memo(`robustness ${move} ${draws} ${seed}`, () => {
    const robustness = createRobustness(loaded.book, { move, draws, random: seededUniforms(seed) });
    const every = Math.ceil(loaded.table.n / ROBUSTNESS_CASES);
    robustness.add(loaded.table, {}, (row) => row % every === 0);
    return robustness.result();
  });
}

/** Advice per row, after the row with this number. */
export function episodesDocument(
  { dataSet, table, book, scores }: Loaded,
  {
    after,
    limit,
    probabilities,
  }: { readonly after: number; readonly limit: number; readonly probabilities: boolean },
) {
  const { clusters } = book;
  const start = table.rows.findIndex((row) => row > after);
  const end = start < 0 ? 0 : Math.min(table.n, start + limit);
  const names = ['patient', 'episode', 'member', 'chosen_cluster'] as const;
  const texts = names.map((name) => [name, textColumn(table, name)] as const);
  const advice = (row: number, cluster: number) => ({
    cluster: clusters[cluster]!.code,
    probability: scores.probabilities[row * clusters.length + cluster]!,
  });
  const probabilitiesOf = (row: number) =>
    Object.fromEntries(
      clusters.map(({ code }, at) => [code, scores.probabilities[row * clusters.length + at]!]),
    );
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
      ...(probabilities && advised >= 0 ? { probabilities: probabilitiesOf(row) } : {}),
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

/** Rows of the patient whose row this is; without a pseudonym the row alone. Places in the table. */
export function patientRows({ table }: Loaded, at: number): number[] {
  const patients = textColumn(table, 'patient');
  const code = patients?.codes[at] ?? -1;
  if (patients === undefined || code < 0) return [at];
  return Array.from({ length: table.n }, (_, row) => row).filter((row) => patients.codes[row] === code);
}

export function patientCases({ table, book }: Loaded, rows: readonly number[]): ExplainDocument['cases'] {
  return rows.map((row) => {
    const one = caseAt(book, table, row);
    return { row: table.rows[row]!, ...explainCase(one.ruleSet, one.ratings, one.supercluster) };
  });
}

/** Every advice of the patient of a row, step by step. @param at place of the row in the table */
export function explainDocument(loaded: Loaded, at: number, lang: Lang): ExplainDocument {
  const { dataSet, book } = loaded;
  const cases = patientCases(loaded, patientRows(loaded, at));
  return {
    meta: makeMeta({
      command: 'explain',
      rules: book.sets.map(({ ruleSet }) => ruleSet).find(({ id }) => id === cases[0]?.rule.id),
      inputs: [inputOf(dataSet)],
      options: {},
      statuses: [
        ...cases.map(({ rule }) => rule.status),
        ...(dataSet.synthetic ? (['synthetic'] as const) : []),
      ],
    }),
    rows: dataSet.rows,
    issues: dataSet.issues[lang],
    cases,
  };
}
