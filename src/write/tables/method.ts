/**
 * The method sheet of a workbook: by what, from what and how its tables were made, so that whoever
 * gets the file alone can defend or repeat it. Numbers are numbers; nothing of a patient is on it.
 */

import type { Cell, ReportTable } from '../../model/figure.ts';
import type { IssueSummary, Severity } from '../../model/issue.ts';
import type { Meta, RulesMeta } from '../../model/meta.ts';
import type { RowCounts } from '../../model/score.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { STAMP_WORDS, stampNotes } from '../../text/stamps.ts';
import { METHOD_WORDS as W } from '../../text/words/method.ts';
import { TABLE_WORDS } from '../../text/words/tables.ts';
import { column } from './cells.ts';

/** What a result document may say of itself, beside its figures. */
export interface MethodFacts {
  readonly meta: Meta;
  readonly rows?: RowCounts;
  readonly issues?: readonly IssueSummary[];
  /** Where rows were typed by several versions. */
  readonly ruleSets?: readonly (RulesMeta & { readonly rows?: number })[];
  readonly conversion?: { readonly id: string; readonly source: string; readonly sha256: string };
}

type Line = readonly [part: string, what: string, value: Cell];

/** Table `method`: part, what, value. */
export function methodTable(facts: MethodFacts, lang: Lang, notes: readonly string[] = []): ReportTable {
  const { meta } = facts;
  const lines: Line[] = [
    [say(W.program, lang), say(W.name, lang), meta.tool],
    ['', say(W.version, lang), meta.version],
    ['', say(W.command, lang), meta.command],
    ...optionLines(meta, lang),
    ...(meta.seed === undefined ? [] : [[say(W.seed, lang), '', meta.seed] as const]),
    ...rulesLines(facts, lang),
    ...conversionLines(facts, lang),
    ...meta.inputs.flatMap(({ name, rows, sha256 }): Line[] => [
      [say(W.input, lang), say(W.name, lang), name],
      ['', say(W.inputRows, lang), rows],
      ['', say(W.sha256, lang), sha256],
    ]),
    ...rowLines(facts.rows, lang),
    ...findingLines(facts.issues, lang),
    ...numbered(say(W.stamps, lang), stampNotes(meta, lang)),
    ...numbered(say(W.notes, lang), notes),
    [say(W.again, lang), '', say(W.repeat, lang)],
  ];
  return {
    id: 'method',
    title: say(W.title, lang),
    columns: [
      column('part', say(W.part, lang), 'text'),
      column('what', say(W.what, lang), 'text'),
      column('value', say(W.value, lang), 'text'),
    ],
    rows: lines,
  };
}

/** Options as they are typed: `--low-certainty`. */
function optionLines({ options }: Meta, lang: Lang): Line[] {
  const part = say(W.options, lang);
  const entries = Object.entries(options);
  if (entries.length === 0) return [[part, '', say(W.standard, lang)]];
  return entries.map(([key, value], at) => {
    const typed = key.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
    return [at === 0 ? part : '', `--${typed}`, optionCell(value)];
  });
}

function optionCell(value: unknown): Cell {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function rulesLines({ meta, ruleSets }: MethodFacts, lang: Lang): Line[] {
  const sets: MethodFacts['ruleSets'] = ruleSets ?? (meta.rules === undefined ? [] : [meta.rules]);
  return sets.flatMap((set): Line[] => [
    [say(W.rules, lang), say(W.id, lang), set.id],
    ['', say(W.status, lang), STAMP_WORDS[set.status][lang]],
    ['', say(W.sha256, lang), set.sha256],
    ...(set.rows === undefined ? [] : [['', say(W.rulesRows, lang), set.rows] as const]),
  ]);
}

function conversionLines({ conversion }: MethodFacts, lang: Lang): Line[] {
  if (conversion === undefined) return [];
  return [
    [say(W.conversion, lang), say(W.id, lang), conversion.id],
    ['', say(W.source, lang), conversion.source],
    ['', say(W.sha256, lang), conversion.sha256],
  ];
}

function rowLines(rows: RowCounts | undefined, lang: Lang): Line[] {
  if (rows === undefined) return [];
  return [
    [say(W.rows, lang), say(TABLE_WORDS.rowsRead, lang), rows.read],
    ['', say(TABLE_WORDS.rowsUsed, lang), rows.used],
    ['', say(TABLE_WORDS.rowsRejected, lang), rows.rejected],
  ];
}

/** How often something was found, by kind; the sentences stand on the sheet of findings. */
function findingLines(issues: readonly IssueSummary[] | undefined, lang: Lang): Line[] {
  if (issues === undefined) return [];
  const count = (severity: Severity): number =>
    issues.reduce((sum, issue) => sum + (issue.severity === severity ? issue.count : 0), 0);
  return [
    [say(W.findings, lang), say(W.errors, lang), count('error')],
    ['', say(W.warnings, lang), count('warning')],
    ['', say(W.notices, lang), count('info')],
  ];
}

function numbered(part: string, sentences: readonly string[]): Line[] {
  return sentences.map((sentence, at) => [at === 0 ? part : '', '', sentence]);
}
