/** Findings by cause: what and the cure first, where, how often. No value of a patient. */

import type { IssueSummary } from '../../src/index.ts';
import { number } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export function IssueTable({ view, issues }: { view: View; issues: readonly IssueSummary[] }) {
  const words = view.t.data;
  const where = (issue: IssueSummary): string =>
    issue.examples
      .map(({ row, column }) =>
        [
          row === undefined ? '' : fill(words.whereRow, { row: number(row, view.lang) }),
          column === undefined ? '' : fill(words.whereColumn, { column }),
        ]
          .filter((part) => part !== '')
          .join(', '),
      )
      .filter((part, at, all) => part !== '' && all.indexOf(part) === at)
      .slice(0, 3)
      .join('; ');
  return (
    <section class="scroll" tabindex={0} aria-label={words.findingsTitle}>
      <table class="findings">
        <thead>
          <tr>
            <th scope="col">{words.severityTitle}</th>
            <th scope="col">{words.finding}</th>
            <th scope="col">{words.where}</th>
            <th scope="col" class="number">
              {words.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr>
              <td>
                <span class={`kind ${issue.severity}`}>{words.severity[issue.severity]}</span>
              </td>
              <th scope="row">{issue.message}</th>
              <td>{where(issue)}</td>
              <td class="number">{number(issue.count, view.lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
