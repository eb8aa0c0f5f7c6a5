/** From rows and an address to all that the pages are told. Pure: the same here and in the thread. */

import type { Lang, Sensitivity } from '../../src/index.ts';
import { type BenchmarkState, isCannot } from '../../views/benchmark-model.ts';
import { type DocumentQuestion, documentOf, type MemberDocument } from '../api/outcome-documents.ts';
import { type Choices, queryOf } from './choices.ts';
import { type Comparison, canonicalChoices, comparisonOf, sensitivityIn } from './compare.ts';
import { factsOf } from './facts.ts';
import { drawingsOf } from './figures.ts';
import type { BenchmarkRows } from './rows.ts';

export interface BenchmarkQuestion {
  readonly choices: Choices;
  readonly lang: Lang;
  /** Draws the labels of the peers, per data set; never shown, never kept. */
  readonly peerSeed: string;
  /** `sensitivity` reckons the comparison many times over: only its own page asks. */
  readonly want: 'page' | 'sensitivity';
}

export interface BenchmarkAnswer {
  /** The shortest choices that ask for the same. */
  readonly choices: Choices;
  readonly comparison: Omit<Comparison, 'selection'>;
  readonly state: BenchmarkState;
  readonly sensitivity?: Sensitivity;
}

/** Of a page, or of a program. */
export type Question = BenchmarkQuestion | DocumentQuestion;
export type Answer = BenchmarkAnswer | MemberDocument;

export function answerTo(rows: BenchmarkRows, question: Question): Answer {
  return question.want === 'document' ? documentOf(rows, question) : answerOf(rows, question);
}

export function benchmarkPath(id: string): string {
  return `/data/${id}/benchmark`;
}

function answerOf(rows: BenchmarkRows, question: BenchmarkQuestion): BenchmarkAnswer {
  const { lang, peerSeed, want } = question;
  const made = comparisonOf(rows, question.choices, lang, peerSeed);
  const choices = canonicalChoices(rows, question.choices, lang, made);
  const { selection, ...comparison } = made;
  const { caseMix, result } = comparison;
  const query = queryOf(choices);
  const facts = factsOf(rows);
  const figures = rows.memo(`figures ${lang} ${query}`, () => drawingsOf(comparison, choices.own, lang));
  const state: BenchmarkState = {
    own: { name: choices.own, state: choices.own !== '' && isCannot(result) ? 'shown' : comparison.own },
    filters: selection.filters,
    superclusterOf: facts.superclusterOf,
    typing: facts.typing,
    method: choices.method,
    reliability: choices.reliability,
    caseMix,
    has: comparison.has,
    rows: comparison.rows,
    result,
    figures,
    stamps: comparison.stamps,
    columns: [...rows.table.columns.keys()],
    path: benchmarkPath(rows.dataSet.id),
    query,
    withoutAdjust: queryOf({ ...choices, adjust: [] }),
  };
  const sensitivity = want === 'sensitivity' ? sensitivityIn(rows, choices, lang, peerSeed) : undefined;
  return { choices, comparison, state, ...(sensitivity === undefined ? {} : { sensitivity }) };
}
