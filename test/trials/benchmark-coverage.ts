/**
 * How often `low..high` and the ellipse hold a member's true deviation from its own network, on simulated
 * networks of realistic size: ICC 0.054 (Warmerdam 2018), unequal members, a case mix that differs by member.
 */

import { benchmarkRun } from '../../src/benchmark/benchmark-run.ts';
import type { MemberEllipse, MemberMeasure } from '../../src/model/benchmark.ts';
import { normalQuantile } from '../../src/stats/normal-quantile.ts';
import { caseTable, numbers, text } from '../support/case-table.ts';
import { randomFrom } from '../support/random.ts';
import type { TrialResult } from './trial.ts';

const ICC = 0.054;
const LOWEST = 0.93;
const HIGHEST = 0.97;
const NETWORKS = [
  { members: 3, runs: 1200 },
  { members: 8, runs: 450 },
  { members: 30, runs: 120 },
  { members: 100, runs: 36 },
] as const;

export async function trial(): Promise<readonly TrialResult[]> {
  return NETWORKS.flatMap(({ members, runs }) => {
    const counts = { outcome: 0, duration: 0, ellipse: 0 };
    for (let run = 0; run < runs; run++) {
      const held = heldIn(members, 1000 * members + run);
      for (const name of ['outcome', 'duration', 'ellipse'] as const) counts[name] += held[name];
    }
    return (['outcome', 'duration', 'ellipse'] as const).map((name): TrialResult => {
      const share = counts[name] / (members * runs);
      return {
        text: `coverage of the ${name === 'ellipse' ? 'ellipse' : `interval of ${name}`}, ${members} members`,
        figure: share.toFixed(4),
        limit: `${LOWEST} to ${HIGHEST}`,
        verdict: share >= LOWEST && share <= HIGHEST ? 'holds' : 'fails',
      };
    });
  });
}

/** One network: how many members' true deviations lie inside. */
function heldIn(members: number, seed: number): { outcome: number; duration: number; ellipse: number } {
  const random = randomFrom(seed);
  const normal = () => normalQuantile(random() || 0.5);
  const member: string[] = [];
  const columns = { age: [] as number[], outcome: [] as number[], duration: [] as number[] };
  const between = Math.sqrt(ICC / (1 - ICC));
  const truth: [number, number][] = [];
  for (let i = 0; i < members; i++) {
    const u = normal();
    const effect: [number, number] = [6 * between * u, 60 * between * (0.5 * u + Math.sqrt(0.75) * normal())];
    truth.push(effect);
    const size = 15 + Math.floor(60 * random() ** 2);
    for (let j = 0; j < size; j++) {
      const age = 40 + 3 * (i % 4) + 12 * normal();
      const e = normal();
      member.push(`m${String(i).padStart(3, '0')}`);
      columns.age.push(age);
      columns.outcome.push(4 - 0.05 * age + effect[0] + 6 * e);
      columns.duration.push(200 + age + effect[1] + 60 * (0.3 * e + Math.sqrt(0.91) * normal()));
    }
  }
  const result = benchmarkRun(
    caseTable({
      member: text(member),
      age: numbers(columns.age),
      outcome: numbers(columns.outcome),
      duration: numbers(columns.duration),
    }),
    { outcome: 'outcome', duration: 'duration', adjust: [{ column: 'age', kind: 'auto' }] },
  );
  const average = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const centre = [average(columns.outcome), average(columns.duration)] as const;
  const mean = [average(truth.map(([u]) => u)), average(truth.map(([, w]) => w))] as const;
  const held = { outcome: 0, duration: 0, ellipse: 0 };
  for (const [i, own] of result.members.entries()) {
    const target = [centre[0] + truth[i]![0] - mean[0], centre[1] + truth[i]![1] - mean[1]] as const;
    if (inside(own.outcome as MemberMeasure, target[0])) held.outcome += 1;
    if (inside(own.duration as MemberMeasure, target[1])) held.duration += 1;
    if (insideEllipse(own.ellipse as MemberEllipse, target)) held.ellipse += 1;
  }
  return held;
}

function inside(measure: MemberMeasure, target: number): boolean {
  return (measure.low as number) <= target && target <= (measure.high as number);
}

function insideEllipse(ellipse: MemberEllipse, [outcome, duration]: readonly [number, number]): boolean {
  const [[a, b], [, c]] = ellipse.covariance as [[number, number], [number, number]];
  const [x, y] = [outcome - ellipse.outcome, duration - ellipse.duration];
  return (c * x * x - 2 * b * x * y + a * y * y) / (a * c - b * b) <= ellipse.chiSquare;
}
