/** Official tables by upload: mapping, faults, storing; data typed under an older choice, and typed again. */

import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  bytesSource,
  importRuleFiles,
  listRuleSets,
  loadRuleSet,
  type RuleSet,
  readRuleFiles,
  readSchemeDefaults,
  saveRuleSet,
} from '../../src/index.ts';
import { casesCsv, officialTables } from '../support/official-tables.ts';
import { officialSheets, officialWorkbook, TABS } from '../support/official-workbook.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

const tables = officialTables();
let app: TestApp;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.close());

/** Sends the form of the accountability page; boxes that are not named are left empty, as a browser does. */
async function send(files: Record<string, string | Uint8Array>): Promise<Response> {
  const form = new FormData();
  for (const box of ['workbook', 'redRules', 'coefficients', 'constants', 'superclusters']) {
    const content = files[box];
    form.set(box, content === undefined ? new File([], '') : new File([Buffer.from(content)], `${box}.dat`));
  }
  const request = { method: 'POST', body: form, headers: { origin: ORIGIN } };
  return await app.app.request(`${ORIGIN}/method/rules`, request);
}

async function choose(address: string, fields: Record<string, string>): Promise<Response> {
  return await app.app.request(`${ORIGIN}${address}`, {
    method: 'POST',
    body: new URLSearchParams({ status: 'official', ...fields }),
    headers: { origin: ORIGIN },
  });
}

const BOOK = { workbook: officialWorkbook(), redRules: tables.redRules };
/** Asked for nothing, from the page with the boxes. */
async function sendNothing(): Promise<Response> {
  const request = {
    method: 'POST',
    body: new FormData(),
    headers: { origin: ORIGIN, referer: `${ORIGIN}/method?x=1` },
  };
  return await app.app.request(`${ORIGIN}/method/rules`, request);
}

const addressOf = (response: Response): string => response.headers.get('location')!;

async function uploadCases(): Promise<string> {
  const response = await app.upload(casesCsv(tables.cases), 'trajecten.csv');
  return addressOf(response);
}

async function store(fields: Record<string, string>): Promise<void> {
  const response = await choose(addressOf(await send(BOOK)), fields);
  expect(response.status).toBe(303);
}

