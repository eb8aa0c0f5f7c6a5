/** Episodes chosen by value, period and measurement window: counted, locked where few, and the same either road. */

import { describe, expect, it } from 'vitest';
import { benchmarkRun } from '../../src/benchmark/benchmark-run.ts';
import { combineContributions } from '../../src/benchmark/exchange/combine.ts';
import { contribute } from '../../src/benchmark/exchange/contribute.ts';
import { releaseTable } from '../../src/disclosure/ledger/release.ts';
import { hasSmallPattern } from '../../src/disclosure/ledger/small-pattern.ts';
import type { BenchmarkOptions, BenchmarkResult } from '../../src/model/benchmark.ts';
import type { CaseTable } from '../../src/model/case-table.ts';
import type { BenchmarkDesign } from '../../src/model/disclosure.ts';
import { parseDesign } from '../../src/read/contribution.ts';
import { isoFromDay } from '../../src/table/day.ts';
import { caseTable, days, numbers, text } from '../support/case-table.ts';
import { seal } from '../support/exchange.ts';
import { randomFrom } from '../support/random.ts';
import { refused } from '../support/refused.ts';

interface Row {
  readonly member: string;
  readonly patient: string;
  readonly setting: string;
  readonly pre: number;
  readonly post: number;
  readonly start: number;
  readonly end: number;
  readonly late: number;
}

const FIRST_DAY = 19_800;

function rowsOf(members: readonly string[], each: number, rare = 30): Row[] {
  const random = randomFrom(5);
  return members.flatMap((member) =>
    Array.from({ length: each }, (_, i): Row => {
      const start = FIRST_DAY + Math.floor(random() * 300);
      return {
        member,
        patient: `${member}-${i}`,
        setting: i < rare ? 'clinic' : 'home',
        pre: Math.round(50 + 20 * random()),
        post: Math.round(40 + 20 * random()),
        start,
        end: start + 30 + Math.floor(random() * 200),
        // Days from the end to the second measurement; every third is late.
        late: i % 3 === 0 ? 45 : Math.floor(random() * 20),
      };
    }),
  );
}

function tableOf(rows: readonly Row[]): CaseTable {
  return caseTable({
    member: text(rows.map((row) => row.member)),
    patient: text(rows.map((row) => row.patient)),
    setting: text(rows.map((row) => row.setting)),
    pre: numbers(rows.map((row) => row.pre)),
    post: numbers(rows.map((row) => row.post)),
    start: days(rows.map((row) => row.start)),
    end: days(rows.map((row) => row.end)),
    pre_date: days(rows.map((row) => row.start)),
    post_date: days(rows.map((row) => row.end + row.late)),
    code: numbers(rows.map((row) => (row.setting === 'clinic' ? 1 : 2))),
  });
}

const MEMBERS = ['a', 'b', 'c', 'd'];
const rows = rowsOf(MEMBERS, 200, 60);
const table = tableOf(rows);
const WINDOWS = { post: { fromDays: -30, untilDays: 30 } };
const PERIOD = { from: isoFromDay(FIRST_DAY + 100), until: isoFromDay(FIRST_DAY + 400) };

function reasons(result: Pick<BenchmarkResult, 'excluded'>, model = 'outcome'): Record<string, number> {
  return Object.fromEntries(
    result.excluded.filter((line) => line.model === model).map(({ reason, n }) => [reason, n]),
  );
}

function combined(design: BenchmarkDesign) {
  const contributions = MEMBERS.map((member) => {
    const own = rows.filter((row) => row.member === member);
    const open = contribute(tableOf(own), {
      memberName: member,
      design,
      rows: { read: own.length, used: own.length, rejected: 0 },
      hasIssues: false,
      synthetic: true,
    });
    return seal(open.document);
  });
  const { disclosure: _, rows: __, ...result } = combineContributions(contributions, {});
  return result;
}

