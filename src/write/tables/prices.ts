/** Price lists as tables: findings, the budget-neutral list, the price that reaches a target. */

import type { ReportTable } from '../../model/figure.ts';
import type { BalanceDocument, SolveDocument } from '../../model/price-answers.ts';
import type { PriceRow } from '../../model/price-list.ts';
import type { LintFinding, PriceLintDocument } from '../../model/simulation.ts';
import type { Lang } from '../../model/text.ts';
import { isoFromDay } from '../../table/day.ts';
import { say } from '../../text/say.ts';
import { BALANCE_WORDS as B, SOLVE_WORDS as S } from '../../text/words/prices.ts';
import { TABLE_WORDS, SIMULATE_WORDS as W } from '../../text/words/tables.ts';
import { cellOf, columnsIn, inputTables } from './cells.ts';
import { joinFindings } from './lint.ts';

/** Table `lint`; row 1 is the first below the header of the list. */
export function priceLintTables({ lint }: Pick<PriceLintDocument, 'lint'>, lang: Lang): ReportTable[] {
  return [lintTable(lint, lang)];
}

function lintTable(lint: readonly LintFinding[], lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'lint',
    title: say(W.lintTitle, lang),
    columns: [
      col('severity', TABLE_WORDS.severity, 'text'),
      col('row', W.listRow, 'text'),
      col('cluster', TABLE_WORDS.cluster, 'text'),
      col('message', TABLE_WORDS.finding, 'text'),
    ],
    rows: joinFindings(lint).map((finding) => [
      say(TABLE_WORDS[finding.severity], lang),
      finding.rows.join(', '),
      finding.clusters.join(', '),
      finding.message,
    ]),
  };
}

/** Tables `totals`, `prices`, `lint`, `rows`, `issues`. */
export function balanceTables(document: BalanceDocument, lang: Lang): ReportTable[] {
  const col = columnsIn(lang);
  const totals: ReportTable = {
    id: 'totals',
    title: say(B.totals, lang),
    columns: [col('what', TABLE_WORDS.what, 'text'), col('cents', W.amount, 'cents')],
    rows: [
      [say(B.listed, lang), document.listedTotalCents],
      [say(B.budget, lang), document.budgetCents],
      [say(B.exact, lang), document.exactTotalCents],
      [say(B.whole, lang), document.wholeTotalCents],
      [say(B.remainder, lang), document.remainderCents],
    ],
  };
  const prices: ReportTable = {
    id: 'prices',
    title: say(B.prices, lang),
    columns: [
      col('row', W.listRow, 'count'),
      col('cluster', TABLE_WORDS.cluster, 'text'),
      col('unit', B.unit, 'text'),
      col('quantity', B.quantity, 'number'),
      col('listedCents', B.listedPrice, 'price'),
      col('amountCents', B.newPrice, 'price'),
      col('changePct', B.change, 'percent'),
      col('fixed', B.kept, 'text'),
    ],
    rows: document.prices.map((price) => [
      price.row,
      price.cluster,
      price.unit,
      price.quantity,
      price.listedCents,
      price.amountCents,
      cellOf(price.changePct, (value) => value),
      price.fixed ? say(B.fixed, lang) : '',
    ]),
  };
  return [
    totals,
    prices,
    ...(document.lint.length === 0 ? [] : [lintTable(document.lint, lang)]),
    ...inputTables(document.rows, document.issues, lang),
  ];
}

/** Table `list` in the columns of a price-list file, amounts in euros: as CSV it can be read again. */
export function priceListTable(rows: readonly PriceRow[], lang: Lang): ReportTable {
  const day = (value: number | undefined): string => (value === undefined ? '' : isoFromDay(value));
  const keys = [
    'cluster',
    'unit',
    'setting',
    'payer',
    'from',
    'until',
    'amount',
    'status',
    'source',
    // Of no use where no price has it.
    ...(rows.some(({ published }) => published !== undefined) ? ['published'] : []),
  ];
  return {
    id: 'list',
    title: say(B.newList, lang),
    columns: keys.map((key) => ({ key, label: key, kind: key === 'amount' ? 'number' : 'text' })),
    rows: rows.map((row) => [
      row.cluster,
      row.unit,
      row.setting,
      row.payer,
      day(row.from),
      day(row.until),
      row.amountCents / 100,
      row.status,
      row.source,
      ...(keys.includes('published') ? [day(row.published)] : []),
    ]),
  };
}

/** Tables `answer` (where there is one), `range`, `rows`, `issues`. */
export function solveTables(document: SolveDocument, lang: Lang): ReportTable[] {
  const col = columnsIn(lang);
  const { range, price } = document;
  const answer: ReportTable[] =
    document.solutions.length === 0
      ? []
      : [
          {
            id: 'answer',
            title: say(S.answer, lang),
            columns: [
              col('amountCents', S.from, 'price'),
              col('untilCents', S.until, 'price'),
              col('totalCents', S.total, 'cents'),
            ],
            rows: document.solutions.map(({ fromCents, untilCents, amountCents, totalCents }) => [
              amountCents,
              untilCents === fromCents ? null : Math.floor(untilCents),
              totalCents,
            ]),
          },
        ];
  return [
    ...answer,
    {
      id: 'range',
      title: say(S.range, lang),
      columns: [
        col('what', TABLE_WORDS.what, 'text'),
        col('priceCents', S.price, 'price'),
        col('totalCents', S.revenue, 'cents'),
      ],
      rows: [
        [say(S.target, lang), null, document.targetCents],
        [say(S.lowest, lang), range.lowestCents, range.totalAtLowestCents],
        [say(S.listed, lang), price.listedCents, document.listedTotalCents],
        [say(S.highest, lang), range.highestCents, range.totalAtHighestCents],
      ],
    },
    ...inputTables(document.rows, document.issues, lang),
  ];
}
