/** A file that names people: refused, held for one decision, read without the identities, and gone. */

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHeldUploads } from '../../server/held-uploads.ts';
import { openHome } from '../../server/store/home.ts';
import { runHere } from '../support/run-here.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

const NAME = 'Zwaluwenberg';
const FILE = [
  'patient;Achternaam;geboortedatum;mail;hoofdgroep;datum;hv01;hv02',
  ...Array.from(
    { length: 12 },
    (_, at) =>
      `P${at};${NAME}${at};13-01-19${70 + at};p${at}@example.org;X;14-01-2024;${at % 5};${(at * 3) % 5}`,
  ),
].join('\n');

let app: TestApp;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.close());

const addressOf = (response: Response): string => response.headers.get('location')!;
const uploads = (): string[] => readdirSync(join(app.folder, 'uploads'));

async function press(address: string): Promise<string> {
  const response = await app.post(address);
  expect(response.status).toBe(303);
  await app.services.jobs.idle();
  return addressOf(response);
}

/** Every file of the data folder, as one text. */
function everything(folder = app.folder): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? everything(path) : readFileSync(path, 'latin1');
    })
    .join('\n');
}

describe('a file that names people', () => {
  test('is refused; the page says which columns and what would become of them', async () => {
    const address = addressOf(await app.upload(FILE, 'export.csv'));
    const html = await app.text(address, 400);
    const words = wordsOf(html);
    expect(words).toContain('Kolom Achternaam bevat persoonsgegevens');
    expect(words).toContain('Achternaam vervalt.');
    expect(words).toContain('geboortedatum wordt een leeftijd in hele jaren.');
    expect(words).toContain('mail vervalt.');
    expect(words).not.toContain('--pseudonymise-with');
    expect(html).not.toContain(NAME);
    expect(wordsOf(await app.text(`${address}?lang=en`, 400))).toContain('Achternaam is dropped.');
    expect(app.log.join('\n')).not.toContain(NAME);
  });

  test('is read without them at one button, with a key that stays; nothing of them is left', async () => {
    const refused = addressOf(await app.upload(FILE, 'export.csv', { retention: 'month1' }));
    const address = await press(`${refused}/pseudonymise`);
    expect(address).not.toBe(refused);
    const words = wordsOf(await app.text(address));
    expect(words).toContain('Alle 12 rijen zijn bruikbaar.');
    expect(words).toContain('Kolom Achternaam is weggelaten');
    expect(words).toContain('Gepseudonimiseerd ja, met de sleutel in de gegevensmap');
    expect(uploads()).toEqual([]);
    const key = join(app.folder, 'keys', 'pseudonyms.key');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(everything()).not.toContain(NAME);
    // The same key as a file gives the same pseudonyms on the command line.
    const output = join(app.folder, 'rows.csv');
    const cases = join(app.folder, 'cases.csv');
    writeFileSync(cases, FILE);
    await runHere(app.folder, ['score', cases, '--pseudonymise-with', key, '-o', output]);
    const pseudonym = readFileSync(output, 'utf8').split('\n')[1]!.split(',')[0]!;
    expect(pseudonym).toMatch(/^[0-9a-f]{64}$/);
    expect(await app.text(`${address}/cases`)).toContain(pseudonym);
    // A second time there is nothing left to read.
    expect(await press(`${refused}/pseudonymise`)).toBe(refused);
    expect(wordsOf(await app.text(refused, 400))).not.toContain('Pseudonimiseren en doorgaan');
  });

  test('can be thrown away at once', async () => {
    const refused = addressOf(await app.upload(FILE));
    expect(uploads()).toHaveLength(1);
    expect(await press(`${refused}/discard`)).toBe('/data');
    expect(uploads()).toEqual([]);
    await app.text(refused, 404);
  });

  test('chosen beforehand: read at once, and not kept', async () => {
    const address = addressOf(await app.upload(FILE, 'export.csv', { pseudonymise: '1' }));
    const words = wordsOf(await app.text(address));
    expect(words).toContain('Alle 12 rijen zijn bruikbaar.');
    expect(words).not.toContain('Kolommen en keuzes aanpassen');
    expect(words).toContain('meteen na het pseudonimiseren gewist');
    expect(uploads()).toEqual([]);
  });

  test('another site cannot press the button', async () => {
    const refused = addressOf(await app.upload(FILE));
    const response = await app.app.request(`${ORIGIN}${refused}/pseudonymise`, {
      method: 'POST',
      headers: { origin: 'https://elders.example' },
    });
    expect(response.status).toBe(403);
    expect(app.services.held.has(refused.split('/').at(-1)!)).toBe(true);
  });
});

test('a file on hold goes when its time is up, and when the server stops', async () => {
  const home = await openHome(app.folder);
  const held = createHeldUploads(home, 30);
  const upload = { fileName: 'a.csv', name: 'a', options: { map: {} }, deleteOn: '' };
  for (const id of ['first', 'second']) {
    writeFileSync(home.uploadFile(id), NAME);
    held.hold(id, upload);
  }
  expect(held.take('second')).toMatchObject({ fileName: 'a.csv', path: home.uploadFile('second') });
  expect(held.has('second')).toBe(false);
  await vi.waitFor(() => expect(existsSync(home.uploadFile('first'))).toBe(false));
  expect(held.has('first')).toBe(false);
  held.hold('second', upload);
  await held.close();
  expect(existsSync(home.uploadFile('second'))).toBe(false);
});
