/** The one public face of the library: what server, views, command line and users may see. */

// assessments
export {
  type AssessmentPeriods,
  assessmentPeriods,
  periodsAsEpisodes,
} from './assessments/assessment-periods.ts';
export { overdueReviews, reviewDay } from './assessments/overdue-reviews.ts';
export { repeatedAmounts } from './assessments/repeated-amounts.ts';
// backup
export { finishRestore, restoreBackup } from './backup/restore-backup.ts';
export { answerSnapshots, clearSnapshots, renewSnapshots } from './backup/snapshot.ts';
export { writeBackup } from './backup/write-backup.ts';
// benchmark
export { benchmarkRun } from './benchmark/benchmark-run.ts';
export { evidenceOf } from './benchmark/evidence/evidence-of.ts';
export { withoutNames } from './benchmark/evidence/without-names.ts';
export { checkSeal } from './benchmark/exchange/check-contributions.ts';
export { combineContributions } from './benchmark/exchange/combine.ts';
export { combinedInput } from './benchmark/exchange/combined-input.ts';
export { contribute } from './benchmark/exchange/contribute.ts';
export { contributeFromSums, gatePlanOf } from './benchmark/exchange/contribute-from-sums.ts';
export {
  type ContributionPreview,
  type MakeContribution,
  previewContribution,
  releaseContribution,
  type SealedContribution,
} from './benchmark/exchange/let-go.ts';
export { type MadeFor, madeForText } from './benchmark/exchange/made-for.ts';
export { memberNameOf, underAgreedNames } from './benchmark/exchange/member-rows.ts';
export type { OpenContribution } from './benchmark/exchange/open-contribution.ts';
export { canonicalForm, sealContribution } from './benchmark/exchange/seal.ts';
export { funnelOf } from './benchmark/funnel/funnel-of.ts';
export { unitsOf } from './benchmark/funnel/units-of.ts';
export { countBand } from './benchmark/peer-spreads.ts';
// disclosure
export { ledgerKey, ownPublicKey, pseudonymKey, publicKeyText, signingKey } from './disclosure/keys.ts';
export { listReleases, type ReleaseFact, release } from './disclosure/ledger/ledger.ts';
export { releaseTable } from './disclosure/ledger/release.ts';
// chart
export * from './doors/chart.ts';
// engine
export { caseColumnHolds, dropCaseTable, loadCaseTable, storeCaseTable } from './engine/case-store.ts';
export { type Engine, openEngine, type SqlRow, type SqlValue, type Transaction } from './engine/engine.ts';
export { machineFault, refusalOfMachine } from './engine/machine-fault.ts';
export { type Migration, migrate } from './engine/migrate.ts';
export { dropScores, loadScores, storeScores } from './engine/score-store.ts';
export { STORE_ID } from './engine/table-name.ts';
export type { SyntheticEpisode } from './generate/episode.ts';
// generate
export {
  GENERATED_FILE_DAY,
  GENERATED_HEADER,
  type GenerateOptions,
  generateCases,
  syntheticEpisodes,
} from './generate/generate-cases.ts';
export { GenerationTally } from './generate/tally.ts';
// issue
export { IssueCollector } from './issue/issue-collector.ts';
export { Refusal, refuse } from './issue/refusal.ts';
export { sentence } from './issue/sentence.ts';
// model
export type * from './model/adaptive.ts';
export type * from './model/assessments.ts';
export type * from './model/backup.ts';
export type * from './model/benchmark.ts';
export type * from './model/case-table.ts';
export type * from './model/contract.ts';
export type * from './model/conversion.ts';
export type * from './model/disclosure.ts';
export type * from './model/evidence.ts';
export type * from './model/explanation.ts';
export type * from './model/figure.ts';
export type * from './model/funnel.ts';
export type * from './model/gate-plan.ts';
export type * from './model/generation.ts';
export type * from './model/intensity.ts';
export type * from './model/issue.ts';
export type * from './model/ledger.ts';
export type * from './model/meta.ts';
export type * from './model/method.ts';
export type * from './model/outcomes.ts';
export type * from './model/over-time.ts';
export type * from './model/patient-payment.ts';
export type * from './model/payment-curve.ts';
export type * from './model/price-answers.ts';
export type * from './model/price-list.ts';
export type * from './model/rule-set.ts';
export type * from './model/rules-documents.ts';
export type * from './model/scenario.ts';
export type * from './model/score.ts';
export type * from './model/sensitivity.ts';
export type * from './model/simulation.ts';
export type * from './model/sums.ts';
export type * from './model/tariff-bands.ts';
export type * from './model/text.ts';
// outcomes
export { OUTCOME_CLASSES, RESPONSE_STATUSES } from './outcomes/classes.ts';
export { convertScores, tScore } from './outcomes/convert-scores.ts';
export { fitConversion, type ScoreCount } from './outcomes/fit-conversion.ts';
export { withinWindows } from './outcomes/measurement-windows.ts';
export { outcomesOf } from './outcomes/outcomes-of.ts';
export { outcomesOverTime } from './outcomes/over-time/outcomes-over-time.ts';
// package
export { DATA_FOLDER, homeFolder, PACKAGE_ROOT, VERSION } from './package.ts';
// pushdown: the rule set as SQL for an engine elsewhere
export { benchmarkHashesSql } from './pushdown/benchmark-hashes.ts';
export { benchmarkSumsSql, FIRST_PLAN } from './pushdown/benchmark-sums.ts';
export { SQL_DIALECTS, type SqlDialect } from './pushdown/dialect.ts';
export { type ScoreSqlOptions, type SqlSource, scoreSql } from './pushdown/score-sql.ts';
export { scoredCasesSql } from './pushdown/scored-cases.ts';
export { SUMS_COLUMNS } from './pushdown/sums-result.ts';
export { type SumsSqlOptions, sumsSql } from './pushdown/sums-sql.ts';
export { parseBenchmarkResult } from './read/benchmark-result.ts';
export { parseBenchmarkHashes, parseBenchmarkSums } from './read/benchmark-sums.ts';
// read: case files
export { CASE_COLUMNS, type CaseColumnKind, type CaseColumnSpec } from './read/case-columns.ts';
export { type CaseParts, NotInParts, type PartTerms, type ReadPart } from './read/case-parts.ts';
export { columnKey } from './read/column-key.ts';
export type { ColumnMapping, MappedColumn } from './read/column-map.ts';
export { parseContribution, parseDesign, parseKeys } from './read/contribution.ts';
export { parseConversion, readConversion } from './read/conversion.ts';
export { parseImprovementLog } from './read/improvement-log.ts';
export type { LineRange } from './read/line-ranges.ts';
export { openCases } from './read/open-cases.ts';
// read: prices and scenarios
export { PRICE_COLUMNS, PRICE_UNITS, parsePriceList } from './read/price-list.ts';
export { readCaseTable } from './read/read-case-table.ts';
export type {
  BatchLines,
  CaseBatch,
  CaseReader,
  ClusterWords,
  ReadCasesOptions,
  ReadFormat,
  ReadProgress,
  ReadReport,
  SourceFormat,
} from './read/read-options.ts';
export { type RejectedCell, type RejectSink, type RejectsFile, rejectsCsvFile } from './read/rejects.ts';
export {
  loadPriceList,
  loadTariffBands,
  type ResolvedStack,
  resolveScenario,
  type ScenarioPlaces,
} from './read/resolve-scenario.ts';
export { type RuleFile, readRuleFile, readRuleFiles } from './read/rule-file.ts';
// rules: load, list, check, import, choose, save
export { type ListedRuleSet, listRuleSets, loadRuleSet } from './read/rule-set-folder.ts';
export { parseRuleTable, readRuleTable } from './read/rule-tables.ts';
export { CONTRACT_FORMS, parseScenario } from './read/scenario.ts';
export { readSchemeDefaults } from './read/scheme-defaults.ts';
export { parseScoreCounts } from './read/score-counts.ts';
export { sheetNames } from './read/sheet-names.ts';
export { type ByteSource, bytesSource, fileSource } from './read/source.ts';
export { stackScenarios } from './read/stack-scenarios.ts';
export { suggestColumns } from './read/suggest-columns.ts';
export { readSumsTable, sumsTableOf } from './read/sums-table.ts';
export { checkRuleSet } from './rules/check-rule-set.ts';
export { BUNDLED_RULE_SET, chooseRuleSet } from './rules/choose-rule-set.ts';
export { type ClusterCodebook, clusterCodebook } from './rules/cluster-codebook.ts';
export { diffRuleSets, type RuleSetDiff } from './rules/diff-rule-sets.ts';
export {
  type ImportedRuleSet,
  type ImportOptions,
  importRuleSet,
  type OfficialTables,
  type SchemeDefaults,
  type TableMapping,
} from './rules/import-rule-set.ts';
export { parseAnswer, parseAnswers } from './rules/parse-answers.ts';
export { parseRatings } from './rules/parse-ratings.ts';
export type { ParsedTable } from './rules/parsed-table.ts';
export { REFERENCE_RATING_SHARES, ratingProbabilities } from './rules/rating-probabilities.ts';
export { isRuledOut } from './rules/red-rules.ts';
export { rulesShowDocument, summariseRuleSet } from './rules/summarise-rule-set.ts';
export { importRuleFiles, type RuleFileKind, type RuleFiles } from './rules/tables-of-files.ts';
// score: the adaptive questionnaire
export { adaptiveStep } from './score/adaptive/adaptive-step.ts';
export { ANSWER_OPEN, ANSWER_UNKNOWN } from './score/adaptive/answers.ts';
export { explainStep } from './score/adaptive/explain-step.ts';
// score
export { type AdviceComparison, createAdviceComparison } from './score/advice-comparison.ts';
export { type CompiledRuleSet, compileRuleSet } from './score/compile-rule-set.ts';
export { explainCase } from './score/explain-case.ts';
export { FIT_MINIMUM } from './score/fit-row.ts';
export {
  createRobustness,
  DEFAULT_MOVE,
  DEFAULT_MOVE_DRAWS,
  type Robustness,
} from './score/robustness.ts';
export { datedRuleBook, type RuleBook, singleRuleBook } from './score/rule-book.ts';
export { type CaseScore, createCaseScore, scoreCase } from './score/score-case.ts';
export { caseAt, type ScoredCase, type ScoreTableOptions } from './score/score-inputs.ts';
export {
  createScoreSummary,
  DEFAULT_LOW_CERTAINTY,
  type ScoreSummary,
  type ScoreSummaryResult,
  type ScoreSummaryState,
} from './score/score-summary.ts';
export { type DatedScoreColumns, scoreTable, scoreTableByDate } from './score/score-table.ts';
export { SCORE_STATUSES } from './score/statuses.ts';
// simulate
export { balanceList } from './simulate/balance-list.ts';
export type { BalanceTerms } from './simulate/balance-prices.ts';
export { clusterMatcher } from './simulate/cluster-matcher.ts';
export { currentRevenueCents } from './simulate/current-revenue.ts';
export { explainPayment } from './simulate/explain-payment.ts';
export {
  DEFAULT_SIMULATION_OPTIONS,
  type SimulationChanges,
  type SimulationInput,
  type SimulationOptions,
  type TypingColumns,
} from './simulate/input.ts';
export { knownOn } from './simulate/known-on.ts';
export { lintFindings } from './simulate/lint-findings.ts';
export { lintMaximum } from './simulate/lint-maximum.ts';
export { lintPrices, type PriceFinding } from './simulate/lint-prices.ts';
export { lintTariffBands } from './simulate/lint-tariff-bands.ts';
export { type SimulationNeeds, simulationNeeds } from './simulate/needs.ts';
export { type CurveOptions, paymentCurve } from './simulate/payment-curve.ts';
export { prepareSimulation } from './simulate/prepare.ts';
export { type FromSumsInput, prepareFromSums } from './simulate/prepare-from-sums.ts';
export type { PreparedSimulation } from './simulate/prepared.ts';
export { type IntensityTerms, relativeIntensity, unitList } from './simulate/relative-intensity.ts';
export { simulate } from './simulate/simulate.ts';
export { simulateYears, simulateYearsFromSums } from './simulate/simulate-years.ts';
export { simulationLedger } from './simulate/simulation-ledger.ts';
export { type SolveTerms, solveList } from './simulate/solve-list.ts';
export { sumsAbout } from './simulate/sums-about.ts';
export { breakdownDimensions, sumsPlan } from './simulate/sums-plan.ts';
export { tailReport } from './simulate/tail-report.ts';
export { tornado } from './simulate/tornado.ts';
export { typingColumns } from './simulate/typing-columns.ts';
export { WATERFALL_STEPS } from './simulate/waterfall.ts';
export { winnersBy } from './simulate/winners.ts';
export { type WinnersAsk, winnersAsked } from './simulate/winners-asked.ts';
// stats
export { seededUniforms } from './stats/seeded-uniforms.ts';
export { wilsonInterval } from './stats/wilson-interval.ts';
// table
export { asNumbers } from './table/as-numbers.ts';
export {
  dayColumn,
  episodeAt,
  numberColumn,
  RATING_COLUMNS,
  ratings,
  textAt,
  textColumn,
} from './table/column-access.ts';
export { concatTables } from './table/concat.ts';
export { addMonths, BLANK_DAY, dayFromIso, isoFromDay } from './table/day.ts';
export { TextDictionary } from './table/dictionary.ts';
export { dutchDay } from './table/dutch-day.ts';
export { type DecimalSign, decideDecimal } from './table/number-notation.ts';
export { parseNumber } from './table/parse-number.ts';
// text: numbers
export {
  decimalSign,
  formatAmount,
  formatCell,
  formatEuros,
  formatNumber,
  formatShare,
} from './text/format.ts';
// text: how every figure is made
export { FIGURE_METHODS, methodOfFigure } from './text/methods/index.ts';
export {
  dayInWords,
  type ReadableCell,
  readable,
  readableSentence,
  readableTable,
  withMinus,
} from './text/readable.ts';
export { say } from './text/say.ts';
export { formatTable, shownDifferenceCents } from './text/shown-difference.ts';
// text: stamps
export { STAMP_WORDS, stampNotes } from './text/stamps.ts';
export { ASK_WORDS, SEVERITY_WORDS } from './text/words/adaptive.ts';
export { BACKUP_WORDS } from './text/words/backup.ts';
export { GENERATE_WORDS } from './text/words/generate.ts';
export { INTENSITY_WORDS } from './text/words/intensity.ts';
export { BALANCE_WORDS, SOLVE_WORDS } from './text/words/prices.ts';
// write: JSON, CSV, workbook, report, terminal, files
export { canonicalJson } from './write/canonical-json.ts';
export { type CsvOptions, csvHeader, csvOf, csvRows } from './write/csv.ts';
export { type DocumentDifference, documentDifferences } from './write/document-differences.ts';
export { LONGEST_NUMBER, writeExactNumber } from './write/exact-number.ts';
export {
  type FileContent,
  removeFilesOf,
  removeUnfinishedFiles,
  writeFileWhole,
} from './write/file.ts';
export { withLock } from './write/folder-lock.ts';
export { escapeHtml, htmlReport, type Report, tableHtml } from './write/html-report.ts';
// write: meta
export { type MetaParts, makeMeta } from './write/meta.ts';
export { writeParquetWhole } from './write/parquet.ts';
export { ruleSetFiles, saveRuleSet } from './write/rule-set-folder.ts';
// write: scenarios of the data folder
export {
  priceListCsv,
  readStoredScenario,
  removeScenario,
  type ScenarioFolders,
  type StoredScenario,
  saveScenario,
  storedIds,
} from './write/scenario-folder.ts';
export { simulationNotes } from './write/simulation-notes.ts';
// write: tables of results
export { adviceWords, askTables, boundSentence, stopWords } from './write/tables/ask.ts';
export { backupTable } from './write/tables/backup.ts';
export { benchmarkTables } from './write/tables/benchmark.ts';
export { isComputed } from './write/tables/cells.ts';
export { conversionTables } from './write/tables/conversion.ts';
export { contributionTables, gateTables } from './write/tables/disclosure.ts';
export { evidenceTables } from './write/tables/evidence.ts';
export { explainTables } from './write/tables/explain.ts';
export { funnelTables } from './write/tables/funnel.ts';
export { casesTable, generateNotes, generateTables } from './write/tables/generate.ts';
export { intensityTables } from './write/tables/intensity.ts';
export { type MethodFacts, methodTable } from './write/tables/method.ts';
export { outcomesTables } from './write/tables/outcomes.ts';
export { overTimeTables } from './write/tables/over-time.ts';
export { paymentTables } from './write/tables/payment.ts';
export { balanceTables, priceLintTables, priceListTable, solveTables } from './write/tables/prices.ts';
export { robustnessTables } from './write/tables/robustness.ts';
export { rulesImportTables, rulesListTables, rulesShowTables } from './write/tables/rules.ts';
export {
  ruleChangesTable,
  rulesDiffNotes,
  rulesDiffTables,
  rulesDiffTitle,
} from './write/tables/rules-diff.ts';
export { agreementTables, scoreSheets, scoreTables } from './write/tables/score.ts';
export { simulateTables } from './write/tables/simulate.ts';
export { verifyTables } from './write/tables/verify.ts';
export { yearName, yearTables } from './write/tables/years.ts';
export { terminalTable } from './write/terminal-table.ts';
export { simulationWorkbook } from './write/workbook/simulation-workbook.ts';
export { xlsxOf } from './write/xlsx.ts';
