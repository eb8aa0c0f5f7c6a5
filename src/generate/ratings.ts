/** Ratings that a rule set would expect of a cluster, and the clinician's choice. */

import type { RuleSet } from '../model/rule-set.ts';
import { ratingProbabilities } from '../rules/rating-probabilities.ts';
import { isRuledOut } from '../rules/red-rules.ts';
import { CLINICIAN, PSYCHOSOMATIC, RATING } from './assumptions.ts';
import type { Random } from './random.ts';

const MAX_DRAWS = 1000;

/**
 * Draws ratings (-1 = missing) for cases of a cluster: items independent given the cluster, as the
 * rule's own sum of coefficients implies, drawn again while a red rule excludes the cluster.
 * `stray` cases, those of the team that fits badly, answer part of the items as another cluster of
 * the supercluster would, and may be excluded by any rule.
 */
export function ratingDrawer(set: RuleSet): (cluster: number, stray: boolean, random: Random) => Int8Array {
  const probabilities = set.clusters.map((_, cluster) => ratingProbabilities(set, cluster));
  const peers = set.clusters.map((one) =>
    set.clusters.flatMap((other, index) => (other.supercluster === one.supercluster ? [index] : [])),
  );
  const draw = (cluster: number, item: number, random: Random): number => {
    const at = item * set.severities;
    return random.pick(probabilities[cluster]!.subarray(at, at + set.severities));
  };
  return (cluster, stray, random) => {
    const ratings = new Int8Array(set.items.length);
    for (let attempt = 0; attempt < MAX_DRAWS; attempt += 1) {
      for (let item = 0; item < ratings.length; item += 1) {
        const from =
          stray && random.chance(PSYCHOSOMATIC.strayItems)
            ? peers[cluster]![random.between(0, peers[cluster]!.length - 1)]!
            : cluster;
        ratings[item] = draw(from, item, random);
      }
      if (stray || !isRuledOut(set, cluster, ratings)) break;
    }
    return withMissing(ratings, random);
  };
}

function withMissing(ratings: Int8Array, random: Random): Int8Array {
  const chance = random.chance(RATING.manyMissing) ? 0.4 : RATING.missing;
  return ratings.map((rating) => (random.chance(chance) ? -1 : rating));
}

/**
 * The clinician's cluster: usually the true one, otherwise the next or the next but one by number
 * within the supercluster, up or down alike.
 */
export function chosenCluster(set: RuleSet, cluster: number, random: Random): number {
  if (random.chance(CLINICIAN.own)) return cluster;
  const { supercluster } = set.clusters[cluster]!;
  const peers = set.clusters
    .map((other, index) => ({ index, number: other.number, supercluster: other.supercluster }))
    .filter((other) => other.supercluster === supercluster)
    .sort((a, b) => a.number - b.number);
  const at = peers.findIndex((peer) => peer.index === cluster);
  const distance = random.chance(CLINICIAN.nextButOne) ? 2 : 1;
  const wanted = at + (random.chance(0.5) ? distance : -distance);
  return peers[Math.min(peers.length - 1, Math.max(0, wanted))]!.index;
}
