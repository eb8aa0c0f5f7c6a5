/** The one public face of the library: what server, views, command line and users may see. */

// issue
export { IssueCollector } from './issue/issue-collector.ts';
export { Refusal, refuse } from './issue/refusal.ts';
export { sentence } from './issue/sentence.ts';
// model
export type * from './model/case-table.ts';
export type * from './model/figure.ts';
export type * from './model/issue.ts';
export type * from './model/meta.ts';
export type * from './model/price-list.ts';
export type * from './model/rule-set.ts';
export type * from './model/score.ts';
export type * from './model/text.ts';
// package
export { DATA_FOLDER, homeFolder, PACKAGE_ROOT, VERSION } from './package.ts';
// text: stamps
export { STAMP_WORDS, stampNotes } from './text/stamps.ts';
// write: meta
export { type MetaParts, makeMeta } from './write/meta.ts';
