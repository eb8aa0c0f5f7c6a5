/** The summary of a synthetic case file as tables, and the cases themselves as one. */

import type { Cell, ReportTable } from '../../model/figure.ts';
import type { GenerationCounts, GenerationResult } from '../../model/generation.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { GENERATE_WORDS as W } from '../../text/words/generate.ts';
import { column, columnsIn } from './cells.ts';

const COUNTS: readonly (keyof GenerationCounts)[] = ['episodes', 'patients', 'open', 'admitted', 'measured'];

/** Tables `made` and `members`. */
export function generateTables(result: GenerationResult, lang: Lang): ReportTable[] {
  const col = columnsIn(lang);
  return [
    {
      id: 'made',
      title: say(W.madeTitle, lang),
      columns: [col('what', W.what, 'text'), col('n', W.count, 'count')],
      rows: COUNTS.map((key) => [say(W[key], lang), result.total[key]]),
    },
    {
      id: 'members',
      title: say(W.membersTitle, lang),
      columns: [col('member', W.member, 'text'), ...COUNTS.map((key) => col(key, W[key], 'count'))],
      rows: result.members.map((member) => [member.member, ...COUNTS.map((key) => member[key])]),
    },
  ];
}

/** Table `cases`: the rows under their canonical headers, for a workbook. */
export function casesTable(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  lang: Lang,
): ReportTable {
  return {
    id: 'cases',
    title: say(W.casesTitle, lang),
    columns: header.map((name) => column(name, name, 'text')),
    rows,
  };
}

/** Sentences a reader of the file needs. */
export function generateNotes(result: GenerationResult, lang: Lang): string[] {
  return [say(W.fileDay, lang, { day: result.fileDay }), say(W.assumptions, lang)];
}
