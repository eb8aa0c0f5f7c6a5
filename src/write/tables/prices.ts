/** A price list's findings as a table. */

import type { ReportTable } from '../../model/figure.ts';
import type { PriceLintDocument } from '../../model/simulation.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { TABLE_WORDS, SIMULATE_WORDS as W } from '../../text/words/tables.ts';
import { columnsIn } from './cells.ts';

/** Table `lint`; row 1 is the first below the header of the list. */
export function priceLintTables({ lint }: PriceLintDocument, lang: Lang): ReportTable[] {
  const col = columnsIn(lang);
  return [
    {
      id: 'lint',
      title: say(W.lintTitle, lang),
      columns: [
        col('severity', TABLE_WORDS.severity, 'text'),
        col('row', W.listRow, 'count'),
        col('cluster', TABLE_WORDS.cluster, 'text'),
        col('message', TABLE_WORDS.finding, 'text'),
      ],
      rows: lint.map((finding) => [
        say(TABLE_WORDS[finding.severity], lang),
        finding.row ?? null,
        finding.cluster ?? null,
        finding.message,
      ]),
    },
  ];
}
