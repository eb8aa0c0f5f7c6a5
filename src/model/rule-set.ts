/** A typing rule set as data: items, superclusters, clusters, coefficients, constants, red rules. */

import type { Status } from './meta.ts';
import type { Bilingual } from './text.ts';

/** How long a rating may stand before it is reviewed; calendar months or days. */
export interface ReviewTerm {
  readonly length: number;
  readonly unit: 'day' | 'month';
}

export interface RuleItem {
  /** HV01 … HV19 in the Dutch scheme. */
  readonly code: string;
  /** Label on the form: 1-13, A-E, Q. */
  readonly label: string;
  readonly name: Bilingual;
}

export interface RuleCluster {
  readonly code: string;
  /** Number by which review terms and aliases (`5`, `05`, `ZT05`) are matched. */
  readonly number: number;
  readonly supercluster: string;
  readonly name: Bilingual;
  readonly reviewTerm?: ReviewTerm;
}

export interface RuleSupercluster {
  readonly code: string;
  readonly name: Bilingual;
}

/** Makes a cluster impossible when an item (or two items) has exactly this severity. Indexes into the lists. */
export interface RedRule {
  readonly item: number;
  readonly severity: number;
  readonly item2?: number;
  readonly severity2?: number;
  readonly cluster: number;
}

export interface RuleSet {
  readonly id: string;
  readonly title: Bilingual;
  readonly status: Extract<Status, 'official' | 'local' | 'illustrative'>;
  readonly source: string;
  /** ISO date from which the set applies; absent = always. */
  readonly validFrom?: string;
  readonly items: readonly RuleItem[];
  readonly superclusters: readonly RuleSupercluster[];
  readonly clusters: readonly RuleCluster[];
  /** More missing items than this: no advice. */
  readonly maxMissing: number;
  /** Severities run 0 … severities-1 (5 for HoNOS+). */
  readonly severities: number;
  /** [item][severity][cluster] flattened: (item * severities + severity) * clusters.length + cluster. */
  readonly coefficients: Float64Array;
  readonly constants: Float64Array;
  readonly redRules: readonly RedRule[];
  /** Of the canonical content, so that a result can name what it used. */
  readonly sha256: string;
}
