/** On a page nobody has options of the command line: no sentence or text there names one. */

import { expect, it } from 'vitest';
import { pageSentence, pageSentences } from '../../server/page-sentences.ts';
import { SENTENCES } from '../../src/issue/sentences/index.ts';
import { textOf } from '../../views/view.ts';

const OPTION = /(^|[\s(`"‘])--[a-z]/;

/** Sentences of commands, of starting the server and of files that no page takes. */
const ONLY_COMMANDS =
  /^(usage|no-command|explain-|ask-|simulate-needs$|verify-|restore-not-empty$|accounts-missing$|histogram-column$|sums-|design-and-options$|funnel-(levels|winsorise)$)/;

it.each(['nl', 'en'] as const)('no sentence of a page names an option (%s)', (lang) => {
  const { refusals, data, network } = textOf(lang);
  const own: Readonly<Record<string, string>> = { ...data.refusal, ...data.identity, ...network.refusal };
  const naming = Object.entries(SENTENCES)
    .map(([code, entry]) => [code, entry[lang]] as const)
    .filter(([code, text]) => OPTION.test(text) && !ONLY_COMMANDS.test(code) && !(code in own));
  expect(naming.length).toBeGreaterThan(10);
  expect(naming.map(([code]) => code).filter((code) => !(code in refusals))).toEqual([]);
});

it.each(['nl', 'en'] as const)('no text of a page names an option (%s)', (lang) => {
  const texts = (words: object): string[] =>
    Object.values(words).flatMap((each) => (typeof each === 'string' ? [each] : texts(each)));
  // The method pages tell how a figure is made on the command line too.
  const { method: _, ...rest } = textOf(lang);
  expect(texts(rest).filter((text) => OPTION.test(text))).toEqual([]);
});

it('writes days in words', () => {
  const issue = { code: 'index-out-of-band', params: { from: '2026-01-01', percent: 12 } };
  expect(pageSentence(issue, 'nl')).toContain('1 jan 2026');
  expect(pageSentence(issue, 'en')).toContain('1 Jan 2026');
});

it('fills in what the library fills in, and leaves other sentences alone', () => {
  expect(pageSentence({ code: 'rules-id-taken', params: { id: 'eigen' } }, 'nl')).toBe(
    'Er is al een andere regelset eigen. Kies een andere naam.',
  );
  for (const [code, params] of [['no-usable-rows', {}]] as const) {
    expect(pageSentence({ code, params }, 'en')).toBe(SENTENCES[code]?.en);
  }
  const issue = { code: 'rules-id-taken', severity: 'error', params: { id: 'x' } } as const;
  expect(pageSentences([issue, issue], { 'rules-id-taken': '{id}!' }, 'nl')).toEqual(['x!']);
});
