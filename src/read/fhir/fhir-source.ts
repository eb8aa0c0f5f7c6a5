/**
 * A FHIR bundle (JSON) as a row source.
 * Invariant: the document is in memory while it is opened; afterwards only its rows are.
 */

import { refuse } from '../../issue/refusal.ts';
import { NOTHING_SETTLED, newFacts, type PassFacts, type RowSource, type RowStretch } from '../row-source.ts';
import type { ByteSource } from '../source.ts';
import { textOf } from '../text-chunks.ts';
import { type BundleRows, bundleRows, FHIR_HEADER } from './bundle-rows.ts';

/** Some 10,000 ratings; what a vendor's service gives at a time is far smaller. */
const MOST_CHARACTERS = 1 << 27;

/**
 * @throws Refusal `file-other-format` where the JSON is no bundle, `file-damaged`, `fhir-too-large`,
 * `fhir-no-ratings` where it holds no HoNOS+ Observation
 */
export async function fhirSource(source: ByteSource, signal?: AbortSignal): Promise<RowSource> {
  const facts = newFacts();
  const parts: string[] = [];
  let length = 0;
  for await (const piece of textOf(source, facts, signal)) {
    length += piece.length;
    if (length > MOST_CHARACTERS) throw refuse('fhir-too-large');
    parts.push(piece);
  }
  const bundle = bundleRows(parsed(parts.join('').replace(/^\ufeff/, '')));
  if (bundle === undefined) throw refuse('file-other-format', { kind: 'JSON' });
  if (bundle.rows.length === 0) throw refuse('fhir-no-ratings');
  return new FhirSource(bundle, facts);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A document a line is whole, yet no bundle. The parser's message quotes the text.
    const perLine = /^\s*\{[^\n]*\}\s*\n\s*\{/.test(text);
    throw perLine
      ? refuse('file-other-format', { kind: 'NDJSON' })
      : refuse('file-damaged', { kind: 'JSON' });
  }
}

class FhirSource implements RowSource {
  readonly header = FHIR_HEADER;
  readonly head: RowSource['head'];
  readonly whole = true;
  readonly typed = false;
  readonly settled = NOTHING_SETTLED;
  readonly notes: RowSource['notes'];
  readonly format = { kind: 'fhir' } as const;
  readonly #bundle: BundleRows;
  readonly #facts: PassFacts;

  constructor(bundle: BundleRows, facts: PassFacts) {
    this.head = bundle.rows;
    this.notes = bundle.notes;
    this.#bundle = bundle;
    this.#facts = facts;
  }

  async *rows(facts: PassFacts): AsyncGenerator<RowStretch> {
    Object.assign(facts, this.#facts);
    const { rows, faults } = this.#bundle;
    yield { rows, faults };
  }
}
