/** Outcomes as tables: who was measured first, then the change and its classes. */

import type { Cell, CellKind, ReportTable } from '../../model/figure.ts';
import type { OutcomeClass, OutcomesDocument, ResponseCounts, ResponseStatus } from '../../model/outcomes.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { CLASS_WORDS, RESPONSE_WORDS, OUTCOME_WORDS as W } from '../../text/words/outcome-tables.ts';
import { DIMENSION_WORDS, TABLE_WORDS } from '../../text/words/tables.ts';
import { cellOf, columnsIn, groupName, inputTables, inWords, isComputed } from './cells.ts';

/** Tables `response`, `summary`, `classes` (with a reliability), `groups`, `rows`, `issues`. */
export function outcomesTables(result: OutcomesDocument, lang: Lang): ReportTable[] {
  const tables = [
    responseTable(result.response, lang),
    summaryTable(result, lang),
    ...classesTable(result, lang),
    ...groupsTable(result, lang),
    ...inputTables(result.rows, result.issues, lang),
  ];
  return inWords(tables, lang);
}

/** The statuses in the order people read them; `rate` is not one of them. */
export const RESPONSE_ORDER: readonly ResponseStatus[] = [
  'completer',
  'dropout',
  'nonResponder',
  'nonStarter',
  'open',
];

function responseTable(response: ResponseCounts, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const closed = RESPONSE_ORDER.filter((status) => status !== 'open').reduce(
    (sum, status) => sum + response[status],
    0,
  );
  return {
    id: 'response',
    title: say(W.responseTitle, lang),
    columns: [
      col('status', TABLE_WORDS.what, 'text'),
      col('n', TABLE_WORDS.episodes, 'count'),
      col('share', TABLE_WORDS.share, 'share'),
    ],
    rows: RESPONSE_ORDER.map((status) => [
      say(RESPONSE_WORDS[status], lang),
      response[status],
      // Open episodes are in no rate.
      status === 'open' || closed === 0 ? null : response[status] / closed,
    ]),
  };
}

function summaryTable(result: OutcomesDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const columns: [string, Bilingual, CellKind, Cell][] = [
    ['n', TABLE_WORDS.episodes, 'count', result.n],
    ['measured', W.measured, 'count', result.measured],
    ['preMean', W.preMean, 'number', cellOf(result.pre, (norm) => norm.mean)],
    ['preSd', W.preSd, 'number', cellOf(result.pre, (norm) => norm.sd)],
    ['postMean', W.postMean, 'number', cellOf(result.post, (norm) => norm.mean)],
    ['changeMean', W.changeMean, 'number', cellOf(result.change, (norm) => norm.mean)],
    ['changeSd', W.changeSd, 'number', cellOf(result.change, (norm) => norm.sd)],
    ['cutoff', W.cutoff, 'number', cellOf(result.cutoff, (value) => value)],
    ['sDiff', W.sDiff, 'number', cellOf(result.sDiff, (value) => value)],
    ...(result.outsideWindows === undefined
      ? []
      : ([
          ['outsidePre', W.outsidePre, 'count', result.outsideWindows.pre],
          ['outsidePost', W.outsidePost, 'count', result.outsideWindows.post],
        ] as [string, Bilingual, CellKind, Cell][])),
  ];
  return {
    id: 'summary',
    title: say(W.summaryTitle, lang),
    columns: columns.map(([key, label, kind]) => col(key, label, kind)),
    rows: [columns.map(([, , , cell]) => cell)],
  };
}

function classesTable({ counts, bounds }: OutcomesDocument, lang: Lang): ReportTable[] {
  if (!isComputed(counts)) return [];
  const col = columnsIn(lang);
  const entries = Object.entries(counts) as [OutcomeClass, number][];
  const measured = entries.reduce((sum, [name, n]) => sum + (name === 'not-measured' ? 0 : n), 0);
  return [
    {
      id: 'classes',
      title: say(W.classesTitle, lang),
      columns: [
        col('class', TABLE_WORDS.what, 'text'),
        col('n', TABLE_WORDS.episodes, 'count'),
        col('share', TABLE_WORDS.share, 'share'),
        col('low', W.boundLow, 'share'),
        col('high', W.boundHigh, 'share'),
      ],
      rows: entries.map(([name, n]) => [
        say(CLASS_WORDS[name], lang),
        n,
        name === 'not-measured' || measured === 0 ? null : n / measured,
        ...(name === 'not-measured'
          ? [null, null]
          : [cellOf(bounds, (each) => each[name].low), cellOf(bounds, (each) => each[name].high)]),
      ]),
    },
  ];
}

function groupsTable(result: OutcomesDocument, lang: Lang): ReportTable[] {
  const groups = Object.entries(result.by).flatMap(([by, rows]) => rows.map((row) => ({ by, row })));
  if (groups.length === 0) return [];
  const col = columnsIn(lang);
  return [
    {
      id: 'groups',
      title: say(W.groupsTitle, lang),
      columns: [
        col('by', TABLE_WORDS.by, 'text'),
        col('value', TABLE_WORDS.group, 'text'),
        col('n', TABLE_WORDS.episodes, 'count'),
        col('measured', W.measured, 'count'),
        col('rate', W.responseRate, 'share'),
        col('pre', W.preMean, 'number'),
        col('change', W.changeMean, 'number'),
        col('recovered', W.recoveredShare, 'share'),
      ],
      rows: groups.map(({ by, row }) => [
        dimensionName(by, lang),
        groupName(row.value, lang),
        row.n,
        row.measured,
        cellOf(row.response.rate, (value) => value),
        cellOf(row.pre, (norm) => norm.mean),
        cellOf(row.change, (norm) => norm.mean),
        isComputed(row.counts) && row.measured > 0 ? row.counts.recovered / row.measured : null,
      ]),
    },
  ];
}

/** A column of the contract has a word; any other is shown by its own header. */
function dimensionName(by: string, lang: Lang): string {
  const words: Readonly<Record<string, Bilingual>> = DIMENSION_WORDS;
  return words[by]?.[lang] ?? by;
}
