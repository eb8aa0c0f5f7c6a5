/** How one figure is made: definition, formula, source, who agrees, when not to use it. */

import type { FigureMethod } from '../../src/index.ts';
import { Layout } from '../layout.tsx';
import type { View } from '../view.ts';

export function FigureMethodPage({ view, method }: { view: View; method: FigureMethod }) {
  const words = view.t.method;
  const { lang } = view;
  return (
    <Layout view={view} title={method.title[lang]} section="method">
      <header class="page-head">
        <h1>{method.title[lang]}</h1>
        <p class="lead">{method.definition[lang]}</p>
      </header>
      <section class="card">
        <h2>{words.figureFormula}</h2>
        <ul class="formulas">
          {method.formulas.map((formula) => (
            <li>
              <code>{formula}</code>
            </li>
          ))}
        </ul>
      </section>
      <section class="card">
        <h2>{words.figureNotWhen}</h2>
        <ul>
          {method.notWhen.map((sentence) => (
            <li>{sentence[lang]}</li>
          ))}
        </ul>
      </section>
      <section class="card">
        <h2>{words.figureSource}</h2>
        <ul>
          {method.sources.map((source) => (
            <li>{source[lang]}</li>
          ))}
        </ul>
        <h2>{words.figureAgreement}</h2>
        <p>{method.agreement[lang]}</p>
        <h3>{words.figureEvidence}</h3>
        <ul>
          {method.evidence.map((path) => (
            <li>
              <code>{path}</code>
            </li>
          ))}
        </ul>
      </section>
      <p>
        <a href="/method#figures">{words.figureBack}</a>
      </p>
    </Layout>
  );
}

/** Every figure of the catalogue, by name. */
export function FigureMethods({ view, methods }: { view: View; methods: readonly FigureMethod[] }) {
  const words = view.t.method;
  const { lang } = view;
  const sorted = methods.toSorted((a, b) => a.title[lang].localeCompare(b.title[lang], lang));
  return (
    <section class="card" id="figures" aria-labelledby="figures-title">
      <h2 id="figures-title">{words.figuresTitle}</h2>
      <p>{words.figuresLead}</p>
      <ul class="columns">
        {sorted.map(({ id, title }) => (
          <li>
            <a href={`/method/${id}`}>{title[lang]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
