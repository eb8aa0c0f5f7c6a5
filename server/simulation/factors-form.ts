/**
 * Index, volume and prices that depart from the list, to and from the fields of a page; read by the check of scenario
 * files. Invariants: what is typed is kept as typed; a line in which nothing was typed is no line.
 */

import { type Issue, isoFromDay, type Lang, parseScenario, type Scenario } from '../../src/index.ts';
import { fill } from '../../views/text/fill.ts';
import type { View } from '../../views/view.ts';
import { parseAmount } from '../parse-amount.ts';
import { type FieldWords, formFaults } from './form-faults.ts';
import { numberOf, percent } from './years-form.ts';

export const BLOCKS = {
  index: ['from', 'change'],
  volume: ['cluster', 'payer', 'site', 'change'],
  override: ['cluster', 'unit', 'setting', 'payer', 'from', 'until', 'amount', 'change'],
} as const;

export type Block = keyof typeof BLOCKS;
export type FactorColumn = (typeof BLOCKS)[Block][number];
export type TypedLine = Readonly<Partial<Record<FactorColumn, string>>>;
export type TypedFactors = Readonly<Record<Block, readonly TypedLine[]>>;

/** Says that the address holds the form, also where every field of it is blank. */
const SENT = 'f.sent';
const MOST_LINES = 60;
const SPARE_LINES = 2;

/** What a scenario file has of these blocks. */
export interface Factors {
  readonly index: NonNullable<Scenario['index']>;
  readonly volume: NonNullable<Scenario['volume']>;
  readonly overrides: NonNullable<NonNullable<Scenario['prices']>['overrides']>;
}

export function typedFactors({ index, volume, overrides }: Factors, lang: Lang): TypedFactors {
  const change = (factor: number) => percent(factor - 1, lang);
  const day = (value: number | undefined) => (value === undefined ? '' : isoFromDay(value));
  const text = ({
    cluster = '',
    payer = '',
  }: {
    cluster?: string | undefined;
    payer?: string | undefined;
  }) => ({
    cluster,
    payer,
  });
  return {
    index: index.map(({ from, factor }) => ({ from: day(from), change: change(factor) })),
    volume: volume.map((line) => ({ ...text(line), site: line.site ?? '', change: change(line.factor) })),
    override: overrides.map((line) => ({
      ...text(line),
      unit: line.unit ?? '',
      setting: line.setting ?? '',
      from: day(line.from),
      until: day(line.until),
      amount: line.amountCents === undefined ? '' : amountText(line.amountCents, lang),
      change: line.factor === undefined ? '' : change(line.factor),
    })),
  };
}

function amountText(cents: number, lang: Lang): string {
  return (cents / 100).toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 6,
  });
}

/** @returns undefined where the address says nothing of them */
export function factorsFrom(search: URLSearchParams): TypedFactors | undefined {
  if (!search.has(SENT)) return undefined;
  const lines = (block: Block): TypedLine[] =>
    Array.from({ length: MOST_LINES }, (_, at) =>
      Object.fromEntries(
        BLOCKS[block].map((column) => [
          column,
          (search.get(`f.${block}.${at}.${column}`) ?? '').trim().slice(0, 100),
        ]),
      ),
    ).filter(isFilled);
  return { index: lines('index'), volume: lines('volume'), override: lines('override') };
}

function isFilled(line: TypedLine): boolean {
  return Object.values(line).some((text) => text !== '');
}

/** With lines to fill in. */
export function withSpare(lines: readonly TypedLine[]): readonly TypedLine[] {
  return [...lines, ...Array.from({ length: SPARE_LINES }, () => ({}))];
}

/** For the address: only what is filled in. */
export function factorsQuery(typed: TypedFactors): [string, string][] {
  const lines = (Object.keys(BLOCKS) as Block[]).flatMap((block) =>
    typed[block].flatMap((line, at) =>
      BLOCKS[block].map((column): [string, string] => [`f.${block}.${at}.${column}`, line[column] ?? '']),
    ),
  );
  return [[SENT, '1'], ...lines.filter(([, value]) => value !== '')];
}

export interface ReadFactors {
  /** As the simulation takes them, and as a file has them; absent where something cannot be read. */
  readonly factors?: Factors;
  readonly document?: Readonly<Record<'index' | 'volume' | 'overrides', readonly unknown[]>>;
  readonly faults: readonly string[];
}

export function readFactors(typed: TypedFactors, view: Pick<View, 't' | 'lang'>): ReadFactors {
  const factor = (text: string) => {
    const value = numberOf(text);
    // Ten decimals: +3 % is 1.03, not 1.0300000000000002.
    return typeof value === 'number' ? Number((1 + value / 100).toFixed(10)) : value;
  };
  const rawOf = ({ change = '', amount = '', ...texts }: TypedLine) => ({
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    ...(amount === '' ? {} : { amountCents: parseAmount(amount, view.lang) ?? amount }),
    ...(change === '' ? {} : { factor: factor(change) }),
  });
  const document = {
    index: typed.index.map(rawOf),
    volume: typed.volume.map(rawOf),
    overrides: typed.override.map(rawOf),
  };
  const { index, volume, overrides } = document;
  const { value, issues } = parseScenario({ id: 'factors', index, volume, prices: { overrides } }, 'factors');
  if (value === undefined) return { faults: faultsOf(issues, view) };
  return {
    factors: {
      index: value.index ?? [],
      volume: value.volume ?? [],
      overrides: value.prices?.overrides ?? [],
    },
    document,
    faults: [],
  };
}

function faultsOf(issues: readonly Issue[], view: Pick<View, 't' | 'lang'>): string[] {
  const words = view.t.factors;
  return formFaults(
    issues,
    (path): FieldWords | undefined => {
      const [, block = '', at = '', key = ''] =
        /^(index|volume|prices\.overrides)\[(\d+)\](?:\.(\w+))?$/.exec(path) ?? [];
      if (at === '') return undefined;
      const line = fill(words.line[block === 'index' || block === 'volume' ? block : 'override'], {
        n: Number(at) + 1,
      });
      const column = { factor: 'change', amountCents: 'amount' }[key] ?? key;
      const own = (words.column as Readonly<Record<string, string>>)[column];
      const hint = (words.may as Readonly<Record<string, string>>)[column];
      return own === undefined
        ? { label: line }
        : { label: `${line}: ${own}`, ...(hint === undefined ? {} : { hint }) };
    },
    view,
  );
}
