/** The summary of a scored file as tables. The rows themselves are written by the command, streaming. */

import type { AssessmentResult } from '../../model/assessments.ts';
import type { Cell, ReportTable } from '../../model/figure.ts';
import type { Computed } from '../../model/meta.ts';
import type { Agreement, AgreementMonth, ScoreResult, ScoreStatus } from '../../model/score.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { DIMENSION_WORDS, STATUS_WORDS, TABLE_WORDS, SCORE_WORDS as W } from '../../text/words/tables.ts';
import { cellOf, columnsIn, groupName, inputTables, inWords, isComputed } from './cells.ts';
import { robustnessTables } from './robustness.ts';

/** Tables `clusters`, `statuses`, `certainty`, `agreement`, `disagreements`, `agreementMonths`, `reviews`, `fit`, `robustness`, `robustnessItems`, `rows` and, where there are any, `issues`. */
export function scoreTables(result: ScoreResult, lang: Lang): ReportTable[] {
  const tables = [
    clustersTable(result, lang),
    statusTable(result, lang),
    certaintyTable(result, lang),
    ...agreementTables(result.agreement, lang),
    ...(result.assessments === undefined ? [] : [reviewsTable(result.assessments, lang)]),
    ...(result.fit.length === 0 ? [] : [fitTable(result, lang)]),
    ...(result.robustness === undefined ? [] : robustnessTables(result.robustness, lang)),
    ...inputTables(result.rows, result.issues, lang),
  ];
  return inWords(tables, lang);
}

function clustersTable(result: ScoreResult, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'clusters',
    title: say(W.clustersTitle, lang),
    columns: [
      col('cluster', TABLE_WORDS.cluster, 'text'),
      col('supercluster', TABLE_WORDS.supercluster, 'text'),
      col('advised', W.advised, 'count'),
      col('share', TABLE_WORDS.share, 'share'),
      col('expected', W.expected, 'number'),
    ],
    rows: result.clusters.map((row) => [row.cluster, row.supercluster, row.advised, row.share, row.expected]),
  };
}

function statusTable(result: ScoreResult, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const statuses = Object.entries(result.statuses) as [ScoreStatus, number][];
  const total = statuses.reduce((sum, [, n]) => sum + n, 0);
  return {
    id: 'statuses',
    title: say(W.statusTitle, lang),
    columns: [
      col('status', TABLE_WORDS.what, 'text'),
      col('n', TABLE_WORDS.count, 'count'),
      col('share', TABLE_WORDS.share, 'share'),
    ],
    rows: statuses.map(([status, n]) => [say(STATUS_WORDS[status], lang), n, total === 0 ? null : n / total]),
  };
}

function certaintyTable(result: ScoreResult, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const quantiles = ['q05', 'q25', 'median', 'q75', 'q95'] as const;
  return {
    id: 'certainty',
    title: say(W.certaintyTitle, lang),
    columns: [
      ...quantiles.map((key) => col(key, W[key], 'probability')),
      col('meanEntropy', W.meanEntropy, 'number'),
    ],
    rows: [
      [...quantiles, 'meanEntropy' as const].map((key) => cellOf(result.certainty, (value) => value[key])),
    ],
  };
}

/** Tables `agreement`, and where there is a choice to compare with `disagreements` and `agreementMonths`. */
export function agreementTables(agreement: ScoreResult['agreement'], lang: Lang): ReportTable[] {
  return inWords([agreementTable(agreement, lang), ...agreementDetails(agreement, lang)], lang);
}

function agreementTable(agreement: ScoreResult['agreement'], lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'agreement',
    title: say(W.agreementTitle, lang),
    columns: [
      col('n', W.agreementN, 'count'),
      col('agree', W.agree, 'count'),
      col('share', W.agreeShare, 'share'),
      col('shareLow', TABLE_WORDS.low, 'share'),
      col('shareHigh', TABLE_WORDS.high, 'share'),
      col('kappa', W.kappa, 'number'),
      col('kappaLow', TABLE_WORDS.low, 'number'),
      col('kappaHigh', TABLE_WORDS.high, 'number'),
    ],
    rows: [agreementCells(agreement)],
  };
}

function agreementCells(agreement: Computed<Agreement | AgreementMonth>): Cell[] {
  return [
    cellOf(agreement, (value) => value.n),
    cellOf(agreement, (value) => value.agree),
    cellOf(agreement, (value) => value.share),
    ...limits(agreement, (value) => value.shareInterval),
    cellOf(agreement, (value) => value.kappa),
    ...limits(agreement, (value) => value.kappaInterval),
  ];
}

