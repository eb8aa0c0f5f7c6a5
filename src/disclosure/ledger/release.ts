/**
 * What the ledger keeps of one release: who was in which table, with which values, as keyed hashes. Without
 * the key a line says nothing; with it, only whether the same patient with the same value was there before.
 */

import { createHmac } from 'node:crypto';
import type { GateCategory, GateNumbers } from '../gate-input.ts';
import type { Patients } from '../patients.ts';

export interface ReleaseTable {
  readonly name: string;
  /** `sums` give counts of levels, of combinations and sums of values; `counts` give counts of levels. */
  readonly kind: 'sums' | 'counts';
  readonly categories: readonly { readonly column: string; readonly words: readonly string[] }[];
  /** Columns of numbers, in the order of the values. */
  readonly quantities: readonly string[];
  /** Patient, which of the patient's rows it is, codes by category (-1 blank), values. */
  readonly lines: readonly (readonly [string, number, readonly number[], readonly string[]])[];
}

export interface Release {
  readonly schema: 'zorgcluster/release@1';
  /** Hash of the contribution that left. */
  readonly sha256: string;
  readonly tables: readonly ReleaseTable[];
}

export interface ReleaseRows {
  readonly name: string;
  readonly kind: ReleaseTable['kind'];
  readonly rows: readonly number[];
  readonly categories: readonly GateCategory[];
  readonly quantities: readonly GateNumbers[];
}

/** 72 bits: no two of a million lines are alike by chance. */
const TOKEN_CHARACTERS = 12;

export function releaseTable(key: Uint8Array, patients: Patients, source: ReleaseRows): ReleaseTable {
  const { name, kind, rows, categories, quantities } = source;
  const token = (...parts: readonly unknown[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url').slice(0, TOKEN_CHARACTERS);
  const lines = rows.map((row): ReleaseTable['lines'][number] => {
    const who = patients.names[patients.numbers[row]!]!;
    return [
      token(who),
      patients.turns[row]!,
      categories.map(({ codes }) => codes[row]!),
      // Without sign: a scale that is turned round is no other value.
      quantities.map(({ column, values }) => token(who, column, Math.abs(values[row]!))),
    ];
  });
  return {
    name,
    kind,
    categories: categories.map(({ column, words }) => ({ column, words })),
    quantities: quantities.map(({ column }) => column),
    // In the order of the hashes: the order of the file says nothing.
    lines: lines.sort(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : i - j)),
  };
}
