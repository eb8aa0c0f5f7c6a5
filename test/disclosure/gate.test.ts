/** Each rule of the gate, by the smallest network that breaks it; and that what passes breaks none. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contribute } from '../../src/benchmark/exchange/contribute.ts';
import { Refusal } from '../../src/issue/refusal.ts';
import type { BenchmarkDesign } from '../../src/model/disclosure.ts';
import { numbers } from '../support/case-table.ts';
import { DESIGN, open, type Patient, patientsIn, tableOf } from '../support/exchange.ts';

const SETTINGS = ['home', 'day', 'clinic'];

function rows(n: number, settings = SETTINGS): Patient[] {
  return patientsIn({ members: [{ name: 'a', n, settings }], seed: 11 });
}

/** What was kept back, or the codes of the refusal. */
function verdict(patients: readonly Patient[], design: BenchmarkDesign = DESIGN): string[] {
  try {
    const { disclosure } = open(patients, design).document;
    return [
      ...disclosure.suppressed.map(({ what, model, reason }) => [what, model ?? [], reason].flat().join(' ')),
      ...disclosure.merged.map(({ column, reason }) => `merged ${column} ${reason}`),
    ];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.issues.map(({ code }) => code);
  }
}

const with300 = rows(300);
const changed = (n: number, change: (row: Patient, at: number) => Partial<Patient>): Patient[] =>
  rows(n).map((row, at) => ({ ...row, ...change(row, at) }));

