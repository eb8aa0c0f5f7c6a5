/** `zorgcluster benchmark xmr CASES`: one institution's own figure over time, with the limits of its variation. */

import { type Command, Option } from 'commander';
import {
  columnKey,
  convertScores,
  figureContext,
  makeMeta,
  type OverTimeDocument,
  type OverTimeOptions,
  outcomesOverTime,
  overTimeTables,
  readConversion,
  withinWindows,
  xmrChart,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { namedFile } from '../named-file.ts';
import {
  CASE_META_KEYS,
  type CaseOptions,
  optionsForMeta,
  withCaseOptions,
  withConversion,
} from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { tableOfCases } from '../table-of-cases.ts';
import {
  WINDOW_COLUMNS,
  WINDOW_META_KEYS,
  type WindowOptions,
  windowsOf,
  withWindows,
} from '../window-options.ts';
import { betterOption } from './benchmark-options.ts';
import { statusOf } from './outcomes.ts';

type XmrOptions = CaseOptions &
  WindowOptions &
  Omit<OverTimeOptions, 'lang'> & { readonly conversion?: string };

const USES = [
  ...['patient', 'episode', 'start', 'end', 'bed_days', 'minutes'],
  ...['instrument', 'pre', 'post', 'rom_status'],
];
const META_KEYS = [
  ...['value', 'by', 'direction', 'instrument', 'own', 'member', 'screen', 'conversion'],
  ...WINDOW_META_KEYS,
  ...CASE_META_KEYS,
];

export function addXmr(benchmark: Command, io: Io): void {
  const command = benchmark.command('xmr').argument('<cases>', 'case file');
  withWindows(withConversion(withCaseOptions(command)))
    .description('one institution over time: XmR chart of outcome, duration or response')
    .addOption(
      new Option('--value <what>', 'what is followed')
        .choices(['outcome', 'duration', 'response'])
        .default('outcome'),
    )
    .addOption(new Option('--by <step>', 'one point per').choices(['month', 'quarter']).default('month'))
    .addOption(betterOption('--direction <way>', 'which way pre and post are better', 'lower'))
    .option('--instrument <name>', 'only rows with this instrument')
    .option('--own <name>', 'only this member, where the file holds several')
    .option('--member <column>', 'column that names the member (default: member)')
    .option('--screen', 'leave large moving ranges out of the limits')
    .action(async (path: string, options: XmrOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.svg', '.html']);
      const { lang, conversion: file, member, own } = options;
      const conversion =
        file === undefined ? undefined : await readConversion(namedFile(io, 'conversions', file));
      const windows = windowsOf(options);
      const cases = await tableOfCases(io, path, options, {
        uses: [
          ...USES,
          ...(windows === undefined ? [] : WINDOW_COLUMNS),
          ...(member === undefined ? ['member'] : []),
        ],
        requires: [],
        extra: member === undefined ? [] : [member],
      });
      const inside = windows === undefined ? cases.table : withinWindows(cases.table, windows);
      const table = conversion === undefined ? inside : convertScores(inside, conversion, options.instrument);
      const { report, mapping, statuses } = cases;
      const document: OverTimeDocument = {
        meta: makeMeta({
          command: 'benchmark xmr',
          inputs: [report.input],
          seed: options.seed,
          options: optionsForMeta({ ...options, conversion: conversion?.id }, META_KEYS),
          statuses: [...statuses, ...statusOf(conversion)],
        }),
        rows: report.rows,
        issues: report.issues(lang),
        ...outcomesOverTime(table, {
          ...options,
          lang,
          ...(member === undefined ? {} : { member: columnKey(mapping, member) }),
          ...(own === undefined ? {} : { own }),
        }),
      };
      await emit(io, options, {
        document,
        title: lang === 'nl' ? 'Verloop in de tijd' : 'Course over time',
        tables: () => overTimeTables(document, lang),
        main: 'points',
        figures: () => [xmrChart(document, figureContext(document.meta, lang))],
        notes: document.notes,
      });
    });
}
