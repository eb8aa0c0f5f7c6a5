/** From an address to all that the page is told: choices, comparison, figures. */

import type { Lang } from '../../src/index.ts';
import { type BenchmarkState, isCannot } from '../../views/benchmark-model.ts';
import type { Services } from '../services.ts';
import type { Loaded } from '../workspace.ts';
import { type Choices, queryOf, readChoices } from './choices.ts';
import { type Comparison, canonicalChoices, comparisonOf } from './compare.ts';
import { factsOf } from './facts.ts';
import { drawingsOf } from './figures.ts';

export interface Made {
  readonly choices: Choices;
  readonly comparison: Comparison;
}

export function benchmarkPath(id: string): string {
  return `/data/${id}/benchmark`;
}

/** The comparison an address asks for, and the shortest choices that ask for the same. */
export function makeBenchmark(services: Services, loaded: Loaded, query: URLSearchParams, lang: Lang): Made {
  const asked = readChoices(query);
  const comparison = comparisonOf(loaded, asked, lang, services.peerSeed);
  return { comparison, choices: canonicalChoices(loaded, asked, lang, comparison) };
}

export function benchmarkState(loaded: Loaded, { choices, comparison }: Made, lang: Lang): BenchmarkState {
  const { selection, caseMix, result } = comparison;
  const facts = factsOf(loaded);
  const query = queryOf(choices);
  const figures = loaded.memo(`benchmark figures ${lang} ${query}`, () =>
    drawingsOf(comparison, choices.own, lang),
  );
  return {
    own: { name: choices.own, state: choices.own !== '' && isCannot(result) ? 'shown' : comparison.own },
    filters: selection.filters,
    superclusterOf: facts.superclusterOf,
    typing: facts.typing,
    method: choices.method,
    caseMix,
    has: comparison.has,
    rows: comparison.rows,
    result,
    figures,
    stamps: comparison.stamps,
    columns: [...loaded.table.columns.keys()],
    path: benchmarkPath(loaded.dataSet.id),
    query,
    withoutAdjust: queryOf({ ...choices, adjust: [] }),
  };
}
