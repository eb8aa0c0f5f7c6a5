/** Numbers that are gathered one by one, days that no file should hold, and many coordinates in one cluster. */

import { expect, it } from 'vitest';
import type { Cell } from '../../src/simulate/cells.ts';
import { clusterTriples } from '../../src/simulate/cluster-triples.ts';
import { GrowingFloats, GrowingInts } from '../../src/simulate/grow.ts';
import { TimelineBuilder } from '../../src/simulate/timeline.ts';

it.each([0, 1, 1024, 1025, 5000])('%i numbers come back in order', (n) => {
  const [ints, floats] = [new GrowingInts(), new GrowingFloats()];
  for (let i = 0; i < n; i++) {
    ints.push(i ^ 5);
    floats.push(i / 8);
    if (i === 1500) floats.reserve(1100);
    if (i === 2000) ints.reserve(3000);
  }
  expect([ints.length, floats.length]).toEqual([n, n]);
  const [whole, broken] = [ints.done(), floats.done()];
  expect([whole.length, broken.length]).toEqual([n, n]);
  let wrong = 0;
  for (let i = 0; i < n; i++) if (whole[i] !== (i ^ 5) || broken[i] !== i / 8) wrong += 1;
  expect(wrong).toBe(0);
  expect([ints.length, ints.done().length, floats.done().length]).toEqual([0, 0, 0]);
});

it('a day centuries away counts like any other', () => {
  const timeline = (shift: number) => {
    const builder = new TimelineBuilder();
    builder.add(0, 30, shift, shift + 30);
    builder.add(1, 10, shift + 5, shift + 10);
    builder.add(0, 4, shift, shift + 10);
    return builder.done();
  };
  const plain = { row: 0, override: -1, measure: undefined, contract: -1, layer: -1 };
  const cells = [0, 1].map((cluster): Cell => ({ ...plain, cluster, index: [], volume: [], atom: [] }));
  const price = ({ cluster }: Cell) => 1 + cluster;
  // 400 years of the calendar are 146,097 days: beyond the table of days.
  for (const shift of [0, 146_097, -146_097]) {
    const produced = [...timeline(shift).perMonth(cells, price).values()];
    expect(produced).toEqual([expect.closeTo(30 + 4 + 20, 9)]);
    expect(timeline(shift).dayReached(cells, price, 40)).toBe(
      timeline(0).dayReached(cells, price, 40)! + shift,
    );
  }
});

it('a patient with forty kinds of care in one cluster has the cube of the sum', () => {
  const cells = 40;
  const quantity = Float64Array.from({ length: cells + 1 }, (_, at) => (at * 7) % 11);
  const { cubes } = clusterTriples({
    rows: {
      rowStart: Int32Array.of(0, cells + 1),
      cell: Int32Array.from({ length: cells + 1 }, (_, at) => at),
      quantity,
      probability: new Float64Array(cells + 1).fill(1),
      from: new Int32Array(cells + 1),
      until: new Int32Array(cells + 1),
    },
    participants: {
      rows: Int32Array.of(0),
      patientStart: Int32Array.of(0, 1),
      unitStart: Int32Array.of(0, 1),
      left: new Uint8Array(1),
      withoutBaseline: 0,
      withoutCluster: 0,
      withoutStart: 0,
    },
    typed: {
      rowStart: Int32Array.of(0, 1),
      cluster: Int32Array.of(0),
      atom: Int32Array.of(0),
      probability: Float64Array.of(1),
    },
    clusters: 1,
    clusterOf: Int16Array.from({ length: cells + 1 }, (_, at) => (at < cells ? 0 : -1)),
    current: true,
  });
  const prices = Float64Array.from({ length: cells + 1 }, (_, at) => 1 + (at % 3));
  const paid = prices.reduce((sum, price, at) => sum + price * quantity[at]!, 0);
  expect(cubes(prices)[0]! / paid ** 3).toBeCloseTo(1, 12);
});
