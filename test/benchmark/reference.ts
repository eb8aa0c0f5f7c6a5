/** The data and R's answers in test/reference/benchmark, typed. */

import { readFileSync } from 'node:fs';
import type { CaseTable } from '../../src/model/case-table.ts';
import { caseTable, numbers, text } from '../support/case-table.ts';

const FOLDER = new URL('../reference/benchmark/', import.meta.url);

interface MixedAnswer {
  readonly coefficients: readonly number[];
  readonly se: readonly number[];
  readonly tau2: number;
  readonly sigma2: number;
  readonly logLik: number;
  readonly member: readonly string[];
  readonly effect: readonly number[];
  readonly variance: readonly number[];
}

interface MeasureAnswer {
  readonly reml: MixedAnswer;
  readonly ml: MixedAnswer;
  readonly unshrunken: {
    readonly member: readonly string[];
    readonly adjusted: readonly number[];
    readonly low: readonly number[];
    readonly high: readonly number[];
  };
}

export interface Answer {
  readonly outcome: MeasureAnswer;
  readonly duration: MeasureAnswer;
  readonly joint: {
    readonly tau: readonly (readonly number[])[];
    readonly correlation: number;
    readonly residual: readonly (readonly number[])[];
    readonly spread: readonly number[];
  };
  readonly reference: string;
}

export const NAMES = ['three', 'eight', 'thirty', 'null'] as const;
export type Name = (typeof NAMES)[number];

const answers: Readonly<Record<Name, Answer>> = JSON.parse(
  readFileSync(new URL('reference.json', FOLDER), 'utf8'),
).answers;

export function answerTo(name: Name): Answer {
  return answers[name];
}

export interface Row {
  readonly member: string;
  readonly age: number;
  readonly setting: string;
  readonly outcome: number;
  readonly duration: number;
}

export function rowsOf(name: Name): Row[] {
  const lines = readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [member, age, setting, outcome, duration] = line.split(',') as [
      string,
      string,
      string,
      string,
      string,
    ];
    return { member, age: Number(age), setting, outcome: Number(outcome), duration: Number(duration) };
  });
}

export function tableOf(rows: readonly Row[]): CaseTable {
  return caseTable({
    member: text(rows.map((row) => row.member)),
    age: numbers(rows.map((row) => row.age)),
    setting: text(rows.map((row) => row.setting)),
    outcome: numbers(rows.map((row) => row.outcome)),
    duration: numbers(rows.map((row) => row.duration)),
  });
}
