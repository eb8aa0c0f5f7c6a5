/**
 * The part of the public face (`src/index.ts`) that `score` needs, so that a start and each of its threads load a
 * third of the library. Every name is the same one there (kept by a test).
 */

export { assessmentPeriods } from '../assessments/assessment-periods.ts';
export { overdueReviews } from '../assessments/overdue-reviews.ts';
export { scoreFigures } from '../chart/result-figures.ts';
export { IssueCollector } from '../issue/issue-collector.ts';
export { Refusal, refuse } from '../issue/refusal.ts';
export { sentence } from '../issue/sentence.ts';
export { DATA_FOLDER, homeFolder, PACKAGE_ROOT } from '../package.ts';
export { CASE_COLUMNS } from '../read/case-columns.ts';
export { NotInParts } from '../read/case-parts.ts';
export { openCases } from '../read/open-cases.ts';
export { rejectsCsvFile } from '../read/rejects.ts';
export { listRuleSets, loadRuleSet } from '../read/rule-set-folder.ts';
export { fileSource } from '../read/source.ts';
export { clusterCodebook } from '../rules/cluster-codebook.ts';
export { createRobustness, DEFAULT_MOVE, DEFAULT_MOVE_DRAWS } from '../score/robustness.ts';
export { datedRuleBook, singleRuleBook } from '../score/rule-book.ts';
export { createScoreSummary } from '../score/score-summary.ts';
export { scoreTableByDate } from '../score/score-table.ts';
export { SCORE_STATUSES } from '../score/statuses.ts';
export { seededUniforms } from '../stats/seeded-uniforms.ts';
export { RATING_COLUMNS, textAt, textColumn } from '../table/column-access.ts';
export { concatTables } from '../table/concat.ts';
export { isoFromDay } from '../table/day.ts';
export { stampNotes } from '../text/stamps.ts';
export { canonicalJson } from '../write/canonical-json.ts';
export { csvHeader, csvOf, csvRows } from '../write/csv.ts';
export { LONGEST_NUMBER, writeExactNumber } from '../write/exact-number.ts';
export { writeFileWhole } from '../write/file.ts';
export { htmlReport } from '../write/html-report.ts';
export { makeMeta } from '../write/meta.ts';
export { writeParquetWhole } from '../write/parquet.ts';
export { methodTable } from '../write/tables/method.ts';
export { scoreSheets, scoreTables } from '../write/tables/score.ts';
export { terminalTable } from '../write/terminal-table.ts';
export { xlsxOf } from '../write/xlsx.ts';
