/** Where the clusters fit badly: which group makes the headline. */

import { expect, it } from 'vitest';
import { figureContext } from '../../src/chart/context.ts';
import { fitDots } from '../../src/chart/fit-dots.ts';
import { fitRow } from '../../src/score/fit-row.ts';
import { META } from '../support/results.ts';

const EVEN = 'Het advies is overal ongeveer even zeker';

const figure = (lowCertainty: number, n: number) =>
  fitDots(
    [
      fitRow('team', 'a', { n, noneFits: 0, lowCertainty }),
      fitRow('team', 'b', { n: 1000, noneFits: 0, lowCertainty: 250 }),
    ],
    'team',
    figureContext(META, 'nl'),
  );

it('names a group only where its interval stands apart from the whole', () => {
  expect(figure(60, 100).title).toContain('a (60,0%');
  expect(figure(3, 6).title).toBe(EVEN);
});

it('puts a group too small for an interval last, unnamed, and says so', () => {
  const { title, table, svg } = figure(9, 9);
  expect(title).toBe(EVEN);
  expect(table.rows.map((row) => [row[0], row[3]])).toEqual([
    ['b', expect.any(Number)],
    ['a', 'geen interval: 9 trajecten'],
  ]);
  expect(svg).toContain('Zonder lijn: te weinig trajecten.');
});
