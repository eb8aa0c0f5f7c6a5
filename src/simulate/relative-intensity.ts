/**
 * Relative resource intensity per cluster: mean cost (or minutes) per unit divided by that of all
 * clusters together; the first half of the local price recipe (intensity x scale = a price, scaled so
 * that the list pays the contract value). Ratio of totals, not mean of ratios: a day of a long
 * episode counts like any other. Intervals by the delta method on the logarithm, over patients.
 */

import { sentence } from '../issue/sentence.ts';
import type { ClusterIntensity, Intensity, IntensityMeasure } from '../model/intensity.ts';
import type { PriceList, PriceUnit } from '../model/price-list.ts';
import type { ResolvedScenario } from '../model/scenario.ts';
import type { Lang } from '../model/text.ts';
import { studentTQuantile } from '../stats/student-t-quantile.ts';
import { numberColumn } from '../table/column-access.ts';
import type { SimulationInput } from './input.ts';
import { intensityList } from './intensity-list.ts';
import { prepareSimulation } from './prepare.ts';
import type { PreparedSimulation } from './prepared.ts';

/** With fewer patients the delta method promises too much. */
const INTERVAL_FROM_PATIENTS = 10;

export interface IntensityTerms {
  readonly from: IntensityMeasure;
  readonly unit: PriceUnit;
  readonly level: number;
  /** Makes a list; `current` = current revenue of the episodes that take part. */
  readonly budget?: number | 'current';
}

/** A list of one cent per unit of each cluster: with it quantities are counted as they would be paid. */
export function unitList(clusters: readonly string[], unit: PriceUnit): PriceList {
  const rows = clusters.map((cluster) => ({
    cluster,
    unit,
    setting: '',
    payer: '',
    amountCents: 1,
    status: '' as const,
    source: '',
  }));
  return { id: 'intensity', rows, sha256: '' };
}

/**
 * @param input its scenario says typing, dates and period; its list is not looked at
 * @throws Refusal as `prepareSimulation`
 */
export function relativeIntensity(input: SimulationInput, terms: IntensityTerms, lang: Lang): Intensity {
  const { clusters } = input.typing;
  const list = unitList(clusters, terms.unit);
  const counted: ResolvedScenario = {
    ...input.scenario,
    prices: { list, overrides: [] },
    index: [],
    volume: [],
    contracts: [],
    years: undefined,
    behaviour: undefined,
  };
  const scenario = { ...counted, baseline: terms.budget === 'current' ? 'current' : counted } as const;
  const prepared = prepareSimulation({ ...input, scenario });
  const measured = measure(prepared, numberColumn(input.table, terms.from)?.values);
  const all = sumOf(measured);
  const no = (code: string, params = {}) => ({ undefined: sentence({ code, params }, lang) });
  const mean = (value: number, quantity: number) =>
    quantity > 0 ? value / quantity : no('intensity-no-units');
  const interval = (patients: number, k: number, intensity: number | undefined) => {
    if (intensity === undefined || intensity === 0) return no('intensity-no-units');
    return patients < INTERVAL_FROM_PATIENTS
      ? no('intensity-few-patients', { patients, needed: INTERVAL_FROM_PATIENTS })
      : limits(measured, k, intensity, terms.level);
  };
  const found = clusters.map((cluster, k): ClusterIntensity => {
    const own = measured.clusters[k]!;
    const known = own.quantity > 0 && all.value > 0;
    const intensity = known ? (own.value * all.quantity) / (own.quantity * all.value) : undefined;
    return {
      cluster,
      episodes: own.episodes,
      patients: own.patients,
      quantity: own.quantity,
      mean: mean(own.value, own.quantity),
      intensity: intensity ?? no('intensity-no-units'),
      interval: interval(own.patients, k, intensity),
    };
  });
  return {
    from: terms.from,
    unit: terms.unit,
    episodes: prepared.population.episodes,
    withoutMeasure: measured.without,
    overall: { quantity: all.quantity, mean: mean(all.value, all.quantity) },
    clusters: found,
    ...(terms.budget === undefined ? {} : { list: intensityList(prepared, found, terms, lang) }),
  };
}

/** Sums per cluster, and per patient what each cluster has of it (sparse: cluster, value, quantity). */
interface Measured {
  readonly clusters: { value: number; quantity: number; episodes: number; patients: number }[];
  readonly patients: Map<number, { value: number; quantity: number }>[];
  without: number;
}

function measure(prepared: PreparedSimulation, values: Float64Array | undefined): Measured {
  const { participants, rows, side, clusters } = prepared;
  const found: Measured = {
    clusters: clusters.map(() => ({ value: 0, quantity: 0, episodes: 0, patients: 0 })),
    patients: [],
    without: 0,
  };
  const { rowStart, cluster, probability } = side.typed;
  for (let patient = 0; patient + 1 < participants.patientStart.length; patient++) {
    const own = new Map<number, { value: number; quantity: number }>();
    const last = participants.patientStart[patient + 1]!;
    for (let row = participants.patientStart[patient]!; row < last; row++) {
      const value = values?.[participants.rows[row]!] ?? Number.NaN;
      if (Number.isNaN(value)) {
        found.without += 1;
        continue;
      }
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
        const part = partOf(own, cluster[at]!);
        part.value += probability[at]! * value;
        found.clusters[cluster[at]!]!.episodes += probability[at]!;
      }
      for (let at = rows.rowStart[row]!; at < rows.rowStart[row + 1]!; at++) {
        const cell = side.frame.cells[rows.cell[at]!];
        if (cell === undefined || cell.measure !== undefined) continue;
        partOf(own, cell.cluster).quantity += rows.probability[at]! * rows.quantity[at]!;
      }
    }
    for (const [k, { value, quantity }] of own) {
      found.clusters[k]!.value += value;
      found.clusters[k]!.quantity += quantity;
      found.clusters[k]!.patients += 1;
    }
    found.patients.push(own);
  }
  return found;
}

function partOf(own: Map<number, { value: number; quantity: number }>, cluster: number) {
  let part = own.get(cluster);
  if (part === undefined) {
    part = { value: 0, quantity: 0 };
    own.set(cluster, part);
  }
  return part;
}

function sumOf({ clusters }: Measured): { value: number; quantity: number } {
  return clusters.reduce(
    (sum, { value, quantity }) => ({ value: sum.value + value, quantity: sum.quantity + quantity }),
    { value: 0, quantity: 0 },
  );
}

/** A patient's pull on log(mean of the cluster / mean of all): (c - m q) / C of both, subtracted. */
function limits(measured: Measured, k: number, intensity: number, level: number) {
  const own = measured.clusters[k]!;
  const all = sumOf(measured);
  const ownMean = own.value / own.quantity;
  const allMean = all.value / all.quantity;
  let squares = 0;
  for (const patient of measured.patients) {
    let pull = 0;
    for (const [cluster, { value, quantity }] of patient) {
      pull -= (value - allMean * quantity) / all.value;
      if (cluster === k) pull += (value - ownMean * quantity) / own.value;
    }
    squares += pull * pull;
  }
  const n = measured.patients.length;
  const reach =
    studentTQuantile((1 + level) / 2, own.patients - 1) * Math.sqrt((squares * n) / Math.max(1, n - 1));
  return { level, low: intensity * Math.exp(-reach), high: intensity * Math.exp(reach) };
}
