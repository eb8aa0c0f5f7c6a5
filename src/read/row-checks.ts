/**
 * Checks that look at more than one cell of a row. Invariant: they speak only of columns that a
 * command uses, and name the column at fault, never a value.
 */

import { BLANK_DAY, isoFromDay } from '../table/day.ts';
import { NumberReader } from './cell-readers.ts';
import type { ColumnMapping, MappedColumn } from './column-map.ts';
import { EpisodeSet } from './episode-set.ts';
import { NOT_A_DAY, OTHER_ORDER, parseDay } from './parse-day.ts';
import type { PlainLine } from './plain-cells.ts';
import type { ReadPlan } from './read-plan.ts';

/** A finding of a row; `error` rejects it. */
export interface RowFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly column: MappedColumn;
}

/** Which episodes there were; `add` is false for one that was there already. */
export interface SeenEpisodes {
  add(patient: string, episode: string): boolean;
  /** The same from bytes (of the patient, then of the episode); false also where these are not plain. */
  addPlain(bytes: Uint8Array, from: number, to: number, from2: number, to2: number): boolean;
}

export interface RowCheck {
  /** `at` = the row's place in the batch, for the cells that were read. */
  find(row: readonly string[], at: number): RowFinding | undefined;
  /** Whether it finds nothing in a row of plain cells; false where `find` has to look. Absent: it always has. */
  plain?(line: PlainLine): boolean;
}

/**
 * The checks that the columns in use make possible; `assessments`: several rows per patient. One that remembers rows
 * stands behind those that may ask for the text of a row.
 */
export function rowChecks(
  mapping: ColumnMapping,
  plan: ReadPlan,
  assessments: boolean,
  seen: SeenEpisodes = new EpisodeSet(),
): readonly RowCheck[] {
  const checks = [
    startBeforeEnd(mapping, plan) ?? startBeforeEndElsewhere(mapping, plan),
    ...(assessments ? assessmentChecks(mapping, plan) : [onceOnly(mapping, seen)]),
    preBeforePost(mapping, plan),
    twoMoments(mapping, plan),
  ];
  return checks.filter((check) => check !== undefined);
}

function startBeforeEnd({ columns }: ColumnMapping, { days }: ReadPlan): RowCheck | undefined {
  const { start, end } = days;
  const column = columns.get('end');
  if (start === undefined || end === undefined || column === undefined) return undefined;
  const finding = { code: 'start-after-end', severity: 'error', column } as const;
  return {
    find(_, at) {
      const last = end.at(at);
      return last === BLANK_DAY || start.at(at) <= last ? undefined : finding;
    },
  };
}

/** The same where a command does not use both dates: a warning, and only if it holds in every order that fits. */
function startBeforeEndElsewhere({ columns }: ColumnMapping, { days }: ReadPlan): RowCheck | undefined {
  const [first, column] = [columns.get('start'), columns.get('end')];
  if (first === undefined || column === undefined) return undefined;
  const finding = { code: 'start-after-end', severity: 'warning', column } as const;
  const find: RowCheck['find'] = (row) => {
    const start = row[first.index]!.trim();
    const end = row[column.index]!.trim();
    if (start === '' || end === '') return undefined;
    const dayFirst = isAfter(start, end, 'dmy');
    if (dayFirst === false) return undefined;
    const monthFirst = isAfter(start, end, 'mdy');
    if (monthFirst === false) return undefined;
    return dayFirst || monthFirst ? finding : undefined;
  };
  // A column in use has an order of its own.
  if (days.start !== undefined || days.end !== undefined) return { find };
  return {
    find,
    plain: ({ days: read }) => read[column.index] === BLANK_DAY || read[first.index]! <= read[column.index]!,
  };
}

/** Undefined where the order does not fit both dates. */
function isAfter(start: string, end: string, order: 'dmy' | 'mdy'): boolean | undefined {
  const first = parseDay(start, order);
  if (first === NOT_A_DAY || first === OTHER_ORDER) return undefined;
  const last = parseDay(end, order);
  return last === NOT_A_DAY || last === OTHER_ORDER ? undefined : first > last;
}

