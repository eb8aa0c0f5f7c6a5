/** What is odd in tariffs by minutes: bands that overlap or leave a gap, more minutes for less money. */

import type { TariffBand } from '../model/tariff-bands.ts';
import type { PriceFinding } from './lint-prices.ts';

interface Placed {
  readonly band: TariffBand;
  readonly row: number;
  readonly from: number;
  readonly until: number;
}

export function lintTariffBands(bands: readonly TariffBand[]): PriceFinding[] {
  const groups = new Map<string, Placed[]>();
  for (const [position, band] of bands.entries()) {
    if (band.minMinutes === undefined) continue;
    const placed = {
      band,
      row: position + 1,
      from: band.minMinutes,
      until: band.maxMinutes ?? Number.POSITIVE_INFINITY,
    };
    groups.set(band.group, [...(groups.get(band.group) ?? []), placed]);
  }
  return [...groups.values()].flatMap((own) => {
    const sorted = own.toSorted((a, b) => a.from - b.from || a.until - b.until);
    return sorted.flatMap((band, i) => (i === 0 ? [] : between(sorted[i - 1]!, band)));
  });
}

function between(before: Placed, band: Placed): PriceFinding[] {
  const params = { group: band.band.group, first: before.row, row: band.row };
  const finding = (code: string, severity: 'error' | 'warning', more: object = {}): PriceFinding => ({
    code,
    severity,
    row: band.row,
    params: { ...params, ...more },
  });
  const findings: PriceFinding[] = [];
  if (band.from <= before.until) {
    const until = Math.min(before.until, band.until);
    findings.push(
      finding('tariff-overlap', 'error', { from: band.from, until: until === Infinity ? '∞' : until }),
    );
  } else if (band.from > before.until + 1) {
    findings.push(finding('tariff-gap', 'warning', { from: before.until + 1, until: band.from - 1 }));
  }
  if (band.band.amountCents < before.band.amountCents) findings.push(finding('tariff-falls', 'warning'));
  return findings;
}
