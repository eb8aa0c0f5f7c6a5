/** Counts every issue exactly and keeps few examples, so that memory stays flat on a bad file. */

import type { Issue, IssueSummary, Severity } from '../model/issue.ts';
import type { Lang } from '../model/text.ts';
import { sentence } from './sentence.ts';

const MAX_EXAMPLES = 5;
const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** An issue in words. */
export type SaysIssue = (issue: Issue, lang: Lang) => string;

interface Group {
  readonly first: Issue;
  count: number;
  readonly examples: { row?: number; column?: string }[];
}

export class IssueCollector {
  readonly #groups = new Map<string, Group>();

  add(issue: Issue): void {
    // Issues whose sentences differ are different findings, even under one code.
    const key = `${issue.code}\u0000${JSON.stringify(issue.params ?? {})}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { first: issue, count: 0, examples: [] };
      this.#groups.set(key, group);
    }
    group.count += 1;
    if (group.examples.length < MAX_EXAMPLES && (issue.row !== undefined || issue.column !== undefined)) {
      group.examples.push({
        ...(issue.row === undefined ? {} : { row: issue.row }),
        ...(issue.column === undefined ? {} : { column: issue.column }),
      });
    }
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
