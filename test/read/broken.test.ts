/** Every issue code of reading has a broken file, and each file says what comes of it. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ClusterWords, RATING_COLUMNS, type ReadCasesOptions, sentence } from '../../src/index.ts';
import { READ_SENTENCES } from '../../src/issue/sentences/read.ts';
import { outcomeOf } from './support.ts';

interface Expected {
  readonly file: string;
  readonly code: string;
  readonly notes: string;
  readonly options?: Omit<ReadCasesOptions, 'uses' | 'codebook'> & {
    readonly uses?: string[];
    readonly codebook?: true;
    readonly key?: string;
  };
  readonly refused?: true;
  readonly exit?: number;
  readonly severity?: string;
  readonly read?: number;
  readonly rejected?: number;
  readonly count?: number;
}

const FOLDER = join(import.meta.dirname, '../broken/cases');
const records = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Expected[];
const codebook: ClusterWords = {
  cluster: (text) => (/^(ZT)?0?[1-8]$/.test(text) ? `ZT0${text.at(-1)}` : undefined),
  supercluster: (text) => (/^[xyz]$/i.test(text) ? text.toUpperCase() : undefined),
  superclusterCodes: ['X', 'Y', 'Z'],
};

function optionsOf({ options: { key, codebook: coded, ...options } = {} }: Expected): ReadCasesOptions {
  return {
    ...options,
    uses: options.uses ?? RATING_COLUMNS,
    ...(coded ? { codebook } : {}),
    ...(key === undefined ? {} : { pseudonymiseWith: Buffer.from(key) }),
  };
}

describe('broken case files', () => {
  it('every code has a file and every file a record', () => {
    const codes = new Set(records.map((record) => record.code));
    // Found only in a long file or a large one, which the tests of that format make.
    const large = ['xlsx-too-large', 'fhir-too-large', 'identity-late'];
    expect(Object.keys(READ_SENTENCES).filter((code) => !codes.has(code))).toEqual(large);
    const files = readdirSync(FOLDER).filter((name) => name !== 'expected.json');
    expect(files.sort()).toEqual(records.map((record) => record.file).sort());
  });

  it.each(records)('$file: $code. $notes', async (record) => {
    const outcome = await outcomeOf(readFileSync(join(FOLDER, record.file)), optionsOf(record));
    const { refusal, report } = outcome;
    expect(refusal !== undefined).toBe(record.refused === true);
    if (record.read !== undefined) {
      expect(report?.rows).toEqual({
        read: record.read,
        used: record.read - record.rejected!,
        rejected: record.rejected,
      });
      expect(new Set(outcome.rejects.map((cell) => cell.row)).size).toBe(record.rejected);
    }
    if (refusal !== undefined) {
      expect(refusal.issues.map((issue) => issue.code)).toContain(record.code);
      expect(refusal.exit).toBe(record.exit ?? 1);
      for (const issue of refusal.issues) expect(sentence(issue, 'nl')).not.toBe(sentence(issue, 'en'));
    } else {
      const found = report!.issues('nl').find((issue) => issue.code === record.code);
      expect(found).toMatchObject({ severity: record.severity ?? 'error', count: record.count });
    }
  });
});
