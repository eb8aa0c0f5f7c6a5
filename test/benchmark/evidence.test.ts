/** The conditions of a contract: met, not met, or not to be seen; and the improvement log behind two of them. */

import { describe, expect, it } from 'vitest';
import { benchmarkRun } from '../../src/benchmark/benchmark-run.ts';
import { evidenceOf } from '../../src/benchmark/evidence/evidence-of.ts';
import { withoutNames } from '../../src/benchmark/evidence/without-names.ts';
import { Refusal } from '../../src/issue/refusal.ts';
import type {
  ConditionId,
  EvidenceDocument,
  EvidenceFacts,
  ImprovementEntry,
} from '../../src/model/evidence.ts';
import { parseBenchmarkResult } from '../../src/read/benchmark-result.ts';
import { parseImprovementLog } from '../../src/read/improvement-log.ts';
import { canonicalJson } from '../../src/write/canonical-json.ts';
import { evidenceTables } from '../../src/write/tables/evidence.ts';
import { caseTable, numbers, text } from '../support/case-table.ts';
import { BENCHMARK } from '../support/network-results.ts';
import { META } from '../support/results.ts';

const FACTS: EvidenceFacts = {
  from: 'contributions',
  signers: 8,
  keysChecked: true,
  instrument: 'HoNOS',
  conversion: '',
  gateRules: ['gate@1'],
};

const NAMES = BENCHMARK.members.map(({ member }) => member);
const entry = (member: string, followUp?: string): ImprovementEntry => ({
  member,
  date: '2025-01-02',
  finding: 'weinig nametingen',
  action: 'anders plannen',
  ...(followUp === undefined ? {} : { followUp }),
});

function status(condition: ConditionId, facts: Partial<EvidenceFacts>, result = BENCHMARK): string {
  const { conditions } = evidenceOf(result, { ...FACTS, ...facts }, 'en');
  const found = conditions.find((each) => each.condition === condition)!;
  return `${found.status}: ${found.evidence}`;
}

describe('the conditions', () => {
  it.each<{ why: string; condition: ConditionId; facts: Partial<EvidenceFacts>; says: string }>([
    { why: 'eight members', condition: 'members', facts: {}, says: 'met: 8 members in the comparison' },
    { why: 'eight signers', condition: 'independent', facts: {}, says: 'not-seen: 8 different signatures' },
    {
      why: 'one signer twice',
      condition: 'independent',
      facts: { signers: 7 },
      says: 'not-met: 7 signatures',
    },
    { why: 'no signature', condition: 'independent', facts: { signers: 0 }, says: 'not-seen: no signatures' },
    { why: 'a member without outcome', condition: 'measured', facts: {}, says: 'not-met: 7 of 8 members' },
    { why: 'no norm', condition: 'response', facts: {}, says: 'not-seen: network 50.0%; no norm given' },
    { why: 'a low norm', condition: 'response', facts: { minResponse: 0.2 }, says: 'met: network 50.0%' },
    {
      why: 'a high norm',
      condition: 'response',
      facts: { minResponse: 0.4 },
      says: 'not-met: network 50.0%',
    },
    { why: 'raw scores', condition: 'instrument', facts: {}, says: 'met: HoNOS, raw scores' },
    { why: 'no instrument', condition: 'instrument', facts: { instrument: '' }, says: 'not-seen' },
    { why: 'age', condition: 'case-mix', facts: {}, says: 'met: 1 terms in the model' },
    { why: 'no panel', condition: 'robust', facts: {}, says: 'not-seen' },
    { why: 'sums through the gate', condition: 'privacy', facts: {}, says: 'met: 8 contributions' },
    { why: 'a result', condition: 'privacy', facts: { from: 'result' }, says: 'not-seen' },
    { why: 'no log', condition: 'used', facts: {}, says: 'not-seen: no improvement log' },
    { why: 'an empty log', condition: 'used', facts: { log: [] }, says: 'not-met: 0 of 8 members' },
    {
      why: 'everybody',
      condition: 'used',
      facts: { log: NAMES.map((name) => entry(name)) },
      says: 'met: 8 of 8',
    },
    {
      why: 'one follow-up',
      condition: 'followed-up',
      facts: { log: NAMES.map((name, i) => entry(name, i === 0 ? 'gelukt' : undefined)) },
      says: 'not-met: 1 of 8 members with a follow-up; 1 of 8 actions',
    },
  ])('$condition with $why', ({ condition, facts, says }) => {
    expect(status(condition, facts)).toContain(says);
  });

  it('count actions of members of the comparison only', () => {
    const evidence = evidenceOf(BENCHMARK, { ...FACTS, log: [entry('elsewhere'), entry(NAMES[0]!)] }, 'en');
    expect(evidence.members.map(({ entries }) => entries)).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
    expect(evidence.notes.join(' ')).toContain('names 1 members that are not in the comparison');
    const { counts } = evidence;
    expect(counts.met + counts['not-met'] + counts['not-seen']).toBe(evidence.conditions.length);
  });

  it('without names: labels, bands, no log, and no order that tells', () => {
    const document: EvidenceDocument = { meta: META, ...evidenceOf(BENCHMARK, FACTS, 'nl') };
    const shown = withoutNames(document, 'x');
    expect(JSON.stringify(shown.members)).not.toContain('GGZ Noordrand');
    expect(shown.members.map(({ member }) => member)).toContain('peer-08');
    expect(shown.members.map(({ n }) => n)).toContain('1000-1999');
    expect(shown.meta.inputs).toHaveLength(1);
    const tables = evidenceTables(shown, 'nl');
    expect(tables.map(({ id }) => id)).toEqual(['conditions', 'evidence-members']);
    expect(evidenceTables(document, 'nl', [entry('a')]).map(({ id }) => id)).toContain('log');
  });
});

