/** The comparison of members as tables. An order is shown only where it means something. */

import type {
  BenchmarkDocument,
  BenchmarkMember,
  MeasureName,
  MemberMeasure,
  MixedModel,
  RatioInterval,
} from '../../model/benchmark.ts';
import type { Cell, ReportColumn, ReportTable } from '../../model/figure.ts';
import type { Computed } from '../../model/meta.ts';
import type { ResponseCounts } from '../../model/outcomes.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import {
  EXCLUSION_WORDS,
  MODEL_WORDS,
  OUTCOME_WORDS,
  RESPONSE_WORDS,
  BENCHMARK_WORDS as W,
} from '../../text/words/outcome-tables.ts';
import { TABLE_WORDS } from '../../text/words/tables.ts';
import { cellOf, column, columnsIn, inputTables, inWords, isComputed } from './cells.ts';
import { RESPONSE_ORDER } from './outcomes.ts';
import { sensitivityTables, unmeasuredTable } from './sensitivity.ts';

const RANKED_MEMBERS = 10;
const RANKED_RANKABILITY = 0.5;
const FIELDS = ['observed', 'expected', 'adjusted', 'low', 'high', 'effect', 'se'] as const;
const RANKS = ['expectedRank', 'percentileExpectedRank'] as const;
const FIELD_WORDS: Readonly<Record<(typeof FIELDS)[number] | (typeof RANKS)[number], Bilingual>> = {
  observed: W.observed,
  expected: W.expected,
  adjusted: W.adjusted,
  low: W.low,
  high: W.high,
  effect: W.effect,
  se: W.se,
  expectedRank: W.expectedRank,
  percentileExpectedRank: W.percentile,
};

/**
 * Tables `response`, `members`, `models`, `coefficients`, `joint`, `unmeasured`, `sensitivity`, `orders`, `excluded`,
 * `rows`, `issues`.
 */
export function benchmarkTables(result: BenchmarkDocument, lang: Lang): ReportTable[] {
  const tables = [
    responseTable(result, lang),
    membersTable(result, lang),
    modelsTable(result, lang),
    ...coefficientsTable(result, lang),
    ...jointTable(result, lang),
    ...unmeasuredTable(result, lang),
    ...sensitivityTables(result.sensitivity, lang),
    ...excludedTable(result, lang),
    ...inputTables(result.rows, result.issues, lang),
  ];
  return inWords(tables, lang);
}

/** Data quality first: who was measured, the network on top. */
function responseTable(result: BenchmarkDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const line = (name: string, response: Computed<ResponseCounts>, shares = response): Cell[] => [
    name,
    cellOf(shares, (counts) => counts.rate),
    ...RESPONSE_ORDER.map((status) => (isComputed(response) ? response[status] : null)),
  ];
  return {
    id: 'response',
    title: say(W.responseTitle, lang),
    columns: [
      col('member', W.member, 'text'),
      col('rate', OUTCOME_WORDS.responseRate, 'share'),
      ...RESPONSE_ORDER.map((status) => col(status, RESPONSE_WORDS[status], 'count')),
    ],
    rows: [
      line(say(W.network, lang), result.response),
      ...result.members.map((member) => line(member.member, member.response, member.responseShares)),
    ],
  };
}

function membersTable(result: BenchmarkDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const measures = measuresOf(result).map((measure) => {
    const model = result.models[measure];
    const fields = model !== undefined && mayRank(model) ? [...FIELDS, ...RANKS] : FIELDS;
    return { measure, fields };
  });
  const measureColumns: ReportColumn[] = measures.flatMap(({ measure, fields }) =>
    fields.map((field) =>
      column(
        `${measure}_${field}`,
        say(FIELD_WORDS[field], lang, { measure: say(MODEL_WORDS[measure], lang) }),
        'number',
      ),
    ),
  );
  const ratios = ratiosIn(result);
  return {
    id: 'members',
    title: say(W.membersTitle, lang),
    columns: [
      col('member', W.member, 'text'),
      col('n', TABLE_WORDS.episodes, 'count'),
      ...measureColumns,
      ...ratios.flatMap(({ key, words }) => [
        col(key, words[0], 'number'),
        col(`${key}_low`, words[1], 'number'),
        col(`${key}_high`, words[2], 'number'),
      ]),
    ],
    rows: result.members.map((member) => [
      member.member,
      member.n,
      ...measures.flatMap(({ measure, fields }) => measureCells(member[measure], fields)),
      ...ratios.flatMap(({ of }) =>
        firstReason(
          (['value', 'low', 'high'] as const).map((part) => cellOf(of(member), (own) => own[part])),
        ),
      ),
    ]),
  };
}

interface RatioColumns {
  readonly key: string;
  readonly words: readonly [value: Bilingual, low: Bilingual, high: Bilingual];
  readonly of: (member: BenchmarkMember) => Computed<RatioInterval> | undefined;
}

