/** FHIR bundles: what makes a row, what counts as an answer, and that no name gets in. */

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCases, RATING_COLUMNS } from '../../src/index.ts';
import {
  asBytes,
  bundle,
  collectionBundle,
  documentBundle,
  observation,
  type Rated,
} from '../support/fhir.ts';
import { outcomeOf, valuesOf } from './support.ts';

const OPTIONS = { uses: ['patient', 'date', ...RATING_COLUMNS], extra: ['*'], keepCells: true };
const ALL = Object.fromEntries(Array.from({ length: 19 }, (_, at) => [at + 1, at % 5]));
const ONE: Rated = { subject: 'Patient/a1', date: '2024-03-05', ratings: ALL, kind: 'C' };

type Resource = Record<string, unknown>;
const changed = (item: number, change: (resource: Resource) => Resource): Buffer =>
  asBytes(
    bundle(
      'collection',
      Object.keys(ALL).map((key) => {
        const made = observation(ONE, Number(key), 'STU3');
        return Number(key) === item ? change(made) : made;
      }),
    ),
  );
const quantity = (more: Resource) => (resource: Resource) => ({
  ...resource,
  valueQuantity: { ...(resource.valueQuantity as Resource), ...more },
});

async function found(bytes: Buffer): Promise<string[]> {
  const { report } = await outcomeOf(bytes, OPTIONS);
  return (report?.issues('en') ?? []).map(({ code, severity, count }) => `${severity} ${code} ${count}`);
}