function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof Refusal) return error.issues[0]!.code;
    throw error;
  }
  return 'passed';
}

describe('the improvement log', () => {
  const HEAD = 'member;date;finding;action;follow_up_date;follow_up';
  const LINE = 'A;2025-01-02;te weinig nametingen;anders plannen;2025-03-01;respons omhoog';

  it('is the same from CSV and from JSON, in Dutch and in English', () => {
    const expected: ImprovementEntry[] = [
      {
        member: 'A',
        date: '2025-01-02',
        finding: 'te weinig nametingen',
        action: 'anders plannen',
        followUpDate: '2025-03-01',
        followUp: 'respons omhoog',
      },
    ];
    expect(parseImprovementLog(`${HEAD}\n${LINE}\n`, 'log')).toEqual(expected);
    const dutch = 'Instelling,Datum,Bevinding,Actie,Vervolgdatum,Vervolg';
    const line = 'A,02-01-2025,te weinig nametingen,anders plannen,01-03-2025,respons omhoog';
    expect(parseImprovementLog(`${dutch}\n${line}\n`, 'log')).toEqual(expected);
    expect(parseImprovementLog(JSON.stringify(expected), 'log')).toEqual(expected);
    expect(parseImprovementLog('date,finding,action\n2025-01-02,x,y\n', 'log', 'B')[0]!.member).toBe('B');
  });

  it.each([
    ['log-column', 'date;finding\n2025-01-01;x'],
    ['log-blank', `${HEAD}\nA;2025-01-01;;y;;`],
    ['log-date', `${HEAD}\nA;2025-13-40;x;y;;`],
    ['log-date', `${HEAD}\nA;gisteren;x;y;;`],
    ['log-order', `${HEAD}\nA;2025-02-01;x;y;2025-01-01;z`],
    ['log-order', `${HEAD}\nA;2025-02-01;x;y;2025-03-01;`],
    ['log-member', 'date;finding;action\n2025-01-01;x;y'],
    ['log-identity', `${HEAD}\nA;2025-02-01;mail van jan@voorbeeld.nl;y;;`],
    ['log-identity', `${HEAD}\nA;2025-02-01;x;bsn 111222333;;`],
    ['log-not-json', '{"date": "2025-01-01"}'],
    ['log-not-json', '[1]'],
    ['log-column', '[{"date": "2025-01-01", "finding": "x", "action": "y", "naam": "z"}]'],
  ])('%s', (code, input) => {
    expect(codeOf(() => parseImprovementLog(input, 'log'))).toBe(code);
  });
});

describe('a comparison read back', () => {
  const table = caseTable({
    member: text(Array.from({ length: 90 }, (_, i) => `m${i % 3}`)),
    pre: numbers(Array.from({ length: 90 }, (_, i) => 50 + (i % 11))),
    post: numbers(Array.from({ length: 90 }, (_, i) => (i % 7 === 0 ? undefined : 40 + (i % 13)))),
  });
  const meta = { ...META, command: 'benchmark run' };
  const document = {
    meta,
    rows: { read: 90, used: 90, rejected: 0 },
    issues: [],
    ...benchmarkRun(table, {}),
  };

  it('is what was written', () => {
    const written = canonicalJson(document);
    expect(canonicalJson(parseBenchmarkResult(written, 'r.json'))).toBe(written);
  });

  it.each([
    ['result-not-json', 'x'],
    ['result-shape', '{}'],
    ['result-shape', canonicalJson({ ...document, meta: { ...meta, command: 'score' } })],
    ['result-shape', canonicalJson({ ...document, members: 3 })],
  ])('%s', (code, input) => {
    expect(codeOf(() => parseBenchmarkResult(input, 'r.json'))).toBe(code);
  });
});
