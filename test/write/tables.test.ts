import { describe, expect, it } from 'vitest';
import type { ReportTable } from '../../src/model/figure.ts';
import type { Lang } from '../../src/model/text.ts';
import { csvOf } from '../../src/write/csv.ts';
import { benchmarkTables } from '../../src/write/tables/benchmark.ts';
import { outcomesTables } from '../../src/write/tables/outcomes.ts';
import { overTimeTables } from '../../src/write/tables/over-time.ts';
import { scoreTables } from '../../src/write/tables/score.ts';
import { simulateTables } from '../../src/write/tables/simulate.ts';
import { terminalTable } from '../../src/write/terminal-table.ts';
import { BENCHMARK, OUTCOMES, OVER_TIME, SENSITIVITY } from '../support/network-results.ts';
import { META, ROWS, SCORE, SIMULATION } from '../support/results.ts';

const cases: [string, (lang: Lang) => ReportTable[], string[]][] = [
  [
    'score',
    (lang) => scoreTables(SCORE, lang),
    [
      'clusters',
      'statuses',
      'certainty',
      'agreement',
      'disagreements',
      'agreementMonths',
      'fit',
      'rows',
      'issues',
    ],
  ],
  [
    'simulate',
    (lang) => simulateTables(SIMULATION, lang),
    [
      'total',
      'waterfall',
      'clusters',
      'groups',
      'winners',
      'contracts',
      'monthly',
      'population',
      'lint',
      'rows',
    ],
  ],
  [
    'outcomes',
    (lang) => outcomesTables(OUTCOMES, lang),
    ['response', 'summary', 'classes', 'groups', 'rows'],
  ],
  [
    'benchmark',
    (lang) => benchmarkTables(BENCHMARK, lang),
    ['response', 'members', 'models', 'coefficients', 'joint', 'unmeasured', 'excluded', 'rows'],
  ],
  [
    'benchmark with the panel',
    (lang) => benchmarkTables({ ...BENCHMARK, sensitivity: SENSITIVITY }, lang),
    [
      ...['response', 'members', 'models', 'coefficients', 'joint', 'unmeasured'],
      ...['sensitivity', 'orders', 'excluded', 'rows'],
    ],
  ],
  [
    'over time',
    (lang) => overTimeTables({ meta: META, rows: ROWS, issues: [], ...OVER_TIME }, lang),
    ['points', 'limits', 'excluded', 'rows'],
  ],
];

describe.each(cases)('tables of %s', (_, make, ids) => {
  const tables = make('nl');

  it('are these, in this order', () => expect(tables.map((table) => table.id)).toEqual(ids));

  it('have a cell per column and one name per column', () => {
    for (const table of tables) {
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      expect(new Set(table.columns.map((column) => column.key)).size).toBe(table.columns.length);
    }
  });

  it('hold the same numbers in both languages', () => {
    const numbers = (all: ReportTable[]) =>
      all.map((table) => table.rows.map((row) => row.filter((cell) => typeof cell === 'number')));
    expect(numbers(make('en'))).toEqual(numbers(tables));
    expect(make('en').map((table) => table.columns.map((column) => column.key))).toEqual(
      tables.map((table) => table.columns.map((column) => column.key)),
    );
  });

  it('fit on a terminal of 100 columns and in CSV', () => {
    for (const table of tables) {
      for (const line of terminalTable(table, 'nl').split('\n'))
        expect([...line].length).toBeLessThanOrEqual(100);
      expect(csvOf(table).split('\n').length).toBeGreaterThan(table.rows.length);
    }
  });
});

describe('what the tables say', () => {
  const find = (tables: ReportTable[], id: string) => tables.find((table) => table.id === id)!;

  it('puts the worst fit first', () => {
    expect(find(scoreTables(SCORE, 'nl'), 'fit').rows.map((row) => row[1])).toEqual([
      'psychosomatiek',
      'somatische-symptoomstoornis en verwante stoornissen',
      '(niet ingevuld)',
      'depressie',
      'angst en stemming',
      'psychose',
    ]);
  });

  it('says of each finding whether it holds, what it becomes, or why that is not known', () => {
    const tables = benchmarkTables({ ...BENCHMARK, sensitivity: SENSITIVITY }, 'nl');
    const { columns, rows } = find(tables, 'sensitivity');
    expect(columns.map(({ label }) => label).slice(4)).toEqual(['Zonder casemix', 'Meting binnen 30 dagen']);
    expect(rows[0]!.slice(2)).toEqual(['hoger dan het netwerk', 'ja', 'houdt stand', 'niet in het model']);
    expect(rows[1]!.slice(2)).toEqual(['lager dan het netwerk', 'nee', 'wordt: niet te onderscheiden', null]);
  });

  it('says a reason once, where a number cannot be computed', () => {
    const row = find(simulateTables(SIMULATION, 'nl'), 'groups').rows[2]!;
    expect(row.slice(-2)).toEqual(['geen interval', null]);
    const peer = find(benchmarkTables(BENCHMARK, 'nl'), 'members').rows.at(-1)!;
    expect(peer.filter((cell) => cell === 'minder dan 10 patiënten')).toHaveLength(4);
  });

  it('keeps open episodes out of the response', () => {
    const rows = find(outcomesTables(OUTCOMES, 'nl'), 'response').rows;
    expect(rows.reduce((sum, row) => sum + ((row[2] as number | null) ?? 0), 0)).toBeCloseTo(1, 12);
    expect(rows.at(-1)![2]).toBeNull();
  });

  it('shows no order among few members', () => {
    const keys = (members: number) =>
      find(
        benchmarkTables(
          {
            ...BENCHMARK,
            models: {
              ...BENCHMARK.models,
              outcome: { ...BENCHMARK.models.outcome, members } as typeof BENCHMARK.models.outcome,
            },
          },
          'nl',
        ),
        'members',
      ).columns.map((column) => column.key);
    expect(keys(9)).not.toContain('outcome_expectedRank');
    expect(keys(10)).toContain('outcome_expectedRank');
    expect(keys(10)).not.toContain('duration_expectedRank');
  });
});
