/**
 * Outcomes, the comparison of members and the course over time as the command line writes them. Pure, from rows that
 * can be sent to a thread.
 */

import {
  type BenchmarkDocument,
  type BenchmarkOptions,
  benchmarkRun,
  type CaseTable,
  type ConversionTable,
  convertScores,
  type DayWindow,
  type Lang,
  type MeasurementWindows,
  makeMeta,
  type OutcomesDocument,
  type OutcomesOptions,
  type OverTimeDocument,
  type OverTimeOptions,
  outcomesOf,
  outcomesOverTime,
  type ReliableChangeMethod,
  type SensitivityOptions,
  type Status,
  withinWindows,
} from '../../src/index.ts';
import type { BenchmarkRows } from '../benchmark/rows.ts';
import { given } from './given.ts';
import { inputOf } from './input-of.ts';

interface Windows {
  readonly windowPre?: DayWindow;
  readonly windowPost?: DayWindow;
}

function windowsOf({ windowPre: pre, windowPost: post }: Windows): { readonly windows?: MeasurementWindows } {
  if (pre === undefined && post === undefined) return {};
  return { windows: given({ pre, post }) };
}

/** The rows with their scores converted, where a table is given. @throws Refusal as `convertScores` */
function converted(
  table: CaseTable,
  conversion: ConversionTable | undefined,
  instrument?: string,
): CaseTable {
  return conversion === undefined ? table : convertScores(table, conversion, instrument);
}

/** What is to be stamped: whether the rows are made up, and what the conversion is. */
function statusesOf({ stamps }: BenchmarkRows, conversion: ConversionTable | undefined): Status[] {
  const status = conversion?.status;
  return [...stamps.filter((stamp) => stamp === 'synthetic'), ...(status === undefined ? [] : [status])];
}

/** How a change is judged, and whose rows. */
export type OutcomesAsk = Omit<OutcomesOptions, 'by' | 'windows'> & Windows;

/** Change between two measurements, its classes, and who was measured. @throws Refusal as `outcomesOf` */
function outcomesDocument(
  loaded: BenchmarkRows,
  { windowPre, windowPost, ...ask }: OutcomesAsk,
  conversion: ConversionTable | undefined,
  lang: Lang,
): OutcomesDocument {
  const { dataSet, table } = loaded;
  const windows = given({ windowPre, windowPost });
  const { result } = outcomesOf(converted(table, conversion, ask.instrument), {
    ...ask,
    ...windowsOf(windows),
  });
  return {
    meta: makeMeta({
      command: 'outcomes',
      inputs: [inputOf(dataSet)],
      options: { direction: 'lower', method: 'JT', ...ask, ...windows },
      statuses: statusesOf(loaded, conversion),
    }),
    ...(conversion === undefined ? {} : { conversion: conversionMeta(conversion) }),
    rows: dataSet.rows,
    issues: dataSet.issues[lang],
    ...result,
  };
}

function conversionMeta({ id, source, sha256, status }: ConversionTable) {
  return { id, source, sha256, ...(status === undefined ? {} : { status }) };
}

export interface BenchmarkAsk
  extends Omit<BenchmarkOptions, 'adjust' | 'peerSeed' | 'suppress' | 'lang' | 'windows' | 'sensitivity'>,
    Omit<SensitivityOptions, 'reliableChange'>,
    Windows {
  /** `cat:` before a name takes its values as categories. */
  readonly adjust?: readonly string[];
  /** Also which findings hold under other analyses. */
  readonly sensitivity?: boolean;
  readonly rciMethod?: ReliableChangeMethod;
}

