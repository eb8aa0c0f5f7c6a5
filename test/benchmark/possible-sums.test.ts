/** Contributions changed by hand with a hash made anew: what arithmetic gives away. */

import { describe, expect, it } from 'vitest';
import { combineContributions } from '../../src/benchmark/exchange/combine.ts';
import { impossiblePlace } from '../../src/benchmark/exchange/possible-sums.ts';
import { contributionHash } from '../../src/benchmark/exchange/seal.ts';
import { Refusal } from '../../src/issue/refusal.ts';
import type { ContributedSums, ContributionDocument } from '../../src/model/disclosure.ts';
import { parseContribution } from '../../src/read/contribution.ts';
import { byMember, contributionOf, patientsIn } from '../support/exchange.ts';

const members = ['a', 'b', 'c'].map((name) => ({ name, n: 200, settings: ['home', 'day', 'clinic'] }));
const documents = byMember(patientsIn({ members, seed: 8 })).map((own) => contributionOf(own));
const first = documents[0]!;

/** The first contribution with other sums of the outcome. */
function changed(change: (sums: ContributedSums) => Partial<ContributedSums>): ContributionDocument {
  const outcome = first.sums.outcome!;
  const { signature: _, ...rest } = first;
  const open = { ...rest, sums: { ...first.sums, outcome: { ...outcome, ...change(outcome) } } };
  return { ...open, sha256: contributionHash(open) };
}

const cell = (rows: ContributedSums['cross'], j: number, l: number, value: number) =>
  rows.map((row, a) => row.map((old, b) => ((a === j && b === l) || (a === l && b === j) ? value : old)));

// Columns: age, setting=clinic, setting=day, setting=home, outcome.
describe('sums that cannot be', () => {
  it('honest ones can', () => {
    expect(documents.map(impossiblePlace)).toEqual([undefined, undefined, undefined]);
    expect(first.sums.outcome!.columns.map(({ level }) => level)).toEqual([
      undefined,
      'clinic',
      'day',
      'home',
    ]);
  });

  it.each<[string, (sums: ContributedSums) => Partial<ContributedSums>, string]>([
    ['more rows than the member has', () => ({ n: 100_000 }), 'sums.outcome'],
    ['too few rows for the gate', () => ({ n: 29 }), 'sums.outcome.n'],
    [
      'a share above one',
      ({ means }) => ({ means: means.map((m, j) => (j === 1 ? 1.5 : m)) }),
      'sums.outcome.means.1',
    ],
    [
      'part of a row',
      ({ means }) => ({ means: means.map((m, j) => (j === 1 ? m + 0.001 : m)) }),
      'sums.outcome.means.1',
    ],
    [
      'more patients at one level',
      ({ means, n }) => ({ means: means.map((m, j) => (j === 1 ? m + 1 / n : m)) }),
      'sums.outcome.cross.1',
    ],
    [
      'another spread of a level',
      ({ cross }) => ({ cross: cell(cross, 2, 2, cross[2]![2]! * 1.01) }),
      'sums.outcome.cross.2',
    ],
    ['rows in two levels at once', ({ cross }) => ({ cross: cell(cross, 1, 2, 0) }), 'sums.outcome.cross.1'],
    ['a correlation above one', ({ cross }) => ({ cross: cell(cross, 0, 4, 1e9) }), 'sums.outcome.cross.0'],
    [
      'a response without spread that varies',
      ({ cross }) => ({ cross: cell(cross, 4, 4, 0) }),
      'sums.outcome.cross.0',
    ],
  ])('%s', (_, change, place) => {
    const forged = changed(change);
    expect(impossiblePlace(forged)).toContain(place);
    const combine = () => combineContributions([forged, documents[1]!, documents[2]!], {});
    expect(combine).toThrow(Refusal);
    expect(combine).toThrow('contribution-impossible');
  });

  it('a joint model larger than its parts, a rate that is not that of the counts', () => {
    const { joint, outcome } = first.sums;
    const more = { ...first, sums: { ...first.sums, outcome: { ...outcome!, n: joint!.n - 40 } } };
    expect(impossiblePlace(more)).toMatch(/^sums/);
    const counts = { completer: 10, dropout: 30, nonStarter: 0, nonResponder: 0, open: 5 };
    expect(impossiblePlace({ ...first, response: { ...counts, rate: 0.5 } })).toBe('response.rate');
    expect(impossiblePlace({ ...first, response: { ...counts, rate: 0.25 } })).toBeUndefined();
    const rows = { read: 150, used: 150, rejected: 0 };
    expect(impossiblePlace({ ...first, rows })).toBe('rows.used');
  });

  it('a name that would write on the terminal is no name', () => {
    const open = { ...first, member: '\u001b[31ma\n' };
    expect(() => parseContribution(JSON.stringify(open), 'x.json')).toThrow('contribution-shape');
  });
});