/** A patient and episode that were there before. */
function onceOnly({ columns }: ColumnMapping, seen: SeenEpisodes): RowCheck | undefined {
  const patient = columns.get('patient');
  const episode = columns.get('episode');
  if (patient === undefined || episode === undefined) return undefined;
  const finding = { code: 'duplicate-episode', severity: 'error', column: episode } as const;
  const [a, b] = [patient.index, episode.index];
  return {
    find(row) {
      const first = row[a]!.trim();
      const second = row[b]!.trim();
      return first === '' || second === '' || seen.add(first, second) ? undefined : finding;
    },
    plain: ({ bytes, from, to }) =>
      from[a] === to[a] || from[b] === to[b] || seen.addPlain(bytes, from[a]!, to[a]!, from[b]!, to[b]!),
  };
}

/** An assessment has a patient and a day, is not after the episode's end, and was not there before. */
function assessmentChecks({ columns }: ColumnMapping, { days }: ReadPlan): (RowCheck | undefined)[] {
  const patient = columns.get('patient');
  const date = columns.get('date');
  const day = days.date;
  if (patient === undefined || date === undefined || day === undefined) return [];
  const whole: RowCheck['find'] = (row, at) => {
    const column = row[patient.index]!.trim() === '' ? patient : day.at(at) === BLANK_DAY ? date : undefined;
    return column && { code: 'assessment-incomplete', severity: 'error', column };
  };
  const { end } = days;
  const inTime: RowCheck['find'] | undefined =
    end &&
    ((_, at) => {
      const last = end.at(at);
      const fine = last === BLANK_DAY || day.at(at) <= last;
      return fine ? undefined : { code: 'assessment-after-end', severity: 'error', column: date };
    });
  const seen = new EpisodeSet();
  const others = ['member', 'episode'] as const;
  const parts = others.flatMap((name) => columns.get(name)?.index ?? []);
  const once: RowCheck['find'] = (row, at) => {
    const rest = [...parts.map((index) => row[index]!.trim()), isoFromDay(day.at(at))].join('\u0000');
    const fresh = seen.add(row[patient.index]!.trim(), rest);
    return fresh ? undefined : { code: 'duplicate-assessment', severity: 'error', column: date };
  };
  return [whole, inTime, once].map((find) => find && { find });
}

/** A second measurement says nothing of change without a first one. */
function preBeforePost({ columns }: ColumnMapping, plan: ReadPlan): RowCheck | undefined {
  const [pre, post] = [numberReader(plan, 'pre'), numberReader(plan, 'post')];
  const column = columns.get('post');
  if (pre === undefined || post === undefined || column === undefined) return undefined;
  const finding = { code: 'post-without-pre', severity: 'warning', column } as const;
  return {
    find: (_, at) => (Number.isNaN(pre.at(at)) && !Number.isNaN(post.at(at)) ? finding : undefined),
  };
}

/** Two measurements on one day are likely one that was copied. Equal dates are equal in any order. */
function twoMoments({ columns }: ColumnMapping, plan: ReadPlan): RowCheck | undefined {
  const [pre, post] = [numberReader(plan, 'pre'), numberReader(plan, 'post')];
  const [first, column] = [columns.get('pre_date'), columns.get('post_date')];
  if (pre === undefined || post === undefined || first === undefined || column === undefined)
    return undefined;
  const finding = { code: 'pre-equals-post-date', severity: 'warning', column } as const;
  return {
    find(row, at) {
      if (Number.isNaN(pre.at(at)) || Number.isNaN(post.at(at))) return undefined;
      return isSameDay(row[first.index]!.trim(), row[column.index]!.trim()) ? finding : undefined;
    },
  };
}

function isSameDay(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  const day = parseDay(a, 'dmy');
  if (day === NOT_A_DAY) return false;
  return day === OTHER_ORDER ? a === b : day === parseDay(b, 'dmy');
}

function numberReader(plan: ReadPlan, name: string): NumberReader | undefined {
  const reader = plan.checked.find((column) => column.name === name)?.reader;
  return reader instanceof NumberReader ? reader : undefined;
}