function ratiosIn(result: BenchmarkDocument): RatioColumns[] {
  const days: RatioColumns[] = [
    {
      key: 'duration_per_outcome',
      words: [W.durationPerOutcome, W.durationPerOutcomeLow, W.durationPerOutcomeHigh],
      of: (member) => member.durationPerOutcome,
    },
    {
      key: 'adjusted_duration_per_outcome',
      words: [W.adjustedPerOutcome, W.adjustedPerOutcomeLow, W.adjustedPerOutcomeHigh],
      of: (member) => member.adjustedDurationPerOutcome,
    },
  ];
  if (result.models.cost === undefined) return days;
  return [
    ...days,
    {
      key: 'cost_per_outcome',
      words: [W.costPerOutcome, W.costPerOutcomeLow, W.costPerOutcomeHigh],
      of: (member) => member.costPerOutcome,
    },
    {
      key: 'adjusted_cost_per_outcome',
      words: [W.adjustedCostPerOutcome, W.adjustedCostPerOutcomeLow, W.adjustedCostPerOutcomeHigh],
      of: (member) => member.adjustedCostPerOutcome,
    },
  ];
}

function measureCells(
  measure: BenchmarkMember[MeasureName],
  fields: readonly Exclude<keyof MemberMeasure, 'n' | 'contrast'>[],
): Cell[] {
  return firstReason(fields.map((field) => cellOf(measure, (value) => value[field])));
}

/** A reason is said once, not in every cell of the row. */
function firstReason(cells: readonly Cell[]): Cell[] {
  return cells.map((cell, index) => (typeof cell === 'string' && cells.indexOf(cell) < index ? null : cell));
}

function mayRank(model: Computed<MixedModel>): boolean {
  return (
    isComputed(model) &&
    model.members >= RANKED_MEMBERS &&
    isComputed(model.rankability) &&
    model.rankability >= RANKED_RANKABILITY
  );
}

function measuresOf(result: BenchmarkDocument): MeasureName[] {
  return result.models.cost === undefined ? ['outcome', 'duration'] : ['outcome', 'duration', 'cost'];
}

function modelsTable(result: BenchmarkDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const pickers: readonly ((model: MixedModel) => Computed<number>)[] = [
    (model) => model.n,
    (model) => model.members,
    (model) => model.tau2,
    ({ tau2Interval }) => (isComputed(tau2Interval) ? tau2Interval.low : tau2Interval),
    ({ tau2Interval }) => (isComputed(tau2Interval) ? tau2Interval.high : tau2Interval),
    (model) => model.sigma2,
    (model) => model.icc,
    (model) => model.rankability,
    ({ explained }) => (isComputed(explained) ? explained.share : explained),
    (model) => model.logLik,
  ];
  return {
    id: 'models',
    title: say(W.modelsTitle, lang),
    columns: [
      col('model', W.model, 'text'),
      col('n', TABLE_WORDS.episodes, 'count'),
      col('members', W.memberCount, 'count'),
      col('tau2', W.tau2, 'estimate'),
      col('tau2_low', W.tau2Low, 'estimate'),
      col('tau2_high', W.tau2High, 'estimate'),
      col('sigma2', W.sigma2, 'estimate'),
      col('icc', W.icc, 'share'),
      col('rankability', W.rankability, 'share'),
      col('case_mix_share', W.caseMixShare, 'share'),
      col('logLik', W.logLik, 'number'),
    ],
    rows: measuresOf(result).map((measure) => [
      say(MODEL_WORDS[measure], lang),
      ...firstReason(pickers.map((pick) => cellOf(result.models[measure], pick))),
    ]),
  };
}

function coefficientsTable(result: BenchmarkDocument, lang: Lang): ReportTable[] {
  const rows = measuresOf(result).flatMap((measure) => {
    const model = result.models[measure];
    if (model === undefined || !isComputed(model)) return [];
    return model.coefficients.map((term) => [
      say(MODEL_WORDS[measure], lang),
      term.name,
      term.estimate,
      term.se,
    ]);
  });
  if (rows.length === 0) return [];
  const col = columnsIn(lang);
  return [
    {
      id: 'coefficients',
      title: say(W.coefficientsTitle, lang),
      columns: [
        col('model', W.model, 'text'),
        col('name', W.name, 'text'),
        col('estimate', W.estimate, 'estimate'),
        col('se', W.estimateSe, 'estimate'),
      ],
      rows,
    },
  ];
}

function jointTable({ joint }: BenchmarkDocument, lang: Lang): ReportTable[] {
  if (!isComputed(joint)) return [];
  const col = columnsIn(lang);
  return [
    {
      id: 'joint',
      title: say(W.jointTitle, lang),
      columns: [
        col('n', TABLE_WORDS.episodes, 'count'),
        col('members', W.memberCount, 'count'),
        col('correlation', W.correlation, 'number'),
      ],
      rows: [[joint.n, joint.members, cellOf(joint.correlation, (value) => value)]],
    },
  ];
}

function excludedTable({ excluded }: BenchmarkDocument, lang: Lang): ReportTable[] {
  if (excluded.length === 0) return [];
  const col = columnsIn(lang);
  return [
    {
      id: 'excluded',
      title: say(W.excludedTitle, lang),
      columns: [
        col('model', W.model, 'text'),
        col('reason', W.reason, 'text'),
        col('n', TABLE_WORDS.episodes, 'count'),
      ],
      rows: excluded.map((line) => [
        say(MODEL_WORDS[line.model], lang),
        say(EXCLUSION_WORDS[line.reason], lang),
        line.n,
      ]),
    },
  ];
}
