/** An outsider subtracts: levels from the total, one model from another, a combination from its margins. */

import { expect, it } from 'vitest';
import type { BenchmarkDesign } from '../../../src/model/disclosure.ts';
import { DESIGN, type Patient, patientsIn } from '../../support/exchange.ts';
import {
  bypassed,
  expectSafe,
  gated,
  levelCount,
  rawProduct,
  responseSum,
  type Secret,
  VICTIM,
  type View,
} from './attack.ts';

const others = patientsIn({ members: [{ name: 'a', n: 200, settings: ['home', 'day', 'clinic'] }], seed: 2 });

/** Total less every level that is shown: what is left are those whose level was blanked. */
function complement(views: readonly View[]): Partial<Secret>[] {
  return views.flatMap(({ sums }) =>
    (['outcome', 'duration'] as const).flatMap((measure) => {
      const own = sums[measure];
      if (own === undefined) return [];
      const shown = own.columns.flatMap(({ level }, at) => (level === undefined ? [] : [at]));
      const left = own.n - shown.reduce((sum, at) => sum + levelCount(own, at), 0);
      const rest = responseSum(own, 0) - shown.reduce((sum, at) => sum + responseSum(own, 0, at), 0);
      return left > 0 && left < 10 ? [{ [measure]: rest / left }] : [];
    }),
  );
}

/** Hides small levels and nothing else, as a table does that suppresses cells but not their complement. */
function withoutSmallLevels(view: View): View {
  const sums = Object.fromEntries(
    Object.entries(view.sums).map(([model, own]) => {
      const keep = [...own.means.keys()].filter(
        (at) => own.columns[at]?.level === undefined || levelCount(own, at) >= 10,
      );
      return [
        model,
        {
          ...own,
          columns: own.columns.filter((_, at) => keep.includes(at)),
          means: keep.map((at) => own.means[at]!),
          cross: keep.map((j) => keep.map((l) => own.cross[j]![l]!)),
        },
      ];
    }),
  );
  return { ...view, sums };
}

it('the complement of a hidden level', () => {
  const rows = [...others, { ...others[0]!, ...VICTIM, setting: 'forensic' }];
  expectSafe(complement, {
    safe: gated({ rows }),
    open: bypassed({ rows }).map(withoutSmallLevels),
    secret: VICTIM,
  });
});

/** One model less another: the patients that only the first has. */
function betweenModels(views: readonly View[]): Partial<Secret>[] {
  return views.flatMap(({ sums: { outcome, duration, joint } }) => {
    if (joint === undefined) return [];
    return [
      ...(outcome === undefined ? [] : [{ outcome: responseSum(outcome, 0) - responseSum(joint, 0) }]),
      ...(duration === undefined ? [] : [{ duration: responseSum(duration, 0) - responseSum(joint, 1) }]),
    ];
  });
}

it.each([
  ['has no duration', { ...VICTIM, duration: undefined }],
  ['has no outcome', { ...VICTIM, outcome: undefined }],
])('linked models, where the victim %s', (_, known) => {
  const rows: Patient[] = [...others, { ...others[0]!, ...known }];
  expectSafe(betweenModels, { safe: gated({ rows }), open: bypassed({ rows }), secret: VICTIM });
});

/** Combinations of two levels that one patient has: whoever knows the one level learns the other. */
function lonelyPairs(views: readonly View[]): string[] {
  return views.flatMap(({ sums }) => {
    const own = sums.outcome;
    if (own === undefined) return [];
    return own.columns.flatMap((left, j) =>
      own.columns.flatMap((right, l) => {
        if (left.level === undefined || right.level === undefined || left.column >= right.column) return [];
        const n = Math.round(rawProduct(own, j, l));
        return n > 0 && n < 10 ? [`${left.level} ${right.level}`] : [];
      }),
    );
  });
}

it('a combination of two columns that each hold enough', () => {
  const design: BenchmarkDesign = {
    ...DESIGN,
    adjust: [...DESIGN.adjust, { column: 'sex', kind: 'category' }],
  };
  const rows = others.map((row, at) =>
    row.setting === 'clinic' ? { ...row, sex: at === 2 ? 'm' : 'f' } : row,
  );
  expect(lonelyPairs(bypassed({ rows, design }))).toEqual(['clinic m']);
  const safe = gated({ rows, design });
  expect(safe).toHaveLength(1);
  expect(lonelyPairs(safe)).toEqual([]);
});
