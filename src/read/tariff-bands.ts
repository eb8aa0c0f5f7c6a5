/** Tariffs by minutes from CSV: told from a price list by the column `min_minutes`. */

import { createHash } from 'node:crypto';
import type { Checked, Issue } from '../model/issue.ts';
import type { TariffBand, TariffBands } from '../model/tariff-bands.ts';
import { decideDecimal } from '../table/number-notation.ts';
import { parseNumber } from '../table/parse-number.ts';
import { parseRuleTable } from './rule-tables.ts';

const REQUIRED = ['code', 'group', 'min_minutes', 'max_minutes', 'amount'] as const;

/** Undefined when the text is no such table; otherwise the bands, or every faulty row. */
export function parseTariffBands(text: string, id: string): Checked<TariffBands> | undefined {
  const table = parseRuleTable(id, text);
  const header = table.header.map((name) => name.trim().toLowerCase());
  if (!header.includes('min_minutes')) return undefined;
  const issues: Issue[] = REQUIRED.filter((name) => !header.includes(name)).map((name) => ({
    code: 'tariff-column-missing',
    severity: 'error',
    column: name,
    params: { name, allowed: REQUIRED.join(', ') },
  }));
  if (issues.length > 0) return { issues };
  const cell = (row: readonly string[], name: string): string => row[header.indexOf(name)]?.trim() ?? '';
  const decimal = decideDecimal(table.rows.map((row) => cell(row, 'amount'))) ?? '.';
  const bands = table.rows.map((row, at): TariffBand => {
    const amount = parseNumber(cell(row, 'amount'), decimal);
    const minutes = (name: 'min_minutes' | 'max_minutes'): number | undefined => {
      const value = cell(row, name);
      if (value === '') return undefined;
      if (/^\d+$/.test(value)) return Number(value);
      issues.push(faulty(at + 1, name));
      return undefined;
    };
    if (amount === undefined || amount < 0) issues.push(faulty(at + 1, 'amount'));
    const minMinutes = minutes('min_minutes');
    const maxMinutes = minutes('max_minutes');
    return {
      code: cell(row, 'code'),
      group: cell(row, 'group'),
      label: cell(row, 'label') || cell(row, 'code'),
      ...(minMinutes === undefined ? {} : { minMinutes }),
      ...(maxMinutes === undefined ? {} : { maxMinutes }),
      amountCents: Number(((amount ?? 0) * 100).toFixed(10)),
    };
  });
  if (issues.length > 0) return { issues };
  return { value: { id, bands, sha256: createHash('sha256').update(text).digest('hex') }, issues };
}

function faulty(row: number, column: string): Issue {
  return { code: 'tariff-value-bad', severity: 'error', row, column, params: { row, column } };
}
