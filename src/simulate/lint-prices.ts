/** What is odd in a price list by itself. Overlaps and ties are refused on reading, so they are not here. */

import type { Issue } from '../model/issue.ts';
import type { PriceRow, PriceUnit } from '../model/price-list.ts';
import { isoFromDay } from '../table/day.ts';
import { clusterNumber } from './cluster-matcher.ts';
import { WEIGHT_ORDERS } from './weight-order.ts';

/** A finding as code and values; `row` is the data row of the list. */
export type PriceFinding = Issue & { readonly cluster?: string };

const DAILY: readonly PriceUnit[] = ['day', 'bed-day'];

export function lintPrices(rows: readonly PriceRow[]): PriceFinding[] {
  return [
    ...withoutOrigin(rows),
    ...withoutPublication(rows),
    ...dayAndBedDay(rows),
    ...unitsMixed(rows),
    ...gaps(rows),
    ...lighterAboveHeavier(rows),
    ...splitting(rows),
  ];
}

function finding(
  code: string,
  severity: Issue['severity'],
  position: number | undefined,
  cluster: string,
  params: Readonly<Record<string, string | number>> = {},
): PriceFinding {
  return {
    code,
    severity,
    ...(position === undefined ? {} : { row: position + 1 }),
    cluster,
    params: { cluster, ...params },
  };
}

function withoutOrigin(rows: readonly PriceRow[]): PriceFinding[] {
  return rows.flatMap((row, position) =>
    row.status === '' || row.source === ''
      ? [finding('price-without-origin', 'warning', position, row.cluster)]
      : [],
  );
}

/** An official price was made known on some day; of others it is asked where the list says it of any. */
function withoutPublication(rows: readonly PriceRow[]): PriceFinding[] {
  const some = rows.some(({ published }) => published !== undefined);
  return rows.flatMap((row, position) =>
    row.published === undefined && (some || row.status === 'official')
      ? [finding('price-without-published', 'info', position, row.cluster)]
      : [],
  );
}

function unitsPerCluster(rows: readonly PriceRow[]): Map<string, Map<PriceUnit, number>> {
  const clusters = new Map<string, Map<PriceUnit, number>>();
  for (const [position, row] of rows.entries()) {
    const units = clusters.get(row.cluster) ?? new Map<PriceUnit, number>();
    if (!units.has(row.unit)) units.set(row.unit, position);
    clusters.set(row.cluster, units);
  }
  return clusters;
}

/** Days include admitted days: both prices are paid for a day in a bed. */
function dayAndBedDay(rows: readonly PriceRow[]): PriceFinding[] {
  return [...unitsPerCluster(rows)].flatMap(([cluster, units]) =>
    units.has('day') && units.has('bed-day')
      ? [finding('price-day-and-bed-day', 'info', units.get('bed-day'), cluster)]
      : [],
  );
}

function unitsMixed(rows: readonly PriceRow[]): PriceFinding[] {
  return [...unitsPerCluster(rows)].flatMap(([cluster, units]) =>
    units.has('episode') && DAILY.some((unit) => units.has(unit))
      ? [finding('price-units-mixed', 'warning', units.get('episode'), cluster)]
      : [],
  );
}

function gaps(rows: readonly PriceRow[]): PriceFinding[] {
  const series = new Map<string, { row: PriceRow; position: number }[]>();
  for (const [position, row] of rows.entries()) {
    const key = JSON.stringify([row.cluster, row.unit, row.setting, row.payer]);
    series.set(key, [...(series.get(key) ?? []), { row, position }]);
  }
  return [...series.values()].flatMap((own) => {
    const sorted = [...own].sort(
      (a, b) => (a.row.from ?? Number.NEGATIVE_INFINITY) - (b.row.from ?? Number.NEGATIVE_INFINITY),
    );
    return sorted.flatMap(({ row, position }, i) => {
      const before = sorted[i - 1]?.row.until;
      if (before === undefined || row.from === undefined || row.from <= before + 1) return [];
      return [
        finding('price-gap', 'warning', position, row.cluster, {
          unit: row.unit,
          from: isoFromDay(before + 1),
          until: isoFromDay(row.from - 1),
        }),
      ];
    });
  });
}

function lighterAboveHeavier(rows: readonly PriceRow[]): PriceFinding[] {
  return rows.flatMap((row, position) => {
    const number = clusterNumber(row.cluster) ?? -1;
    const order = WEIGHT_ORDERS.find((numbers) => numbers.includes(number));
    const next = order?.[order.indexOf(number) + 1];
    if (next === undefined) return [];
    const heavier = rows.find(
      (other) =>
        clusterNumber(other.cluster) === next &&
        other.unit === row.unit &&
        other.setting === row.setting &&
        other.payer === row.payer &&
        overlaps(row, other),
    );
    if (heavier === undefined || row.amountCents <= heavier.amountCents) return [];
    return [
      finding('price-lighter-above-heavier', 'warning', position, row.cluster, {
        heavier: heavier.cluster,
        unit: row.unit,
      }),
    ];
  });
}

function overlaps(a: PriceRow, b: PriceRow): boolean {
  const before = (x: PriceRow, y: PriceRow): boolean =>
    x.until !== undefined && y.from !== undefined && x.until < y.from;
  return !before(a, b) && !before(b, a);
}

/** Every started period is paid: an episode cut in two has one started period more. */
function splitting(rows: readonly PriceRow[]): PriceFinding[] {
  return rows.flatMap((row, position) =>
    row.unit === 'review-period' && row.amountCents > 0
      ? [finding('price-rewards-splitting', 'info', position, row.cluster)]
      : [],
  );
}
