/** The values that members are compared on, one per row, NaN = blank. */

import { refuse } from '../issue/refusal.ts';
import type { BenchmarkOptions, MeasureName } from '../model/benchmark.ts';
import type { CaseTable } from '../model/case-table.ts';
import { change } from '../outcomes/change.ts';
import { daysOrBlank, numbersOrBlank } from '../outcomes/columns.ts';
import { numbersOf } from './design.ts';

export type Responses = Partial<Readonly<Record<MeasureName, Float64Array>>>;

/**
 * outcome: the column asked for, else the change from pre to post; duration: the column asked for, else days
 * from start to end of closed episodes, at least 1; cost: the column asked for, else `cost` where the file has it.
 * @throws Refusal `unknown-response`, `response-not-numeric`, `benchmark-without-responses`
 */
export function responsesOf(table: CaseTable, options: BenchmarkOptions): Responses {
  const outcome =
    // The default may be asked for by name, unless the file has a column of that name.
    options.outcome === undefined || (options.outcome === 'change' && !table.columns.has('change'))
      ? changes(table, options.direction ?? 'lower')
      : asked(table, options.outcome);
  const duration = options.duration === undefined ? durations(table) : asked(table, options.duration);
  const cost =
    options.cost !== undefined
      ? asked(table, options.cost)
      : table.columns.has('cost')
        ? numbersOrBlank(table, 'cost')
        : undefined;
  if (outcome === undefined && duration === undefined) throw refuse('benchmark-without-responses');
  return {
    ...(outcome === undefined ? {} : { outcome }),
    ...(duration === undefined ? {} : { duration }),
    ...(cost === undefined ? {} : { cost }),
  };
}

function asked(table: CaseTable, name: string): Float64Array {
  const column = table.columns.get(name);
  if (column === undefined) throw refuse('unknown-response', { column: name });
  const values = numbersOf(column);
  if (values === undefined) throw refuse('response-not-numeric', { column: name });
  return values;
}

function changes(table: CaseTable, direction: 'lower' | 'higher'): Float64Array | undefined {
  if (!table.columns.has('pre') || !table.columns.has('post')) return undefined;
  const post = numbersOrBlank(table, 'post');
  return numbersOrBlank(table, 'pre').map((pre, row) => change(pre, post[row]!, direction));
}

function durations(table: CaseTable): Float64Array | undefined {
  if (!table.columns.has('start') || !table.columns.has('end')) return undefined;
  const end = daysOrBlank(table, 'end');
  return daysOrBlank(table, 'start').map((start, row) => {
    const days = end[row]! - start;
    return Number.isNaN(days) ? days : Math.max(1, days);
  });
}
