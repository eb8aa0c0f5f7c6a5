/** Relative intensity as tables: per cluster, and what a list made from it pays. */

import type { Cell, ReportTable } from '../../model/figure.ts';
import type { IntensityDocument } from '../../model/intensity.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { INTENSITY_WORDS as I } from '../../text/words/intensity.ts';
import { BALANCE_WORDS as B } from '../../text/words/prices.ts';
import { TABLE_WORDS, SIMULATE_WORDS as W } from '../../text/words/tables.ts';
import { cellOf, columnsIn, inputTables, isComputed } from './cells.ts';

/** Tables `intensity`, with a budget `totals` and `prices`, then `rows` and `issues`. */
export function intensityTables(document: IntensityDocument, lang: Lang): ReportTable[] {
  return [
    intensities(document, lang),
    ...listTables(document, lang),
    ...inputTables(document.rows, document.issues, lang),
  ];
}

function intensities(
  { clusters, overall, from, unit, episodes }: IntensityDocument,
  lang: Lang,
): ReportTable {
  const col = columnsIn(lang);
  const cells = clusters
    .filter(({ episodes: own }) => own > 0)
    .map((one): Cell[] => [
      one.cluster,
      one.episodes,
      one.patients,
      one.quantity,
      cellOf(one.mean, (value) => value),
      cellOf(one.intensity, (value) => value),
      ...(isComputed(one.interval) ? [one.interval.low, one.interval.high] : [say(W.noInterval, lang), null]),
    ]);
  return {
    id: 'intensity',
    title: say(I.table, lang, { from: say(I[from], lang), unit }),
    columns: [
      col('cluster', TABLE_WORDS.cluster, 'text'),
      col('episodes', TABLE_WORDS.episodes, 'number'),
      col('patients', I.patients, 'count'),
      col('quantity', I.quantity, 'number'),
      col('mean', I.mean, 'estimate'),
      col('intensity', I.intensity, 'estimate'),
      col('low', TABLE_WORDS.low, 'estimate'),
      col('high', TABLE_WORDS.high, 'estimate'),
    ],
    rows: [
      ...cells,
      [
        say(I.all, lang),
        episodes,
        null,
        overall.quantity,
        cellOf(overall.mean, (value) => value),
        1,
        null,
        null,
      ],
    ],
  };
}

function listTables({ list }: IntensityDocument, lang: Lang): ReportTable[] {
  if (list === undefined) return [];
  const col = columnsIn(lang);
  return [
    {
      id: 'totals',
      title: say(B.totals, lang),
      columns: [col('what', TABLE_WORDS.what, 'text'), col('cents', W.amount, 'price')],
      rows: [
        [say(I.scale, lang), list.scaleCents],
        [say(B.budget, lang), list.budgetCents],
        [say(B.exact, lang), list.exactTotalCents],
        [say(B.whole, lang), list.wholeTotalCents],
        [say(B.remainder, lang), list.remainderCents],
      ],
    },
    {
      id: 'prices',
      title: say(B.newList, lang),
      columns: [
        col('cluster', TABLE_WORDS.cluster, 'text'),
        col('unit', B.unit, 'text'),
        col('amountCents', B.newPrice, 'price'),
      ],
      rows: list.newList.map(({ cluster, unit, amountCents }) => [cluster, unit, amountCents]),
    },
  ];
}
