/** From prepared quantities and prices to the result: no row of the case table is read here. */

import { sentence } from '../issue/sentence.ts';
import type { Computed } from '../model/meta.ts';
import type {
  MoneyInterval,
  MoneyPair,
  SimulationGroup,
  SimulationOutcome,
  SimulationTotal,
} from '../model/simulation.ts';
import { sumOfLargest } from '../stats/sum-of-largest.ts';
import { netByCluster, netByGroup } from './breakdown.ts';
import { contractOutcomes } from './contract-outcomes.ts';
import { DEFAULT_SIMULATION_OPTIONS, type SimulationChanges, type SimulationOptions } from './input.ts';
import { FIRM_FROM_PATIENTS_RARE_STAYS, INTERVAL_FROM_PATIENTS, moneyInterval } from './interval-note.ts';
import { lintRun } from './lint-run.ts';
import { payPerPatient, payPerRow } from './moments.ts';
import { paidSides } from './paid-sides.ts';
import { atomRatios, type Paid } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';
import { largestRemainder, roundCents } from './rounding.ts';
import { statisticsOf } from './statistics.ts';
import { uncertaintyOf } from './uncertainty.ts';
import type { Uncertainty } from './uncertainty-parts.ts';
import { volumeResponses } from './volume-response.ts';
import { waterfall } from './waterfall.ts';
import { winners } from './winners.ts';

/**
 * The result of a prepared simulation, with other amounts, factors or contract terms where given.
 * Definitions: payment, rounding and breakdowns as in the file formats; variances from sums.
 * @throws Refusal `simulate-changed-coverage` when contracts change in more than their terms
 */
export function simulate(
  prepared: PreparedSimulation,
  options: SimulationOptions = DEFAULT_SIMULATION_OPTIONS,
  changes: SimulationChanges = {},
): SimulationOutcome {
  const { values, paid, baselinePaid, baselineCents: baseline } = paidSides(prepared, changes);
  const whole = pair(roundCents(baseline), roundCents(paid.netCents));

  const statistics = statisticsOf(prepared, paid, baselinePaid, values.layers[0]!.contracts);
  const ratios = {
    side: atomRatios(paid.gross, paid.output.net),
    baseline: baselinePaid && atomRatios(baselinePaid.gross, baselinePaid.output.net),
  };
  const enough = prepared.population.patients >= 2;
  const uncertainty = enough ? uncertaintyOf(prepared, statistics, ratios, options) : undefined;
  const left =
    options.withoutTopShare === true && prepared.population.patients >= FIRM_FROM_PATIENTS_RARE_STAYS;
  const { fromSums } = prepared;
  const topShare = left || fromSums !== undefined ? undefined : topPercentShare(prepared, paid);
  const noShare =
    fromSums !== undefined ? 'sums-no-patients' : left ? 'simulate-not-asked' : 'simulate-nothing-paid';
  const by = groupsOf(prepared, paid, baselinePaid, whole, uncertainty, options);
  return {
    population: {
      ...prepared.population,
      topPercentShare: topShare ?? {
        undefined: sentence({ code: noShare }, options.lang),
      },
    },
    total: totalOf(prepared, whole, uncertainty, topShare, options),
    byCluster: clustersOf(prepared, paid, baselinePaid, whole, uncertainty, options),
    by,
    waterfall: waterfall(prepared, changes, paid, baselinePaid ?? baseline, whole.differenceCents),
    winners:
      prepared.fromSums?.incomplete === true
        ? { undefined: sentence({ code: 'sums-withheld' }, options.lang) }
        : winners(by, sentence({ code: 'simulate-no-groups' }, options.lang)),
    contracts: contractOutcomes(prepared, values, paid, options.lang),
    lint: lintRun(prepared, values.rows, options.lang),
    ...assumed(prepared, changes),
  };
}

function assumed(
  prepared: PreparedSimulation,
  changes: SimulationChanges,
): Pick<SimulationOutcome, 'behaviour'> {
  const { behaviour } = prepared.scenario;
  if (behaviour === undefined) return {};
  const { retype } = behaviour;
  const volumeResponse = volumeResponses(prepared, changes);
  return {
    behaviour: {
      ...(retype === undefined
        ? {}
        : {
            retype: {
              ...retype,
              borderlineEpisodes: prepared.borderline,
              retypedEpisodes: retype.share * prepared.borderline,
            },
          }),
      ...(volumeResponse.length === 0 ? {} : { volumeResponse }),
    },
  };
}

function pair(baselineCents: number, scenarioCents: number): MoneyPair {
  return { baselineCents, scenarioCents, differenceCents: scenarioCents - baselineCents };
}

