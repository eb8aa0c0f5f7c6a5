/** Variants that need the rows again: other measurement windows, other methods of reliable change. */

import { Refusal } from '../../issue/refusal.ts';
import type { BenchmarkOptions } from '../../model/benchmark.ts';
import type { CaseTable } from '../../model/case-table.ts';
import type { Computed } from '../../model/meta.ts';
import type { MeasurementWindows, ReliableChangeMethod } from '../../model/outcomes.ts';
import { OUTCOME_CLASSES } from '../../outcomes/classes.ts';
import { withinWindows } from '../../outcomes/measurement-windows.ts';
import { outcomesOf } from '../../outcomes/outcomes-of.ts';
import type { ComparisonSettings } from '../contribution.ts';
import { contributionsOf } from '../contributions-of.ts';
import { type Compared, compared, type DoneVariant } from './variants.ts';

const METHODS: readonly ReliableChangeMethod[] = ['JT', 'GLN', 'HLL', 'EN', 'NK', 'HA'];
/** Days before and after: a month, two months. */
const WIDTHS = [30, 60] as const;
/** A column of our own. */
const RECOVERED = '\u0000recovered';

/** Only for the change between pre and post, where the file has the days. */
export function windowVariants(
  table: CaseTable,
  options: BenchmarkOptions,
  settings: ComparisonSettings,
): DoneVariant[] {
  const dated = ['pre', 'post', 'pre_date', 'post_date', 'start', 'end'].every((name) =>
    table.columns.has(name),
  );
  if (!dated || !isChange(table, options)) return [];
  const { windows, ...rest } = options;
  const done = (others: MeasurementWindows | undefined): Computed<Compared> =>
    again(table, { ...rest, ...(others === undefined ? {} : { windows: others }) }, settings);
  const about = (days: number): MeasurementWindows => {
    const window = { fromDays: -days, untilDays: days };
    return { pre: window, post: window };
  };
  return [
    ...(windows === undefined
      ? []
      : [{ id: 'no-window', kind: 'no-window', measures: ['outcome'], result: done(undefined) } as const]),
    ...WIDTHS.map(
      (days): DoneVariant => ({
        id: `window:${days}`,
        kind: 'window',
        detail: String(days),
        measures: ['outcome'],
        result: done(about(days)),
      }),
    ),
  ];
}

export interface RecoveredVariants {
  readonly base: Compared;
  readonly others: readonly DoneVariant[];
}

/**
 * The share recovered, as an outcome of 1 or 0 with the same case mix, by every method of reliable change.
 * Undefined where there is no reliability or the method asked for gives no classes.
 */
export function recoveredVariants(
  table: CaseTable,
  options: BenchmarkOptions,
  settings: ComparisonSettings,
): RecoveredVariants | undefined {
  const { sensitivity, windows, ...rest } = options;
  if (sensitivity?.reliability === undefined || !table.columns.has('pre')) return undefined;
  const measured = windows === undefined ? table : withinWindows(table, windows);
  const by = (method: ReliableChangeMethod): Computed<Compared> => {
    const { columns, result } = outcomesOf(measured, {
      ...sensitivity,
      method,
      by: [],
      ...(options.direction === undefined ? {} : { direction: options.direction }),
      ...(options.instrument === undefined ? {} : { instrument: options.instrument }),
    });
    if ('undefined' in result.counts) return result.counts;
    const values = Float64Array.from(columns.classes, (code) => {
      const name = OUTCOME_CLASSES[code];
      return name === undefined || name === 'not-measured' ? Number.NaN : name === 'recovered' ? 1 : 0;
    });
    const withClasses = {
      ...measured,
      columns: new Map([...measured.columns, [RECOVERED, { kind: 'number', values } as const]]),
    };
    return again(withClasses, { ...rest, outcome: RECOVERED }, { ...settings, better: 'higher' });
  };
  const first = sensitivity.reliableChange ?? 'JT';
  const base = by(first);
  if ('undefined' in base) return undefined;
  return {
    base,
    others: METHODS.filter((method) => method !== first).map(
      (method): DoneVariant => ({
        id: `reliable-change:${method}`,
        kind: 'reliable-change',
        detail: method,
        measures: ['recovered'],
        result: by(method),
      }),
    ),
  };
}

export function isChange(table: CaseTable, { outcome }: Pick<BenchmarkOptions, 'outcome'>): boolean {
  return outcome === undefined || (outcome === 'change' && !table.columns.has('change'));
}

function again(
  table: CaseTable,
  options: BenchmarkOptions,
  settings: ComparisonSettings,
): Computed<Compared> {
  try {
    const { members, models, levels } = contributionsOf(table, options);
    return compared({ members, levels, settings: { ...settings, models } });
  } catch (error) {
    if (error instanceof Refusal) return { undefined: error.issues[0]!.code };
    throw error;
  }
}
