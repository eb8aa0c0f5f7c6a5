/** What a query was made for, as every line of its result says it: another design, rules or version is refused. */

import { createHash, createHmac } from 'node:crypto';
import { GATE_RULES } from '../../disclosure/rules.ts';
import { refuse } from '../../issue/refusal.ts';
import type { BenchmarkDesign } from '../../model/disclosure.ts';
import { canonicalForm } from './seal.ts';

export interface MadeFor {
  /** Version of the program. */
  readonly version: string;
  readonly design: BenchmarkDesign;
  /** SHA-256 of the rule set that the rows were scored with; absent: they were not. */
  readonly rules?: string;
  /** Id of the conversion table. */
  readonly conversion?: string;
}

/** Parts that a command line settles, as options; the rest says which table was asked. */
const SETTLED = ['version', 'design', 'rules', 'conversion'] as const;

const HASH_CHARACTERS = 16;

/** @param source what says the table and its columns; @param key of the ledger, for hashes */
export function madeForText(what: MadeFor, source: unknown, key?: Uint8Array): string {
  const parts = {
    ...settledParts(what),
    source: hash(canonicalForm(source)),
    ...(key === undefined ? {} : { key: keyMark(key) }),
  };
  return Object.entries(parts)
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

/**
 * @throws Refusal `sums-made-for` (which option, or `version`, differs), `sums-other-table` (two files of one
 * contribution, made from different tables or columns), `sums-other-key`
 */
export function checkMadeFor(
  what: MadeFor,
  files: readonly { readonly name: string; readonly madeFor: string }[],
  key: Uint8Array,
): void {
  const wanted = settledParts(what);
  let source: string | undefined;
  for (const { name, madeFor } of files) {
    const parts = new Map(
      madeFor.split(';').map((part) => [part.split('=', 1)[0]!, part.slice(part.indexOf('=') + 1)]),
    );
    const other = SETTLED.find((part) => parts.get(part) !== wanted[part]);
    if (other !== undefined)
      throw refuse('sums-made-for', { name, part: other === 'version' ? other : `--${other}` });
    if (source !== undefined && parts.get('source') !== source) throw refuse('sums-other-table', { name });
    source = parts.get('source');
    if (parts.has('key') && parts.get('key') !== keyMark(key)) throw refuse('sums-other-key', { name });
  }
}

function settledParts({
  version,
  design,
  rules,
  conversion,
}: MadeFor): Record<(typeof SETTLED)[number], string> {
  return {
    version: `${version}/${GATE_RULES.replace(/.*\//, '')}`,
    design: hash(canonicalForm(design)),
    rules: rules === undefined ? '-' : rules.slice(0, HASH_CHARACTERS),
    conversion: conversion === undefined ? '-' : hash(conversion),
  };
}

/** Says which key, not the key. */
function keyMark(key: Uint8Array): string {
  return createHmac('sha256', key).update('zorgcluster/hashes@1').digest('hex').slice(0, HASH_CHARACTERS);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_CHARACTERS);
}
