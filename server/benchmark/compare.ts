/**
 * The comparison behind the page: selection, case mix, result with peers hidden. What cannot be computed
 * is a state of the page, not an error. Kept per data set and choices, since an answer never changes.
 */

import {
  type BenchmarkDocument,
  type BenchmarkOptions,
  type BenchmarkResult,
  benchmarkRun,
  type Lang,
  makeMeta,
  type OutcomesResult,
  type OverTimeResult,
  Refusal,
  type Sensitivity,
  type Status,
  say,
} from '../../src/index.ts';
import { type Cannot, isCannot, type OwnState } from '../../views/benchmark-model.ts';
import { textOf } from '../../views/view.ts';
import { pageSentences } from '../page-sentences.ts';
import { named } from '../respond.tsx';
import { type CaseMix, caseMixColumns, caseMixOf } from './case-mix.ts';
import { type Choices, queryOf } from './choices.ts';
import { factsOf } from './facts.ts';
import { ownFigures } from './own-figures.ts';
import { pickRows } from './pick-rows.ts';
import type { BenchmarkRows } from './rows.ts';
import { FEWEST_MEMBERS, type Selection, selectionOf } from './selection.ts';

const LEVEL = 0.95;
const COLUMNS = [
  ...['patient', 'episode', 'member', 'start', 'end', 'bed_days', 'minutes'],
  ...['instrument', 'pre', 'post', 'rom_status'],
];
const OTHER = { nl: 'overig (samengevoegd)', en: 'other (merged)' };

export interface Comparison {
  readonly selection: Selection;
  readonly caseMix: Omit<CaseMix, 'columns'>;
  readonly has: { readonly outcome: boolean; readonly duration: boolean };
  readonly rows: { readonly usable: number; readonly selected: number };
  readonly own: OwnState;
  readonly result: BenchmarkDocument | Cannot;
  /** Classes of change over all and of one's own institution; only with the reliability of the instrument. */
  readonly classes?: OutcomesResult;
  /** One's own institution by quarter. */
  readonly overTime?: OverTimeResult;
  readonly stamps: readonly Status[];
}

/** @param peerSeed draws the labels of the peers, per data set; never shown, never kept */
export function comparisonOf(
  loaded: BenchmarkRows,
  choices: Choices,
  lang: Lang,
  peerSeed: string,
): Comparison {
  return loaded.memo(keyOf(choices, lang), () => compare(loaded, choices, lang, secretOf(loaded, peerSeed)));
}

function secretOf({ dataSet }: BenchmarkRows, peerSeed: string): string {
  return `${peerSeed} ${dataSet.id}`;
}

/** Choices as the address says them: what was proposed anyway is left unsaid. */
export function canonicalChoices(
  loaded: BenchmarkRows,
  choices: Choices,
  lang: Lang,
  comparison: Comparison,
): Choices {
  const { proposed } = comparison.caseMix;
  const { adjust } = choices;
  const asProposed =
    adjust !== undefined &&
    adjust.length === proposed.length &&
    proposed.every((name) => adjust.includes(name));
  if (!asProposed) return choices;
  const canonical = { ...choices, adjust: undefined };
  loaded.memo(keyOf(canonical, lang), () => comparison);
  return canonical;
}

function keyOf(choices: Choices, lang: Lang): string {
  return `benchmark ${lang} ${queryOf(choices)}`;
}

/** Rows of the selection with their case mix, as models see them. */
function preparedFor(loaded: BenchmarkRows, choices: Choices, lang: Lang) {
  const { table } = loaded;
  const facts = factsOf(loaded);
  const selection = selectionOf(loaded, choices);
  const names = [...COLUMNS, ...caseMixColumns(table)];
  const rows = pickRows(table, selection.rows, names);
  const compared = Uint8Array.from(selection.rows, (row) => facts.compared[row]!);
  const { columns, ...caseMix } = caseMixOf(rows, compared, choices.adjust, say(OTHER, lang));
  return {
    facts,
    selection,
    rows,
    caseMix,
    table: { ...rows, columns: new Map([...rows.columns, ...columns]) },
  };
}

function optionsFor(
  choices: Choices,
  { adjust }: Pick<CaseMix, 'adjust'>,
  own: string,
  lang: Lang,
  peerSeed: string,
): BenchmarkOptions {
  const { method } = choices;
  return { adjust, method, level: LEVEL, lang, peerSeed, ...(own === '' ? {} : { own }) };
}