describe('a bundle', () => {
  it.each([
    ['a document of STU3', documentBundle([ONE])],
    ['a collection of R4', collectionBundle([ONE])],
  ])('is read to 19 ratings: %s', async (_, document) => {
    const { header, cells, report } = await outcomeOf(asBytes(document), OPTIONS);
    expect(header).toEqual(['patient', 'date', ...RATING_COLUMNS, 'hv08_kind']);
    expect(cells).toEqual([['Patient/a1', '2024-03-05', ...Object.values(ALL).map(String), 'C']]);
    expect(report?.format.kind).toBe('fhir');
    expect(JSON.stringify([cells, report?.issues('nl')])).not.toContain('Achternaam');
  });

  it('has a row per subject and day, in the order they come; packed or not', async () => {
    const later = { ...ONE, date: '2024-06-01T23:30:00+02:00' };
    const other = { ...ONE, subject: 'Patient/b2', date: '2024-06-01T22:30:00Z' };
    const bytes = asBytes(collectionBundle([ONE, later, other]));
    for (const file of [bytes, gzipSync(bytes), Buffer.concat([Buffer.from('\ufeff\n'), bytes])]) {
      const { cells } = await outcomeOf(file, OPTIONS);
      expect(cells?.map((row) => row.slice(0, 2))).toEqual([
        ['Patient/a1', '2024-03-05'],
        ['Patient/a1', '2024-06-01'],
        // Half past midnight in the Netherlands.
        ['Patient/b2', '2024-06-02'],
      ]);
    }
  });

  it.each<[string, (resource: Resource) => Resource, string | number, string[]]>([
    ['nothing wrong', (r) => r, 2, []],
    ['another severity', quantity({ value: 1 }), 'rejected', ['error fhir-answer-disagrees 1']],
    [
      'an answer to another question',
      quantity({ code: 'HA03' }),
      'rejected',
      ['error fhir-answer-disagrees 1'],
    ],
    [
      'an answer that does not exist',
      quantity({ code: 'HA96' }),
      'rejected',
      ['error fhir-answer-unknown 1'],
    ],
    [
      'a severity that does not exist',
      quantity({ code: undefined, value: 7 }),
      'rejected',
      ['error rating-not-allowed 1'],
    ],
    ['not known', quantity({ code: undefined, value: -1 }), -1, []],
    ['not known, with a code of its own', quantity({ code: 'ONB', value: 9 }), -1, []],
    [
      'not known, with the code of an answer',
      quantity({ value: 9 }),
      'rejected',
      ['error fhir-answer-disagrees 1'],
    ],
    ['a severity alone', quantity({ code: undefined, system: undefined }), 2, []],
    ['no answer', ({ valueQuantity: _, ...r }) => r, -1, []],
    [
      'an answer in words',
      ({ valueQuantity: _, ...r }) => ({ ...r, valueString: 'veel' }),
      'rejected',
      ['error fhir-answer-unknown 1'],
    ],
    [
      'another question',
      (r) => ({ ...r, code: { coding: [{ system: 'http://loinc.org', code: '8867-4' }] } }),
      -1,
      ['info fhir-other-observations 1'],
    ],
    [
      'a question that does not exist',
      (r) => ({
        ...r,
        code: {
          coding: [{ system: 'https://zorgprestatiemodel.nl/fhir/CodingSystem/HoNOSQuestion', code: 'HV20' }],
        },
      }),
      -1,
      ['warning fhir-question-unknown 1'],
    ],
    ['withdrawn', (r) => ({ ...r, status: 'entered-in-error' }), -1, ['info fhir-withdrawn 1']],
    ['not as FHIR builds it', quantity({ value: 'two' }), -1, ['warning fhir-observation-not-read 1']],
  ])('with item 3: %s', async (_, change, expected, issues) => {
    const bytes = changed(3, change);
    // A second, sound row: one of two rejected is not more than half.
    const document = JSON.parse(bytes.toString()) as { entry: unknown[] };
    const sound = collectionBundle([{ ...ONE, subject: 'Patient/z9' }]) as { entry: unknown[] };
    const both = asBytes({ ...document, entry: [...document.entry, ...sound.entry] });
    const { table, report } = await outcomeOf(both, OPTIONS);
    expect(await found(both)).toEqual(issues);
    expect(report?.rows.rejected).toBe(expected === 'rejected' ? 1 : 0);
    if (expected !== 'rejected') expect(valuesOf(table, 'hv03')).toEqual([expected, 2]);
  });

  it.each<[string, Resource, string]>([
    ['subject', { subject: { display: 'Voornaam Achternaam' } }, 'fhir-subject-missing'],
    ['date', { effectiveDateTime: undefined }, 'fhir-date-missing'],
    ['whole date', { effectiveDateTime: '2024-03' }, 'fhir-date-missing'],
  ])('without a %s: a row of its own, rejected', async (_, change, code) => {
    const { report, cells } = await outcomeOf(
      changed(3, (r) => ({ ...r, ...change })),
      OPTIONS,
    );
    expect(report?.rows).toEqual({ read: 2, used: 1, rejected: 1 });
    expect(report?.issues('en').map((issue) => issue.code)).toEqual([code]);
    expect(cells?.[0]?.[4]).toBe('');
  });

  it('with a fault in an item that is not in use keeps the row', async () => {
    const { report } = await outcomeOf(changed(3, quantity({ value: 1 })), { uses: ['hv01'] });
    expect(report?.rows).toEqual({ read: 1, used: 1, rejected: 0 });
    expect(report?.issues('en')).toMatchObject([
      { code: 'fhir-answer-disagrees', severity: 'warning', count: 1 },
    ]);
  });

  it('tells the same question answered twice from answered alike', async () => {
    const twice = (severity: number) =>
      asBytes(
        bundle('collection', [
          observation(ONE, 1, 'R4'),
          observation({ ...ONE, ratings: { 1: severity } }, 1, 'R4'),
          observation({ ...ONE, subject: 'Patient/z' }, 1, 'R4'),
        ]),
      );
    expect(await found(twice(0))).toEqual([]);
    expect(await found(twice(3))).toEqual(['error fhir-answer-twice 1']);
  });

  it('names nobody by a number either', async () => {
    const { refusal } = await outcomeOf(
      asBytes(collectionBundle([{ ...ONE, subject: 'Patient/111222333' }])),
      OPTIONS,
    );
    expect(refusal?.issues[0]).toMatchObject({ code: 'identity-bsn', column: 'patient' });
  });

  it('must be one, and hold ratings', async () => {
    const codeOf = async (text: string) => (await outcomeOf(text)).refusal?.issues[0]?.code;
    expect(await codeOf('{"resourceType": "Patient"}')).toBe('file-other-format');
    expect(await codeOf('[{"resourceType": "Bundle"}]')).toBe('file-other-format');
    expect(await codeOf('{"resourceType": "Observation"}\n{"resourceType": "Observation"}\n')).toBe(
      'file-other-format',
    );
    expect(await codeOf('{"resourceType": "Bundle"}')).toBe('fhir-no-ratings');
    expect(await codeOf('{"resourceType": "Bundle", "entry": [')).toBe('file-damaged');
  });

  it('is not read when it would fill the memory', async () => {
    const blanks = Buffer.alloc(1 << 24, ' ');
    const source = {
      name: 'large.json',
      async *bytes() {
        yield Buffer.from('{"resourceType": "Bundle", ');
        for (let piece = 0; piece < 9; piece += 1) yield blanks;
      },
    };
    await expect(openCases(source, OPTIONS)).rejects.toMatchObject({ issues: [{ code: 'fhir-too-large' }] });
  });

  it('never throws anything but a refusal, and its counts add up', async () => {
    const scrap = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('HV01', 'HA01', -1, 9, '2024-01-01', null, {}),
    );
    const keys = [
      'status',
      'code',
      'subject',
      'effectiveDateTime',
      'valueQuantity',
      'valueCodeableConcept',
      'component',
      'resourceType',
    ];
    const resource = fc
      .tuple(fc.integer({ min: 1, max: 19 }), fc.dictionary(fc.constantFrom(...keys), scrap, { maxKeys: 3 }))
      .map(([item, change]) => ({ ...observation(ONE, item, 'R4'), ...change }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(resource, scrap), { maxLength: 8 }), async (resources) => {
        const { report } = await outcomeOf(asBytes(bundle('collection', resources)), OPTIONS);
        if (report !== undefined) expect(report.rows.read).toBe(report.rows.used + report.rows.rejected);
      }),
      { numRuns: 400 },
    );
  });
});
