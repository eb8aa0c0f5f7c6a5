/** A fitted conversion as the table that `--conversion` reads: keys are its headers. */

import type { FittedConversion } from '../../model/conversion.ts';
import type { ReportTable } from '../../model/figure.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { CONVERSION_WORDS as W } from '../../text/words/conversion.ts';
import { columnsIn } from './cells.ts';

/** Table `conversion`. */
export function conversionTables(fitted: FittedConversion, lang: Lang): ReportTable[] {
  const col = columnsIn(lang);
  const { instrument, version, source, status } = fitted;
  return [
    {
      id: 'conversion',
      title: say(W.title, lang),
      columns: [
        col('instrument', W.instrument, 'text'),
        col('version', W.version, 'text'),
        col('source', W.source, 'text'),
        col('status', W.status, 'text'),
        col('raw', W.raw, 'number'),
        col('n', W.people, 'count'),
        col('t', W.t, 'number'),
      ],
      rows: fitted.scores.map(({ raw, n, t }) => [instrument, version, source, status, raw, n, t]),
    },
  ];
}