describe('the official tables by upload', () => {
  test('where nothing was chosen, the way leads back to the boxes', async () => {
    const answer = await sendNothing();
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(wordsOf(html)).toContain('Kies de werkmap');
    expect(html).toContain('href="/method?x=1">Terug naar de pagina');
  });

  test('are shown with their mapping, then stored where the command line finds them', async () => {
    const sent = await send(BOOK);
    expect(sent.status).toBe(303);
    const address = addressOf(sent);
    const words = wordsOf(await app.text(address));
    expect(words).toContain('Coëfficiënten, 1.900 rijen, uit workbook.dat [ZVT coëfficiënt]');
    expect(words).toMatch(/honosvraag_code vraag ernst ernst zvt_code zorgvraagtype/);
    expect(words).toContain('Rode regels 260');
    expect(words).toContain('Tegenover zvt-illustrative, dat nu geldt');
    expect(words).toContain('Na het bewaren ziet u welke');
    expect(words).toContain('Geen hoofdgroepen gegeven: typen 1-8');
    expect(await readdir(join(app.folder, 'uploads'))).toEqual([]);
    expect(await listRuleSets([join(app.folder, 'rules')])).toEqual([]);

    const stored = await choose(address, {
      id: 'zvt-2026',
      source: 'willekeurige getallen',
      validFrom: '2026-01-01',
    });
    expect(addressOf(stored)).toBe('/method?stored=zvt-2026');
    const page = wordsOf(await app.text('/method?stored=zvt-2026'));
    expect(page).toContain('zvt-2026 is bewaard.');
    expect(page).toContain('Wat verandert er ten opzichte van zvt-illustrative?');
    expect(page).toMatch(/zvt-2026 zvt-2026 officieel 20 1 jan 2026 willekeurige getallen/);
    const { value } = await loadRuleSet(join(app.folder, 'rules', 'zvt-2026'));
    expect(value).toMatchObject({
      status: 'official',
      validFrom: '2026-01-01',
      source: 'willekeurige getallen',
    });
    expect((await stat(join(app.folder, 'rules', 'zvt-2026'))).mode & 0o077).toBe(0);
    const listed = execFileSync(process.execPath, ['dist/src/cli/main.js', 'rules', 'list', '--json'], {
      env: { ...process.env, ZORGCLUSTER_HOME: app.folder },
      encoding: 'utf8',
    });
    expect(JSON.parse(listed).ruleSets.map((set: RuleSet) => set.id)).toEqual([
      'zvt-2026',
      'zvt-illustrative',
    ]);
    // What is stored is no longer waiting.
    await app.text(address, 404);
  });

  test('may be the three tables, and speak English', async () => {
    const { coefficients, constants, redRules } = tables;
    const address = addressOf(await send({ coefficients, constants, redRules }));
    const words = wordsOf(await app.text(`${address}?lang=en`));
    expect(words).toContain('Coefficients, 1,900 rows, from coefficients.dat');
    expect(words).toContain('Is what stands below right?');
  });

  test('with faults are refused with every fault, and cannot be stored', async () => {
    const broken = tables.coefficients
      .replace(/^HV01;0;.*ZT01;.*$/m, 'HV01;0;1;ZT01;x')
      .replace(/^(HV02;1;.*)$/m, '$1\r\n$1');
    const address = addressOf(
      await send({ coefficients: broken, constants: tables.constants.replace(/^ZT05.*\r\n/m, '') }),
    );
    const response = await app.get(address);
    expect(response.status).toBe(400);
    const words = wordsOf(await response.text());
    expect(words).toContain('Deze tabellen kunnen zo niet');
    expect(words).toContain('bevat geen eindig getal');
    expect(words).toContain('komt meer dan eens voor');
    expect(words).toContain('zonder constante: ZT05');
    expect(words).not.toContain('Regelset bewaren');
    expect((await choose(address, { id: 'zvt-2026' })).status).toBe(400);
    expect(await listRuleSets([join(app.folder, 'rules')])).toEqual([]);
  });

  test.each([
    ['nothing chosen', {}, 'Kies de werkmap'],
    ['only the constants', { constants: tables.constants }, 'Kies de werkmap'],
  ])('%s: said at once', async (_, files, says) => {
    const response = await send(files);
    expect(response.status).toBe(400);
    expect(wordsOf(await response.text())).toContain(says);
  });

  test('a workbook without constants, a damaged one: said on their page', async () => {
    const { [TABS.constants]: _, ...others } = officialSheets();
    for (const [workbook, says] of [
      [officialWorkbook(others), 'geen tabblad met constante'],
      [officialWorkbook().subarray(0, 900), 'beschadigd'],
    ] as const) {
      const response = await app.get(addressOf(await send({ workbook })));
      expect(response.status).toBe(400);
      expect(wordsOf(await response.text())).toContain(says);
    }
  });

  test('a name that cannot be, is taken, or is shipped: the form comes back as it was filled in', async () => {
    await store({ id: 'zvt-2026' });
    const address = addressOf(await send({ ...BOOK, workbook: officialWorkbook(officialSheets(7)) }));
    for (const [fields, says] of [
      [{ id: 'Met Spaties' }, 'bestaat uit letters'],
      [{ id: 'zvt-illustrative' }, 'meegeleverde'],
      [{ id: 'zvt-2026' }, 'al een andere regelset'],
      [{ id: 'zvt-2027', validFrom: '2026-02-30' }, 'geen datum'],
    ] as const) {
      const response = await choose(address, { ...fields, source: 'mijn <bron>' });
      expect(response.status).toBe(400);
      const html = await response.text();
      expect(wordsOf(html)).toContain(says);
      expect(html).toContain('value="mijn &lt;bron&gt;"');
    }
    expect((await choose(address, { id: 'zvt-2026', replace: '1' })).status).toBe(303);
  });

  test('a form of another site stores nothing', async () => {
    const address = addressOf(await send(BOOK));
    const response = await app.app.request(`${ORIGIN}${address}`, {
      method: 'POST',
      body: new URLSearchParams({ id: 'zvt-2026' }),
      headers: { origin: 'https://elders.example' },
    });
    expect(response.status).toBe(403);
  });
});

