/** Which price of a list makes the scenario's total reach a target, as a document. */

import { refuse } from '../issue/refusal.ts';
import { sentence } from '../issue/sentence.ts';
import type { SolveDocument } from '../model/price-answers.ts';
import type { PriceRow } from '../model/price-list.ts';
import type { Lang } from '../model/text.ts';
import { clusterMatcher } from './cluster-matcher.ts';
import type { PreparedSimulation } from './prepared.ts';
import { priceCoefficients } from './price-coefficients.ts';
import { roundCents } from './rounding.ts';
import { solvePrice, totalAtPrice } from './solve-price.ts';

export interface SolveTerms {
  readonly cluster: string;
  readonly unit: PriceRow['unit'];
  /** Narrow the choice where the list has several prices of that cluster and unit; "" = the blank one. */
  readonly setting?: string;
  readonly payer?: string;
  readonly targetCents: number;
  /** End of the search under contracts. Default: ten times the price, or what production alone would ask, twice. */
  readonly highestCents?: number;
}

/** @throws Refusal `solve-no-row`, `solve-several-rows` */
export function solveList(
  prepared: PreparedSimulation,
  terms: SolveTerms,
  lang: Lang,
): Omit<SolveDocument, 'meta' | 'rows' | 'issues'> {
  const { id, rows } = prepared.scenario.prices.list;
  const row = rowOf(rows, terms);
  const listedCents = rows[row]!.amountCents;
  const { ofRow, quantities } = priceCoefficients(prepared);
  const listedTotal = totalAtPrice(prepared, row, listedCents);
  const wanted = listedCents + (terms.targetCents - listedTotal) / Math.max(ofRow[row]!, 1e-9);
  const highest = terms.highestCents ?? Math.max(10 * listedCents, ofRow[row]! > 0 ? 2 * wanted : 0, 100);
  const found = solvePrice(prepared, row, terms.targetCents, highest);
  const solutions = found.solutions.map(({ fromCents, untilCents }) => {
    const amountCents = roundCents(fromCents);
    return {
      fromCents,
      untilCents,
      amountCents,
      totalCents: roundCents(totalAtPrice(prepared, row, amountCents)),
    };
  });
  const [only] = solutions;
  const code =
    only === undefined
      ? ofRow[row] === 0
        ? 'solve-no-volume'
        : 'solve-out-of-reach'
      : solutions.length > 1 || only.fromCents !== only.untilCents
        ? 'solve-several'
        : undefined;
  return {
    list: { id, rows: rows.length },
    price: {
      row: row + 1,
      cluster: rows[row]!.cluster,
      unit: rows[row]!.unit,
      listedCents,
      quantity: quantities[row]!,
    },
    targetCents: terms.targetCents,
    listedTotalCents: roundCents(listedTotal),
    method: found.linear ? 'closed-form' : 'search',
    range: {
      lowestCents: found.lowestCents,
      highestCents: roundCents(found.highestCents),
      totalAtLowestCents: roundCents(found.totalAtLowestCents),
      totalAtHighestCents: roundCents(found.totalAtHighestCents),
    },
    amountCents: code === undefined ? only!.amountCents : { undefined: sentence({ code }, lang) },
    solutions,
  };
}

function rowOf(rows: readonly PriceRow[], { cluster, unit, setting, payer }: SolveTerms): number {
  const codes = [...new Set(rows.map((row) => row.cluster))];
  const match = clusterMatcher(codes);
  const wanted = match(cluster);
  const fitting = [...rows.keys()].filter((at) => {
    const row = rows[at]!;
    return (
      wanted >= 0 &&
      match(row.cluster) === wanted &&
      row.unit === unit &&
      (setting === undefined || row.setting === setting) &&
      (payer === undefined || row.payer === payer)
    );
  });
  if (fitting.length === 0) throw refuse('solve-no-row', { cluster, unit, clusters: codes.join(', ') });
  if (fitting.length > 1) {
    throw refuse('solve-several-rows', { cluster, unit, rows: fitting.map((at) => at + 1).join(', ') });
  }
  return fitting[0]!;
}
