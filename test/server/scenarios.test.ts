/** Scenarios as things: saved, copied, renamed, removed, taken along, read in; and what is saved runs on the command line. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idFrom } from '../../server/scenarios.ts';
import { type SimulationOutcome, shownDifferenceCents } from '../../src/index.ts';
import { exampleFile } from '../browser/example-file.ts';
import { runHere } from '../support/run-here.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

let app: TestApp;
let address: string;
let cases: string;
beforeAll(async () => {
  app = await openApp();
  cases = await exampleFile({ members: 3, episodes: 900 });
  address = (await app.upload(cases)).headers.get('location')!;
});
afterAll(() => app.close());

async function send(path: string, fields: Record<string, string>): Promise<Response> {
  return await app.app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
    body: new URLSearchParams(fields).toString(),
  });
}

async function seenOf(id: string): Promise<string> {
  return /name="seen" value="([0-9a-f]+)"/.exec(await app.text(`/scenarios/${id}`))![1]!;
}

const stored = async (id: string) =>
  JSON.parse(await readFile(join(app.folder, 'scenarios', `${id}.json`), 'utf8')) as Record<string, unknown>;

const SAVE = 'simulation/save?scenario=demo-day-prices&typing=chosen&c0=12345.5&c1=60000';

describe('saving what stands on the page', () => {
  test('the page says what will be kept', async () => {
    const words = wordsOf(await app.text(`${address}/${SAVE}`));
    expect(words).toContain('Prijzen die u hebt aangepast 2');
    expect(words).toContain('ZT01, per dag: 4,83 → 123,46');
    expect(words).not.toContain('Over Voorbeeld');
  });

  test('gives a scenario and a list of its own that run unchanged on the command line', async () => {
    const response = await send(`${address}/${SAVE}`, { how: 'new', title: 'Eigen voorstel 2027!' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(
      `${address}/simulation?scenario=eigen-voorstel-2027&saved=1`,
    );
    const page = await app.text(response.headers.get('location')!);
    expect(wordsOf(page)).toContain('Bewaard als Eigen voorstel 2027! (eigen-voorstel-2027).');
    expect(await stored('eigen-voorstel-2027')).toMatchObject({
      id: 'eigen-voorstel-2027',
      typing: 'chosen',
      prices: { list: 'eigen-voorstel-2027' },
    });
    const difference = /id="difference">([^<]+)</.exec(page)![1]!;
    const before = await app.text(`${address}/${SAVE.replace('/save', '')}`);
    expect(/id="difference">([^<]+)</.exec(before)![1]).toBe(difference);
    const file = join(app.folder, 'export.csv');
    await writeFile(file, cases);
    const cli = await runHere(app.folder, ['simulate', file, '--scenario', 'eigen-voorstel-2027', '--json']);
    expect(cli.status, cli.stderr).toBe(0);
    const { total } = JSON.parse(cli.stdout) as SimulationOutcome;
    const whole = Math.abs(Math.round(shownDifferenceCents(total) / 100)).toLocaleString('nl-NL');
    expect(difference).toContain(whole);
  });

  test('over one of one’s own: only as it was seen', async () => {
    const id = 'eigen-voorstel-2027';
    const path = `${address}/simulation/save?scenario=${id}&c0=1000`;
    const seen = await seenOf(id);
    expect((await send(path, { how: 'over', seen, title: '' })).status).toBe(303);
    expect((await stored(id)).title).toBe('Eigen voorstel 2027!');
    const late = await send(path, { how: 'over', seen, title: 'Te laat' });
    expect(late.status).toBe(400);
    const page = await late.text();
    expect(wordsOf(page)).toContain('veranderd of verwijderd sinds deze pagina');
    expect(page).toContain('value="Te laat"');
    // The page still holds what it saw: sent again it overwrites nothing either.
    expect(page).toContain(`name="seen" value="${seen}"`);
  });

  test.each([
    ['zonder titel', { how: 'new', title: ' ' }, 'Geef het scenario een titel'],
    ['over een meegeleverd scenario', { how: 'over', seen: 'x', title: '' }, 'staat niet in de gegevensmap'],
  ])('%s: geweigerd, met wat er stond', async (_, fields, sentence) => {
    const response = await send(`${address}/${SAVE}`, fields);
    expect(response.status).toBe(400);
    expect(wordsOf(await response.text())).toContain(sentence);
  });

  test('sent twice it is one scenario; another of the same name is a second', async () => {
    const [first, second] = [
      await send(`${address}/${SAVE}`, { how: 'new', title: 'Dubbel' }),
      await send(`${address}/${SAVE}`, { how: 'new', title: 'Dubbel' }),
    ];
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    const other = await send(`${address}/${SAVE}&c2=77`, { how: 'new', title: 'Dubbel' });
    expect(other.headers.get('location')).toContain('scenario=dubbel-2');
  });

  test('this scenario at its list as the baseline becomes the scenario itself', async () => {
    await send(`${address}/${SAVE}&baseline=list`, { how: 'new', title: 'Tegen de lijst' });
    expect((await stored('tegen-de-lijst')).baseline).toBe('demo-day-prices');
  });

  test('a button of the form leads there with what was typed', async () => {
    const response = await app.get(
      `${address}/simulation?shown=demo-day-prices&scenario=demo-day-prices&p0=7&go=save`,
    );
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(/\/simulation\/save\?scenario=demo-day-prices.*c0=700$/);
  });
});

test.each([
  ['Één voorstel, 2027!', 'een-voorstel-2027'],
  ['???', 'scenario'],
  ['../../etc/passwd', 'etc-passwd'],
  ['x'.repeat(100), 'x'.repeat(48)],
])('the title %s is called %s', (title, id) => expect(idFrom(title)).toBe(id));

describe('a scenario as a thing', () => {
  test('is copied with its list, renamed, and removed after a question', async () => {
    const copied = await send('/scenarios/eigen-voorstel-2027/copy', { title: 'Kopie' });
    expect(copied.headers.get('location')).toBe('/scenarios/kopie?saved=1');
    expect((await stored('kopie')).prices).toEqual({ list: 'kopie' });
    const renamed = await send('/scenarios/kopie/rename', {
      title: 'Andere titel',
      seen: await seenOf('kopie'),
    });
    expect(renamed.status).toBe(303);
    expect(wordsOf(await app.text('/scenarios/kopie'))).toContain('Andere titel');
    expect(wordsOf(await app.text('/scenarios/kopie/remove'))).toContain('Andere titel verwijderen?');
    const removed = await send('/scenarios/kopie/remove', {});
    expect(wordsOf(await app.text(removed.headers.get('location')!))).toContain(
      'Andere titel is verwijderd.',
    );
    expect((await app.get('/scenarios/kopie')).status).toBe(404);
    expect((await send('/scenarios/kopie/remove', {})).status).toBe(303);
  });

  test('that is another’s baseline stays', async () => {
    await send(`${address}/simulation/save?scenario=demo-day-prices&baseline=eigen-voorstel-2027`, {
      how: 'new',
      title: 'Erop',
    });
    const refused = await send('/scenarios/eigen-voorstel-2027/remove', {});
    expect(refused.status).toBe(400);
    expect(wordsOf(await refused.text())).toContain('uitgangspunt of de prijslijst van: erop');
  });

  test('a shipped one can be looked at and copied, not removed', async () => {
    const page = wordsOf(await app.text('/scenarios/example-transition'));
    expect(page).toContain('overgang van oud budget');
    expect(page).toContain('Kopie maken');
    expect(page).not.toContain('Verwijderen');
    expect((await app.get('/scenarios/example-transition/remove')).status).toBe(404);
  });

  test('one whose file is faulty says why, and can be removed', async () => {
    await writeFile(join(app.folder, 'scenarios', 'kapot.json'), '{"id":"kapot","prijzen":1}');
    expect(wordsOf(await app.text('/scenarios/kapot'))).toContain('prijzen');
    expect((await send('/scenarios/kapot/copy', { title: 'x' })).status).toBe(400);
    expect((await send('/scenarios/kapot/remove', {})).status).toBe(303);
  });
});

describe('taken along and read in', () => {
  async function sendFiles(
    files: Record<string, [name: string, text: string]>,
    title = '',
  ): Promise<Response> {
    const form = new FormData();
    form.set('title', title);
    for (const [box, [name, text]] of Object.entries(files)) form.set(box, new File([text], name));
    return await app.app.request(`${ORIGIN}/scenarios`, {
      method: 'POST',
      body: form,
      headers: { origin: ORIGIN },
    });
  }

  test('the files taken out, read in again, are the same scenario', async () => {
    const scenario = await app.text('/scenarios/eigen-voorstel-2027/scenario.json');
    const prices = await app.text('/scenarios/eigen-voorstel-2027/prices.csv');
    const response = await sendFiles({ scenario: ['s.json', scenario], prices: ['p.csv', prices] }, 'Terug');
    expect(response.headers.get('location')).toBe('/scenarios/eigen-voorstel-2027-2?saved=1');
    expect(await app.text('/scenarios/eigen-voorstel-2027-2/prices.csv')).toBe(prices);
    expect(await stored('eigen-voorstel-2027-2')).toMatchObject({ title: 'Terug', typing: 'chosen' });
  });

  test('a price list alone becomes a scenario against current revenue', async () => {
    const response = await sendFiles({
      prices: ['Lijst 2028.csv', 'cluster;unit;amount\nZT01;day;1.234,50\n'],
    });
    expect(response.headers.get('location')).toBe('/scenarios/lijst-2028?saved=1');
    expect(await app.text('/scenarios/lijst-2028/prices.csv')).toContain('ZT01,day,,,,,1234.5,,');
  });

  test.each<[string, Record<string, [string, string]>, string]>([
    ['nothing', {}, 'geen bestand gekozen'],
    ['no JSON', { scenario: ['a.json', '{'] }, 'a.json'],
    ['an unknown list', { scenario: ['a.json', '{"id":"a","prices":{"list":"nergens"}}'] }, 'nergens'],
    ['a path', { scenario: ['a.json', '{"id":"a","prices":{"list":"../../x.csv"}}'] }, 'geen pad'],
    ['a faulty list', { prices: ['a.csv', 'cluster;unit;amount\nZT01;uur;5\n'] }, 'uur'],
  ])('%s: refused with its sentence', async (_, files, sentence) => {
    const before = await app.text('/scenarios');
    const response = await sendFiles(files);
    expect(response.status).toBe(400);
    expect(wordsOf(await response.text())).toContain(sentence);
    expect(await app.text('/scenarios')).toBe(before);
  });
});

describe('side by side', () => {
  const path = () => `${address}/simulation/compare`;

  test('asks for two, then shows each with baseline, scenario, difference and interval', async () => {
    expect(wordsOf(await app.text(path()))).toContain('Kies ten minste twee');
    const words = wordsOf(await app.text(`${path()}?s=demo-day-prices&s=eigen-voorstel-2027`));
    expect(words).toContain('Verschil per cluster');
    expect(words).toContain('Eigen voorstel 2027!');
    expect(words).toMatch(/Interval|Ondergrens|laag/i);
  });

  test('says what in the address it does not know', async () => {
    const words = wordsOf(await app.text(`${path()}?s=demo-day-prices&s=weg-ermee&s=%3Cb%3E`));
    expect(words).toContain('Het adres noemt ‘weg-ermee’, ‘<b>’, en dat is hier geen scenario (meer)');
    expect(words).toContain('Kies ten minste twee');
    expect(wordsOf(await app.text(path()))).not.toContain('Het adres noemt');
  });

  test('the scenario at hand with its changed prices is a choice', async () => {
    const html = await app.text(`${path()}?scenario=demo-day-prices&c0=99900&s=now&s=demo-day-prices`);
    expect(html).toContain('value="now" checked');
  });

  test('one that cannot be computed does not take the others down', async () => {
    const small = await app.upload(
      'patient,chosen_cluster,start,end\np1,ZT01,2025-01-01,2025-02-01\n',
      'klein.csv',
    );
    const words = wordsOf(
      await app.text(
        `${small.headers.get('location')}/simulation/compare?s=demo-day-prices&s=tegen-de-lijst`,
      ),
    );
    expect(words).toContain('is niet te berekenen');
  });
});

test('everything saved, removed or taken out is in the audit trail', async () => {
  const rows = await app.services.engine.all("select detail from audit where action = 'scenario'");
  const kinds = new Set(rows.map(({ detail }) => (JSON.parse(String(detail)) as { what: string }).what));
  expect([...kinds].sort()).toEqual([
    'copy',
    'export',
    'export-prices',
    'import',
    'remove',
    'rename',
    'save',
  ]);
});
