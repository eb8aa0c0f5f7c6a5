/** GLOSSARY.md tells the truth: every name in its code column is a name in the source. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './source-files.ts';

const rows = readFileSync(join(ROOT, 'GLOSSARY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| Nederlands'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const source = sourceFiles('src')
  .map((file) => file.text)
  .join('\n');

describe('glossary', () => {
  it('has a row per word: Dutch, English, code, meaning', () => {
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      expect(row, row.join(' | ')).toHaveLength(4);
      expect(
        row.every((cell) => cell.length > 0),
        row.join(' | '),
      ).toBe(true);
    }
  });

  it('names each Dutch word once', () => {
    const words = rows.map((row) => row[0]!.toLowerCase());
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it.each(rows.flatMap((row) => [...row[2]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!)))(
    '%s is a name in the source',
    (name) => {
      expect(source).toMatch(
        new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`),
      );
    },
  );
});
