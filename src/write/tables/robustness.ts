/** Robustness as tables: per supercluster and over all, and per item. */

import type { Cell, ReportTable } from '../../model/figure.ts';
import type { RobustnessResult, RobustnessRow } from '../../model/score.ts';
import type { Lang } from '../../model/text.ts';
import { formatShare } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { TABLE_WORDS, ROBUSTNESS_WORDS as W } from '../../text/words/tables.ts';
import { cellOf, columnsIn, inWords, isComputed } from './cells.ts';

/**
 * Tables `robustness` and `robustnessItems`.
 * @param nameOf what an item's code is called
 */
export function robustnessTables(
  result: RobustnessResult,
  lang: Lang,
  nameOf: (code: string) => string = (code) => code,
): ReportTable[] {
  const col = columnsIn(lang);
  const rows: ReportTable = {
    id: 'robustness',
    title: say(W.title, lang, { move: formatShare(result.move, lang), draws: String(result.draws) }),
    columns: [
      col('supercluster', TABLE_WORDS.supercluster, 'text'),
      col('n', W.n, 'count'),
      col('oneMove', W.oneMove, 'share'),
      col('fragile', W.fragile, 'share'),
      col('fragileLow', TABLE_WORDS.low, 'share'),
      col('fragileHigh', TABLE_WORDS.high, 'share'),
      col('allMove', W.allMove, 'share'),
      col('allMoveLow', TABLE_WORDS.low, 'share'),
      col('allMoveHigh', TABLE_WORDS.high, 'share'),
    ],
    rows: [
      ...result.superclusters.map((row) => [row.supercluster, ...cellsOf(row)]),
      [say(W.overall, lang), ...cellsOf(result.overall)],
    ],
  };
  const items: ReportTable = {
    id: 'robustnessItems',
    title: say(W.itemsTitle, lang),
    columns: [
      col('item', W.item, 'text'),
      col('moves', W.moves, 'count'),
      col('flips', W.flips, 'count'),
      col('share', TABLE_WORDS.share, 'share'),
    ],
    rows: result.items.map(({ item, moves, flips, share }) => [nameOf(item), moves, flips, share]),
  };
  return inWords([rows, items], lang).filter((table) => table.rows.length > 0);
}

function cellsOf({ n, oneMove, fragile, allMove }: RobustnessRow): Cell[] {
  const limits = (interval: RobustnessRow['fragile']['interval']): Cell[] =>
    (['low', 'high'] as const).map((side) => (isComputed(interval) ? interval[side] : interval.undefined));
  const share = (value: RobustnessRow['fragile']['share']): Cell => cellOf(value, (one) => one);
  return [
    n,
    share(oneMove.share),
    share(fragile.share),
    ...limits(fragile.interval),
    share(allMove.share),
    ...limits(allMove.interval),
  ];
}
