/** The derived price lists are what their script makes, and pay an average English episode alike. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deriveHypothetical } from '../../data/prices/derive-hypothetical.ts';
import { DATA_FOLDER, type PriceList, parsePriceList, parseScenario } from '../../src/index.ts';

const read = (...path: string[]): string => readFileSync(join(DATA_FOLDER, ...path), 'utf8');

function list(id: string): PriceList {
  const { value, issues } = parsePriceList(read('prices', `${id}.csv`), id);
  expect(issues).toEqual([]);
  return value!;
}

describe('hypothetical price lists', () => {
  it('are what the script makes', async () => {
    for (const [name, text] of Object.entries(await deriveHypothetical())) {
      expect(read('prices', name)).toBe(text);
    }
  });

  it('say of every price that it is hypothetical, and where it comes from', () => {
    for (const id of ['hypothetical-day', 'hypothetical-episode', 'hypothetical-review']) {
      for (const { status, source } of list(id).rows) {
        expect(status).toBe('hypothetical');
        expect(source).not.toBe('');
      }
    }
  });

  it('per episode is the mean days and bed days of a cluster', () => {
    const amount = (id: string, cluster: string, unit: string) =>
      list(id).rows.find((row) => row.cluster === cluster && row.unit === unit)!.amountCents / 100;
    const days = list('hypothetical-day').rows.filter(({ unit }) => unit === 'day');
    const mean = days.reduce((sum, { amountCents }) => sum + amountCents, 0) / days.length / 100;
    const day = amount('hypothetical-day', 'ZT14', 'day');
    const expected = 109.3 * day + 2.5 * (day / mean) * amount('hypothetical-day', 'ZT14', 'bed-day');
    expect(Math.abs(amount('hypothetical-episode', 'ZT14', 'episode') - expected)).toBeLessThanOrEqual(0.5);
    // ZT14 is reviewed after four weeks: an average episode starts several.
    const periods =
      amount('hypothetical-episode', 'ZT14', 'episode') /
      amount('hypothetical-review', 'ZT14', 'review-period');
    expect(periods).toBeCloseTo(1 / (1 - Math.exp(-28 / 109.3)), 1);
  });

  it.each(['example-dynamic-cap', 'example-shared-savings', 'example-transition'])('%s can be read', (id) => {
    const { value, issues } = parseScenario(read('scenarios', `${id}.json`), id);
    expect(issues).toEqual([]);
    expect(value).toMatchObject({ id, assumptions: expect.arrayContaining([]) });
  });
});
