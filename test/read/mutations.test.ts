/** A thousand damaged files: never a crash, never a hang, and never a count that does not add up. */

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RATING_COLUMNS } from '../../src/index.ts';
import { asBytes, collectionBundle } from '../support/fhir.ts';
import { parquetOf } from '../support/parquet.ts';
import { workbookOf } from '../support/workbook.ts';
import { outcomeOf, valuesOf } from './support.ts';

const OPTIONS = { uses: ['patient', 'date', ...RATING_COLUMNS], extra: ['*'] };
const ROWS = 40;
const HEADER = ['patient', 'date', 'hv01', 'hv02', 'team'];
/** 15 January 2024 as Excel counts it. */
const FIRST_DAY = 45_306;

async function filesOf(): Promise<Record<string, Buffer>> {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => [`P${at}`, at % 5, (at * 3) % 5, `T${at % 4}`] as const,
  );
  const csv = rows.map(([patient, one, two, team]) => [patient, '2024-01-15', one, two, team].join(';'));
  const text = [HEADER.join(';'), ...csv].join('\n');
  const sheet = rows.map(([patient, one, two, team]) => [patient, { date: FIRST_DAY }, one, two, team]);
  const values = rows.map(
    ([patient, one, two, team]) => `('${patient}', date '2024-01-15', ${one}, ${two}, '${team}')`,
  );
  const rated = rows.map(([subject, one, two]) => ({
    subject,
    date: '2024-01-15',
    ratings: { 1: one, 2: two },
  }));
  return {
    csv: Buffer.from(text),
    gzip: gzipSync(text),
    xlsx: workbookOf([{ name: 'a', rows: [HEADER, ...sheet] }]),
    parquet: await parquetOf(`select * from (values ${values.join(', ')}) t(${HEADER.join(', ')})`),
    fhir: asBytes(collectionBundle(rated)),
  };
}

/** Whole numbers below `limit`, the same every time (a linear congruence; Numerical Recipes' constants). */
function chooser(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Bytes changed, cut off, doubled, dropped or moved. */
function mutated(bytes: Buffer, seed: number): Buffer {
  const below = chooser(seed);
  const [a, b] = [below(bytes.length), below(bytes.length)].sort((x, y) => x - y) as [number, number];
  const piece = bytes.subarray(a, Math.min(b, a + 200));
  switch (below(5)) {
    case 0: {
      const copy = Buffer.from(bytes);
      for (let time = 0; time <= below(4); time += 1) copy[below(copy.length)] = below(256);
      return copy;
    }
    case 1:
      return bytes.subarray(0, b);
    case 2:
      return Buffer.concat([bytes.subarray(0, b), piece, bytes.subarray(b)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, a), bytes.subarray(a + piece.length)]);
    default:
      return Buffer.concat([bytes.subarray(b), bytes.subarray(0, b)]);
  }
}

describe('a damaged file', () => {
  it('is read or refused, and its rows add up', async () => {
    const files = await filesOf();
    const accepted: Record<string, number> = {};
    for (const [kind, bytes] of Object.entries(files)) {
      expect((await outcomeOf(bytes, OPTIONS)).table?.n).toBe(ROWS);
      accepted[kind] = 0;
      for (let seed = 1; seed <= 200; seed += 1) {
        const { report, refusal, rejects, table } = await outcomeOf(mutated(bytes, seed), OPTIONS);
        if (report !== undefined) {
          expect(report.rows.read).toBe(report.rows.used + report.rows.rejected);
          expect(new Set(rejects.map(({ row }) => row)).size).toBe(report.rows.rejected);
        }
        if (refusal !== undefined) continue;
        accepted[kind] += 1;
        expect(table?.n).toBe(report?.rows.used);
        for (const name of RATING_COLUMNS.slice(0, 2)) {
          if (!table!.columns.has(name)) continue;
          expect(valuesOf(table, name).every((value) => Number(value) >= -1 && Number(value) <= 4)).toBe(
            true,
          );
        }
      }
    }
    console.info(`Of 200 damaged files of each kind still read: ${JSON.stringify(accepted)}`);
  }, 120_000);
});
