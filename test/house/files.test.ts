/** Habits that every source file keeps. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SENTENCES } from '../../src/issue/sentences/index.ts';
import { ROOT, sourceFiles } from './source-files.ts';

const files = sourceFiles('src', 'server', 'views', 'data', 'test');
const own = files.filter((file) => !file.path.startsWith('test/'));

describe('source files', () => {
  it('are named in kebab-case', () => {
    const odd = files.filter(
      (file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.tsx?$/.test(file.path.split('/').at(-1)!),
    );
    expect(odd.map((file) => file.path)).toEqual([]);
  });

  it('are short enough to read in one go', () => {
    // The public face is a list of names, to be searched and not read.
    const read = files.filter((file) => file.path !== 'src/index.ts');
    const long = read.filter((file) => file.text.split('\n').length > 350);
    expect(long.map((file) => file.path)).toEqual([]);
  });

  it('open with a sentence on what lives there', () => {
    const silent = own.filter((file) => !/^(#!.*\n)?\/\*\*/.test(file.text));
    expect(silent.map((file) => file.path)).toEqual([]);
  });

  it('leave nothing switched off or for later', () => {
    const marker = new RegExp(
      [
        'TO' + 'DO',
        'FIX' + 'ME',
        'X' + 'XX',
        '@ts-' + 'ignore',
        '@ts-' + 'nocheck',
        'biome-' + 'ignore',
      ].join('|'),
    );
    expect(files.filter((file) => marker.test(file.text)).map((file) => file.path)).toEqual([]);
    const off = new RegExp(
      `\\b(it|test|describe)\\.(${['sk' + 'ip', 'on' + 'ly', 'to' + 'do'].join('|')})\\b`,
    );
    expect(files.filter((file) => off.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});

describe('issue sentences', () => {
  const entries = Object.entries(SENTENCES);

  it.each(entries)('%s says the same in both languages, with the same values', (code, { nl, en }) => {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    expect([...new Set(names(nl))]).toEqual([...new Set(names(en))]);
    expect(nl).not.toBe(en);
    // A phrase for the place of a number starts with a small letter and has no full stop.
    for (const text of [nl, en]) expect(text.trim()).toMatch(/^\p{Ll}.*[^.]$|[.?!}]$/u);
  });

  it('are all used, and every code used has one', () => {
    const source = own
      .filter((file) => !file.path.startsWith('src/issue/sentences/'))
      .map((file) => file.text)
      .join('\n');
    const unused = entries.map(([code]) => code).filter((code) => !source.includes(`'${code}'`));
    expect(unused).toEqual([]);
    const made = [...source.matchAll(/\brefuse\(\s*'([^']+)'|\bcode: '([a-z0-9-]+)'/g)].map(
      (match) => match[1] ?? match[2]!,
    );
    expect([...new Set(made)].filter((code) => !(code in SENTENCES))).toEqual([]);
  });
});

describe('documents', () => {
  it.each([
    'README.md',
    'ARCHITECTURE.md',
    'GLOSSARY.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'LICENSE',
    'data/README.md',
  ])('%s is there', (name) => {
    expect(existsSync(join(ROOT, name))).toBe(true);
  });
});
