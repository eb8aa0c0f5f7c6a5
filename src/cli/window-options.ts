/** `--window-pre` and `--window-post`: when a measurement counts, for every command that uses them. */

import { type Command, InvalidArgumentError } from 'commander';
import type { DayWindow, MeasurementWindows } from '../index.ts';

export interface WindowOptions {
  readonly windowPre?: DayWindow;
  readonly windowPost?: DayWindow;
}

/** Those that a result depends on. */
export const WINDOW_META_KEYS: readonly string[] = ['windowPre', 'windowPost'];
/** Columns that windows count with. */
export const WINDOW_COLUMNS: readonly string[] = ['pre_date', 'post_date', 'start', 'end'];

export function withWindows(command: Command): Command {
  return command
    .option(
      '--window-pre <from,until>',
      'days about the start in which pre counts as measured, for instance -14,28',
      dayWindow,
    )
    .option(
      '--window-post <from,until>',
      'days about the end in which post counts as measured, for instance -30,30',
      dayWindow,
    );
}

/** Undefined where none was asked for. */
export function windowsOf({ windowPre, windowPost }: WindowOptions): MeasurementWindows | undefined {
  if (windowPre === undefined && windowPost === undefined) return undefined;
  return {
    ...(windowPre === undefined ? {} : { pre: windowPre }),
    ...(windowPost === undefined ? {} : { post: windowPost }),
  };
}

function dayWindow(text: string): DayWindow {
  const [, from, until] = /^\s*([+-]?\d{1,5})\s*,\s*([+-]?\d{1,5})\s*$/.exec(text) ?? [];
  if (from === undefined || until === undefined || Number(from) > Number(until)) {
    throw new InvalidArgumentError('Write whole days, the first and the last, for instance -14,28.');
  }
  return { fromDays: Number(from), untilDays: Number(until) };
}