function totalOf(
  prepared: PreparedSimulation,
  whole: MoneyPair,
  uncertainty: Uncertainty | undefined,
  topShare: number | undefined,
  options: SimulationOptions,
): SimulationTotal {
  const { patients } = prepared.population;
  const reason = (code: string): { undefined: string } => ({
    undefined: sentence({ code, params: { needed: 2, patients } }, options.lang),
  });
  return {
    ...whole,
    differencePct:
      prepared.fromSums?.incomplete === true
        ? reason('sums-withheld')
        : whole.baselineCents === 0
          ? reason('simulate-baseline-zero')
          : (100 * whole.differenceCents) / whole.baselineCents,
    interval: moneyInterval(uncertainty?.total, patients, prepared, topShare, options, uncertainty?.missing),
    sd:
      uncertainty?.missing === 'sums-withheld'
        ? reason('sums-withheld')
        : uncertainty
          ? {
              typingCents: roundCents(uncertainty.sd.typing),
              samplingCents: roundCents(uncertainty.sd.sampling),
              totalCents: roundCents(uncertainty.sd.total),
            }
          : reason('simulate-too-few-patients'),
  };
}

function groupsOf(
  prepared: PreparedSimulation,
  paid: Paid,
  baselinePaid: Paid | undefined,
  whole: MoneyPair,
  uncertainty: Uncertainty | undefined,
  options: SimulationOptions,
): SimulationOutcome['by'] {
  const by: { -readonly [D in keyof SimulationOutcome['by']]: SimulationGroup[] } = {};
  for (const [g, grouping] of prepared.groupings.entries()) {
    const scenario = largestRemainder(netByGroup(prepared, prepared.side, paid, g), whole.scenarioCents);
    const before = prepared.baselineSide
      ? netByGroup(prepared, prepared.baselineSide, baselinePaid!, g)
      : grouping.values.map((_, group) => currentOfGroup(prepared, g, group));
    const baseline = largestRemainder(before, whole.baselineCents);
    const limits = (group: number) =>
      grouping.patients[group]! >= INTERVAL_FROM_PATIENTS ? uncertainty?.ofGroup(g, group) : undefined;
    by[grouping.dimension] = grouping.values.map((value, group) => ({
      value,
      n: grouping.n[group]!,
      ...pair(baseline[group]!, scenario[group]!),
      interval: moneyInterval(
        limits(group),
        grouping.patients[group]!,
        prepared,
        undefined,
        options,
        uncertainty?.missing,
      ),
    }));
  }
  return by;
}

function currentOfGroup(prepared: PreparedSimulation, grouping: number, group: number): number {
  return prepared.sums.byGroup[grouping]![(group + 1) * prepared.coordinates - 1]!;
}

function clustersOf(
  prepared: PreparedSimulation,
  paid: Paid,
  baselinePaid: Paid | undefined,
  whole: MoneyPair,
  uncertainty: Uncertainty | undefined,
  options: SimulationOptions,
): SimulationOutcome['byCluster'] {
  const scenario = largestRemainder(netByCluster(prepared, prepared.side, paid), whole.scenarioCents);
  const before = prepared.baselineSide
    ? netByCluster(prepared, prepared.baselineSide, baselinePaid!)
    : prepared.currentByCluster;
  const baseline = largestRemainder(before, whole.baselineCents);
  const { patientsByCluster } = prepared;
  const intervalOf = (k: number): Computed<MoneyInterval> => {
    if (patientsByCluster === undefined) {
      return { undefined: sentence({ code: 'sums-no-cluster-patients' }, options.lang) };
    }
    const patients = Math.round(patientsByCluster[k]!);
    const limits = patients >= INTERVAL_FROM_PATIENTS ? uncertainty?.ofCluster(k) : undefined;
    return moneyInterval(limits, patients, prepared, undefined, options);
  };
  return prepared.clusters.map((cluster, k) => ({
    cluster,
    n: prepared.side.counts.byCluster[k]!.reduce((total, count) => total + count, 0),
    ...pair(baseline[k]!, scenario[k]!),
    interval: intervalOf(k),
  }));
}

/** Share of gross payment that the costliest 1 % of patients receive (at least one patient). */
function topPercentShare(prepared: PreparedSimulation, paid: Paid): number | undefined {
  const prices = new Float64Array(prepared.coordinates);
  for (const [id, cell] of prepared.side.frame.cells.entries()) {
    if (cell.measure === undefined) prices[prepared.side.offset + id] = paid.prices[id]!;
  }
  const perPatient = payPerPatient(prepared, payPerRow(prepared, prices));
  const all = perPatient.reduce((sum, value) => sum + value, 0);
  if (!(all > 0)) return undefined;
  return sumOfLargest(perPatient, Math.ceil(perPatient.length / 100)) / all;
}
