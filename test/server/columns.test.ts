/** The mapping step: what was recognised and how, corrected, read again without sending, remembered per institution. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../server/store/migrations.ts';
import { migrate, openEngine } from '../../src/index.ts';
import { workbookOf } from '../support/workbook.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

const ITEMS = Array.from({ length: 19 }, (_, at) => `hv${String(at + 1).padStart(2, '0')}`);
/** `Groep` is what this institution calls the supercluster, `afdeling` the team. */
const HEADER = ['Cliëntcode X', 'Groep', 'datum', 'meetdatum', 'afdeling', ...ITEMS];

function rows(count = 30): string[][] {
  return Array.from({ length: count }, (_, row) => [
    `p${row}`,
    'XYZ'[row % 3]!,
    `2025-03-${10 + (row % 9)}`,
    `2024-03-${10 + (row % 9)}`,
    `team ${row % 2}`,
    ...ITEMS.map((_, at) => String((row * 7 + at * 3) % 5)),
  ]);
}

const csv = (header = HEADER, lines = rows()) =>
  [header, ...lines].map((cells) => cells.join(';')).join('\n');

let app: TestApp;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.close());

async function uploaded(...args: Parameters<TestApp['upload']>): Promise<string> {
  return (await app.upload(...args)).headers.get('location')!;
}

/** The form as the page shows it: every select with the option that is chosen. */
async function formOf(address: string): Promise<URLSearchParams> {
  const html = await app.text(address);
  const fields = new URLSearchParams();
  const form = html.slice(html.indexOf('<form method="post"'));
  for (const [, name, options] of form.matchAll(/<select id="[^"]*" name="([^"]*)">(.*?)<\/select>/gs)) {
    fields.set(name!, /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? '');
  }
  const sheet = /<input type="hidden" name="sheet" value="([^"]*)"/.exec(form);
  if (sheet !== null) fields.set('sheet', sheet[1]!);
  return fields;
}

async function send(address: string, fields: URLSearchParams): Promise<string> {
  const response = await app.app.request(`${ORIGIN}${address}`, {
    method: 'POST',
    body: fields,
    headers: { origin: ORIGIN },
  });
  expect(response.status).toBe(303);
  await app.services.jobs.idle();
  return response.headers.get('location')!;
}

/** Points out columns by header (undefined = not to be read) and reads again. */
async function correct(
  address: string,
  choices: Record<string, string | undefined>,
  more: Record<string, string> = {},
  header = HEADER,
): Promise<string> {
  const fields = await formOf(`${address}/columns`);
  for (const [name, text] of Object.entries(choices)) {
    fields.set(`column-${name}`, text === undefined ? '' : String(header.indexOf(text)));
  }
  for (const [name, value] of Object.entries(more)) fields.set(name, value);
  return send(`${address}/columns`, fields);
}

const line = (html: string, name: string): string =>
  wordsOf(
    new RegExp(`<code>${name}</code>.*?</tr>`, 's')
      .exec(html)![0]
      .replace(
        /<select.*?<\/select>/s,
        (select) => /selected="">([^<]*)/.exec(select)?.[1] ?? '(niet lezen)',
      ),
  );

