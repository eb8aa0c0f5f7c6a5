/** Scenarios that come along are Dutch files: on English pages every text of them has its English. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DATA_FOLDER } from '../../src/index.ts';
import { shippedText } from '../../views/text/shipped.ts';

interface File {
  readonly title: string;
  readonly assumptions?: readonly { readonly text: string; readonly source?: string }[];
}

const folder = join(DATA_FOLDER, 'scenarios');
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as File)
  .flatMap(({ title, assumptions = [] }) => [title, ...assumptions.map(({ text }) => text)]);

it('says the source of the rule set in the language of the page', () => {
  const file = join(DATA_FOLDER, 'rules', 'zvt-illustrative', 'rule-set.json');
  const { source } = JSON.parse(readFileSync(file, 'utf8')) as { source: string };
  expect(shippedText(source, 'en')).toBe(source);
  expect(shippedText(source, 'nl')).toMatch(/^Afgeleid met .* niet de officiële coëfficiënten$/);
});

it('has an English text for each Dutch one, and leaves other texts alone', () => {
  expect(texts.length).toBeGreaterThan(8);
  for (const text of texts) {
    expect(shippedText(text, 'nl')).toBe(text);
    expect(shippedText(text, 'en'), text).not.toBe(text);
  }
  expect(shippedText('Onze afspraak', 'en')).toBe('Onze afspraak');
});
