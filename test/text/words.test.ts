/** Both languages say everything, with the same values in them. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bilingual } from '../../src/model/text.ts';
import { say } from '../../src/text/say.ts';

const FOLDER = join(import.meta.dirname, '../../src/text/words');
const files = readdirSync(FOLDER);
const catalogues = await Promise.all(
  files.map(
    async (file) =>
      [file, (await import(join(FOLDER, file))) as Record<string, Record<string, Bilingual>>] as const,
  ),
);
const entries = catalogues.flatMap(([file, module]) =>
  Object.values(module).flatMap((words) =>
    Object.entries(words).map(([key, phrase]) => [`${file} ${key}`, phrase] as const),
  ),
);
const holes = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

describe('words', () => {
  it('are there', () => expect(entries.length).toBeGreaterThan(10));

  it.each(entries)('%s is said in both languages with the same values', (_, phrase) => {
    expect(Object.keys(phrase).sort()).toEqual(['en', 'nl']);
    expect(phrase.nl.trim()).not.toBe('');
    expect(phrase.en.trim()).not.toBe('');
    expect(holes(phrase.nl)).toEqual(holes(phrase.en));
  });
});

describe('say', () => {
  it('fills what is given and refuses a hole', () => {
    const phrase = { nl: '{n} patiënten', en: '{n} patients' };
    expect(say(phrase, 'nl', { n: '1.234' })).toBe('1.234 patiënten');
    expect(() => say(phrase, 'en')).toThrow('{n}');
  });
});
