/** A file of sums of which anything was lost, doubled or changed is refused; tried on two files. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRuleSet, openEngine, Refusal, SUMS_COLUMNS, sumsTableOf } from '../../src/index.ts';
import { moneyCases, moneyStatements, sumsQuery } from './money-cases.ts';
import { scenarios } from './sums-scenarios.ts';

type Cells = readonly (string | number)[];

const illustrative = (await loadRuleSet('data/rules/zvt-illustrative')).value!;
const engine = await openEngine(':memory:');
beforeAll(() =>
  engine.transaction(async ({ run }) => {
    for (const statement of moneyStatements(moneyCases(70, 3))) await run(statement);
  }),
);
afterAll(() => engine.close());

const at = (column: (typeof SUMS_COLUMNS)[number]): number => SUMS_COLUMNS.indexOf(column);

function verdict(rows: readonly Cells[]): string {
  try {
    sumsTableOf(SUMS_COLUMNS, rows, 'sums.csv');
  } catch (error) {
    if (error instanceof Refusal) return error.issues[0]!.code;
    throw error;
  }
  return 'taken';
}

describe.each([
  ['everything, products of three', { minimum: 1, order: 3, by: ['site'] }],
  ['three patients and more', { minimum: 3, order: 2, by: ['site'] }],
] as const)('%s', (_name, asked) => {
  let rows: Cells[];
  beforeAll(async () => {
    const [, scenario] = scenarios[1]!;
    const found = await engine.all(sumsQuery(illustrative, scenario, { dialect: 'duckdb', ...asked }));
    rows = found.map((row) => SUMS_COLUMNS.map((name) => row[name] as string | number));
  });

  it('is taken whole, in any order', () => {
    expect(verdict(rows)).toBe('taken');
    expect(verdict([...rows].reverse())).toBe('taken');
  });

  /** Every line where there are few of a kind, else ten of them. */
  const tried = (): number[] => {
    const ofKind = new Map<string, number[]>();
    for (const [i, row] of rows.entries()) {
      const kind = String(row[0]);
      ofKind.set(kind, [...(ofKind.get(kind) ?? []), i]);
    }
    return [...ofKind.values()].flatMap((all) => {
      const step = Math.max(1, Math.ceil(all.length / 10));
      return all.filter((_, i) => i % step === 0 || /fact|about/.test(String(rows[all[0]!]![0])));
    });
  };

  it.each<[string, (row: Cells) => Cells[]]>([
    ['lost', () => []],
    ['doubled', (row) => [row, row]],
    ['changed', (row) => [row.map((cell, i) => (i === at('value') ? 1.001 * Number(cell) + 1 : cell))]],
    ['of another kind', (row) => [row.map((cell, i) => (i === at('kind') ? 'rows' : cell))]],
    ['of another site', (row) => [row.map((cell, i) => (i === at('site') ? 'Elders' : cell))]],
    ['about another number', (row) => [row.map((cell, i) => (i === at('a') ? 999_999 : cell))]],
  ])('refuses one line that is %s', (what, change) => {
    // Lines that do not have what is changed are no less whole for it.
    const spared: Readonly<Record<string, RegExp>> = {
      changed: /^about$/,
      'of another kind': /^(about|rows)$/,
      'of another site': /^(?!rows$|episodes$|quantity$)/,
      'about another number': /^(?!pair$|triple$)/,
    };
    const passed = tried().filter((i) => {
      const row = rows[i]!;
      if (spared[what]?.test(String(row[0]))) return false;
      return verdict([...rows.slice(0, i), ...change(row), ...rows.slice(i + 1)]) === 'taken';
    });
    expect(passed.map((i) => rows[i])).toEqual([]);
  });

  it('refuses a description that was changed', () => {
    const i = rows.findIndex((row) => row[0] === 'about');
    const told = JSON.parse(String(rows[i]![at('about')])) as Record<string, unknown>;
    for (const other of [{ minimum: 5 }, { order: asked.order === 3 ? 2 : 3 }, { cuts: [19_800] }]) {
      const row = rows[i]!.map((cell, c) =>
        c === at('about') ? JSON.stringify({ ...told, ...other }) : cell,
      );
      expect(verdict([...rows.slice(0, i), row, ...rows.slice(i + 1)])).toBe('sums-damaged');
    }
  });
});
