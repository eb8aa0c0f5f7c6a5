/**
 * A second, slow calculation of the same payment: row by row, cluster by cluster, day by day,
 * straight from the definitions and sharing no code with the product. No contracts.
 */

import type { PriceUnit, ResolvedScenario } from '../../src/index.ts';
import { type CaseRecord, day, TERMS } from './make-input.ts';

const MS = 86_400_000;

function number(cluster: string): number {
  return Number(/\d+/.exec(cluster)![0]);
}

/** Cents for one unit of a cluster on a day for this row; undefined = no price. */
function priceOn(
  record: CaseRecord,
  scenario: ResolvedScenario,
  cluster: string,
  unit: PriceUnit,
  on: number,
): number | undefined {
  const inside = (r: { from?: number | undefined; until?: number | undefined }): boolean =>
    on >= (r.from ?? -1e9) && on <= (r.until ?? 1e9);
  const payer = record.payer ?? '';
  const named = (name: string | undefined): boolean =>
    name === undefined || name === payer || (scenario.payerGroups[name] ?? []).includes(payer);
  const rows = scenario.prices.list.rows
    .filter((row) => number(row.cluster) === number(cluster) && row.unit === unit && inside(row))
    .filter((row) => ['', record.setting ?? ''].includes(row.setting) && ['', payer].includes(row.payer));
  rows.sort(
    (a, b) =>
      Number(b.setting !== '') + Number(b.payer !== '') - Number(a.setting !== '') - Number(a.payer !== ''),
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  let cents = row.amountCents;
  for (const override of scenario.prices.overrides) {
    if (override.cluster !== undefined && number(override.cluster) !== number(cluster)) continue;
    if (override.unit !== undefined && override.unit !== unit) continue;
    if (override.setting !== undefined && override.setting !== (record.setting ?? '')) continue;
    if (!named(override.payer) || !inside(override)) continue;
    cents = override.amountCents ?? row.amountCents * override.factor!;
  }
  const entry = scenario.index.filter(({ from }) => from <= on).sort((a, b) => b.from - a.from)[0];
  let volume = 1;
  for (const factor of scenario.volume) {
    if (factor.cluster !== undefined && number(factor.cluster) !== number(cluster)) continue;
    if (factor.site !== undefined && factor.site !== (record.site ?? '')) continue;
    if (named(factor.payer)) volume *= factor.factor;
  }
  return cents * (entry?.factor ?? 1) * volume;
}

function plusMonths(start: number, months: number): number {
  const date = new Date(start * MS);
  const target = date.getUTCMonth() + months;
  const last = new Date(Date.UTC(date.getUTCFullYear(), target + 1, 0));
  const same = new Date(Date.UTC(date.getUTCFullYear(), target, date.getUTCDate()));
  return (same < last ? same : last).getTime() / MS;
}

/** Cents for one row if it were of this cluster. */
export function payAs(record: CaseRecord, scenario: ResolvedScenario, cluster: string): number {
  const start = day(record.start!);
  if (scenario.valuationDate !== undefined && start >= scenario.valuationDate) return 0;
  const end = record.end === undefined ? scenario.valuationDate! : day(record.end);
  const until = Math.max(end, start + 1);
  const counts = (on: number): boolean =>
    on >= (scenario.period?.from ?? -1e9) && on <= (scenario.period?.until ?? 1e9);
  const price = (unit: PriceUnit, on: number): number =>
    counts(on) ? (priceOn(record, scenario, cluster, unit, on) ?? 0) : 0;
  let cents = price('episode', start) + price('assessment', start);
  for (let on = start; on < until; on++) {
    cents += price('day', on) + (price('bed-day', on) * (record.bed_days ?? 0)) / (until - start);
  }
  const term = TERMS.get(number(cluster));
  if (term !== undefined) {
    const step = (k: number): number =>
      term.unit === 'day' ? start + k * term.length : plusMonths(start, k * term.length);
    for (let k = 0; k === 0 || step(k) < until; k++) cents += price('review-period', step(k));
  }
  for (let k = 0; k === 0 || plusMonths(start, 12 * k) < until; k++) {
    cents += price('year', plusMonths(start, 12 * k));
  }
  return cents;
}

/** Clusters of a row under the scenario's typing, with probabilities; empty = it leaves both sides. */
export function clustersOf(record: CaseRecord, typing: ResolvedScenario['typing']): [string, number][] {
  const expected = Object.entries(record.probabilities ?? {}).filter(([, p]) => p > 0);
  if (typing === 'expected' && expected.length > 0) return expected;
  if (typing === 'advised' && record.advised !== undefined) return [[record.advised, 1]];
  return record.chosen === undefined ? [] : [[record.chosen, 1]];
}

/** Expected cents for one row. */
export function payOf(record: CaseRecord, scenario: ResolvedScenario): number {
  return clustersOf(record, scenario.typing).reduce(
    (sum, [cluster, p]) => sum + p * payAs(record, scenario, cluster),
    0,
  );
}
