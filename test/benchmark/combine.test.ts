/** Contributions put together: the answer of pooled rows, and every reason to refuse. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchmarkRun } from '../../src/benchmark/benchmark-run.ts';
import { type CombineOptions, combineContributions } from '../../src/benchmark/exchange/combine.ts';
import { contributionHash, signatureHolds } from '../../src/benchmark/exchange/seal.ts';
import { publicKeyText } from '../../src/disclosure/keys.ts';
import { Refusal } from '../../src/issue/refusal.ts';
import { sentence } from '../../src/issue/sentence.ts';
import type { ContributionDocument } from '../../src/model/disclosure.ts';
import { parseContribution, parseDesign, parseKeys } from '../../src/read/contribution.ts';
import {
  byMember,
  contributionOf,
  DESIGN,
  keyOf,
  open,
  type Patient,
  patientsIn,
  seal,
  shuffled,
  tableOf,
} from '../support/exchange.ts';

const SETTINGS = ['home', 'day', 'clinic'];
const RUN = {
  outcome: 'outcome',
  duration: 'duration',
  adjust: DESIGN.adjust.map(({ column }) => ({ column, kind: 'auto' as const })),
};

/** Same keys, same order, same words; numbers to 1e-8. */
function expectEqual(left: unknown, right: unknown, place = ''): void {
  if (typeof left === 'number' && typeof right === 'number') {
    if (Math.abs(left - right) > 1e-8 * Math.max(1, Math.abs(right))) {
      expect.fail(`${place}: ${left} against ${right}`);
    }
  } else if (left !== null && typeof left === 'object' && right !== null && typeof right === 'object') {
    expect(Object.keys(left), place).toEqual(Object.keys(right));
    for (const [key, value] of Object.entries(left)) {
      expectEqual(value, (right as Record<string, unknown>)[key], `${place}.${key}`);
    }
  } else expect(left, place).toEqual(right);
}

function combined(rows: readonly Patient[], seed: number, options: Partial<CombineOptions> = {}) {
  const contributions = shuffled(byMember(rows), seed).map((own) => contributionOf(own));
  const { disclosure, rows: counts, ...result } = combineContributions(contributions, { ...options });
  return { disclosure, counts, result };
}

const memberShape = fc.record({
  n: fc.integer({ min: 120, max: 300 }),
  settings: fc.subarray(SETTINGS, { minLength: 2 }),
});

