/** The page that sets two rule sets against each other says what the command line says. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BUNDLED_RULE_SET,
  DATA_FOLDER,
  loadRuleSet,
  type RuleSet,
  type RulesDiffDocument,
  saveRuleSet,
} from '../../src/index.ts';
import { casesCsv, officialTables } from '../support/official-tables.ts';
import { runHere } from '../support/run-here.ts';
import { openApp, type TestApp, wordsOf } from './open-app.ts';

const cases = casesCsv(officialTables().cases);
let app: TestApp;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.close());

test('one rule set: the way to a second', async () => {
  const words = wordsOf(await app.text('/method/rules/diff'));
  expect(words).toContain('Er is hier maar één regelset.');
});

/** The bundled set with some weights moved. */
async function storeOther(): Promise<RuleSet> {
  const { value } = await loadRuleSet(join(DATA_FOLDER, 'rules', BUNDLED_RULE_SET));
  const coefficients = value!.coefficients.map((each, at) => (at % 7 === 0 ? each + 0.75 : each));
  const set: RuleSet = { ...value!, id: 'zvt-anders', status: 'local', coefficients };
  await saveRuleSet(app.folder, set);
  return set;
}

test('says what changed and how many advices flip, as the command line does', async () => {
  await storeOther();
  const path = join(app.folder, 'cases.csv');
  writeFileSync(path, cases);
  await app.upload(cases, 'trajecten.csv');
  const args = ['rules', 'diff', BUNDLED_RULE_SET, 'zvt-anders', '--cases', path];
  const told = JSON.parse((await runHere(app.folder, [...args, '--json'])).stdout) as RulesDiffDocument;
  const printed = await runHere(app.folder, args);
  const html = await app.text(`/method/rules/diff?from=${BUNDLED_RULE_SET}&to=zvt-anders`);
  const words = wordsOf(html);
  const { n, flipped } = told.cases!.advice;
  expect(flipped).toBeGreaterThan(0);
  const dutch = (value: number) => new Intl.NumberFormat('nl-NL').format(value);
  expect(words).toContain(`Van de ${dutch(n)} adviezen slaan er ${dutch(flipped)} om (`);
  expect(words).toContain(`Van ${BUNDLED_RULE_SET} naar zvt-anders`);
  // Every title of the printed tables stands on the page, and every count of flips.
  for (const title of ['Regelsets', 'Wat er verschilt', 'Gevolg voor het advies']) {
    expect(printed.stdout).toContain(title);
    expect(words).toContain(title);
  }
  for (const flip of told.cases!.advice.flips) {
    expect(words).toContain(`${flip.from || 'geen advies'} ${flip.to || 'geen advies'} ${dutch(flip.n)} `);
  }
  expect(
    wordsOf(await app.text(`/method/rules/diff?from=${BUNDLED_RULE_SET}&to=zvt-anders&data=&lang=en`)),
  ).toContain(`From ${BUNDLED_RULE_SET} to zvt-anders`);
});

test('without data the rules alone; the same twice says so; all changes to take away', async () => {
  await storeOther();
  const words = wordsOf(await app.text(`/method/rules/diff?from=zvt-anders&to=${BUNDLED_RULE_SET}`));
  expect(words).toContain('Grootste verschil');
  expect(words).not.toContain('Gevolg voor het advies');
  const same = wordsOf(await app.text('/method/rules/diff?from=zvt-anders&to=zvt-anders'));
  expect(same).toContain('hun controlegetal is gelijk');
  const file = await app.get(`/method/rules/diff/changes.csv?from=zvt-anders&to=${BUNDLED_RULE_SET}`);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect((await file.text()).split('\r\n').length).toBeGreaterThan(250);
  await app.text('/method/rules/diff/changes.csv?from=zvt-anders&to=nergens', 404);
  // An unknown name is no choice: the form is there again.
  expect(wordsOf(await app.text('/method/rules/diff?from=nergens&to=zvt-anders'))).toContain('Vergelijken');
});
