/** A price list and a case file reduced to quantities: the budget-neutral list as a document. */

import { sentence } from '../issue/sentence.ts';
import type { BalanceDocument } from '../model/price-answers.ts';
import type { PriceRow } from '../model/price-list.ts';
import type { Lang } from '../model/text.ts';
import { type BalanceTerms, balancePrices } from './balance-prices.ts';
import { lintFindings } from './lint-findings.ts';
import { lintPrices } from './lint-prices.ts';
import type { PreparedSimulation } from './prepared.ts';
import { priceCoefficients } from './price-coefficients.ts';
import { roundCents } from './rounding.ts';

/** @throws Refusal as `balancePrices` */
export function balanceList(
  prepared: PreparedSimulation,
  terms: BalanceTerms,
  lang: Lang,
): Omit<BalanceDocument, 'meta' | 'rows' | 'issues'> {
  const { id, rows } = prepared.scenario.prices.list;
  const coefficients = priceCoefficients(prepared);
  const { exactCents, wholeCents, remainderCents } = balancePrices(rows, coefficients, terms);
  const total = (amounts: readonly number[]): number =>
    roundCents(
      amounts.reduce(
        (sum, amount, row) => sum + amount * coefficients.ofRow[row]!,
        coefficients.constantCents,
      ),
    );
  const newList = rows.map(
    (row, at): PriceRow =>
      terms.fixed.has(at)
        ? row
        : {
            ...row,
            amountCents: wholeCents[at]!,
            status: row.status === 'hypothetical' ? 'hypothetical' : 'derived',
          },
  );
  const before = lintFindings(lintPrices(rows), lang);
  return {
    list: { id, rows: rows.length },
    budgetCents: terms.budgetCents,
    listedTotalCents: total(rows.map(({ amountCents }) => amountCents)),
    exactTotalCents: total(exactCents),
    wholeTotalCents: total(wholeCents),
    remainderCents: roundCents(remainderCents),
    factor: commonFactor(rows, exactCents, terms) ?? {
      undefined: sentence({ code: 'balance-no-single-factor' }, lang),
    },
    prices: rows.map(({ cluster, unit, amountCents }, at) => ({
      row: at + 1,
      cluster,
      unit,
      fixed: terms.fixed.has(at),
      quantity: coefficients.quantities[at]!,
      listedCents: amountCents,
      exactCents: exactCents[at]!,
      amountCents: wholeCents[at]!,
      changePct:
        amountCents === 0
          ? { undefined: sentence({ code: 'balance-from-zero' }, lang) }
          : (100 * (exactCents[at]! - amountCents)) / amountCents,
    })),
    // What the old list had is known; only what the new amounts bring is news.
    lint: lintFindings(lintPrices(newList), lang).filter(
      ({ code, row }) => !before.some((known) => known.code === code && known.row === row),
    ),
    newList,
  };
}

function commonFactor(
  rows: readonly PriceRow[],
  exact: readonly number[],
  { fixed }: BalanceTerms,
): number | undefined {
  const free = [...rows.keys()].filter((row) => !fixed.has(row) && rows[row]!.amountCents > 0);
  const factors = free.map((row) => exact[row]! / rows[row]!.amountCents);
  const [first] = factors;
  return first !== undefined && factors.every((factor) => Math.abs(factor - first) <= 1e-9 * first)
    ? first
    : undefined;
}