describe('combine', () => {
  it('gives what run gives on the pooled rows, whatever the order and the levels each member has', () => {
    fc.assert(
      fc.property(
        fc.array(memberShape, { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom<'reml' | 'ml'>('reml', 'ml'),
        (shapes, seed, method) => {
          const members = shapes.map((shape, at) => ({ name: `m${at}`, ...shape }));
          const rows = shuffled(patientsIn({ members, seed }), seed);
          const { disclosure, result, counts } = combined(rows, seed, { method });
          expect(disclosure.touched).toBe(0);
          expectEqual(result, benchmarkRun(tableOf(rows), { ...RUN, method }));
          expect(counts).toEqual({ read: rows.length, used: rows.length, rejected: 0 });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('counts what each member left out, as run does', () => {
    const members = ['a', 'b', 'c'].map((name) => ({ name, n: 200, settings: SETTINGS }));
    const rows = patientsIn({ members, seed: 5 }).map((row, at) =>
      at % 200 < 30 ? { ...row, outcome: undefined, duration: undefined } : row,
    );
    const { disclosure, result } = combined(rows, 1);
    expect(disclosure.touched).toBe(0);
    const pooled = benchmarkRun(tableOf(rows), RUN);
    expect(pooled.excluded).toContainEqual({ model: 'joint', reason: 'no-response', n: 90 });
    expectEqual(result, pooled);
  });

  it('a member without one of the measures leaves all its rows out of that model', () => {
    const members = ['a', 'b', 'c', 'd'].map((name) => ({ name, n: 150, settings: SETTINGS }));
    const rows = patientsIn({ members, seed: 8 }).map((row) =>
      row.member === 'd' ? { ...row, duration: undefined } : row,
    );
    const pooled = benchmarkRun(tableOf(rows), RUN);
    expect((pooled.models.duration as { members: number }).members).toBe(3);
    expectEqual(combined(rows, 2).result, pooled);
  });

  it('names what was merged, and comes close to run all the same', () => {
    const members = ['a', 'b', 'c'].map((name) => ({ name, n: 200, settings: SETTINGS }));
    const rows = patientsIn({ members, seed: 9 }).map((row, at) =>
      at < 4 ? { ...row, setting: 'rare' } : row,
    );
    const { disclosure, result } = combined(rows, 2, { lang: 'en' });
    expect(disclosure.touched).toBe(1);
    expect(disclosure.members[0]!.merged).toEqual([
      { column: 'setting', into: 'other', reason: 'small-cell' },
    ]);
    expect(JSON.stringify(disclosure)).not.toContain('rare');
    expect(result.notes.join(' ')).toContain('merged or kept back');
    const [own, pooled] = [result, benchmarkRun(tableOf(rows), RUN)].map(
      ({ models }) => (models.outcome as { sigma2: number }).sigma2,
    );
    expect(own! / pooled!).toBeCloseTo(1, 1);
  });

  it('hides peers as run does, and says nothing of who was touched', () => {
    const members = ['a', 'b', 'c'].map((name) => ({ name, n: 200, settings: SETTINGS }));
    const rows = patientsIn({ members, seed: 3 });
    const hidden = combined(rows, 1, { own: 'a', peerSeed: 4 });
    expectEqual(hidden.result, benchmarkRun(tableOf(rows), { ...RUN, own: 'a', peerSeed: 4 }));
    expect(hidden.disclosure.members).toEqual([]);
  });
});

const three = ['a', 'b', 'c'].map((name, at) =>
  open(patientsIn({ members: [{ name, n: 120, settings: SETTINGS }], seed: at + 1 })),
);
const [first, second, third] = three.map(({ document }, at) => seal(document, at + 1)) as [
  ContributionDocument,
  ContributionDocument,
  ContributionDocument,
];
const KEYS = new Map([first, second, third].map(({ member, signature }) => [member, signature!.publicKey]));

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const issue of error.issues) {
      expect(sentence(issue, 'nl')).not.toBe(sentence(issue, 'en'));
    }
    return error.issues[0]!.code;
  }
  return 'passed';
}

const BROKEN = join(import.meta.dirname, '..', 'broken', 'contributions');

interface BrokenCase {
  readonly code: string;
  /** Keys of the third contribution replaced. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly reseal: boolean;
  readonly keys?: boolean;
}

describe('a contribution is refused', () => {
  it.each(JSON.parse(readFileSync(join(BROKEN, 'altered.json'), 'utf8')) as BrokenCase[])(
    '$code',
    ({ code, set, reseal, keys }) => {
      const { sha256: _, signature: __, ...content } = third;
      const changed = { ...content, ...set } as typeof content;
      const document = reseal ? seal(changed, 3) : { ...third, ...set };
      // JSON leaves out what is undefined: a null in the list takes a key away.
      const text = JSON.stringify(document, (_, value) => (value === null ? undefined : value));
      const options = keys === true ? { keys: KEYS } : {};
      expect(
        codeOf(() => combineContributions([first, second, parseContribution(text, 'c.json')], options)),
      ).toBe(code);
    },
  );

  it.each(readdirSync(BROKEN).filter((name) => name !== 'altered.json'))('%s', (name) => {
    const text = readFileSync(join(BROKEN, name), 'utf8');
    const parse = name.startsWith('design')
      ? parseDesign
      : name.startsWith('keys')
        ? parseKeys
        : parseContribution;
    expect(codeOf(() => parse(text, name))).toBe(name.replace(/\.json$/, ''));
  });

  it('with any one number changed', () => {
    const text = JSON.stringify(third);
    const digits = [...text.slice(0, text.indexOf('"disclosure"')).matchAll(/\d(?=[\d.,\]}])/g)];
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), ({ index, 0: digit }, add) => {
        const other = String((Number(digit) + add) % 10);
        const changed = `${text.slice(0, index)}${other}${text.slice(index + 1)}`;
        let document: ContributionDocument;
        try {
          document = parseContribution(changed, 'c.json');
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          return;
        }
        // A number may be written in two ways; another number never passes.
        if (JSON.stringify(document) === text) return;
        expect(codeOf(() => combineContributions([first, second, document], {}))).toBe(
          'contribution-altered',
        );
      }),
      { numRuns: 200 },
    );
  });

  it('when it comes twice, under its own name or another', () => {
    expect(codeOf(() => combineContributions([first, second, second], {}))).toBe('contribution-repeated');
    const copy = seal({ ...three[1]!.document, member: 'z' });
    expect(codeOf(() => combineContributions([first, second, copy], {}))).toBe('contribution-repeated');
  });

  it('when there are fewer than three, or fewer than asked for', () => {
    expect(codeOf(() => combineContributions([first, second], {}))).toBe('combine-too-few');
    expect(codeOf(() => combineContributions([first, second, third], { minMembers: 4 }))).toBe(
      'combine-too-few',
    );
  });

  it('when an earlier one of the member differs by 1 to 9 episodes', () => {
    const rows = patientsIn({ members: [{ name: 'c', n: 120, settings: SETTINGS }], seed: 3 });
    const before = contributionOf(rows.slice(4));
    const now = [first, second, third];
    expect(codeOf(() => combineContributions(now, { earlier: [before] }))).toBe('combine-too-close');
    expect(codeOf(() => combineContributions(now, { earlier: [contributionOf(rows.slice(12))] }))).toBe(
      'passed',
    );
    const { signature: _, sha256: __, ...open } = before;
    const otherPeriod = seal({ ...open, period: { from: '2024-01-01' } });
    expect(codeOf(() => combineContributions(now, { earlier: [otherPeriod] }))).toBe('passed');
  });

  it('when its key is not the one of its member', () => {
    const now = [first, second, third];
    expect(codeOf(() => combineContributions(now, { keys: KEYS }))).toBe('passed');
    const swapped = new Map([...KEYS, ['c', publicKeyText(keyOf(9))]]);
    expect(codeOf(() => combineContributions(now, { keys: swapped }))).toBe('contribution-signature');
    const without = new Map([...KEYS].slice(0, 2));
    expect(codeOf(() => combineContributions(now, { keys: without }))).toBe('contribution-key-unknown');
  });
});

it('hash and signature do not depend on the order of keys', () => {
  const turned = Object.fromEntries(Object.entries(first).reverse()) as unknown as ContributionDocument;
  expect(contributionHash(turned)).toBe(first.sha256);
  expect(signatureHolds(turned, first.signature!)).toBe(true);
});
