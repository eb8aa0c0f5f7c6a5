/** Every `@example` line `expression // => value` in a docstring is run against the module it stands in. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { ROOT, sourceFiles } from './source-files.ts';

interface Example {
  readonly path: string;
  readonly expression: string;
  readonly expected: string;
}

function examplesIn(path: string, text: string): Example[] {
  const blocks = [...text.matchAll(/@example\s*\n((?:\s*\*(?!\/)(?! @).*\n)+)/g)].map((match) => match[1]!);
  return blocks.flatMap((block) =>
    [...block.matchAll(/^\s*\* ?(.+?);?\s*\/\/ => (.+)$/gm)].map((match) => ({
      path,
      expression: match[1]!.trim(),
      expected: match[2]!.trim(),
    })),
  );
}

const examples = sourceFiles('src').flatMap((file) => examplesIn(file.path, file.text));

function evaluate(text: string, scope: Record<string, unknown>): unknown {
  return new Function(...Object.keys(scope), `'use strict'; return (${text});`)(...Object.values(scope));
}

describe('examples in docstrings', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  it.each(examples)('$path: $expression', async ({ path, expression, expected }) => {
    const own = (await import(join(ROOT, path))) as Record<string, unknown>;
    const scope = { ...library, ...own };
    const actual = evaluate(expression, scope);
    const wanted = evaluate(expected, scope);
    if (typeof wanted === 'number' && !Number.isInteger(wanted))
      expect(actual).toBeCloseTo(wanted, decimals(expected));
    else expect(actual).toEqual(wanted);
  });
});

/** As many decimals as the example prints. */
function decimals(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}