describe('the gate', () => {
  it.each([
    { why: 'lets a sound member through', patients: with300, says: [] },
    { why: 'wants 30 patients', patients: rows(29), says: ['gate-nothing-left', 'gate-too-few-patients'] },
    {
      why: 'wants 10 patients per column: 4 columns, 39 patients',
      patients: rows(39),
      says: ['gate-nothing-left', 'gate-too-few-patients'],
    },
    {
      why: 'counts patients, not rows',
      patients: changed(300, (_, at) => ({ patient: `p${at % 25}` })),
      says: ['gate-nothing-left', 'gate-too-few-patients'],
    },
    {
      why: 'takes copies for one patient where there is no pseudonym',
      patients: changed(300, (_, at) => ({ ...with300[at % 25]!, patient: '' })),
      says: ['gate-nothing-left', 'gate-too-few-patients'],
    },
    {
      why: 'merges a level of 9',
      patients: changed(300, (row, at) => ({ setting: at < 9 ? 'rare' : row.setting })),
      says: ['merged setting small-cell'],
    },
    {
      why: 'leaves a level of 10',
      patients: changed(300, (row, at) => ({ setting: at < 10 ? 'rare' : row.setting })),
      says: [],
    },
    {
      why: 'cannot merge where two levels are all there is',
      patients: changed(300, (_, at) => ({ setting: at < 9 ? 'rare' : 'home' })),
      says: ['gate-nothing-left', 'gate-small-cell'],
    },
    {
      why: 'says nothing of a column with one value',
      patients: changed(300, () => ({ setting: 'home' })),
      says: ['gate-nothing-left', 'gate-one-level'],
    },
    {
      why: 'refuses a column of numbers that are all alike',
      patients: changed(300, () => ({ age: 40 })),
      says: ['gate-nothing-left', 'gate-constant-column'],
    },
    {
      why: 'sees counts in a column of three numbers',
      patients: changed(300, (_, at) => ({ age: at < 9 ? 1 : at < 150 ? 2 : 3 })),
      says: ['gate-nothing-left', 'gate-few-values'],
    },
    {
      why: 'drops the patient who weighs too much in the case mix',
      patients: changed(300, (row, at) => ({ age: at === 7 ? 4000 : row.age })),
      says: ['episodes leverage', 'row-counts small-count', 'level-counts small-count'],
    },
    {
      why: 'keeps back a model that hangs on two patients',
      patients: changed(300, (row, at) => ({ duration: at < 2 ? 1e6 : row.duration })),
      says: ['model duration dominance', 'model joint dominance'],
    },
    {
      why: 'keeps back a model with one value far from values that hardly differ',
      patients: changed(300, (row, at) => ({ outcome: at === 5 ? 600 : 50 + (row.age! % 1) })),
      says: ['model outcome dominance', 'model joint dominance'],
    },
    {
      why: 'keeps back a yes-no outcome that 9 patients have',
      patients: changed(300, (_, at) => ({ outcome: at < 9 ? 1 : 0 })),
      says: ['model outcome few-values', 'model joint few-values'],
    },
    {
      why: 'keeps back an outcome that all share',
      patients: changed(300, () => ({ outcome: 1 })),
      says: ['model outcome constant-column', 'model joint constant-column'],
    },
    {
      why: 'merges a level in which all have the same outcome',
      patients: changed(300, (row) => ({ outcome: row.setting === 'day' ? -1 : row.outcome })),
      says: ['merged setting uniform-level'],
    },
    {
      why: 'merges a level in which one patient has nearly all days',
      patients: changed(300, (row, at) => ({
        duration: at === 1 ? 900 : row.setting === 'day' ? 1 + (at % 2) / 2 : row.duration,
      })),
      says: ['merged setting dominated-level'],
    },
    {
      why: 'merges a level in which one patient is off the end of a scale',
      patients: changed(300, (row, at) => ({
        outcome: row.setting === 'day' ? (at === 1 ? 3 : 4) : at % 5,
      })),
      says: ['merged setting dominated-level'],
    },
    {
      why: 'judges both values of a yes-no number as it does a level: an outcome that all share',
      patients: changed(300, (row, at) => ({ age: at % 2, outcome: at % 2 === 0 ? 0 : row.outcome })),
      says: ['model outcome uniform-level', 'model joint uniform-level'],
    },
    {
      why: 'judges both values of a yes-no number as it does a level: a sum of one patient',
      patients: changed(300, (row, at) => ({
        age: at % 2,
        outcome: at % 2 === 0 ? (at === 0 ? 3.7 : 0) : row.outcome,
      })),
      says: ['model outcome dominated-level', 'model joint dominated-level'],
    },
    {
      why: 'keeps back an outcome that follows from the case mix',
      patients: changed(300, (row) => ({ outcome: 2 * row.age! + (row.setting === 'day' ? 3 : 0) })),
      says: ['model outcome determined-column', 'model joint determined-column'],
    },
    {
      why: 'keeps back an outcome that follows from the case mix but for one patient',
      patients: changed(300, (row, at) => ({ outcome: 2 * row.age! + (at === 3 ? 90 : 0) })),
      says: ['model outcome dominance', 'model joint dominance'],
    },
    {
      why: 'keeps back an outcome that follows from the duration',
      patients: changed(300, (row) => ({ outcome: row.duration! / 10 })),
      says: ['model joint determined-column'],
    },
    {
      why: 'leaves out episodes of 1 to 9 patients that are in one model only',
      patients: changed(300, (row, at) => ({ duration: at < 3 ? undefined : row.duration })),
      says: ['episodes overlap', 'row-counts small-count', 'level-counts small-count'],
    },
  ])('$why', ({ patients, says }) => {
    const found = verdict(patients);
    for (const expected of says) expect(found).toContain(expected);
    if (says.length === 0) expect(found).toEqual([]);
  });

  it('judges combinations of two columns', () => {
    const design: BenchmarkDesign = {
      ...DESIGN,
      adjust: [...DESIGN.adjust, { column: 'sex', kind: 'category' }],
    };
    expect(verdict(with300, design)).toEqual([]);
    const noMenInClinic = changed(300, (row) => (row.setting === 'clinic' ? { sex: 'f' } : {}));
    expect(verdict(noMenInClinic, design)).toEqual(['merged setting small-cell']);
  });

  it('keeps back a case mix in which one number follows from the others', () => {
    const twice = tableOf(with300);
    const age = twice.columns.get('age')!;
    const columns = new Map([...twice.columns, ['years', age]]);
    const design: BenchmarkDesign = {
      ...DESIGN,
      adjust: [...DESIGN.adjust, { column: 'years', kind: 'number' }],
    };
    expect(() =>
      contribute(
        { ...twice, columns },
        {
          memberName: 'a',
          design,
          rows: { read: 300, used: 300, rejected: 0 },
          hasIssues: false,
          synthetic: false,
        },
      ),
    ).toThrow(
      expect.objectContaining({
        issues: expect.arrayContaining([expect.objectContaining({ code: 'gate-determined-column' })]),
      }),
    );
  });

  it('keeps back two sparse columns of numbers that meet in one patient, and not those that meet in many', () => {
    const design: BenchmarkDesign = {
      ...DESIGN,
      adjust: ['days', 'nights'].map((column) => ({ column, kind: 'number' as const })),
    };
    const reasons = (nights: (at: number) => number): string[] => {
      const base = tableOf(with300);
      // Enough different values to be numbers, and 0 for most.
      const days = numbers(with300.map((_, at) => (at % 4 === 0 ? 1 + (at % 28) : 0)));
      const columns = new Map([
        ...base.columns,
        ['days', days],
        ['nights', numbers(with300.map((_, at) => nights(at)))],
      ] as const);
      const options = {
        memberName: 'a',
        design,
        rows: { read: 300, used: 300, rejected: 0 },
        hasIssues: false,
        synthetic: false,
      };
      try {
        return contribute({ ...base, columns }, options).document.disclosure.suppressed.map(
          ({ reason }) => reason,
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return error.issues.map(({ code }) => code);
      }
    };
    const apart = (at: number): number => (at % 4 === 1 ? 1 + (at % 13) : 0);
    expect(reasons((at) => (at === 8 ? 7 : apart(at)))).toContain('gate-dominance');
    expect(reasons(apart)).toEqual([]);
    expect(reasons((at) => (at % 8 === 0 ? 1 + (at % 11) : apart(at)))).toEqual([]);
  });

  it('keeps only the levels that were agreed', () => {
    const design: BenchmarkDesign = {
      ...DESIGN,
      adjust: [{ column: 'setting', kind: 'category', levels: ['home', 'clinic'] }],
    };
    const { sums } = open(with300, design).document;
    expect(sums.outcome!.columns.map(({ level }) => level)).toEqual(['clinic', 'home', 'other']);
  });

  it('lets no pseudonym, no small level and no extreme out', () => {
    const patients = changed(300, (row, at) => ({
      setting: at < 5 ? 'rare' : row.setting,
      age: at === 100 ? 1234.5 : row.age,
    }));
    const text = JSON.stringify(open(patients).document);
    for (const secret of ['a-17', 'rare', '1234.5']) expect(text).not.toContain(secret);
  });
});

/** Odd members: few values, copies, blanks, outliers. */
const oddPatient = fc.record({
  patient: fc.constantFrom(...Array.from({ length: 60 }, (_, i) => `p${i}`), ''),
  member: fc.constant('a'),
  age: fc.constantFrom<number | undefined>(20, 30, 40, 50, 60, 900, undefined),
  setting: fc.constantFrom('home', 'home', 'day', 'clinic', 'rare', ''),
  sex: fc.constantFrom('f', 'm'),
  outcome: fc.constantFrom<number | undefined>(-3, 0, 1, 5, 8, 80, undefined),
  duration: fc.constantFrom<number | undefined>(1, 30, 31, 90, 9000, undefined),
});

it('what leaves any member has no level under ten and never throws but to refuse', () => {
  let left = 0;
  fc.assert(
    fc.property(fc.array(oddPatient, { minLength: 60, maxLength: 250 }), (patients) => {
      try {
        const { sums } = open(patients, { ...DESIGN, adjust: DESIGN.adjust.slice(1) }).document;
        for (const { n, columns, means } of Object.values(sums)) {
          left += 1;
          for (const at of columns.keys()) {
            const count = Math.round(n * means[at]!);
            expect(count).toBeGreaterThanOrEqual(10);
            expect(n - count).toBeGreaterThanOrEqual(10);
          }
        }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }),
    { numRuns: 150 },
  );
  expect(left).toBeGreaterThan(20);
});
