/** The summary of a scored file as tables. The rows themselves are written by the command, streaming. */

import type { AssessmentResult } from '../../model/assessments.ts';
import type { ReportTable } from '../../model/figure.ts';
import type { ScoreResult, ScoreStatus } from '../../model/score.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { DIMENSION_WORDS, STATUS_WORDS, TABLE_WORDS, SCORE_WORDS as W } from '../../text/words/tables.ts';
import { cellOf, columnsIn, groupName, inputTables, inWords } from './cells.ts';

/** Tables `clusters`, `statuses`, `certainty`, `agreement`, `reviews`, `fit`, `rows` and, where there are any, `issues`. */
export function scoreTables(result: ScoreResult, lang: Lang): ReportTable[] {
  const tables = [
    clustersTable(result, lang),
    statusTable(result, lang),
    certaintyTable(result, lang),
    agreementTable(result, lang),
    ...(result.assessments === undefined ? [] : [reviewsTable(result.assessments, lang)]),
    ...(result.fit.length === 0 ? [] : [fitTable(result, lang)]),
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

function agreementTable(result: ScoreResult, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'agreement',
    title: say(W.agreementTitle, lang),
    columns: [
      col('n', W.agreementN, 'count'),
      col('agree', W.agree, 'count'),
      col('share', W.agreeShare, 'share'),
      col('kappa', W.kappa, 'number'),
    ],
    rows: [
      (['n', 'agree', 'share', 'kappa'] as const).map((key) =>
        cellOf(result.agreement, (value) => value[key]),
      ),
    ],
  };
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
    ],
    rows: rows.map((row) => [
      say(DIMENSION_WORDS[row.by], lang),
      groupName(row.value, lang),
      row.n,
      row.noneFits,
      row.lowCertainty,
      row.lowCertaintyShare,
    ]),
  };
}