/** Runs for one's own institution; where it is too small to take part, with everybody a label. */
function runFor(
  own: string,
  run: (own: string) => BenchmarkResult,
): [BenchmarkResult, 'as asked' | 'left-out'] {
  try {
    return [run(own), 'as asked'];
  } catch (error) {
    if (!hasCode(error, 'unknown-own')) throw error;
    return [run(''), 'left-out'];
  }
}

function compare(loaded: BenchmarkRows, choices: Choices, lang: Lang, secret: string): Comparison {
  const { facts, selection, rows, caseMix, table } = preparedFor(loaded, choices, lang);
  const usesAdvice = facts.typing === 'advised' && choices.cluster !== '';
  const base = {
    selection,
    caseMix,
    has: facts.has,
    rows: { usable: loaded.table.n, selected: rows.n },
    // The rule set plays no part unless its advice chose the rows.
    stamps: loaded.stamps.filter((stamp) => stamp === 'synthetic' || usesAdvice),
  };
  const cannot = (result: Cannot): Comparison => ({ ...base, own: 'none', result });
  if (facts.member === undefined) return cannot({ why: 'no-member-column' });
  if (!facts.has.outcome && !facts.has.duration) return cannot({ why: 'nothing-to-compare' });
  if (rows.n === 0) return cannot({ why: 'empty-selection' });

  const known = facts.member.words.includes(choices.own);
  try {
    const wanted: OwnState = choices.own === '' ? 'none' : known ? 'shown' : 'unknown';
    const [result, how] = runFor(wanted === 'shown' ? choices.own : '', (name) =>
      benchmarkRun(table, optionsFor(choices, caseMix, name, lang, secret)),
    );
    const own = how === 'left-out' ? how : wanted;
    return {
      ...base,
      ...ownFigures(rows, choices, own, lang),
      own,
      result: documentOf(loaded, choices, caseMix, selection, result, base.stamps, lang),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const small = error.issues.find((issue) => issue.code === 'network-too-small');
    return cannot(
      small === undefined
        ? {
            why: 'refused',
            sentences: pageSentences(error.issues, textOf(lang).benchmark.refusal, lang),
          }
        : { why: 'too-few-members', members: Number(small.params?.members ?? 0) },
    );
  }
}

/**
 * Which findings hold when the analysis is done otherwise.
 * @returns undefined where there is no comparison
 */
export function sensitivityIn(
  loaded: BenchmarkRows,
  choices: Choices,
  lang: Lang,
  peerSeed: string,
): Sensitivity | undefined {
  const comparison = comparisonOf(loaded, choices, lang, peerSeed);
  if (isCannot(comparison.result)) return undefined;
  return loaded.memo(`sensitivity ${keyOf(choices, lang)}`, () => {
    const { caseMix, table } = preparedFor(loaded, choices, lang);
    const { reliability } = choices;
    const own = comparison.own === 'shown' ? choices.own : '';
    const options = optionsFor(choices, caseMix, own, lang, secretOf(loaded, peerSeed));
    const sensitivity = reliability === undefined ? {} : { reliability };
    return benchmarkRun(table, { ...options, sensitivity }).sensitivity;
  });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Refusal && error.issues.some((issue) => issue.code === code);
}

/** The result as the command line writes it; the seed of the labels stays out. */
function documentOf(
  { dataSet }: BenchmarkRows,
  choices: Choices,
  caseMix: Pick<CaseMix, 'adjust'>,
  selection: Selection,
  result: BenchmarkResult,
  stamps: readonly Status[],
  lang: Lang,
): BenchmarkDocument {
  const { cluster, period, setting, own, method } = choices;
  const filters = { cluster, period, setting, instrument: selection.instrument, own };
  return {
    meta: makeMeta({
      command: 'benchmark run',
      inputs: [{ name: named(dataSet, lang).name, rows: dataSet.rows.read, sha256: dataSet.sha256 }],
      options: {
        ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')),
        adjust: caseMix.adjust,
        method,
        minMembers: FEWEST_MEMBERS,
        level: LEVEL,
      },
      statuses: stamps,
    }),
    rows: dataSet.rows,
    issues: dataSet.issues[lang],
    ...result,
  };
}
