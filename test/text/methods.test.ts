/** The catalogue of methods is complete, bilingual, and points at files that are there. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIGURE_METHODS, methodOfFigure } from '../../src/text/methods/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CHARTS = join(ROOT, 'src', 'chart');

/** Ids as the charts write them: `members-${measure}` is looked up as `members-x`. */
function figureIds(): string[] {
  return readdirSync(CHARTS).flatMap((name) =>
    [...readFileSync(join(CHARTS, name), 'utf8').matchAll(/frameFigure\(\s*\{\s*id: (.+?),\n/g)].flatMap(
      (match) =>
        [...match[1]!.matchAll(/['`]([a-z-]+)(?:\$\{[^}]+\})?['`]/g)].map((id) =>
          id[1]!.endsWith('-') ? `${id[1]}x` : id[1]!,
        ),
    ),
  );
}

describe('methods', () => {
  it.each(figureIds())('figure %s has one', (id) => {
    expect(methodOfFigure(id)?.id).toBeDefined();
  });

  it('finds the figures it is about', () => {
    expect(figureIds()).toContain('funnel');
    expect(figureIds()).toContain('classes-x');
    expect(figureIds().length).toBeGreaterThan(12);
  });

  it('is taken by the longest name', () => {
    expect(methodOfFigure('groups-site')?.id).toBe('groups');
    expect(methodOfFigure('outcome-duration')?.id).toBe('outcome-duration');
    expect(methodOfFigure('groupsy')).toBeUndefined();
  });

  it('names each once', () => {
    const ids = FIGURE_METHODS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(FIGURE_METHODS.map((method) => [method.id, method] as const))(
    '%s is whole in both languages',
    (_, method) => {
      const texts = [method.title, method.definition, method.agreement, ...method.notWhen];
      for (const text of texts) {
        expect(text.nl.length).toBeGreaterThan(3);
        expect(text.en.length).toBeGreaterThan(3);
        expect(text.nl === text.en && text !== method.title).toBe(false);
      }
      expect(method.formulas.length).toBeGreaterThan(0);
      expect(method.sources.length).toBeGreaterThan(0);
      expect(method.notWhen.length).toBeGreaterThan(0);
      for (const path of method.evidence) expect(existsSync(join(ROOT, path)), path).toBe(true);
      expect(method.evidence.length).toBeGreaterThan(0);
    },
  );
});
