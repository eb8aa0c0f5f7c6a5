/** Amounts of a whole episode that stand at each of its ratings: as periods they would count each time. */

import type { CaseTable } from '../model/case-table.ts';
import type { Issue } from '../model/issue.ts';
import { numberColumn } from '../table/column-access.ts';
import { coursesOf } from './assessment-periods.ts';

/** What is given per episode, and is counted per period. */
const AMOUNTS = ['current_revenue', 'cost', 'bed_days', 'minutes'] as const;

/**
 * A warning for each row that carries the same amount as the first rating of its course that has one.
 * @param table with a column `patient`; columns that are not in it are passed over
 * @param headerOf the header of a column as the file has it
 */
export function repeatedAmounts(
  table: CaseTable,
  headerOf: (canonical: (typeof AMOUNTS)[number]) => string | undefined,
): Issue[] {
  const { courseOf, courses } = coursesOf(table);
  return AMOUNTS.flatMap((name): Issue[] => {
    const column = headerOf(name) ?? name;
    const values = numberColumn(table, name)?.values ?? [];
    const first = new Float64Array(courses).fill(Number.NaN);
    const issues: Issue[] = [];
    for (const [row, value] of values.entries()) {
      if (Number.isNaN(value) || value === 0) continue;
      const course = courseOf[row]!;
      if (Number.isNaN(first[course]!)) first[course] = value;
      else if (first[course] === value) {
        const place = { row: table.rows[row]!, column, params: { column } };
        issues.push({ code: 'assessment-amount-repeated', severity: 'warning', ...place });
      }
    }
    return issues;
  });
}
