/**
 * The method in short, at the end of what is printed: which rows, which rule set, how the numbers were
 * made. On a screen the accountability page says the same.
 */

import { VERSION } from '../../src/index.ts';
import { number } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { Text } from '../text/nl.ts';
import type { Section, View } from '../view.ts';

type MethodText = keyof Text['method'];

/** Which methods a page rests on. */
const METHODS: Readonly<Record<Section, readonly (readonly [title: MethodText, text: MethodText])[]>> = {
  overview: [
    ['typingTitle', 'typing'],
    ['uncertaintyTitle', 'uncertainty'],
    ['benchmarkTitle', 'benchmark'],
  ],
  data: [],
  clusters: [['typingTitle', 'typing']],
  form: [],
  simulation: [
    ['moneyTitle', 'money'],
    ['uncertaintyTitle', 'uncertainty'],
    ['pricesTitle', 'prices'],
  ],
  benchmark: [['benchmarkTitle', 'benchmark']],
  network: [],
  method: [],
};

export function MethodCard({ view, section }: { view: View; section: Section | undefined }) {
  const { current, lang } = view;
  const methods = section === undefined ? [] : METHODS[section];
  if (current === undefined || methods.length === 0) return null;
  const words = view.t.method;
  return (
    <section class="method-card" aria-labelledby="method-card-title">
      <h2 id="method-card-title">{words.cardTitle}</h2>
      <p>
        {fill(words.cardSource, {
          name: current.name,
          used: number(current.rows.used, lang),
          read: number(current.rows.read, lang),
          rules: current.rules.id,
          status: view.t.shell.status[current.rules.status],
          version: VERSION,
        })}
      </p>
      <p>
        SHA-256 <code>{current.sha256}</code>
      </p>
      {methods.map(([title, text]) => (
        <p>
          <strong>{words[title]}.</strong> {words[text]}
        </p>
      ))}
    </section>
  );
}
