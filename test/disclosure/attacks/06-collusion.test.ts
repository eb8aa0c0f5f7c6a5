/** Two of three members, or the coordinator with them, subtract their own sums from the network's. */

import { expect, it } from 'vitest';
import type { ContributedSums } from '../../../src/model/disclosure.ts';
import { DESIGN, type Patient, patientsIn } from '../../support/exchange.ts';
import { bypassed, expectSafe, gated, responseSum, type Secret, VICTIM, type View } from './attack.ts';

const NAMES = ['a', 'b', 'c'];
const [first, second, third] = NAMES.map((name, at) =>
  patientsIn({ members: [{ name, n: 150, settings: ['home', 'day', 'clinic'] }], seed: 60 + at }),
) as [Patient[], Patient[], Patient[]];

interface Network {
  /** Sums over all members, as a masked exchange would give them. */
  readonly total: ReadonlyMap<string, number>;
  readonly colluders: readonly View[];
}

/** Raw sums by name, so that they can be added: counts, sums of outcome, per level. */
function named({ sums }: View): Map<string, number> {
  const own: ContributedSums = sums.outcome!;
  const entries: [string, number][] = [
    ['n', own.n],
    ['y', responseSum(own, 0)],
  ];
  own.columns.forEach(({ column, level }, at) => {
    if (level === undefined) return;
    entries.push([`n ${column}=${level}`, own.n * own.means[at]!]);
    entries.push([`y ${column}=${level}`, responseSum(own, 0, at)]);
  });
  return new Map(entries);
}

function network(views: readonly View[]): Network {
  const total = new Map<string, number>();
  for (const view of views) {
    for (const [name, value] of named(view)) total.set(name, (total.get(name) ?? 0) + value);
  }
  return { total, colluders: views.filter(({ member }) => member !== 'c') };
}

/** What remains is the third member's own contribution: does it hold a small level? */
function subtract({ total, colluders }: Network): Partial<Secret>[] {
  const left = new Map(total);
  for (const view of colluders) {
    for (const [name, value] of named(view)) left.set(name, left.get(name)! - value);
  }
  return [...left].flatMap(([name, n]) => {
    const few = name.startsWith('n') && Math.round(n) > 0 && Math.round(n) < 10;
    return few ? [{ outcome: left.get(name.replace(/^n/, 'y'))! / Math.round(n) }] : [];
  });
}

it('what remains after subtraction is as safe as a contribution', () => {
  const rows = [first, second, [...third, { ...third[0]!, ...VICTIM, setting: 'forensic' }]];
  const design = DESIGN;
  expect(rows.flatMap((own) => gated({ rows: own, design }))).toHaveLength(3);
  expectSafe(subtract, {
    safe: network(rows.flatMap((own) => gated({ rows: own, design }))),
    open: network(rows.flatMap((own) => bypassed({ rows: own, design }))),
    secret: VICTIM,
  });
});
