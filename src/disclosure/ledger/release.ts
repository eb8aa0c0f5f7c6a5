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

/** The hashes of patients and values, by row: made here, or by the engine that holds the rows. */
export interface LedgerTokens {
  readonly who: (row: number) => string;
  readonly value: (row: number, quantity: GateNumbers) => string;
}

export function releaseTable(
  key: Uint8Array,
  patients: Patients,
  source: ReleaseRows,
  tokens: LedgerTokens = tokensOf(key, patients),
): ReleaseTable {
  const { name, kind, rows, categories, quantities } = source;
  const lines = rows.map((row): ReleaseTable['lines'][number] => [
    tokens.who(row),
    patients.turns[row]!,
    categories.map(({ codes }) => codes[row]!),
    quantities.map((quantity) => tokens.value(row, quantity)),
  ]);
  return {
    name,
    kind,
    categories: categories.map(({ column, words }) => ({ column, words })),
    quantities: quantities.map(({ column }) => column),
    // In the order of the hashes: the order of the file says nothing.
    lines: lines.sort(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : i - j)),
  };
}

function tokensOf(key: Uint8Array, { names, numbers }: Patients): LedgerTokens {
  const token = (...parts: readonly unknown[]) =>
    shortToken(createHmac('sha256', key).update(JSON.stringify(parts)).digest());
  const nameOf = (row: number): string => names[numbers[row]!]!;
  return {
    who: (row) => token(nameOf(row)),
    // Without sign: a scale that is turned round is no other value.
    value: (row, { column, values }) => token(nameOf(row), column, Math.abs(values[row]!)),
  };
}

/** A digest as it stands in the ledger. */
export function shortToken(digest: Buffer): string {
  return digest.toString('base64url').slice(0, TOKEN_CHARACTERS);
}
