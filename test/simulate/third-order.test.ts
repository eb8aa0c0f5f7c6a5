/** Third-order sums against a pass over the rows, for any prices. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { prepareSimulation } from '../../src/index.ts';
import { groupCubes, payPerPatient, payPerRow } from '../../src/simulate/moments.ts';
import { clusterOfCoordinate } from '../../src/simulate/part-moments.ts';
import { thirdOrder, thirdOrderWhereItPays } from '../../src/simulate/third-order.ts';
import { randomFrom } from '../support/random.ts';
import { inputOf, scenarioOf } from './make-input.ts';
import { drawPatient, POPULATION_LIST } from './population.ts';

const random = randomFrom(17);
const records = Array.from({ length: 300 }, (_, i) => drawPatient(`p${i}`, random)).flat();

function close(actual: number, expected: number, scale: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(scale, 1));
}

const cube = (value: number): number => value ** 3;
const cubed = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + cube(value), 0);

it.each(['expected', 'chosen'] as const)('equals rows in total, per group and per cluster: %s', (typing) => {
  const prepared = prepareSimulation(inputOf(records, scenarioOf({ list: POPULATION_LIST, typing })));
  const { rows, participants, groupings, coordinates, side } = prepared;
  const sums = thirdOrder(rows, participants, groupings, coordinates);
  // Patients seen at two sites are in both groups with a part each.
  const sites = groupings.find(({ dimension }) => dimension === 'site')!;
  expect(sites.patients.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(participants.patientStart.length - 1);
  const clusterOf = clusterOfCoordinate(prepared);
  const price = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(price, { minLength: coordinates, maxLength: coordinates }), (some) => {
      const prices = Float64Array.from(some);
      const perRow = payPerRow(prepared, prices);
      const scale = cubed(payPerPatient(prepared, payPerRow(prepared, prices.map(Math.abs))));
      const { total, perGroup } = sums.cubes(prices);
      close(total, cubed(payPerPatient(prepared, perRow)), scale);
      for (const [g, cubes] of groupCubes(prepared, perRow).entries()) {
        for (const [group, value] of cubes.entries()) close(perGroup[g]![group]!, value, scale);
      }
      const own = prepared.clusterTriples!.cubes(prices);
      for (const cluster of prepared.clusters.keys()) {
        // Of payment alone: with current revenue every row counts in each of its clusters.
        const masked = prices.map((value, j) => (clusterOf[j] === cluster ? value : 0));
        const paid = payPerRow(prepared, masked);
        for (let row = 0; row < paid.length; row++) {
          const { typed } = side;
          for (let at = typed.rowStart[row]!; at < typed.rowStart[row + 1]!; at++) {
            if (typed.cluster[at] !== cluster) continue;
            const current = rows.quantity[rows.rowStart[row + 1]! - 1]! * prices[coordinates - 1]!;
            paid[row]! += typed.probability[at]! * current;
          }
        }
        close(own[cluster]!, cubed(payPerPatient(prepared, paid)), scale);
      }
    }),
    { numRuns: 20 },
  );
});

it('is made for many patients only, and not where each has very many coordinates', () => {
  const prepared = prepareSimulation(inputOf(records, scenarioOf({ list: POPULATION_LIST })));
  const { rows, participants, coordinates } = prepared;
  expect(prepared.thirdOrder).toBeUndefined();
  const repeated = { ...participants, patientStart: new Int32Array(20_001) };
  expect(thirdOrderWhereItPays(rows, repeated, [], coordinates)).toBeDefined();
  expect(thirdOrderWhereItPays(rows, repeated, [], 301)).toBeUndefined();
  // Twenty coordinates in every patient: 1,540 triples each.
  const patientStart = Int32Array.from({ length: 20_001 }, (_, patient) => patient);
  const entries = 20 * 20_000;
  const wide = {
    rowStart: patientStart.map((row) => 20 * row),
    cell: Int32Array.from({ length: entries }, (_, at) => at % 20),
    quantity: new Float64Array(entries).fill(1),
    probability: new Float64Array(entries).fill(1),
    from: new Int32Array(entries),
    until: new Int32Array(entries),
  };
  expect(thirdOrderWhereItPays(wide, { ...participants, patientStart }, [], 20)).toBeUndefined();
});
