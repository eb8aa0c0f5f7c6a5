/** The panel says 'holds' only where the same comparison, done anew, gives the same; and what the unmeasured could do. */

import { describe, expect, it } from 'vitest';
import { benchmarkRun } from '../../src/benchmark/benchmark-run.ts';
import { combineContributions } from '../../src/benchmark/exchange/combine.ts';
import type { BenchmarkMember, BenchmarkResult, MixedModel } from '../../src/model/benchmark.ts';
import type { SensitivityFinding } from '../../src/model/sensitivity.ts';
import { caseTable, days, numbers, text } from '../support/case-table.ts';
import { byMember, contributionOf, patientsIn, tableOf } from '../support/exchange.ts';
import { randomFrom } from '../support/random.ts';

/** Members differ in response; the last is measured late, the first has older patients, who improve less. */
function network(late = 10) {
  const random = randomFrom(9);
  const rows = ['a', 'b', 'c', 'd'].flatMap((member, m) =>
    Array.from({ length: 150 }, (_, i) => {
      const age = Math.round(30 + 20 * random() + (m === 0 ? 15 : 0));
      const pre = Math.round(55 + 15 * random());
      const gain = [9, 6, 6.5, 7][m]! - 0.3 * (age - 40) + 12 * (random() - 0.5);
      const measured = i >= 15 * (m + 1);
      const start = 19_800 + i;
      return {
        member,
        patient: `${member}${i}`,
        age,
        pre,
        post: measured ? Math.round(pre - gain) : undefined,
        start,
        m,
      };
    }),
  );
  return {
    rows,
    table: caseTable({
      member: text(rows.map((row) => row.member)),
      patient: text(rows.map((row) => row.patient)),
      age: numbers(rows.map((row) => row.age)),
      pre: numbers(rows.map((row) => row.pre)),
      post: numbers(rows.map((row) => row.post)),
      start: days(rows.map((row) => row.start)),
      end: days(rows.map((row) => row.start + 100)),
      pre_date: days(rows.map((row) => row.start)),
      post_date: days(rows.map((row) => row.start + 100 + (row.m === 3 ? late : 5))),
    }),
  };
}

const AGE = [{ column: 'age', kind: 'auto' as const }];

function verdictIn(result: BenchmarkResult, member: string, measure: 'outcome' | 'duration') {
  const own = result.members.find((each) => each.member === member)?.[measure];
  if (own === undefined || 'undefined' in own || 'undefined' in own.contrast) return undefined;
  return own.contrast.low > 0 ? 'above' : own.contrast.high < 0 ? 'below' : 'not-distinct';
}

function of(finding: SensitivityFinding, variant: string) {
  return finding.variants.find((each) => each.variant === variant)?.verdict;
}

