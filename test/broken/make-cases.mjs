/**
 * Writes the broken case files that no text editor can write: `node test/broken/make-cases.mjs`.
 * Every name and number in them is made up.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { strToU8, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';

const FOLDER = join(import.meta.dirname, 'cases');

function cell(value) {
  return value === null ? null : { value, type: value.constructor };
}

async function workbook(file, sheets) {
  const book = writeExcelFile(
    Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(cell)) })),
  );
  writeFileSync(join(FOLDER, file), await book.toBuffer());
}

const cases = [
  ['patient', 'hv01'],
  ['P1', 2],
];
await workbook('sheets-several.xlsx', { 2023: cases, 2024: cases });
await workbook('sheet-unknown.xlsx', { Trajecten: cases });
await workbook('xlsx-names.xlsx', {
  Trajecten: [
    ['patient', 'achternaam', 'hv01'],
    ['P1', 'Verzonnen', 2],
  ],
});
await workbook('xlsx-bsn-number.xlsx', {
  Trajecten: [
    ['client', 'hv01'],
    [111222333, 2],
    [123456782, 3],
  ],
});
// A library's cells each name their place, which makes this one forty times as large.
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id, kind, target) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
const row = (value) => `<row><c t="str"><v>${value}</v></c></row>`;
const parts = {
  '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': '<workbook><sheets><sheet name="Trajecten" sheetId="1" r:id="b"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships>${relation('b', 'worksheet', 'sheet.xml')}</Relationships>`,
  'xl/sheet.xml': `<worksheet><sheetData>${row('hv01')}${row('1').repeat(100_001)}</sheetData></worksheet>`,
};
const bytes = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
const book = zipSync(bytes, { level: 9, mtime: new Date(2024, 0, 1) });
writeFileSync(join(FOLDER, 'xlsx-too-many-rows.xlsx'), book);
writeFileSync(join(FOLDER, 'xlsx-cut-off.xlsx'), book.subarray(0, book.length / 2));

const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
const parquet = join(FOLDER, 'parquet-email.parquet');
await duckdb.run(
  `copy (select 'P1' as patient, 'verzonnen@example.org' as remark, 2 as hv01) to '${parquet}' (format parquet)`,
);
writeFileSync(join(FOLDER, 'parquet-cut-off.parquet'), readFileSync(parquet).subarray(0, 200));
duckdb.closeSync();

const SYSTEM = 'https://zorgprestatiemodel.nl/fhir/CodingSystem';
function observation(subject, more = {}) {
  return {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: `${SYSTEM}/HoNOSQuestion`, code: 'HV01' }] },
    subject: { reference: subject, display: 'Verzonnen Naam' },
    effectiveDateTime: '2024-03-05',
    valueQuantity: { value: 2, system: `${SYSTEM}/HoNOSAnswer`, code: 'HA03' },
    ...more,
  };
}
/** A sound Observation, then one with a fault: one of two rows rejected is not more than half. */
function bundle(file, more, subject = 'Patient/b2') {
  const entry = [observation('Patient/a1'), observation(subject, more)];
  const document = { resourceType: 'Bundle', type: 'collection', entry: entry.map((resource) => ({ resource })) };
  writeFileSync(join(FOLDER, file), `${JSON.stringify(document, null, 1)}\n`);
}
const question = (system, code) => ({ code: { coding: [{ system, code }] } });
const answer = (code, value) => ({ valueQuantity: { value, system: `${SYSTEM}/HoNOSAnswer`, code } });
bundle('fhir-answer-disagrees.json', answer('HA03', 3));
bundle('fhir-answer-unknown.json', answer('HA96', 2));
bundle('fhir-answer-twice.json', answer('HA04', 3), 'Patient/a1');
bundle('fhir-subject-missing.json', { subject: { display: 'Verzonnen Naam' } });
bundle('fhir-date-missing.json', { effectiveDateTime: '2024-03' });
bundle('fhir-question-unknown.json', question(`${SYSTEM}/HoNOSQuestion`, 'HV20'));
bundle('fhir-other-observations.json', question('http://loinc.org', '8867-4'));
bundle('fhir-withdrawn.json', { status: 'entered-in-error' });
bundle('fhir-observation-not-read.json', answer('HA03', 'two'));
