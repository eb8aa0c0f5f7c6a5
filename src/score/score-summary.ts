/** The summary of a scored file, batch by batch in flat memory: clusters, statuses, certainty, fit, agreement. */

import type { CaseTable, Column } from '../model/case-table.ts';
import type { RuleCluster, RuleSupercluster } from '../model/rule-set.ts';
import type { FitRow, ScoreColumns, ScoreResult, ScoreStatus } from '../model/score.ts';
import { clusterCodebook } from '../rules/cluster-codebook.ts';
import { ExactSums, type ExactSumsState } from '../stats/exact-sums.ts';
import { ShareQuantiles, type ShareState } from '../stats/share-quantiles.ts';
import { compareCodePoints } from '../table/compare-code-points.ts';
import { AgreementCounts, type AgreementState } from './agreement.ts';
import { fitRow } from './fit-row.ts';
import { NONE_FITS, SCORE_STATUSES } from './statuses.ts';

export interface ScoreSummaryOptions {
  /** An advice with a probability below this counts as of low certainty. */
  readonly lowCertainty?: number;
}

export const DEFAULT_LOW_CERTAINTY = 0.5;

export type ScoreSummaryResult = Pick<
  ScoreResult,
  'clusters' | 'statuses' | 'certainty' | 'fit' | 'agreement'
>;

export interface ScoreSummary {
  /** What was added, as plain data: another summary of the same book can take it in. */
  state(): ScoreSummaryState;
  /** What another summary counted; the result does not depend on how rows were divided over them. */
  merge(state: ScoreSummaryState): void;
  /** Adds a batch; `scores` must be those of `table`, with indexes into `source.clusters`. */
  add(table: CaseTable, scores: ScoreColumns): void;
  result(): ScoreSummaryResult;
}

export interface ScoreSummaryState {
  readonly advised: Float64Array;
  readonly expected: ExactSumsState;
  readonly entropy: ExactSumsState;
  readonly statuses: Float64Array;
  readonly agreement: AgreementState;
  readonly certainty: ShareState;
  readonly groups: readonly (readonly (readonly [string, Group])[])[];
}

const DIMENSIONS = ['team', 'diagnosis', 'site'] as const;

interface Group {
  n: number;
  noneFits: number;
  lowCertainty: number;
}

/**
 * Collects what a file's scores say together.
 *
 * `share` is of the cases with advice, `expected` the sum of probabilities. `certainty` is about the
 * probability of the advised cluster (type 7 quantiles, see `ShareQuantiles`). A `fit` row counts
 * cases the rule gave a verdict on (advised or none fits); its share is lowCertainty / n. `agreement`
 * is over cases with both an advised and a chosen cluster of the rule set, per month where the table has days.
 * @param source the rule set, or the rule book, that the scores' indexes point into
 */
export function createScoreSummary(
  source: { readonly clusters: readonly RuleCluster[]; readonly superclusters: readonly RuleSupercluster[] },
  options: ScoreSummaryOptions = {},
): ScoreSummary {
  return new Summary(source, options.lowCertainty ?? DEFAULT_LOW_CERTAINTY);
}