describe('episodes chosen', () => {
  it('by value: the rest is counted, the numbers are those of a file with these rows alone', () => {
    const where = [{ column: 'setting', values: ['home'] }];
    const result = benchmarkRun(table, { where, lang: 'en' });
    expect(reasons(result)).toEqual({ 'not-chosen': 240 });
    const alone = benchmarkRun(tableOf(rows.filter((row) => row.setting === 'home')), {});
    expect(result.models).toEqual(alone.models);
    expect(result.members).toEqual(alone.members);
    expect(result.notes.join(' ')).toContain('setting = home');
    expect(benchmarkRun(table, { where: [{ column: 'code', values: ['2'] }] }).models).toEqual(alone.models);
    const both = benchmarkRun(table, { where: [{ column: 'setting', values: ['home', 'clinic'] }] });
    expect(both.models).toEqual(benchmarkRun(table, {}).models);
  });

  it('measured outside the window: not measured, and counted', () => {
    const result = benchmarkRun(table, { windows: WINDOWS, lang: 'en' });
    const late = rows.filter((row) => row.late > 30).length;
    expect(reasons(result)).toEqual({ 'outside-window': late });
    expect(reasons(result, 'duration')).toEqual({});
    expect(result.response).toMatchObject({ completer: rows.length - late, dropout: late });
    expect(result.notes.join(' ')).toContain('post -30…30');
  });

  it('ended in the period', () => {
    const result = benchmarkRun(table, { period: PERIOD });
    const outside = rows.filter((row) => row.end < FIRST_DAY + 100 || row.end > FIRST_DAY + 400).length;
    expect(reasons(result)).toEqual({ 'outside-period': outside });
  });

  it('all of it together by contributions too', () => {
    const choice = { windows: WINDOWS, period: PERIOD, where: [{ column: 'setting', values: ['home'] }] };
    const run = benchmarkRun(table, choice satisfies BenchmarkOptions);
    const result = combined({ adjust: [], ...choice });
    expect(result.excluded).toEqual(run.excluded);
    expect(result.notes).toEqual(run.notes);
    expect(JSON.stringify(result.members.map(({ n }) => n))).toBe(
      JSON.stringify(run.members.map(({ n }) => n)),
    );
    const tau2 = (of: BenchmarkResult) => ('undefined' in of.models.outcome ? -1 : of.models.outcome.tau2);
    expect(tau2(result)).toBeCloseTo(tau2(run), 8);
  });

  it('leaves out a member whose rest is a few patients: the difference from the whole would be theirs', () => {
    const few = tableOf([...rowsOf(['a', 'b', 'c'], 100, 40), ...rowsOf(['d'], 100, 5)]);
    const result = benchmarkRun(few, { where: [{ column: 'setting', values: ['home'] }] });
    expect(result.members.map(({ member }) => member)).toEqual(['a', 'b', 'c']);
    expect(reasons(result)).toEqual({ 'not-chosen': 125, 'rest-under-10-patients': 95 });
    const clinic = benchmarkRun(few, { where: [{ column: 'setting', values: ['clinic'] }] });
    expect(reasons(clinic)).toEqual({ 'not-chosen': 275, 'member-under-10-patients': 5 });
    const peers = benchmarkRun(few, {
      where: [{ column: 'setting', values: ['home'] }],
      own: 'a',
      peerSeed: 1,
    });
    expect(reasons(peers)).toEqual({ 'not-chosen': 125, 'no-response-or-small-member': 95 });
  });

  it('says what cannot be chosen by', () => {
    const by = (column: string, value: string) => () =>
      benchmarkRun(table, { where: [{ column, values: [value] }] });
    expect(refused(by('length', '3'))).toContain('Column length to choose by is missing');
    expect(refused(by('setting', 'Home'))).toContain('No episode holds the values');
  });
});

describe('a filter in the design', () => {
  const release = (own: readonly Row[], where: BenchmarkDesign['where']) => {
    const open = contribute(tableOf(own), {
      memberName: 'a',
      design: { adjust: [], ...(where === undefined ? {} : { where }) },
      rows: { read: own.length, used: own.length, rejected: 0 },
      hasIssues: false,
      synthetic: true,
    });
    return {
      open,
      tables: open.ledger.map((each) => releaseTable(Buffer.alloc(32, 7), open.patients, each)),
    };
  };
  const home = [{ column: 'setting', values: ['home'] }];

  it('does not get past the ledger: whole and part that differ by a few are refused, by many are not', () => {
    const small = (rare: number) => {
      const own = rowsOf(['a'], 120, rare);
      return hasSmallPattern(release(own, undefined).tables, release(own, home).tables);
    };
    expect(small(5)).toBe(true);
    expect(small(30)).toBe(false);
  });

  it('is one filter in whatever order it is written', () => {
    const own = rowsOf(['a'], 120, 40);
    const written = [
      { column: 'setting', values: ['home', 'clinic', 'home'] },
      { column: 'code', values: ['2', '1'] },
    ];
    expect(release(own, written).open.document.design.where).toEqual([
      { column: 'code', values: ['1', '2'] },
      { column: 'setting', values: ['clinic', 'home'] },
    ]);
    expect(parseDesign(JSON.stringify({ where: written }), 'd').where).toEqual(written);
    expect(() => parseDesign(JSON.stringify({ where: [{ column: 'x', values: [] }] }), 'd')).toThrow(
      'design-shape',
    );
  });
});
