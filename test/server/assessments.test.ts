/** A file of ratings: the switch at the upload and on the page of columns, periods, overdue reviews. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BUNDLED_RULE_SET,
  DATA_FOLDER,
  loadRuleSet,
  type ScoreResult,
  saveRuleSet,
} from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

/** Cluster 5 is reviewed after half a year: the first rating of each stood for eight months. */
const FILE = [
  'client;zorgtraject;datum;hoofdgroep;gekozen_zorgvraagtype;hv01;hv07',
  ...Array.from({ length: 20 }, (_, at) => [
    `P${at};1;13-01-2024;X;5;${at % 5};2`,
    `P${at};1;13-09-2024;X;5;${(at + 1) % 5};3`,
  ]).flat(),
].join('\n');

let app: TestApp;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.close());

const addressOf = (response: Response): string => response.headers.get('location')!;

test('read as ratings: periods, and the reviews that came too late, as the command line counts them', async () => {
  const address = addressOf(await app.upload(FILE, 'afnamen.csv', { assessments: '1' }));
  const words = wordsOf(await app.text(address));
  const path = join(app.folder, 'afnamen.csv');
  writeFileSync(path, FILE);
  const told = await runHere(app.folder, ['score', path, '--assessments', '--json']);
  const { assessments } = JSON.parse(told.stdout) as ScoreResult;
  expect(assessments).toMatchObject({ n: 40, courses: 20, judged: 40, overdue: 20 });
  expect(words).toContain('Alle 40 rijen zijn bruikbaar.');
  expect(words).toContain('20 van de 40 afnamen (50,0%) golden langer dan de herbeoordelingstermijn');
  expect(words).toMatch(/Afnamen 40 Patiënten of trajecten 20 Nog geldig 20 Te laat herbeoordeeld 20/);
  expect(words).toContain('De afname gold langer dan de herbeoordelingstermijn');
  expect(wordsOf(await app.text(`${address}?lang=en`))).toContain('20 of 40 ratings (50.0%) held longer');
  // Each period counts as an episode of its own.
  expect(app.services.dataSets()[0]!.rows.used).toBe(40);
});

test('without the switch the doubles are refused, and the page leads to it', async () => {
  const refused = addressOf(await app.upload(FILE.replace(/(P\d+;1;13-09.*\n?)/g, '$1$1'), 'afnamen.csv'));
  const words = wordsOf(await app.text(refused, 400));
  expect(words).toContain('Staan er meer afnamen per patiënt in dit bestand?');
  const html = await app.text(`${refused}/columns`);
  expect(html).toMatch(/name="assessments" value="1"/);
});

test('the page of columns switches it on and off, also where the date must be pointed out first', async () => {
  const odd = FILE.replace('datum', 'dag van afname');
  const refused = addressOf(await app.upload(odd, 'afnamen.csv', { assessments: '1' }));
  expect(wordsOf(await app.text(refused, 400))).toContain('Kolom date ontbreekt');
  const html = await app.text(`${refused}/columns`);
  expect(html).toMatch(/name="assessments" value="1" checked=""/);
  const send = async (address: string, fields: Record<string, string>) => {
    const response = await app.app.request(`${ORIGIN}${address}/columns`, {
      method: 'POST',
      body: new URLSearchParams({ 'column-patient': '0', 'column-episode': '1', ...fields }),
      headers: { origin: ORIGIN },
    });
    await app.services.jobs.idle();
    return addressOf(response);
  };
  const read = await send(refused, { 'column-date': '2', assessments: '1' });
  expect(wordsOf(await app.text(read))).toContain('Te laat herbeoordeeld 20');
  const once = await send(read, { 'column-date': '2', 'column-episode': '' });
  expect(wordsOf(await app.text(once))).not.toContain('Te laat herbeoordeeld');
});

test('typed with other rules the reviews are counted anew', async () => {
  const address = addressOf(await app.upload(FILE, 'afnamen.csv', { assessments: '1' }));
  const { value } = await loadRuleSet(join(DATA_FOLDER, 'rules', BUNDLED_RULE_SET));
  const clusters = value!.clusters.map((cluster) => ({
    ...cluster,
    reviewTerm: { length: 12, unit: 'month' as const },
  }));
  await saveRuleSet(app.folder, { ...value!, id: 'zvt-jaar', status: 'official', clusters });
  await app.post(`${address}/score`);
  const words = wordsOf(await app.text(address));
  expect(words).toContain('Te laat herbeoordeeld 0');
  expect(words).not.toContain('De afname gold langer');
});
