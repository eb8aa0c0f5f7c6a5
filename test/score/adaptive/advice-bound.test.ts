/**
 * The bound against the full route: whenever it holds every completion gives that advice, and on rule
 * sets small enough to try all completions it holds exactly then.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANSWER_OPEN,
  ANSWER_UNKNOWN,
  adaptiveStep,
  type CompiledRuleSet,
  compileRuleSet,
  createCaseScore,
  DATA_FOLDER,
  importRuleSet,
  isComputed,
  loadRuleSet,
  parseRuleTable,
  type RedRule,
  readSchemeDefaults,
  SCORE_STATUSES,
  scoreCase,
} from '../../../src/index.ts';
import { officialTables } from '../../support/official-tables.ts';
import { randomFrom } from '../../support/random.ts';
import { smallRuleSet } from '../../support/small-rule-set.ts';

/** What the full route says: the advised cluster's code, or the status without one. */
function fullRoute(compiled: CompiledRuleSet, ratings: ArrayLike<number>, supercluster: number): string {
  const out = createCaseScore(compiled);
  scoreCase(compiled, ratings, supercluster, out);
  return out.advised < 0 ? SCORE_STATUSES[out.status]! : compiled.ruleSet.clusters[out.advised]!.code;
}

/** Every rating of the open items, unknown ones up to what the rule set allows. */
function* completions(answers: readonly number[], maxMissing: number): Generator<number[]> {
  const open = answers.indexOf(ANSWER_OPEN);
  if (open < 0) {
    if (answers.filter((answer) => answer < 0).length <= maxMissing) yield [...answers];
    return;
  }
  for (const answer of [ANSWER_UNKNOWN, 0, 1, 2, 3, 4]) {
    yield* completions(answers.with(open, answer), maxMissing);
  }
}

const answer = fc.constantFrom(ANSWER_OPEN, ANSWER_OPEN, ANSWER_UNKNOWN, 0, 1, 2, 3, 4);
const redRule = fc.oneof(
  fc.record({ item: fc.nat(2), severity: fc.nat(4), cluster: fc.nat(2) }),
  fc.record({
    item: fc.nat(2),
    severity: fc.nat(4),
    item2: fc.nat(2),
    severity2: fc.nat(4),
    cluster: fc.nat(2),
  }),
) as fc.Arbitrary<RedRule>;
const smallParts = fc.record({
  // Whole numbers: ties are common, and the lowest cluster must win them.
  values: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 60, maxLength: 60 }),
  constants: fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 4, maxLength: 4 }),
  redRules: fc.array(redRule, { maxLength: 14 }),
  maxMissing: fc.nat(3),
  order: fc.constantFrom([1, 2, 3, 10], [3, 1, 2, 10], [2, 3, 1, 10]),
});

describe('the bound on small rule sets', () => {
  it('holds exactly when all completions agree, red rules of two items and unknown answers among them', () => {
    let held = 0;
    let noneFits = 0;
    fc.assert(
      fc.property(smallParts, fc.tuple(answer, answer, answer), (parts, answers) => {
        const compiled = compileRuleSet(
          smallRuleSet({
            coefficient: (i, s, k) => parts.values[(i * 5 + s) * 4 + k]!,
            constants: parts.constants,
            redRules: parts.redRules,
            maxMissing: parts.maxMissing,
            numbers: parts.order,
          }),
        );
        const { bound } = adaptiveStep(compiled, 0, answers);
        const outcomes = new Set(
          [...completions(answers, parts.maxMissing)].map((ratings) => fullRoute(compiled, ratings, 0)),
        );
        if (outcomes.size === 0) {
          expect(bound).toMatchObject({ holds: true, advised: { undefined: 'too-many-missing' } });
          return;
        }
        expect(bound.holds).toBe(outcomes.size === 1);
        for (const outcome of outcomes) {
          if (outcome !== 'none-fits') expect(bound.candidates).toContain(outcome);
        }
        if (!bound.holds) return;
        held += 1;
        const only = [...outcomes][0]!;
        if (only === 'none-fits') noneFits += 1;
        expect(isComputed(bound.advised) ? bound.advised : bound.advised.undefined).toBe(only);
      }),
      { numRuns: 4000, seed: 1 },
    );
    // The property says something only where both sides occur.
    expect(held).toBeGreaterThan(400);
    expect(held).toBeLessThan(3600);
    expect(noneFits).toBeGreaterThan(0);
  });

  it('sees that the only completions that would turn the advice are those a red rule of two items forbids', () => {
    // Cluster 2 is 5 behind and gains 3 from item 1 = 4 and 3 from item 2 = 4, but not from both.
    const parts = {
      coefficient: (item: number, s: number, k: number) => (item < 2 && s === 4 && k === 1 ? 3 : 0),
      constants: [5, 0, -20, 0],
    };
    const redRules = [{ item: 0, severity: 4, item2: 1, severity2: 4, cluster: 1 }];
    const open = [ANSWER_OPEN, ANSWER_OPEN, ANSWER_OPEN];
    const bound = (set: Parameters<typeof smallRuleSet>[0]) =>
      adaptiveStep(compileRuleSet(smallRuleSet(set)), 0, open).bound;
    expect(bound(parts).holds).toBe(false);
    expect(bound({ ...parts, redRules })).toMatchObject({ holds: true, advised: 'ZT01' });
    expect(bound({ ...parts, redRules }).rivals[0]).toMatchObject({ cluster: 'ZT02', leadAtLeast: 2 });
  });

  it('never promises a higher probability than the full route gives', () => {
    fc.assert(
      fc.property(smallParts, fc.tuple(answer, answer, answer), (parts, answers) => {
        const compiled = compileRuleSet(
          smallRuleSet({
            coefficient: (i, s, k) => parts.values[(i * 5 + s) * 4 + k]!,
            constants: parts.constants,
            redRules: parts.redRules,
            maxMissing: parts.maxMissing,
          }),
        );
        const { bound } = adaptiveStep(compiled, 0, answers);
        if (!isComputed(bound.probabilityAtLeast)) return;
        const out = createCaseScore(compiled);
        for (const ratings of completions(answers, parts.maxMissing)) {
          scoreCase(compiled, ratings, 0, out);
          expect(out.probabilities[out.advised]!).toBeGreaterThanOrEqual(bound.probabilityAtLeast - 1e-12);
        }
      }),
      { numRuns: 1500, seed: 2 },
    );
  });
});

