/**
 * A design as fields of a form, and back: a design that is kept unchanged says the same (tested). What the fields cannot mean is said by the library's own
 * check.
 */

import { type BenchmarkDesign, type MeasurementWindows, parseDesign } from '../../src/index.ts';
import type { DesignFields } from '../../views/network-model.ts';

export function fieldsOf(design: BenchmarkDesign): DesignFields {
  const { outcome, duration, cost, adjust, better, direction, instrument, conversion, windows, period } =
    design;
  const days = (which: 'pre' | 'post') => {
    const window = windows?.[which];
    return window === undefined
      ? {}
      : { [`${which}From`]: String(window.fromDays), [`${which}Until`]: String(window.untilDays) };
  };
  return {
    outcome: outcome ?? '',
    duration: duration ?? '',
    cost: cost ?? '',
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
        [`levels${at}`, listText(levels ?? [])],
      ]),
    ),
    ...Object.fromEntries(
      (design.where ?? []).flatMap(({ column, values }, at) => [
        [`where${at}`, column],
        [`values${at}`, listText(values)],
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
  const where = whereOf(fields, text);
  const period = { ...given('from', text('from')), ...given('until', text('until')) };
  const design = {
    ...given('outcome', text('outcome')),
    ...given('duration', text('duration')),
    ...given('cost', text('cost')),
    adjust: adjustOf(fields, text),
    // Only what is not the default: two ways of saying the same are the same.
    ...(text('better') === 'lower' ? { better: 'lower' } : {}),
    ...(text('direction') === 'higher' ? { direction: 'higher' } : {}),
    ...given('instrument', text('instrument')),
    ...given('conversion', text('conversion')),
    ...(windows === undefined ? {} : { windows }),
    ...(Object.keys(period).length === 0 ? {} : { period }),
    ...(where.length === 0 ? {} : { where }),
  };
  return parseDesign(JSON.stringify(design), name);
}

type Text = (field: string) => string;

/** Numbers of the rows that were filled in, however many the form showed. */
function rowsOf(fields: DesignFields, name: string): number[] {
  return Object.keys(fields)
    .flatMap((key) => (key.startsWith(name) ? (/^\d{1,3}$/.exec(key.slice(name.length))?.[0] ?? []) : []))
    .map(Number)
    .sort((a, b) => a - b);
}

function adjustOf(fields: DesignFields, text: Text): object[] {
  return rowsOf(fields, 'column').flatMap((at) => {
    const column = text(`column${at}`);
    if (column === '') return [];
    const levels = listOf(text(`levels${at}`));
    const kind = text(`kind${at}`) === 'category' ? 'category' : 'number';
    return [{ column, kind, ...(kind === 'category' && levels.length > 0 ? { levels } : {}) }];
  });
}

/** A column without values would let nothing through: the check says so. */
function whereOf(fields: DesignFields, text: Text): object[] {
  return rowsOf(fields, 'where').flatMap((at) => {
    const column = text(`where${at}`);
    return column === '' ? [] : [{ column, values: listOf(text(`values${at}`)) }];
  });
}

/** Values with `;` between them; one that holds such a sign, or nothing, stands between quotes. */
function listText(values: readonly string[]): string {
  const plain = (value: string): boolean => /^[^;"]+$/.test(value) && value.trim() === value;
  return values.map((value) => (plain(value) ? value : `"${value.replaceAll('"', '""')}"`)).join('; ');
}

function listOf(text: string): string[] {
  const values: string[] = [];
  for (const [, quoted, plain = ''] of text.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^;]+))\s*(?:;|$)/g)) {
    if (quoted !== undefined) values.push(quoted.replaceAll('""', '"'));
    else if (plain.trim() !== '') values.push(plain.trim());
  }
  return values;
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