function limits<T>(
  value: Computed<T>,
  interval: (value: T) => Computed<{ readonly low: number; readonly high: number }>,
): Cell[] {
  return (['low', 'high'] as const).map((side) =>
    cellOf(value, (one) => {
      const found = interval(one);
      return isComputed(found) ? found[side] : found;
    }),
  );
}

/** Pairs where advice and choice differ most often; the workbook has them all. */
const PAIRS_SHOWN = 10;

/** `disagreements` and, where days were read, `agreementMonths`. */
function agreementDetails(agreement: ScoreResult['agreement'], lang: Lang): ReportTable[] {
  if (!isComputed(agreement)) return [];
  const col = columnsIn(lang);
  const apart = agreement.confusion
    .filter((pair) => pair.advised !== pair.chosen)
    .sort((a, b) => b.n - a.n)
    .slice(0, PAIRS_SHOWN);
  const disagreements = {
    ...confusionTable(agreement, lang),
    id: 'disagreements',
    title: say(W.disagreementsTitle, lang),
    rows: apart.map((pair) => [pair.advised, pair.chosen, pair.n, pair.share]),
  };
  const months: ReportTable = {
    id: 'agreementMonths',
    title: say(W.monthsTitle, lang, { minimum: String(agreement.minimum) }),
    columns: [
      col('month', W.month, 'text'),
      col('n', W.agreementN, 'count'),
      col('agree', W.agree, 'count'),
      col('share', W.agreeShare, 'share'),
      col('shareLow', TABLE_WORDS.low, 'share'),
      col('shareHigh', TABLE_WORDS.high, 'share'),
      col('kappa', W.kappa, 'number'),
      col('kappaLow', TABLE_WORDS.low, 'number'),
      col('kappaHigh', TABLE_WORDS.high, 'number'),
    ],
    rows: (agreement.months ?? []).map((month) => [month.month, ...agreementCells(month)]),
  };
  return [disagreements, months].filter((table) => table.rows.length > 0);
}

/** Every pair of advised and chosen cluster that occurs. */
function confusionTable(agreement: Agreement, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'confusion',
    title: say(W.confusionTitle, lang),
    columns: [
      col('advised', W.advised, 'text'),
      col('chosen', W.chosen, 'text'),
      col('n', TABLE_WORDS.episodes, 'count'),
      col('share', W.ofAdvised, 'share'),
    ],
    rows: agreement.confusion.map((pair) => [pair.advised, pair.chosen, pair.n, pair.share]),
  };
}

/** Tables too long for a screen, for a workbook: `confusion`. */
export function scoreSheets(result: ScoreResult, lang: Lang): ReportTable[] {
  return isComputed(result.agreement) ? [confusionTable(result.agreement, lang)] : [];
}

function reviewsTable(result: AssessmentResult, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'reviews',
    title: say(W.reviewsTitle, lang),
    columns: [
      col('n', W.assessments, 'count'),
      col('courses', W.courses, 'count'),
      col('open', W.openPeriods, 'count'),
      col('judged', W.judged, 'count'),
      col('overdue', W.overdue, 'count'),
      col('overdueShare', W.overdueShare, 'share'),
    ],
    rows: [
      [
        result.n,
        result.courses,
        result.open,
        result.judged,
        result.overdue,
        cellOf(result.overdueShare, (share) => share),
      ],
    ],
  };
}

/** Worst first: the question the table answers is where the model does not fit. */
function fitTable(result: ScoreResult, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const rows = result.fit.toSorted(
    (a, b) => b.lowCertaintyShare - a.lowCertaintyShare || b.n - a.n || (a.value < b.value ? -1 : 1),
  );
  return {
    id: 'fit',
    title: say(W.fitTitle, lang),
    columns: [
      col('by', TABLE_WORDS.by, 'text'),
      col('value', TABLE_WORDS.group, 'text'),
      col('n', TABLE_WORDS.episodes, 'count'),
      col('noneFits', W.noneFits, 'count'),
      col('lowCertainty', W.lowCertainty, 'count'),
      col('lowCertaintyShare', W.lowCertaintyShare, 'share'),
      col('low', TABLE_WORDS.low, 'share'),
      col('high', TABLE_WORDS.high, 'share'),
    ],
    rows: rows.map((row) => [
      say(DIMENSION_WORDS[row.by], lang),
      groupName(row.value, lang),
      row.n,
      row.noneFits,
      row.lowCertainty,
      row.lowCertaintyShare,
      cellOf(row.low, (low) => low),
      cellOf(row.high, (high) => high),
    ]),
  };
}
