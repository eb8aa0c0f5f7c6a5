/**
 * The rows of a FHIR bundle: the HoNOS+ Observations of one subject on one day make one row.
 * Invariants: every HoNOS+ Observation is in a row or in a finding; no name is read.
 */

import * as v from 'valibot';
import type { Issue } from '../../model/issue.ts';
import { RATING_COLUMNS } from '../../table/column-access.ts';
import { dutchDay } from '../../table/dutch-day.ts';
import type { RowFault } from '../row-source.ts';
import {
  answerOf,
  kindOf,
  momentOf,
  OBSERVATION,
  type Observation,
  questionOf,
  subjectOf,
} from './honos-answer.ts';

/** Columns of every bundle. `hv08_kind`: kind of problem that item 8 names. */
export const FHIR_HEADER: readonly string[] = ['patient', 'date', ...RATING_COLUMNS, 'hv08_kind'];
const FIRST_ITEM = 2;
const KIND_AT = FHIR_HEADER.length - 1;
const ITEM_8 = 7;

export interface BundleRows {
  readonly rows: string[][];
  /** By index in `rows`. */
  readonly faults: ReadonlyMap<number, readonly RowFault[]>;
  readonly notes: readonly Issue[];
}

interface OpenRow {
  readonly cells: string[];
  readonly faults: RowFault[];
}

const BUNDLE = v.looseObject({
  resourceType: v.literal('Bundle'),
  entry: v.optional(v.array(v.unknown()), []),
});
const ENTRY = v.looseObject({ resource: v.looseObject({ resourceType: v.literal('Observation') }) });
/** Observations that were taken back count no more than if they were not there. */
const WITHDRAWN: ReadonlySet<string> = new Set(['entered-in-error', 'cancelled']);

/** The rows of a bundle; undefined where the document is none. */
export function bundleRows(document: unknown): BundleRows | undefined {
  const bundle = v.safeParse(BUNDLE, document);
  if (!bundle.success) return undefined;
  const rows = new Map<string, OpenRow>();
  const notes: Issue[] = [];
  for (const entry of bundle.output.entry) {
    const read = v.safeParse(ENTRY, entry);
    if (!read.success) continue;
    const observation = v.safeParse(OBSERVATION, read.output.resource);
    const passedOver = observation.success
      ? whyPassedOver(observation.output)
      : ({ code: 'fhir-observation-not-read', severity: 'warning' } as const);
    if (passedOver !== undefined) notes.push(passedOver);
    else if (observation.success) addAnswer(observation.output, rows);
  }
  const open = [...rows.values()];
  const faulty = open.flatMap(({ faults }, at) => (faults.length === 0 ? [] : [[at, faults] as const]));
  return { rows: open.map(({ cells }) => cells), faults: new Map(faulty), notes };
}

function whyPassedOver(observation: Observation): Issue | undefined {
  const question = questionOf(observation);
  if (question === undefined) return { code: 'fhir-other-observations', severity: 'info' };
  if (WITHDRAWN.has(observation.status ?? '')) return { code: 'fhir-withdrawn', severity: 'info' };
  return question === 'unknown' ? { code: 'fhir-question-unknown', severity: 'warning' } : undefined;
}

function addAnswer(observation: Observation, rows: Map<string, OpenRow>): void {
  const question = Number(questionOf(observation));
  const row = rowOf(observation, rows);
  const header = RATING_COLUMNS[question]!;
  const { cell, fault } = answerOf(observation, question);
  if (fault !== undefined) row.faults.push({ code: fault, header });
  const at = FIRST_ITEM + question;
  if (cell !== '' && row.cells[at] !== '' && row.cells[at] !== cell) {
    row.faults.push({ code: 'fhir-answer-twice', header });
  } else if (cell !== '') row.cells[at] = cell;
  if (question === ITEM_8) row.cells[KIND_AT] ||= kindOf(observation);
}

function rowOf(observation: Observation, rows: Map<string, OpenRow>): OpenRow {
  const subject = subjectOf(observation);
  const day = dayOf(momentOf(observation));
  const key = JSON.stringify([subject, day]);
  const known = rows.get(key);
  if (known !== undefined) return known;
  const cells = FHIR_HEADER.map(() => '');
  cells[0] = subject;
  cells[1] = day;
  // Without either the row may hold the answers of several people or days.
  const faults: RowFault[] = [
    ...(subject === '' ? [{ code: 'fhir-subject-missing' }] : []),
    ...(day === '' ? [{ code: 'fhir-date-missing' }] : []),
  ];
  const row = { cells, faults };
  rows.set(key, row);
  return row;
}

const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/;

/** The day of a FHIR dateTime: as written, and the Dutch one where a time zone says which moment it was. */
function dayOf(moment: string): string {
  if (WITH_ZONE.test(moment)) {
    const day = dutchDay(Date.parse(moment));
    if (day !== '') return day;
  }
  return /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(moment) ? moment.slice(0, 10) : '';
}