async function realRuleSets(): Promise<[string, CompiledRuleSet][]> {
  const { value: illustrative } = await loadRuleSet(join(DATA_FOLDER, 'rules', 'zvt-illustrative'));
  const random = await Promise.all(
    [2026, 7, 99].map(async (seed): Promise<[string, CompiledRuleSet]> => {
      const tables = officialTables(seed);
      const { value } = importRuleSet(
        {
          coefficients: parseRuleTable('coefficients.csv', tables.coefficients),
          constants: parseRuleTable('constants.csv', tables.constants),
          redRules: parseRuleTable('red-rules.csv', tables.redRules),
        },
        await readSchemeDefaults(),
        { id: `random-${seed}`, status: 'local', source: 'random numbers' },
      );
      return [`random tables ${seed}`, compileRuleSet(value!)];
    }),
  );
  return [['the illustrative set', compileRuleSet(illustrative!)], ...random];
}

const CASES_PER_SET = 200;
const TRIES = 40;

describe.each(await realRuleSets())('the questionnaire under %s', (_, compiled) => {
  const random = randomFrom(5);
  const items = compiled.ruleSet.items.length;
  const draw = (): number => {
    if (random() < 0.03) return ANSWER_UNKNOWN;
    // Mostly low ratings, as in practice; every severity occurs.
    return Math.min(4, Math.floor(random() ** 2 * 5));
  };
  const complete = (answers: ArrayLike<number>, unknownsLeft: number): Int8Array => {
    let left = unknownsLeft;
    return Int8Array.from(answers, (given) => {
      if (given !== ANSWER_OPEN) return given;
      const drawn = random() < 0.1 ? ANSWER_UNKNOWN : Math.floor(random() * 5);
      if (drawn !== ANSWER_UNKNOWN) return drawn;
      left -= 1;
      return left < 0 ? 0 : ANSWER_UNKNOWN;
    });
  };

  it('gives, wherever it stops at the bound, the advice of the full route under any completion', () => {
    let [asked, stopped] = [0, 0];
    for (let n = 0; n < CASES_PER_SET; n++) {
      const supercluster = n % compiled.superclusters.length;
      const answers = new Int8Array(items).fill(ANSWER_OPEN);
      let step = adaptiveStep(compiled, supercluster, answers);
      while (!isComputed(step.stop)) {
        answers[step.questions[0]!.at] = draw();
        step = adaptiveStep(compiled, supercluster, answers);
      }
      asked += step.asked;
      const advised = isComputed(step.advised) ? step.advised : step.advised.undefined;
      if (step.stop === 'all') {
        expect(advised).toBe(fullRoute(compiled, answers, supercluster));
        continue;
      }
      stopped += 1;
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const ratings = complete(answers, step.bound.unknownsLeft);
        expect(fullRoute(compiled, ratings, supercluster)).toBe(advised);
      }
    }
    expect(stopped).toBeGreaterThan(0);
    expect(asked / CASES_PER_SET).toBeLessThanOrEqual(items);
  });

  it('gives exactly the full route’s advice and probabilities once every question is answered', () => {
    const out = createCaseScore(compiled);
    for (let n = 0; n < CASES_PER_SET; n++) {
      const supercluster = n % compiled.superclusters.length;
      const answers = Int8Array.from({ length: items }, draw);
      const step = adaptiveStep(compiled, supercluster, answers, { kind: 'all' });
      scoreCase(compiled, answers, supercluster, out);
      expect(step.stop).toBe('all');
      expect(step.status).toBe(SCORE_STATUSES[out.status]);
      if (out.advised < 0) continue;
      expect(step.advised).toBe(compiled.ruleSet.clusters[out.advised]!.code);
      expect(step.entropy).toBe(out.entropy);
      for (const { cluster, probability } of step.clusters) {
        const at = compiled.ruleSet.clusters.findIndex(({ code }) => code === cluster);
        expect(probability).toBe(out.probabilities[at]);
      }
    }
  });
});

describe('the published form', () => {
  it('has the questions that the illustrative rules ask', async () => {
    const { value } = await loadRuleSet(join(DATA_FOLDER, 'rules', 'zvt-illustrative'));
    const lines = readFileSync(join(DATA_FOLDER, 'instruments', 'honos-plus.csv'), 'utf8')
      .trim()
      .split('\n');
    expect(value!.items.map(({ code }) => code)).toEqual(lines.slice(1).map((line) => line.split(',')[0]));
  });
});
