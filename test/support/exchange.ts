/** A network in memory: rows of patients, tables of them, and the contributions they make. */

import { createPrivateKey, type KeyObject } from 'node:crypto';
import { contribute } from '../../src/benchmark/exchange/contribute.ts';
import type { OpenContribution } from '../../src/benchmark/exchange/open-contribution.ts';
import { sealContribution } from '../../src/benchmark/exchange/seal.ts';
import { publicKeyText } from '../../src/disclosure/keys.ts';
import { type Release, releaseTable } from '../../src/disclosure/ledger/release.ts';
import type { CaseTable } from '../../src/model/case-table.ts';
import type { BenchmarkDesign, ContributionDocument } from '../../src/model/disclosure.ts';
import { caseTable, numbers, text } from './case-table.ts';
import { randomFrom } from './random.ts';

/** undefined and '' = blank. */
export interface Patient {
  readonly patient: string;
  readonly member: string;
  readonly age?: number | undefined;
  readonly setting: string;
  readonly sex: string;
  readonly outcome?: number | undefined;
  readonly duration?: number | undefined;
}

export const DESIGN: BenchmarkDesign = {
  outcome: 'outcome',
  duration: 'duration',
  adjust: [
    { column: 'age', kind: 'number' },
    { column: 'setting', kind: 'category' },
  ],
};

export interface NetworkShape {
  readonly members: readonly {
    readonly name: string;
    readonly n: number;
    readonly settings: readonly string[];
  }[];
  readonly seed: number;
}

/** Patients whose outcome and duration depend on member, age and setting; values with few decimals. */
export function patientsIn({ members, seed }: NetworkShape): Patient[] {
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return members.flatMap(({ name, n, settings }) => {
    const level = normal();
    return Array.from({ length: n }, (_, i): Patient => {
      const age = Math.round((40 + 12 * normal()) * 10) / 10;
      // In turn, so that no setting is too small by chance.
      const setting = settings[i % settings.length]!;
      return {
        patient: `${name}-${i}`,
        member: name,
        age,
        setting,
        sex: random() < 0.5 ? 'f' : 'm',
        outcome: Math.round((6 + level - 0.05 * age + 5 * normal()) * 100) / 100,
        duration: Math.round(150 + 20 * level + (setting === 'clinic' ? 40 : 0) + 60 * Math.abs(normal())),
      };
    });
  });
}

export function tableOf(rows: readonly Patient[]): CaseTable {
  return caseTable({
    patient: text(rows.map((row) => row.patient)),
    member: text(rows.map((row) => row.member)),
    age: numbers(rows.map((row) => row.age)),
    setting: text(rows.map((row) => row.setting)),
    sex: text(rows.map((row) => row.sex)),
    outcome: numbers(rows.map((row) => row.outcome)),
    duration: numbers(rows.map((row) => row.duration)),
  });
}

export function open(rows: readonly Patient[], design = DESIGN, member = rows[0]!.member): OpenContribution {
  return contribute(tableOf(rows), {
    memberName: member,
    design,
    rows: { read: rows.length, used: rows.length, rejected: 0 },
    hasIssues: false,
    synthetic: false,
  });
}

/** A key made from one byte: the same in every run. */
export function keyOf(byte: number): KeyObject {
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({
    key: Buffer.concat([head, Buffer.alloc(32, byte)]),
    format: 'der',
    type: 'pkcs8',
  });
}

export function seal(document: OpenContribution['document'], byte = 1): ContributionDocument {
  const key = keyOf(byte);
  return sealContribution(document, key, publicKeyText(key));
}

/** Through a file and back, as it travels. */
export function contributionOf(rows: readonly Patient[], design = DESIGN): ContributionDocument {
  return JSON.parse(JSON.stringify(seal(open(rows, design).document))) as ContributionDocument;
}

/** What the ledger would hold of it. */
export function releaseOf(contribution: OpenContribution): Release {
  return {
    schema: 'zorgcluster/release@1',
    sha256: seal(contribution.document).sha256,
    tables: contribution.ledger.map((rows) => releaseTable(Buffer.alloc(32, 7), contribution.patients, rows)),
  };
}

export function byMember(rows: readonly Patient[]): Patient[][] {
  const names = [...new Set(rows.map((row) => row.member))];
  return names.map((name) => rows.filter((row) => row.member === name));
}

export function shuffled<T>(values: readonly T[], seed: number): T[] {
  const random = randomFrom(seed);
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
