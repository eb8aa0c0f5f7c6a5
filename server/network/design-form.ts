/** A design as fields of a form, and back. What the fields cannot mean is said by the library's own check. */

import { type BenchmarkDesign, type MeasurementWindows, parseDesign } from '../../src/index.ts';
import { ADJUST_ROWS, type DesignFields } from '../../views/network-model.ts';

const LEVELS = '; ';

export function fieldsOf(design: BenchmarkDesign): DesignFields {
  const { outcome, duration, adjust, better, direction, instrument, conversion, windows, period } = design;
  const days = (which: 'pre' | 'post') => {
    const window = windows?.[which];
    return window === undefined
      ? {}
      : { [`${which}From`]: String(window.fromDays), [`${which}Until`]: String(window.untilDays) };
  };
  return {
    outcome: outcome ?? '',
    duration: duration ?? '',
    better: better ?? 'higher',
    direction: direction ?? 'lower',
    instrument: instrument ?? '',
    conversion: conversion ?? '',
    from: period?.from ?? '',
    until: period?.until ?? '',
    ...days('pre'),
    ...days('post'),
    ...Object.fromEntries(
      adjust.flatMap(({ column, kind, levels }, at) => [
        [`column${at}`, column],
        [`kind${at}`, kind],
        [`levels${at}`, (levels ?? []).join(LEVELS)],
      ]),
    ),
  };
}

/**
 * Blank fields are left out: the design then has the default.
 * @throws Refusal `design-shape` with the key that is wrong
 */
export function designOf(fields: DesignFields, name: string): BenchmarkDesign {
  const text = (field: string): string => (fields[field] ?? '').trim();
  const given = (key: string, value: string) => (value === '' ? {} : { [key]: value });
  const windows = windowsOf(text);
  const period = { ...given('from', text('from')), ...given('until', text('until')) };
  const design = {
    ...given('outcome', text('outcome')),
    ...given('duration', text('duration')),
    adjust: adjustOf(text),
    // Only what is not the default: two ways of saying the same are the same.
    ...(text('better') === 'lower' && text('outcome') !== '' ? { better: 'lower' } : {}),
    ...(text('direction') === 'higher' ? { direction: 'higher' } : {}),
    ...given('instrument', text('instrument')),
    ...given('conversion', text('conversion')),
    ...(windows === undefined ? {} : { windows }),
    ...(Object.keys(period).length === 0 ? {} : { period }),
  };
  return parseDesign(JSON.stringify(design), name);
}

function adjustOf(text: (field: string) => string): object[] {
  return Array.from({ length: ADJUST_ROWS }, (_, at) => at).flatMap((at) => {
    const column = text(`column${at}`);
    if (column === '') return [];
    const levels = text(`levels${at}`)
      .split(';')
      .map((level) => level.trim())
      .filter((level) => level !== '');
    const kind = text(`kind${at}`) === 'category' ? 'category' : 'number';
    return [{ column, kind, ...(kind === 'category' && levels.length > 0 ? { levels } : {}) }];
  });
}

function windowsOf(text: (field: string) => string): MeasurementWindows | undefined {
  const windows = Object.fromEntries(
    (['pre', 'post'] as const).flatMap((which) => {
      const [from, until] = [text(`${which}From`), text(`${which}Until`)];
      // One end without the other is no window: the check says which one is missing.
      return from === '' && until === ''
        ? []
        : [[which, { fromDays: wholeNumber(from), untilDays: wholeNumber(until) }]];
    }),
  );
  return Object.keys(windows).length === 0 ? undefined : windows;
}

/** What is no whole number stays text, which no design may hold. */
function wholeNumber(text: string): number | string {
  return /^-?\d{1,5}$/.test(text) ? Number(text) : text;
}
