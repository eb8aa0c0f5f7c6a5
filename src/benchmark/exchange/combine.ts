/** Contributions to the comparison: the answer that pooled rows would give, without a row. */

import { sentence } from '../../issue/sentence.ts';
import type {
  BenchmarkResult,
  Exclusion,
  MeasureName,
  MemberSums,
  ModelName,
} from '../../model/benchmark.ts';
import type { CombinedDisclosure, ContributionDocument } from '../../model/disclosure.ts';
import type { RowCounts } from '../../model/score.ts';
import { compareCodePoints } from '../../table/compare-code-points.ts';
import { completeResult, type ResultOptions, resultSettings } from '../complete-result.ts';
import type { Contribution } from '../contribution.ts';
import { EXCLUSION_REASONS, modelsOf } from '../model-rows.ts';
import { type LevelTotals, levelTotals } from '../unite.ts';
import { type CheckOptions, checkContributions } from './check-contributions.ts';
import { sumsOfDocument } from './sums-document.ts';

export interface CombineOptions extends ResultOptions, Omit<CheckOptions, 'minMembers'> {}

export interface CombinedResult extends BenchmarkResult {
  readonly rows: RowCounts;
  readonly disclosure: CombinedDisclosure;
}

/**
 * Equals `benchmarkRun` on the pooled rows wherever the gate took nothing away. Rows and left-out episodes
 * that a member withheld are not counted, which a note says.
 * @throws Refusal those of `checkContributions`, `resultSettings` and `completeResult`
 */
export function combineContributions(
  documents: readonly ContributionDocument[],
  options: CombineOptions,
): CombinedResult {
  const settings = resultSettings(options);
  checkContributions(documents, { ...options, minMembers: settings.minMembers });
  const sorted = documents.toSorted((a, b) => compareCodePoints(a.member, b.member));
  const measures = new Set(sorted.flatMap(({ models }) => models));
  const models = modelsOf([...measures].filter(isMeasure));
  const { design } = sorted[0]!;
  const members = sorted.map(contributionOf);
  const result = completeResult(
    members,
    {
      ...settings,
      better: design.better ?? 'higher',
      adjust: design.adjust.map(({ column }) => column),
      models,
      isChange: design.outcome === undefined,
      ...(design.where === undefined ? {} : { where: design.where }),
      ...(design.windows === undefined ? {} : { windows: design.windows }),
    },
    levelTotals(members.map(({ levels }) => levels)),
    excludedOver(sorted, models),
    options,
  );
  const lang = options.lang ?? 'nl';
  const withheld = sorted.some(({ rows }) => 'undefined' in rows);
  const touched = sorted.some(
    ({ disclosure }) => disclosure.suppressed.length + disclosure.merged.length > 0,
  );
  return {
    ...result,
    rows: rowsOver(sorted),
    notes: [
      ...result.notes,
      ...(touched ? [sentence({ code: 'note-gate' }, lang)] : []),
      ...(withheld ? [sentence({ code: 'note-rows-withheld' }, lang)] : []),
    ],
    disclosure: disclosureOver(sorted, options.peerSeed === undefined),
  };
}

function contributionOf({ member, n, sums, levels, response }: ContributionDocument): Contribution {
  const own: Partial<Record<ModelName, MemberSums>> = {};
  for (const [model, each] of Object.entries(sums)) own[model as ModelName] = sumsOfDocument(member, each);
  return {
    member,
    n,
    sums: own,
    levels: levelsOf(levels),
    ...('undefined' in response ? {} : { response }),
  };
}

function levelsOf(levels: ContributionDocument['levels']): LevelTotals {
  return new Map(Object.entries(levels).map(([column, counts]) => [column, new Map(Object.entries(counts))]));
}

/** A member without the column of a model has all its rows left out of it, as in a pooled file. */
function excludedOver(documents: readonly ContributionDocument[], models: readonly ModelName[]): Exclusion[] {
  return models.flatMap((model) =>
    EXCLUSION_REASONS.flatMap((reason): Exclusion[] => {
      const n = documents.reduce((sum, { excluded, rows, models: own }) => {
        if ('undefined' in excluded || 'undefined' in rows) return sum;
        const of = (which: ModelName, why: string) =>
          excluded.find((line) => line.model === which && line.reason === why)?.n ?? 0;
        if (own.includes(model)) return sum + of(model, reason);
        const elsewhere = (why: string) => of(own[0]!, why);
        if (isLeftOut(reason)) return sum + elsewhere(reason);
        if (reason !== 'no-response') return sum;
        return LEFT_OUT.reduce((left, why) => left - elsewhere(why), sum + rows.used);
      }, 0);
      return n === 0 ? [] : [{ model, reason, n }];
    }),
  );
}

const LEFT_OUT = ['other-instrument', 'not-chosen', 'outside-period'] as const;

function isLeftOut(reason: Exclusion['reason']): boolean {
  return LEFT_OUT.some((why) => why === reason);
}

function isMeasure(model: ModelName): model is MeasureName {
  return model === 'outcome' || model === 'duration' || model === 'cost';
}

/** Of a member that withheld its rows, the episodes in its sums. */
function rowsOver(documents: readonly ContributionDocument[]): RowCounts {
  let [read, used, rejected] = [0, 0, 0];
  for (const { rows, n } of documents) {
    read += 'undefined' in rows ? n : rows.read;
    used += 'undefined' in rows ? n : rows.used;
    rejected += 'undefined' in rows ? 0 : rows.rejected;
  }
  return { read, used, rejected };
}

/** With peers hidden, what was done is said without by whom. */
function disclosureOver(documents: readonly ContributionDocument[], named: boolean): CombinedDisclosure {
  return {
    rules: [...new Set(documents.map(({ disclosure }) => disclosure.rules))].sort(),
    members: named
      ? documents.map(({ member, disclosure: { suppressed, merged } }) => ({ member, suppressed, merged }))
      : [],
    touched: documents.filter(
      ({ disclosure: { suppressed, merged } }) => suppressed.length + merged.length > 0,
    ).length,
  };
}