describe('the page of columns', () => {
  test('says what was recognised and how, and which of two columns lost', async () => {
    const html = await app.text(`${await uploaded(csv())}/columns`);
    expect(line(html, 'team')).toMatch(/afdeling aan een bekende andere naam/);
    expect(line(html, 'hv07')).toMatch(/hv07 aan de naam/);
    expect(line(html, 'patient')).toMatch(/\(niet lezen\) lijkt op Cliëntcode X/);
    const put = await app.text(`${await uploaded(csv())}/columns?suggested=1`);
    expect(put).toMatch(/selected="">Cliëntcode X<\/option>/);
    expect(line(put, 'patient')).toMatch(/Cliëntcode X voorstel: klopt dit\?/);
    const words = wordsOf(html);
    expect(words).toContain('19 van de 19 herkend');
    expect(words).toMatch(/Kolommen die nergens voor worden gelezen[^:]*: Cliëntcode X, Groep, meetdatum\./);
    // Two columns claim the date: the first alias wins, and that is said.
    expect(line(html, 'date')).toMatch(/datum aan een bekende/);
    expect(words).toMatch(/meetdatum[^.]*date|date[^.]*meetdatum/);
    expect(wordsOf(await app.text(`${await uploaded(csv())}/columns?lang=en`))).toContain(
      'by a known other name',
    );
  });

  test('sent back as it is gives the same data under a new address; the old one leads there', async () => {
    const first = await uploaded(csv(), 'a.csv', { name: 'Kwartaal 1' });
    const before = wordsOf(await app.text(`${first}/cases`));
    const second = await send(`${first}/columns`, await formOf(`${first}/columns`));
    expect(second).not.toBe(first);
    expect(wordsOf(await app.text(`${second}/cases`))).toBe(before);
    expect(app.services.dataSets().map(({ name }) => name)).toEqual(['Kwartaal 1']);
    expect((await app.get(first)).headers.get('location')).toBe(second);
    expect((await app.get(`${first}/columns`)).headers.get('location')).toBe(second);
    expect(await readdir(join(app.folder, 'uploads'))).toEqual([`${second.split('/').at(-1)}.part`]);
    expect(await app.services.engine.all('select * from column_choice')).toEqual([]);
  });

  test('corrects without sending again: other column, no column', async () => {
    const first = await uploaded(csv());
    expect(wordsOf(await app.text(`${first}/clusters`))).toMatch(/Met advies 0/);
    const second = await correct(first, {
      patient: 'Cliëntcode X',
      supercluster: 'Groep',
      date: 'meetdatum',
      team: undefined,
    });
    const words = wordsOf(await app.text(second));
    expect(words).toContain('Cliëntcode X patiënt patient');
    expect(words).toContain('meetdatum datum van de score date');
    expect(words).not.toContain('afdeling team');
    expect(words).toMatch(/Periode 10 mrt 2024/);
    expect(wordsOf(await app.text(`${second}/clusters`))).toMatch(/Met advies [1-9]/);
    const html = await app.text(`${second}/columns`);
    expect(line(html, 'date')).toMatch(/meetdatum door u aangewezen/);
    expect(line(html, 'team')).toMatch(/\(niet lezen\) door u aangewezen/);
  });

  test('a choice that cannot be read says why; the data and the file are still there', async () => {
    const first = await uploaded(csv());
    const refused = await correct(first, { hv01: 'Cliëntcode X' });
    const response = await app.get(refused);
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain(`href="${first}/columns"`);
    expect(wordsOf(html)).toContain('Het bestand zelf staat er nog');
    expect(app.services.dataSets()).toHaveLength(1);
    await app.text(`${first}/clusters`);
    const again = await correct(first, { hv01: 'hv01', supercluster: 'Groep' });
    expect(wordsOf(await app.text(again))).toContain('Alle 30 rijen zijn bruikbaar');
    expect(app.services.dataSets()).toHaveLength(1);
    // A choice that was refused is not remembered.
    const kept = await app.services.engine.all('select canonical from column_choice');
    expect(kept).toEqual([{ canonical: 'supercluster' }]);
  });

  test('cures a file that was refused for want of a column', async () => {
    const header = HEADER.map((name) => name.replace('hv', 'score '));
    const first = await uploaded(csv(header));
    expect((await app.get(first)).status).toBe(400);
    const choices = Object.fromEntries(ITEMS.map((name) => [name, name.replace('hv', 'score ')]));
    const second = await correct(first, { ...choices, supercluster: 'Groep' }, {}, header);
    expect(wordsOf(await app.text(second))).toContain('Alle 30 rijen zijn bruikbaar');
    const third = await uploaded(csv(header));
    expect(wordsOf(await app.text(third))).toContain('Alle 30 rijen zijn bruikbaar');
    expect(line(await app.text(`${third}/columns`), 'hv07')).toMatch(/score 07 onthouden/);
  });

  test('lets choose the sheet of a workbook', async () => {
    const book = workbookOf([
      {
        name: 'Toelichting',
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      { name: 'Trajecten', rows: [HEADER, ...rows()] },
    ]);
    const first = await uploaded(book, 'export.xlsx');
    expect((await app.get(first)).status).toBe(400);
    const choose = wordsOf(await app.text(`${first}/columns`));
    expect(choose).toContain('Kies het tabblad met één rij per zorgtraject');
    expect(choose).toContain('Toelichting Trajecten');
    expect(choose).not.toContain('Onze kolom');
    const shown = `${first}/columns?sheet=Trajecten`;
    expect(line(await app.text(shown), 'team')).toMatch(/afdeling/);
    const fields = await formOf(shown);
    fields.set('column-supercluster', String(HEADER.indexOf('Groep')));
    const second = await send(`${first}/columns`, fields);
    expect(wordsOf(await app.text(second))).toContain('Alle 30 rijen zijn bruikbaar');
    // A sheet that is not there is as if none was named.
    await app.text(`${second}/columns?sheet=Nergens`);
  });
});

describe('what is remembered', () => {
  test('applies to the next file, also that a column is not to be read, and can be undone', async () => {
    await correct(await uploaded(csv()), { supercluster: 'Groep', team: undefined });
    const next = await uploaded(csv(), 'b.csv');
    const html = await app.text(`${next}/columns`);
    expect(line(html, 'supercluster')).toMatch(/Groep onthouden van een eerder bestand/);
    expect(line(html, 'team')).toMatch(/\(niet lezen\) onthouden/);
    const undone = await correct(next, { supercluster: undefined, team: 'afdeling' });
    expect(wordsOf(await app.text(undone))).toContain('afdeling team');
    const last = wordsOf(await app.text(await uploaded(csv(), 'c.csv')));
    expect(last).toContain('afdeling team');
    expect(last).not.toContain('Groep supercluster');
  });

  test('is kept apart per institution; what holds for every file holds for each', async () => {
    await correct(await uploaded(csv()), { patient: 'Cliëntcode X' });
    await correct(await uploaded(csv()), { supercluster: 'Groep' }, { institution: 'GGZ Noord' });
    const read = async (institution: string) =>
      wordsOf(await app.text(await uploaded(csv(), 'x.csv', { institution })));
    expect(await read('GGZ Noord')).toMatch(/Cliëntcode X patiënt patient Groep hoofdgroep supercluster/);
    const other = await read('GGZ Zuid');
    expect(other).toContain('Cliëntcode X patiënt patient');
    expect(other).not.toContain('Groep supercluster');
    expect(await app.text(`${await uploaded(csv())}/columns`)).toContain('<option value="GGZ Noord">');
  });

  test('does not override a column that a later file names itself', async () => {
    await correct(await uploaded(csv()), { supercluster: 'Groep' });
    const header = HEADER.map((name) => (name === 'afdeling' ? 'supercluster' : name));
    const lines = rows().map((cells) => cells.map((cell, at) => (at === 4 ? 'X' : cell)));
    const html = await app.text(`${await uploaded(csv(header, lines))}/columns`);
    expect(line(html, 'supercluster')).toMatch(/supercluster aan de naam/);
  });

  test('from before it was kept per institution is still known', async () => {
    const engine = await openEngine(':memory:');
    await migrate(engine, MIGRATIONS.slice(0, 1));
    await engine.transaction((t) =>
      t.run("insert into mapping values ('Groep', 'supercluster', '2026-01-01')"),
    );
    await migrate(engine, MIGRATIONS);
    expect(await engine.all('select institution, canonical, header, used from column_choice')).toEqual([
      { institution: '', canonical: 'supercluster', header: 'Groep', used: true },
    ]);
    await engine.close();
  });
});

describe('the kept file', () => {
  test('is not shown where it names people, and is gone with the data set; only a few are kept', async () => {
    const named = await uploaded(csv().replaceAll('team 1', 'j.jansen@voorbeeld.nl'));
    expect((await app.get(named)).status).toBe(400);
    await app.text(`${named}/columns`, 404);
    await app.post(`${named}/discard`);
    expect(await readdir(join(app.folder, 'uploads'))).toEqual([]);
    const addresses = [];
    for (const name of ['a.csv', 'b.csv', 'c.csv', 'd.csv']) addresses.push(await uploaded(csv(), name));
    expect(await readdir(join(app.folder, 'uploads'))).toHaveLength(3);
    await app.text(`${addresses[0]}/columns`, 404);
    expect(await app.text(addresses[0]!)).not.toContain('Kolommen en keuzes aanpassen');
    await app.post(`${addresses[3]}/delete`);
    expect(await readdir(join(app.folder, 'uploads'))).toHaveLength(2);
  });

  test('headers with markup are shown as text', async () => {
    const header = HEADER.map((name) => (name === 'Groep' ? '<img src=x onerror=alert(1)>' : name));
    const html = await app.text(`${await uploaded(csv(header))}/columns`);
    expect(html).not.toContain('<img');
    const second = await correct(
      app.services.dataSets()[0]!.id.replace(/^/, '/data/'),
      { supercluster: header[1]! },
      {},
      header,
    );
    expect(await app.text(second)).toContain('&lt;img');
  });
});
