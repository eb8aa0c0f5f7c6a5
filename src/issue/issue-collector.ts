/** Counts every issue exactly and keeps few examples, so that memory stays flat on a bad file. */

import type { Issue, IssueSummary, Severity } from '../model/issue.ts';
import type { Lang } from '../model/text.ts';
import { sentence } from './sentence.ts';

const MAX_EXAMPLES = 5;
const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** An issue in words. */
export type SaysIssue = (issue: Issue, lang: Lang) => string;

/** Issues whose sentences are one. */
export interface IssueGroup {
  readonly first: Issue;
  count: number;
  readonly examples: { row?: number; column?: string }[];
}

export class IssueCollector {
  readonly #groups = new Map<string, IssueGroup>();

  add(issue: Issue): void {
    // Issues whose sentences differ are different findings, even under one code.
    const group = this.#groupOf(issue);
    group.count += 1;
    if (group.examples.length < MAX_EXAMPLES && (issue.row !== undefined || issue.column !== undefined)) {
      group.examples.push({
        ...(issue.row === undefined ? {} : { row: issue.row }),
        ...(issue.column === undefined ? {} : { column: issue.column }),
      });
    }
  }

  get groups(): readonly IssueGroup[] {
    return [...this.#groups.values()];
  }

  /** Those of a later part of the file, whose rows were counted from its own first one. */
  addGroups(groups: readonly IssueGroup[], rowsBefore: number): void {
    for (const { first, count, examples } of groups) {
      const group = this.#groupOf(
        first.row === undefined ? first : { ...first, row: first.row + rowsBefore },
      );
      group.count += count;
      const room = MAX_EXAMPLES - group.examples.length;
      for (const { row, ...rest } of examples.slice(0, room)) {
        group.examples.push({ ...(row === undefined ? {} : { row: row + rowsBefore }), ...rest });
      }
    }
  }

  #groupOf(issue: Issue): IssueGroup {
    const key = `${issue.code}\u0000${JSON.stringify(issue.params ?? {})}`;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = { first: issue, count: 0, examples: [] };
    this.#groups.set(key, group);
    return group;
  }

  addAll(issues: Iterable<Issue>): void {
    for (const issue of issues) this.add(issue);
  }

  has(severity: Severity): boolean {
    return [...this.#groups.values()].some((group) => group.first.severity === severity);
  }

  /**
   * Errors first, then by count; the sentence in the language asked for.
   *
   * @param say who words the sentence; the catalogue unless given
   */
  summaries(lang: Lang, say: SaysIssue = sentence): IssueSummary[] {
    return [...this.#groups.values()]
      .map((group) => ({
        code: group.first.code,
        severity: group.first.severity,
        count: group.count,
        message: say(group.first, lang),
        examples: group.examples,
      }))
      .sort(
        (a, b) =>
          SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) ||
          b.count - a.count ||
          (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
      );
  }
}