describe('data typed under an older choice', () => {
  const noteOf = (html: string): boolean => wordsOf(html).includes('Nu geldt zvt-2026.');

  test('say so on every page, keep their figures, and are typed again by one button', async () => {
    const address = await uploadCases();
    const before = wordsOf(await app.text(`${address}/clusters`));
    await store({ id: 'zvt-2026' });
    for (const page of [
      address,
      `${address}/clusters`,
      `${address}/cases`,
      '/method',
      `/?data=${address.split('/').at(-1)}`,
    ]) {
      expect(noteOf(await app.text(page)), page).toBe(true);
    }
    expect(wordsOf(await app.text('/data'))).toContain('oudere regelset');
    // The figures are those they were: same numbers, with a note above.
    const kept = wordsOf(await app.text(`${address}/clusters`));
    expect(kept.match(/Met advies [\d.]+/)![0]).toBe(before.match(/Met advies [\d.]+/)![0]);
    expect(kept).toContain('zvt-illustrative');

    const typed = await app.app.request(`${ORIGIN}${address}/score`, {
      method: 'POST',
      body: new URLSearchParams({ back: `${address}/clusters` }),
      headers: { origin: ORIGIN },
    });
    expect([typed.status, addressOf(typed)]).toEqual([303, `${address}/clusters`]);
    const after = wordsOf(await app.text(`${address}/clusters`));
    expect(noteOf(after)).toBe(false);
    expect(after).toContain('Met advies 1.833');
    expect(wordsOf(await app.text(address))).toContain('Regelset zvt-2026');
    // As if it had just been loaded.
    const again = await uploadCases();
    const figures = (text: string) => text.match(/Met advies.{300}/)![0];
    expect(figures(wordsOf(await app.text(`${again}/clusters`)))).toBe(figures(after));
    const trail = await app.services.engine.all(
      "select action from audit where action <> 'view' order by number",
    );
    expect(trail.map((row) => row.action)).toEqual(['import', 'rules', 'score', 'import']);
  });

  test('an import by the command line is seen by the server at its next page', async () => {
    const address = await uploadCases();
    const open = { workbook: () => bytesSource('b.xlsx', officialWorkbook()) };
    const { value: files } = await readRuleFiles(open);
    const options = { id: 'zvt-2026', status: 'official', source: 'test' } as const;
    const { value } = importRuleFiles(files!, await readSchemeDefaults(), options);
    await saveRuleSet(app.folder, value!);
    expect(noteOf(await app.text(address))).toBe(true);
    await rm(join(app.folder, 'rules', 'zvt-2026'), { recursive: true });
    expect(noteOf(await app.text(address))).toBe(false);
  });

  test('whose rule set is gone show what applies now, say so, and can be stored', async () => {
    await store({ id: 'zvt-2026' });
    const address = await uploadCases();
    await rm(join(app.folder, 'rules', 'zvt-2026'), { recursive: true });
    const words = wordsOf(await app.text(`${address}/clusters`));
    expect(words).toContain('die er niet meer zo zijn. De cijfers hier zijn van zvt-illustrative');
    await app.post(`${address}/score`);
    expect(wordsOf(await app.text(`${address}/clusters`))).not.toContain('niet meer zo');
  });

  test('a set that is not official changes nothing', async () => {
    const address = await uploadCases();
    await store({ id: 'proef', status: 'local' });
    expect(wordsOf(await app.text(address))).not.toContain('Nu geldt');
    expect(wordsOf(await app.text('/method?stored=proef'))).toContain(
      'alleen waar iemand hem uitdrukkelijk kiest',
    );
  });

  test('a broken set in the folder is named and takes no part', async () => {
    await mkdir(join(app.folder, 'rules', 'kapot'), { recursive: true });
    expect(wordsOf(await app.text('/method'))).toMatch(/kapot onbruikbaar/);
  });

  test('the way back leads to this server only', async () => {
    const address = await uploadCases();
    for (const back of ['//elders.example', 'https://elders.example', '/\\elders.example']) {
      const response = await app.app.request(`${ORIGIN}${address}/score`, {
        method: 'POST',
        body: new URLSearchParams({ back }),
        headers: { origin: ORIGIN },
      });
      expect(addressOf(response)).toBe(address);
    }
    expect((await app.post('/data/nowhere/score')).status).toBe(404);
  });
});
