/** Findings that concern one run: the list's own, and how list, scenario and case file fit together. */

import type { PriceRow } from '../model/price-list.ts';
import type { LintFinding } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import { isoFromDay } from '../table/day.ts';
import { clusterMatcher } from './cluster-matcher.ts';
import { lintFindings } from './lint-findings.ts';
import { lintPrices, type PriceFinding } from './lint-prices.ts';
import type { PreparedSimulation } from './prepared.ts';

export function lintRun(prepared: PreparedSimulation, rows: readonly PriceRow[], lang: Lang): LintFinding[] {
  return lintFindings(
    [
      ...unpriced(prepared),
      ...lintPrices(rows),
      ...withoutVolume(prepared, rows),
      ...indexOutOfBand(prepared),
      ...contractsWithoutCare(prepared),
      ...volumeWithoutCare(prepared),
      ...blankCosts(prepared),
      ...idleTransition(prepared),
    ],
    lang,
  );
}

/** Largest change that the years 2022-24 saw per code was +13.5 %; prices hardly ever fall. */
const INDEX_BAND = { low: 0.95, high: 1.15 };

/** A change beyond the band is nearly always a percentage taken for a factor, or the other way round. */
function indexOutOfBand({ scenario }: PreparedSimulation): PriceFinding[] {
  const entries = scenario.index.toSorted((a, b) => a.from - b.from);
  return entries.flatMap(({ from, factor }, i): PriceFinding[] => {
    const change = factor / (entries[i - 1]?.factor ?? 1);
    if (change >= INDEX_BAND.low && change <= INDEX_BAND.high) return [];
    const percent = Number.isFinite(change) ? Number((100 * (change - 1)).toFixed(1)) : '∞';
    return [{ code: 'index-out-of-band', severity: 'warning', params: { from: isoFromDay(from), percent } }];
  });
}

function unpriced(prepared: PreparedSimulation): PriceFinding[] {
  return prepared.unpricedClusters.map((cluster) => ({
    code: 'price-missing',
    severity: 'error',
    cluster,
    params: { cluster },
  }));
}

function withoutVolume(prepared: PreparedSimulation, rows: readonly PriceRow[]): PriceFinding[] {
  const match = clusterMatcher(prepared.clusters);
  const seen = new Set<string>();
  return rows.flatMap((row, position): PriceFinding[] => {
    if (seen.has(row.cluster)) return [];
    seen.add(row.cluster);
    const cluster = match(row.cluster);
    const episodes = cluster < 0 ? [] : prepared.side.counts.byCluster[cluster]!;
    if (episodes.some((count) => count > 0)) return [];
    const params = { cluster: row.cluster };
    return [
      { code: 'price-without-volume', severity: 'info', row: position + 1, cluster: row.cluster, params },
    ];
  });
}

function blankCosts({ blankCosts: episodes }: PreparedSimulation): PriceFinding[] {
  return episodes === 0 ? [] : [{ code: 'contract-cost-blank', severity: 'warning', params: { episodes } }];
}

/** Shares for later years that no contract has a use for: nearly always a contract left out. */
function idleTransition({ scenario }: PreparedSimulation): PriceFinding[] {
  const idle =
    scenario.years?.transition !== undefined && !scenario.contracts.some(({ form }) => form === 'transition');
  return idle ? [{ code: 'years-transition-idle', severity: 'warning' }] : [];
}

/** Nobody to spread it over: the contract pays nothing and says so. */
function contractsWithoutCare(prepared: PreparedSimulation): PriceFinding[] {
  const { atoms, cells, episodes } = prepared.side.frame;
  const cared = atoms[0]!.map((_, atom) => (episodes[0]![atom] ?? 0) > 0);
  for (const [id, cell] of cells.entries()) {
    if (cell.measure === undefined && prepared.sums.quantities[id]! > 0) cared[cell.atom[0]!] = true;
  }
  return prepared.scenario.contracts.flatMap((contract, position): PriceFinding[] =>
    atoms[0]!.some((contracts, atom) => cared[atom] === true && contracts.includes(position))
      ? []
      : [{ code: 'contract-without-care', severity: 'warning', params: { payer: contract.payer } }],
  );
}

/** A factor on nobody: nearly always a misspelt code. */
function volumeWithoutCare({ scenario, side }: PreparedSimulation): PriceFinding[] {
  const used = new Set(side.frame.volumeSets[0]!.flat());
  return [...scenario.volume.keys()].flatMap((position): PriceFinding[] =>
    used.has(position)
      ? []
      : [{ code: 'volume-without-care', severity: 'warning', params: { where: `volume[${position}]` } }],
  );
}
