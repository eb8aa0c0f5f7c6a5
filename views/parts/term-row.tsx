/** The field words of a page in one quiet line under its title; each opens its meaning. */

import type { View } from '../view.ts';
import { Term } from './with-terms.tsx';

type Key = keyof View['t']['terms'];

const PAGES = {
  data: ['episode', 'pseudonym', 'supercluster', 'honos', 'ruleSet'],
  clusters: ['cluster', 'supercluster', 'advice', 'certainty', 'redRule', 'kappa', 'ruleSet'],
  case: ['supercluster', 'advice', 'certainty', 'coefficient', 'redRule', 'ruleSet'],
  simulation: ['baseline', 'typing', 'interval', 'waterfall', 'index', 'hypothetical'],
  contract: ['cap', 'duty', 'lumpSum', 'binding', 'marginal', 'baseline'],
  years: ['index', 'transition', 'mix', 'baseline', 'interval'],
  search: ['balance', 'typing', 'hypothetical'],
} as const satisfies Readonly<Record<string, readonly Key[]>>;

export function TermRow({ view, page }: { view: View; page: keyof typeof PAGES }) {
  return (
    <p class="terms">
      {view.t.shell.terms}:{' '}
      {PAGES[page].map((key, at) => {
        const { word, text } = view.t.terms[key];
        return (
          <>
            {at === 0 ? '' : ' · '}
            <Term view={view} id={`term-row-${key}`} word={word} meaning={text} />
          </>
        );
      })}
    </p>
  );
}
