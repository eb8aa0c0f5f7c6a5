/** A file that cannot be typed says why and what to do: in its report, on the overview, and instead of empty figures. */

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openApp, type TestApp } from './open-app.ts';

const ITEMS = Array.from({ length: 12 }, (_, at) => `item ${at + 1}`);
const FILE = [
  ['Nummer', 'Vestiging', ...ITEMS].join(';'),
  ...Array.from({ length: 12 }, (_, row) =>
    [`p${row}`, 'Noord', ...ITEMS.map((_, at) => (row + at) % 5)].join(';'),
  ),
].join('\n');

let app: TestApp;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.close());

test('what is lacking is named, and the way to point it out is there', async () => {
  const address = (await app.upload(FILE, 'export.csv')).headers.get('location')!;
  const report = await app.text(address);
  expect(report).toContain('Wat dit bestand nog niet beantwoordt');
  expect(report).toContain('Geen kolom met de hoofdgroep');
  expect(report).toContain('Van de 19 HoNOS+-vragen zijn er 12 herkend');
  expect(report).toContain('Geen kolom met het patiëntnummer');
  expect(report).toContain(`href="${address}/columns"`);
  expect(report).toMatch(/locatie <code>site<\/code>/);

  const clusters = await app.text(`${address}/clusters`);
  expect(clusters).toContain('Geen enkel traject kreeg een advies');
  expect(clusters).toMatch(/Geen hoofdgroep<\/dt><dd>12</);
  expect(clusters).not.toContain('<svg role="img"');
  expect(clusters).not.toContain('figure-clusters');
  expect(clusters).not.toContain('Deze kolom staat niet in het bestand');

  expect(await app.text('/')).toContain(`href="${address}">Naar de controle van het bestand`);
});

test('in English too', async () => {
  const address = (await app.upload(FILE, 'export.csv')).headers.get('location')!;
  const report = await app.text(`${address}?lang=en`);
  expect(report).toContain('What this file does not answer yet');
});

test('a cluster that does not exist has no cases, also where some have no advice', async () => {
  const address = (await app.upload(FILE, 'export.csv')).headers.get('location')!;
  expect(await app.text(`${address}/cases`)).toContain('12 van de 12 trajecten');
  expect(await app.text(`${address}/cases?cluster=ZZ`)).toContain('0 van de 12 trajecten');
});

test('a file with everything has no such section', async () => {
  const full = await openApp({ members: 3, episodes: 300 });
  expect(await full.text('/data/demo')).not.toContain('Wat dit bestand nog niet');
  expect(await full.text('/data/demo/clusters')).toContain('figure-clusters');
  await full.close();
});