class Summary implements ScoreSummary {
  readonly #clusters: readonly RuleCluster[];
  readonly #clusterIndex: (word: string) => number;
  readonly #lowCertainty: number;
  readonly #advised: Float64Array;
  readonly #expected: ExactSums;
  readonly #statuses = new Float64Array(SCORE_STATUSES.length);
  readonly #agreement: AgreementCounts;
  readonly #certainty = new ShareQuantiles();
  readonly #groups: Record<FitRow['by'], Map<string, Group>> = {
    team: new Map(),
    diagnosis: new Map(),
    site: new Map(),
  };
  readonly #entropy = new ExactSums(1);

  constructor(source: Parameters<typeof createScoreSummary>[0], lowCertainty: number) {
    const { clusters } = source;
    const codebook = clusterCodebook(source);
    const at = new Map(clusters.map((cluster, index) => [cluster.code, index]));
    this.#clusters = clusters;
    this.#clusterIndex = (word) => at.get(codebook.cluster(word) ?? '') ?? -1;
    this.#lowCertainty = lowCertainty;
    this.#advised = new Float64Array(clusters.length);
    this.#expected = new ExactSums(clusters.length);
    this.#agreement = new AgreementCounts(clusters);
  }

  add(table: CaseTable, scores: ScoreColumns): void {
    const width = this.#clusters.length;
    const chosen = this.#chosenClusters(table.columns.get('chosen_cluster'));
    const date = table.columns.get('date');
    const days = date?.kind === 'day' ? date.values : undefined;
    const groups = DIMENSIONS.map((by) => this.#groupsOf(by, table.columns.get(by)));
    for (let row = 0; row < scores.n; row++) {
      const status = scores.status[row]!;
      const advised = scores.advised[row]!;
      this.#statuses[status]! += 1;
      let low = 0;
      if (advised >= 0) {
        const probability = scores.probabilities[row * width + advised]!;
        low = probability < this.#lowCertainty ? 1 : 0;
        this.#advised[advised]! += 1;
        this.#expected.addRow(scores.probabilities, row * width);
        this.#certainty.add(Math.min(1, probability));
        this.#entropy.addRow(scores.entropy, row);
        const other = chosen(row);
        if (other >= 0) this.#agreement.add(advised, other, days?.[row]);
      } else if (status !== NONE_FITS) continue;
      for (const of of groups) {
        const group = of(row);
        if (group === undefined) continue;
        group.n += 1;
        group.lowCertainty += low;
        if (status === NONE_FITS) group.noneFits += 1;
      }
    }
  }

  state(): ScoreSummaryState {
    return {
      advised: this.#advised,
      expected: this.#expected.state(),
      entropy: this.#entropy.state(),
      statuses: this.#statuses,
      agreement: this.#agreement.state(),
      certainty: this.#certainty.state(),
      groups: DIMENSIONS.map((by) => [...this.#groups[by]]),
    };
  }

  merge(state: ScoreSummaryState): void {
    for (const [k, count] of state.advised.entries()) this.#advised[k]! += count;
    for (const [k, count] of state.statuses.entries()) this.#statuses[k]! += count;
    this.#expected.merge(state.expected);
    this.#entropy.merge(state.entropy);
    this.#agreement.merge(state.agreement);
    this.#certainty.merge(state.certainty);
    for (const [at, by] of DIMENSIONS.entries()) {
      for (const [value, counts] of state.groups[at]!) {
        const group = this.#groupOf(by, value);
        group.n += counts.n;
        group.noneFits += counts.noneFits;
        group.lowCertainty += counts.lowCertainty;
      }
    }
  }

  result(): ScoreSummaryResult {
    const total = this.#advised.reduce((sum, count) => sum + count, 0);
    return {
      clusters: this.#clusters.map((cluster, k) => ({
        cluster: cluster.code,
        supercluster: cluster.supercluster,
        advised: this.#advised[k]!,
        share: total === 0 ? 0 : this.#advised[k]! / total,
        expected: this.#expected.at(k),
      })),
      statuses: Object.fromEntries(
        SCORE_STATUSES.map((status, at) => [status, this.#statuses[at]!]),
      ) as Record<ScoreStatus, number>,
      certainty: this.#certaintyResult(total),
      fit: DIMENSIONS.flatMap((by) =>
        [...this.#groups[by]]
          .sort(([a], [b]) => compareCodePoints(a, b))
          .flatMap(([value, group]) => (group.n === 0 ? [] : [fitRow(by, value, group)])),
      ),
      agreement: this.#agreement.result(),
    };
  }

  #certaintyResult(total: number): ScoreResult['certainty'] {
    if (total === 0) return { undefined: 'no-advice' };
    const [q05, q25, median, q75, q95] = [0.05, 0.25, 0.5, 0.75, 0.95].map((p) =>
      this.#certainty.quantile(p),
    );
    return {
      q05: q05!,
      q25: q25!,
      median: median!,
      q75: q75!,
      q95: q95!,
      meanEntropy: this.#entropy.at(0) / total,
    };
  }

  #chosenClusters(column: Column | undefined): (row: number) => number {
    if (column?.kind !== 'text') return () => -1;
    const indexes = column.words.map(this.#clusterIndex);
    return (row) => indexes[column.codes[row]!] ?? -1;
  }

  #groupsOf(by: FitRow['by'], column: Column | undefined): (row: number) => Group | undefined {
    if (column?.kind !== 'text') return () => undefined;
    const groups = column.words.map((value) => this.#groupOf(by, value));
    return (row) => groups[column.codes[row]!] ?? this.#groupOf(by, '');
  }

  #groupOf(by: FitRow['by'], value: string): Group {
    const known = this.#groups[by].get(value);
    if (known !== undefined) return known;
    const made = { n: 0, noneFits: 0, lowCertainty: 0 };
    this.#groups[by].set(value, made);
    return made;
  }
}
