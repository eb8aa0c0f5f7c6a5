/**
 * Synthetic case files: a stream of batches, the same bytes for the same options, no row of a real
 * patient behind it. Every row says `synthetic` in its `origin` column.
 */

import { refuse } from '../issue/refusal.ts';
import type { Cell } from '../model/figure.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { dayFromIso, isoFromDay } from '../table/day.ts';
import { EPISODES, FILE_DAY, FIRST_START, LAST_START } from './assumptions.ts';
import { assumptionOf, type SyntheticEpisode, syntheticEpisode } from './episode.ts';
import { type SyntheticMember, syntheticNetwork } from './network.ts';
import { syntheticPatient } from './patient.ts';
import { Random } from './random.ts';
import { ratingDrawer } from './ratings.ts';

export interface GenerateOptions {
  /** Institutions, 1 to 1,000. */
  readonly members: number;
  /** Rows in all. */
  readonly episodes: number;
  /** Whole number of 0 or more. */
  readonly seed: number;
  /** What the ratings follow. */
  readonly ruleSet: RuleSet;
}

const ITEM_COLUMNS = Array.from({ length: 19 }, (_, index) => `hv${String(index + 1).padStart(2, '0')}`);
const MAX_MEMBERS = 1000;
const BATCH = 1000;

/** Canonical headers of the rows, in their order. */
export const GENERATED_HEADER: readonly string[] = [
  'patient',
  'episode',
  'member',
  'site',
  'team',
  'payer',
  'setting',
  'diagnosis',
  'date',
  'supercluster',
  ...ITEM_COLUMNS,
  'chosen_cluster',
  'start',
  'end',
  'bed_days',
  'minutes',
  'current_revenue',
  'cost',
  'instrument',
  'pre',
  'post',
  'pre_date',
  'post_date',
  'age',
  'sex',
  'origin',
];

const INSTRUMENT = 'klachten-T (synthetisch)';

/**
 * Rows under `GENERATED_HEADER`, in batches of at most 1,000: dates ISO, money in euros, blank = null.
 * Memory does not grow with `episodes`.
 * @throws Refusal `generate-range` when an option lies outside what is allowed
 */
export function* generateCases(options: GenerateOptions): Generator<readonly (readonly Cell[])[]> {
  let batch: (readonly Cell[])[] = [];
  for (const episode of syntheticEpisodes(options)) {
    batch.push(rowOf(options.ruleSet, episode));
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** The episodes themselves, with what the file does not tell: the cluster the ratings were drawn from. */
export function* syntheticEpisodes(options: GenerateOptions): Generator<SyntheticEpisode> {
  requireRange('members', options.members, 1, MAX_MEMBERS);
  requireRange('episodes', options.episodes, 1, Number.MAX_SAFE_INTEGER);
  requireRange('seed', options.seed, 0, Number.MAX_SAFE_INTEGER);
  const { ruleSet: set, episodes } = options;
  const random = new Random(options.seed);
  const network = syntheticNetwork(options.members, set.clusters.length, random);
  const sizes = network.map((member) => member.size);
  const shares = set.clusters.map((_, cluster) => assumptionOf(set, cluster).share);
  const drawRatings = ratingDrawer(set);
  const firstStart = dayFromIso(FIRST_START)!;
  const lastStart = dayFromIso(LAST_START)!;
  let made = 0;
  for (let number = 1; made < episodes; number += 1) {
    const member = network[random.pick(sizes)]!;
    let cluster = drawCluster(shares, member, random);
    const patient = syntheticPatient(number, set.clusters[cluster]!.number, member, random);
    const wanted = 1 + random.pick(EPISODES.more);
    let start = random.between(firstStart, lastStart);
    for (let turn = 0; turn < wanted && made < episodes && start <= lastStart; turn += 1) {
      made += 1;
      const episode = syntheticEpisode(set, patient, { number: made, cluster, start }, drawRatings, random);
      yield episode;
      // An open episode is the patient's last; the next one begins some weeks after this one.
      start = episode.end === undefined ? Number.POSITIVE_INFINITY : episode.end + random.between(14, 180);
      if (!random.chance(EPISODES.sameCluster)) cluster = redrawCluster(set, shares, cluster, random);
    }
  }
}

function drawCluster(shares: readonly number[], member: SyntheticMember, random: Random): number {
  return random.pick(shares.map((share, cluster) => share * member.mixFactors[cluster]!));
}

/** Another cluster, but of the same supercluster: the kind of problem stays. */
function redrawCluster(set: RuleSet, shares: readonly number[], cluster: number, random: Random): number {
  const { supercluster } = set.clusters[cluster]!;
  return random.pick(
    shares.map((share, other) => (set.clusters[other]!.supercluster === supercluster ? share : 0)),
  );
}

function rowOf(set: RuleSet, episode: SyntheticEpisode): readonly Cell[] {
  const { patient } = episode;
  const chosen = set.clusters[episode.chosen]!;
  const ratings = new Map(set.items.map((item, index) => [item.code.toLowerCase(), episode.ratings[index]!]));
  const blank = episode.missingAsNine ? 9 : null;
  return [
    patient.id,
    `E${String(episode.number).padStart(7, '0')}`,
    patient.member.name,
    patient.site,
    patient.team,
    patient.payer,
    episode.bedDays > 0 ? 'klinisch' : 'ambulant',
    patient.diagnosis,
    isoFromDay(episode.ratedOn),
    chosen.supercluster,
    ...ITEM_COLUMNS.map((column) => {
      const rating = ratings.get(column);
      return rating === undefined ? null : rating < 0 ? blank : rating;
    }),
    chosen.code,
    isoFromDay(episode.start),
    episode.end === undefined ? null : isoFromDay(episode.end),
    episode.bedDays,
    episode.minutes,
    episode.revenue,
    episode.cost,
    INSTRUMENT,
    episode.pre?.score ?? null,
    episode.post?.score ?? null,
    episode.pre === undefined ? null : isoFromDay(episode.pre.day),
    episode.post === undefined ? null : isoFromDay(episode.post.day),
    patient.age,
    patient.sex,
    'synthetic',
  ];
}

function requireRange(option: string, value: number, low: number, high: number): void {
  if (Number.isSafeInteger(value) && value >= low && value <= high) return;
  throw refuse('generate-range', { option, low, high }, 2);
}

/** The day after which no synthetic episode is known: what was still open then has no end. */
export const GENERATED_FILE_DAY = FILE_DAY;