describe('the sensitivity panel', () => {
  const { table } = network();
  const panel = benchmarkRun(table, {
    adjust: AGE,
    sensitivity: { reliability: 0.85, functional: { mean: 40, sd: 7 } },
  });
  const { findings, variants } = panel.sensitivity!;
  const outcome = findings.filter((each) => each.measure === 'outcome');

  it('is there only when asked for', () => {
    expect(benchmarkRun(table, { adjust: AGE })).not.toHaveProperty('sensitivity');
    expect(variants.map(({ id }) => id)).toEqual([
      'no-case-mix',
      'other-estimation:ml',
      'window:30',
      'window:60',
      ...['GLN', 'HLL', 'EN', 'NK', 'HA'].map((method) => `reliable-change:${method}`),
      'unmeasured-worse',
      'unmeasured-better',
      'unmeasured-against',
    ]);
  });

  it('agrees with the comparison done anew', () => {
    const bare = benchmarkRun(table, {});
    const window = { fromDays: -30, untilDays: 30 };
    const month = benchmarkRun(table, { adjust: AGE, windows: { pre: window, post: window } });
    for (const finding of outcome) {
      expect(finding.verdict).toBe(verdictIn(panel, finding.member, 'outcome'));
      expect(of(finding, 'no-case-mix')).toBe(verdictIn(bare, finding.member, 'outcome'));
      expect(of(finding, 'window:30')).toBe(verdictIn(month, finding.member, 'outcome'));
      for (const { verdict, holds } of finding.variants) expect(holds).toBe(verdict === finding.verdict);
      expect(finding.robust).toBe(finding.variants.every(({ holds }) => holds === true));
    }
    // The older patients of a make the case mix matter.
    expect([outcome[0]!.verdict, of(outcome[0]!, 'no-case-mix')]).toEqual(['above', 'below']);
  });

  it('says why a variant could not be done, and lets it flip nothing', () => {
    const far = benchmarkRun(network(90).table, { adjust: AGE, sensitivity: {} }).sensitivity!;
    const last = far.findings.find((each) => each.member === 'd' && each.measure === 'outcome')!;
    expect(of(last, 'window:30')).toEqual({ undefined: 'member-not-in-model' });
    expect(far.findings.some((each) => each.measure === 'recovered')).toBe(false);
  });

  it('shifts by what was not measured, by hand', () => {
    const model = panel.models.outcome as MixedModel;
    const shares = [0.1, 0.2, 0.3, 0.4];
    for (const [i, finding] of outcome.entries()) {
      const member = panel.members[i] as BenchmarkMember;
      if ('undefined' in member.outcome || 'undefined' in member.outcome.contrast)
        throw new Error('no contrast');
      const { low, high } = member.outcome.contrast;
      const shift = -(shares[i]! - 0.25) * 0.5 * Math.sqrt(model.sigma2);
      expect(of(finding, 'unmeasured-worse')).toBe(
        low + shift > 0 ? 'above' : high + shift < 0 ? 'below' : 'not-distinct',
      );
    }
  });

  it('holds for contributions as for rows, as far as sums reach', () => {
    const members = ['a', 'b', 'c'].map((name) => ({ name, n: 150, settings: ['home', 'day'] }));
    const rows = patientsIn({ members, seed: 4 });
    const ways = { outcome: 'outcome', duration: 'duration', sensitivity: {} };
    const adjust = ['age', 'setting'].map((column) => ({ column, kind: 'auto' as const }));
    const run = benchmarkRun(tableOf(rows), { ...ways, adjust });
    const combined = combineContributions(
      byMember(rows).map((own) => contributionOf(own)),
      { sensitivity: {} },
    );
    expect(combined.sensitivity).toEqual(run.sensitivity);
    expect(run.sensitivity!.variants.map(({ id }) => id)).toEqual([
      'no-case-mix',
      'without-column:age',
      'without-column:setting',
      'other-estimation:ml',
    ]);
    expect(run.unmeasured).toEqual({ undefined: 'other-outcome' });
  });

  it('names peers by their labels and in their order', () => {
    const own = benchmarkRun(table, { adjust: AGE, sensitivity: {}, own: 'c', peerSeed: 2 });
    const names = own
      .sensitivity!.findings.filter((each) => each.measure === 'outcome')
      .map((each) => each.member);
    expect(names).toEqual(['c', 'peer-01', 'peer-02', 'peer-03']);
    expect(JSON.stringify(own)).not.toMatch(/"member":"[abd]"/);
    for (const [i, finding] of own.sensitivity!.findings.slice(0, 4).entries()) {
      expect(finding.verdict).toBe(verdictIn(own, names[i]!, 'outcome'));
    }
  });
});

describe('what was not measured', () => {
  it('could explain this share of the variance, by hand', () => {
    const { table } = network();
    const result = benchmarkRun(table, {});
    const { tau2, sigma2 } = result.models.outcome as MixedModel;
    if ('undefined' in result.unmeasured) throw new Error(result.unmeasured.undefined);
    // Shares .1 .2 .3 .4: variance 1/60, mean square over m - 1 0.3 / 3.
    const { share, members, shifts, tipping } = result.unmeasured;
    expect([share, members]).toEqual([0.25, 4]);
    for (const { shift, same, atMost } of shifts) {
      expect(same).toBeCloseTo(Math.min(1, (shift ** 2 * sigma2) / 60 / tau2), 10);
      expect(atMost).toBeCloseTo(Math.min(1, (shift ** 2 * sigma2 * 0.1) / tau2), 10);
    }
    expect(tipping).toBeCloseTo(Math.sqrt((60 * tau2) / sigma2), 10);
    const d = result.members[3]!;
    if ('undefined' in d.unmeasured || 'undefined' in d.outcome) throw new Error('not computed');
    expect(d.unmeasured.share).toBeCloseTo(0.4, 12);
    expect(d.unmeasured.high - (d.outcome.adjusted as number)).toBeCloseTo(0.4 * 0.5 * Math.sqrt(sigma2), 10);
  });

  it('is not said of another outcome, nor where the network does not differ', () => {
    const { rows } = network();
    const same = caseTable({
      member: text(rows.map((row) => row.member)),
      pre: numbers(rows.map((_, i) => 50 + (i % 5))),
      post: numbers(rows.map((row, i) => (row.post === undefined ? undefined : 40 + (i % 7)))),
    });
    expect(benchmarkRun(same, {}).unmeasured).toEqual({ undefined: 'no-variance-to-explain' });
  });
});