/** Others than one's own are always peers without a name. @throws Refusal as `benchmarkRun` */
function benchmarkDocument(
  loaded: BenchmarkRows,
  asked: BenchmarkAsk,
  conversion: ConversionTable | undefined,
  lang: Lang,
  peerSeed: string,
): BenchmarkDocument {
  const { adjust, windowPre, windowPost, sensitivity, rciMethod, ...more } = asked;
  const { reliability, reliabilityPost, functional, clinical, cutoff, ...ask } = more;
  const judged = given({ reliability, reliabilityPost, functional, clinical, cutoff });
  const { dataSet } = loaded;
  const key = (name: string): string => columnOf(loaded, name);
  const keyed = (['outcome', 'duration', 'cost', 'member'] as const).flatMap((name) => {
    const column = ask[name];
    return column === undefined ? [] : [[name, key(column)] as const];
  });
  const result = benchmarkRun(converted(loaded.table, conversion, ask.instrument), {
    ...ask,
    ...Object.fromEntries(keyed),
    ...windowsOf(given({ windowPre, windowPost })),
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
    ...(sensitivity === true ? { sensitivity: { ...judged, reliableChange: rciMethod ?? 'JT' } } : {}),
    peerSeed: `${peerSeed} ${dataSet.id}`,
    lang,
  });
  const { conversion: _, ...said } = { conversion: undefined, ...asked };
  return {
    meta: makeMeta({
      command: 'benchmark run',
      inputs: [inputOf(dataSet)],
      options: { ...said, ...(conversion === undefined ? {} : { conversion: conversion.id }) },
      statuses: statusesOf(loaded, conversion),
    }),
    rows: dataSet.rows,
    issues: dataSet.issues[lang],
    ...result,
  };
}

export type OverTimeAsk = Omit<OverTimeOptions, 'lang'> & Windows;

/** One institution over time. @throws Refusal as `outcomesOverTime` */
function overTimeDocument(
  loaded: BenchmarkRows,
  { windowPre, windowPost, ...ask }: OverTimeAsk,
  conversion: ConversionTable | undefined,
  lang: Lang,
): OverTimeDocument {
  const { dataSet, table } = loaded;
  const windows = given({ windowPre, windowPost });
  const { windows: within } = windowsOf(windows);
  const inside = within === undefined ? table : withinWindows(table, within);
  const { member } = ask;
  return {
    meta: makeMeta({
      command: 'benchmark xmr',
      inputs: [inputOf(dataSet)],
      options: {
        ...{ value: 'outcome', by: 'month', direction: 'lower' },
        ...ask,
        ...windows,
        ...(conversion === undefined ? {} : { conversion: conversion.id }),
      },
      statuses: statusesOf(loaded, conversion),
    }),
    rows: dataSet.rows,
    issues: dataSet.issues[lang],
    ...outcomesOverTime(converted(inside, conversion, ask.instrument), {
      ...ask,
      ...(member === undefined ? {} : { member: columnOf(loaded, member) }),
      lang,
    }),
  };
}

/** A column by the name it has here or in the file. */
function columnOf({ table, dataSet }: BenchmarkRows, name: string): string {
  if (table.columns.has(name)) return name;
  return dataSet.recognised.columns.find(({ header }) => header === name)?.canonical ?? name;
}

/** One of these documents, with all that it depends on: plain data. */
export type DocumentQuestion = {
  readonly want: 'document';
  readonly conversion: ConversionTable | undefined;
  readonly lang: Lang;
  readonly peerSeed: string;
} & (
  | { readonly name: 'outcomes'; readonly ask: OutcomesAsk }
  | { readonly name: 'benchmark'; readonly ask: BenchmarkAsk }
  | { readonly name: 'over-time'; readonly ask: OverTimeAsk }
);
export type MemberDocument = OutcomesDocument | BenchmarkDocument | OverTimeDocument;

/** @throws Refusal as each of them */
export function documentOf(rows: BenchmarkRows, question: DocumentQuestion): MemberDocument {
  const { conversion, lang, peerSeed } = question;
  switch (question.name) {
    case 'outcomes':
      return outcomesDocument(rows, question.ask, conversion, lang);
    case 'benchmark':
      return benchmarkDocument(rows, question.ask, conversion, lang, peerSeed);
    case 'over-time':
      return overTimeDocument(rows, question.ask, conversion, lang);
  }
}
