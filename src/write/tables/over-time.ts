/** A course over time as tables: the points, the limits, what was left out. */

import type { ReportTable } from '../../model/figure.ts';
import type { OverTimeDocument } from '../../model/over-time.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import {
  SIGNAL_WORDS,
  TIME_EXCLUSION_WORDS,
  TIME_VALUE_WORDS,
  TIME_FIGURE_WORDS as W,
} from '../../text/words/quality-figures.ts';
import { cellOf, columnsIn, inputTables, inWords } from './cells.ts';

/** Tables `points`, `limits`, `excluded`, `rows`, `issues`. */
export function overTimeTables(result: OverTimeDocument, lang: Lang): ReportTable[] {
  const col = columnsIn(lang);
  const kind = result.value === 'response' ? 'share' : 'number';
  const value = TIME_VALUE_WORDS[result.value];
  const unit = (words: { nl: string; en: string }) =>
    kind === 'share' ? { nl: `${words.nl} (%)`, en: `${words.en} (%)` } : words;
  const points: ReportTable = {
    id: 'points',
    title: say(value, lang),
    columns: [
      col('period', W.period, 'text'),
      col('n', W.n, 'count'),
      col('value', unit(value), kind),
      col('movingRange', unit(W.movingRange), kind),
      col('signals', W.signal, 'text'),
    ],
    rows: result.points.map((point) => [
      point.period,
      point.n,
      cellOf(point.value, (number) => number),
      // The reason stands in the cell before it.
      typeof point.movingRange === 'number' ? point.movingRange : null,
      point.signals.map((signal) => say(SIGNAL_WORDS[signal], lang)).join('; '),
    ]),
  };
  const limits: ReportTable = {
    id: 'limits',
    title: say(W.limitsTitle, lang),
    columns: [
      col('centre', unit(W.centreColumn), kind),
      col('low', unit(W.low), kind),
      col('high', unit(W.high), kind),
      col('meanMovingRange', unit(W.meanRange), kind),
      col('rangesLeftOut', W.leftOut, 'count'),
    ],
    rows:
      'undefined' in result.limits
        ? []
        : [
            [
              result.limits.centre,
              result.limits.low,
              result.limits.high,
              result.limits.meanMovingRange,
              result.limits.rangesLeftOut,
            ],
          ],
  };
  const excluded: ReportTable = {
    id: 'excluded',
    title: say(W.excludedTitle, lang),
    columns: [col('reason', W.reason, 'text'), col('n', W.n, 'count')],
    rows: result.excluded.map(({ reason, n }) => [say(TIME_EXCLUSION_WORDS[reason], lang), n]),
  };
  return inWords(
    [
      points,
      ...('undefined' in result.limits ? [] : [limits]),
      ...(result.excluded.length === 0 ? [] : [excluded]),
      ...inputTables(result.rows, result.issues, lang),
    ],
    lang,
  );
}
