/** One synthetic episode of a patient: dates, use of care, money and measurement. */

import type { RuleSet } from '../model/rule-set.ts';
import { dayFromIso } from '../table/day.ts';
import {
  CLUSTER_ASSUMPTIONS,
  type ClusterAssumption,
  CONTACT,
  COST,
  DURATION,
  FILE_DAY,
  MEASURED,
  OUTCOME,
  PSYCHOSOMATIC,
  RATING,
  REVENUE,
  STAY,
  UNKNOWN_CLUSTER,
} from './assumptions.ts';
import type { SyntheticPatient } from './patient.ts';
import type { Random } from './random.ts';
import { chosenCluster } from './ratings.ts';

/** Days are days since 1970-01-01, money is euros, clusters are indexes into the rule set's list. */
export interface SyntheticEpisode {
  readonly patient: SyntheticPatient;
  readonly number: number;
  /** Never written to the file: tests compare the advice with it. */
  readonly trueCluster: number;
  readonly chosen: number;
  /** -1 = missing. */
  readonly ratings: Int8Array;
  /** Some sources write 9 where others leave a blank. */
  readonly missingAsNine: boolean;
  readonly ratedOn: number;
  readonly start: number;
  /** Absent while the episode is open on the file's day. */
  readonly end?: number;
  readonly bedDays: number;
  readonly minutes: number;
  readonly revenue: number;
  readonly cost: number;
  readonly pre?: { readonly score: number; readonly day: number };
  readonly post?: { readonly score: number; readonly day: number };
}

const LAST_DAY = dayFromIso(FILE_DAY)!;
/** Shares and duration factors are averaged once: the scale belongs to the mean episode. */
const MEAN_FACTOR =
  Object.values(CLUSTER_ASSUMPTIONS).reduce((sum, one) => sum + one.share * one.durationFactor, 0) /
  Object.values(CLUSTER_ASSUMPTIONS).reduce((sum, one) => sum + one.share, 0);

export function assumptionOf(set: RuleSet, cluster: number): ClusterAssumption {
  return CLUSTER_ASSUMPTIONS[set.clusters[cluster]!.number] ?? UNKNOWN_CLUSTER;
}

export interface EpisodeSeed {
  readonly number: number;
  readonly cluster: number;
  readonly start: number;
}

export function syntheticEpisode(
  set: RuleSet,
  patient: SyntheticPatient,
  seed: EpisodeSeed,
  drawRatings: (cluster: number, stray: boolean, random: Random) => Int8Array,
  random: Random,
): SyntheticEpisode {
  const { cluster, start } = seed;
  const assumed = assumptionOf(set, cluster);
  const planned = plannedDays(assumed, patient, random);
  const closed = start + planned <= LAST_DAY;
  const days = closed ? planned : LAST_DAY - start;
  const notStarted = random.chance(CONTACT.notStarted);
  const bedDays = notStarted ? 0 : drawBedDays(assumed, days, random);
  const minutes = notStarted ? 0 : drawMinutes(days, random);
  const measured = notStarted ? {} : drawMeasurements(assumed, patient, { start, days, closed }, random);
  return {
    patient,
    number: seed.number,
    trueCluster: cluster,
    chosen: chosenCluster(set, cluster, random),
    ratings: drawRatings(cluster, patient.team === PSYCHOSOMATIC.team, random),
    missingAsNine: random.chance(RATING.writtenAsNine),
    ratedOn: start + Math.min(days, random.between(0, 21)),
    start,
    ...(closed ? { end: start + planned } : {}),
    bedDays,
    minutes,
    revenue: toCents(
      (minutes * REVENUE.minute + bedDays * REVENUE.bedDay) * random.logNormal(1, REVENUE.sigma),
    ),
    cost: toCents(drawCost(bedDays, days - bedDays, patient, random)),
    ...measured,
  };
}

function plannedDays(assumed: ClusterAssumption, patient: SyntheticPatient, random: Random): number {
  const factor = (assumed.durationFactor / MEAN_FACTOR) * Math.exp(patient.member.durationEffect);
  const days = random.weibull(DURATION.shape, DURATION.scale * factor);
  return Math.min(DURATION.max, Math.max(1, Math.ceil(days)));
}

/** No more bed days than days: a stay that would outlast the episode fills it. */
function drawBedDays(assumed: ClusterAssumption, days: number, random: Random): number {
  if (!random.chance(assumed.admission)) return 0;
  return Math.min(days, Math.ceil(random.logNormal(STAY.mean, STAY.sigma)));
}

function drawMinutes(days: number, random: Random): number {
  const usual = (Math.max(days, 1) / 86) ** CONTACT.elasticity;
  const contactDays = random.logNormal(CONTACT.mean, CONTACT.sigma) * usual;
  return Math.max(15, 5 * Math.round((contactDays * CONTACT.minutesPerDay) / 5));
}

function drawCost(bedDays: number, otherDays: number, patient: SyntheticPatient, random: Random): number {
  const own = patient.member.costFactor;
  const beds = bedDays === 0 ? 0 : bedDays * COST.bedDay * random.logNormal(own, COST.sigma / 2);
  return beds + otherDays * COST.otherDay * random.logNormal(own, COST.sigma);
}

function drawMeasurements(
  assumed: ClusterAssumption,
  patient: SyntheticPatient,
  { start, days, closed }: { start: number; days: number; closed: boolean },
  random: Random,
): Pick<SyntheticEpisode, 'pre' | 'post'> {
  const deviation = OUTCOME.preSd * random.normal();
  const change =
    assumed.improvement +
    OUTCOME.regressionToMean * deviation +
    patient.member.outcomeEffect +
    OUTCOME.residualSd * random.normal();
  const before = toTenth(assumed.preMean + deviation);
  const hasPre = random.chance(MEASURED.pre);
  const hasPost = random.chance(
    logistic(
      MEASURED.postLogOdds +
        MEASURED.perPoint * (change - assumed.improvement) +
        MEASURED.perLogDuration * Math.log(Math.max(days, 1) / 86) +
        patient.member.measuredEffect,
    ),
  );
  const preDay = start + Math.min(days, random.between(0, 14));
  const postDay = Math.max(preDay, start + days - random.between(0, 14));
  if (!hasPre) return {};
  const pre = { score: before, day: preDay };
  return closed && hasPost ? { pre, post: { score: toTenth(before - change), day: postDay } } : { pre };
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function toCents(euros: number): number {
  return Math.round(euros * 100) / 100;
}
