/** What left a member, and what the gate kept back: for the member, and for readers of the combined result. */

import { GATE_CODES } from '../../disclosure/gate-codes.ts';
import { sentence } from '../../issue/sentence.ts';
import type { ModelName } from '../../model/benchmark.ts';
import type { CombinedDisclosure, ContributionDocument, GateReport } from '../../model/disclosure.ts';
import type { Cell, ReportTable } from '../../model/figure.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { SUPPRESSION_WORDS, DISCLOSURE_WORDS as W } from '../../text/words/disclosure.ts';
import { BENCHMARK_WORDS, MODEL_WORDS } from '../../text/words/outcome-tables.ts';
import { TABLE_WORDS } from '../../text/words/tables.ts';
import { columnsIn } from './cells.ts';

/** Tables `sent` and `gate`. @param names levels merged, per column: only the member itself may see them */
export function contributionTables(
  { sums, disclosure }: ContributionDocument,
  names: ReadonlyMap<string, readonly string[]>,
  lang: Lang,
): ReportTable[] {
  const col = columnsIn(lang);
  const sent: ReportTable = {
    id: 'sent',
    title: say(W.sentTitle, lang),
    columns: [
      col('model', BENCHMARK_WORDS.model, 'text'),
      col('n', TABLE_WORDS.episodes, 'count'),
      col('columns', W.columns, 'text'),
    ],
    rows: Object.entries(sums).map(([model, own]) => [
      say(MODEL_WORDS[model as ModelName], lang),
      own.n,
      [...own.columns.map(({ column, level }) => (level === undefined ? column : `${column}=${level}`))].join(
        ', ',
      ) || '-',
    ]),
  };
  const kept = keptRows(disclosure, lang, names);
  if (kept.length === 0) return [sent];
  return [
    sent,
    {
      id: 'gate',
      title: say(W.gateTitle, lang),
      columns: [
        col('what', W.what, 'text'),
        col('where', W.where, 'text'),
        col('levels', W.levels, 'text'),
        col('why', W.why, 'text'),
      ],
      rows: kept,
    },
  ];
}

/** Table `gate` of a combined result; none where nothing was kept back or peers are hidden. */
export function gateTables({ members }: CombinedDisclosure, lang: Lang): ReportTable[] {
  const col = columnsIn(lang);
  const rows = members.flatMap(({ member, suppressed, merged }) =>
    keptRows({ suppressed, merged }, lang, new Map()).map(([what, where, , why]): Cell[] => [
      member,
      what!,
      where!,
      why!,
    ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      id: 'gate',
      title: say(W.gateTitle, lang),
      columns: [
        col('member', BENCHMARK_WORDS.member, 'text'),
        col('what', W.what, 'text'),
        col('where', W.where, 'text'),
        col('why', W.why, 'text'),
      ],
      rows,
    },
  ];
}

function keptRows(
  { suppressed, merged }: Pick<GateReport, 'suppressed' | 'merged'>,
  lang: Lang,
  names: ReadonlyMap<string, readonly string[]>,
): Cell[][] {
  const why = (reason: keyof typeof GATE_CODES, column: string) =>
    sentence({ code: GATE_CODES[reason], params: { column } }, lang);
  return [
    ...merged.map(({ column, into, reason }): Cell[] => [
      say(W.merged, lang, { into }),
      column,
      names.get(column)?.join(', ') ?? '',
      why(reason, column),
    ]),
    ...suppressed.map(({ what, model, column, reason }): Cell[] => [
      say(SUPPRESSION_WORDS[what], lang),
      model === undefined ? '' : say(MODEL_WORDS[model], lang),
      '',
      why(reason, column ?? ''),
    ]),
  ];
}
