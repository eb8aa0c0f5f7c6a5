/** Files in: what is good is stored and reported, what is not leaves nothing and says why. */

import { readdir, stat } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { xlsxOf } from '../../src/index.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

const ITEMS = Array.from({ length: 19 }, (_, at) => `hv${String(at + 1).padStart(2, '0')}`);

function caseFile(
  rows: number,
  change: (row: number, cells: Record<string, string>) => void = () => {},
): string {
  const header = ['patient', 'hoofdgroep', 'team', ...ITEMS, 'startdatum', 'huidige_omzet'];
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells: Record<string, string> = {
      patient: `p${row}`,
      hoofdgroep: 'XYZ'[row % 3]!,
      team: `team ${row % 2}`,
      startdatum: `2025-0${1 + (row % 9)}-13`,
      huidige_omzet: `${1000 + row},50`,
    };
    for (const [at, item] of ITEMS.entries()) cells[item] = String((row * 7 + at * 3) % 5);
    change(row, cells);
    return header.map((name) => cells[name]).join(';');
  });
  return [header.join(';'), ...lines].join('\n');
}

let app: TestApp;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.close());

/** The address of the data set that an upload leads to. */
async function uploaded(...args: Parameters<TestApp['upload']>): Promise<string> {
  const response = await app.upload(...args);
  expect(response.status).toBe(303);
  return response.headers.get('location')!;
}

describe('a good file', () => {
  test('is stored, scored and reported', async () => {
    const address = await uploaded(caseFile(120), 'mijn export.csv');
    const words = wordsOf(await app.text(address));
    expect(words).toContain('Controle van mijn export.csv');
    expect(words).toContain('Alle 120 rijen zijn bruikbaar.');
    expect(words).toContain('hoofdgroep supercluster');
    expect(words).toContain('huidige_omzet huidige omzet current_revenue');
    expect(wordsOf(await app.text(`${address}/clusters`))).toMatch(
      /Met advies 112 93,3% van de 120 .* Geen cluster past 8 /,
    );
    expect(wordsOf(await app.text('/data?lang=en'))).toContain('mijn export.csv');
  });

  test('lists its columns in their own order', async () => {
    const address = await uploaded(caseFile(30).replaceAll(/hv(\d\d)/g, 'vraag $1'), 'v.csv');
    const words = wordsOf(await app.text(address));
    const items = [...words.matchAll(/vraag \d\d [^<]*?(hv\d\d)/g)].map((match) => match[1]);
    expect(items).toEqual(ITEMS);
  });

  test('says the order of its dates in words', async () => {
    const address = await uploaded(
      caseFile(30, (row, cells) => Object.assign(cells, { startdatum: `${13 + (row % 9)}-02-2025` })),
    );
    const words = wordsOf(await app.text(address));
    expect(words).toContain('Datums dag-maand-jaar');
    expect(words).not.toContain('dmy');
  });

  test('keeps the name it is given', async () => {
    const address = await uploaded(caseFile(10), 'a.csv', { name: 'Eerste kwartaal' });
    expect(await app.text(address)).toContain('Controle van Eerste kwartaal');
  });

  test('columns pointed out once are known the next time', async () => {
    const odd = caseFile(15).replace('hoofdgroep', 'HG').replace('patient', 'Cliëntcode X');
    const first = await uploaded(odd, 'a.csv', { map: 'patient=Cliëntcode X\nsupercluster = HG' });
    expect(wordsOf(await app.text(first))).toContain('HG hoofdgroep supercluster');
    const second = await uploaded(odd, 'b.csv');
    expect(wordsOf(await app.text(second))).toContain('HG hoofdgroep supercluster');
    expect(wordsOf(await app.text(second))).toContain('Cliëntcode X patiënt patient');
    // A file without those headers is read as if nothing had been pointed out.
    expect(wordsOf(await app.text(await uploaded(caseFile(15), 'c.csv')))).toContain(
      'hoofdgroep hoofdgroep supercluster',
    );
  });

  test('whose columns allow one answer only still has an overview', async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `p${row},X,${row % 5}`).join('\n');
    const address = await uploaded(`patient,supercluster,hv01\n${rows}\n`);
    const words = wordsOf(await app.text(`/?data=${address.split('/').at(-1)}`));
    expect(words.match(/Dit antwoord is er nog niet/g)?.length).toBeGreaterThanOrEqual(2);
    expect(words).not.toMatch(/undefined|NaN/);
    for (const page of ['clusters', 'cases', 'cases/1', 'simulation', 'benchmark']) {
      await app.text(`${address}/${page}`);
    }
  });

  test('may be a workbook; of several sheets with data one is named', async () => {
    const [header, ...rows] = caseFile(40)
      .split('\n')
      .map((line) => line.split(';'));
    const columns = header!.map((label) => ({ key: label, label, kind: 'text' as const }));
    const sheet = (title: string) => ({ id: title.toLowerCase(), title, columns, rows });
    const one = await xlsxOf([sheet('Trajecten')]);
    expect(wordsOf(await app.text(await uploaded(one, 'export.xlsx')))).toContain(
      'Alle 40 rijen zijn bruikbaar',
    );
    const two = await xlsxOf([sheet('Trajecten'), sheet('Kopie')]);
    const refused = await app.get(await uploaded(two, 'export.xlsx'));
    expect(wordsOf(await refused.text())).toMatch(/Kies het tabblad.*Kolommen en keuzes aanpassen/);
    const named = await uploaded(two, 'export.xlsx', { sheet: 'Kopie' });
    expect(wordsOf(await app.text(named))).toContain('Alle 40 rijen zijn bruikbaar');
  });

  test('that says it is synthetic is stamped so on every page', async () => {
    const lines = caseFile(30).split('\n');
    const marked = lines.map((line, at) => `${line};${at === 0 ? 'origin' : 'synthetic'}`).join('\n');
    const address = await uploaded(marked, 'verzonnen.csv');
    for (const path of [address, `${address}/clusters`, `${address}/cases/1`]) {
      expect(wordsOf(await app.text(path)), path).toContain('SYNTHETISCH: deze gegevens zijn verzonnen');
    }
    expect(wordsOf(await app.text('/data'))).toContain('verzonnen.csv synthetisch');
    const plain = await uploaded(caseFile(30), 'echt.csv');
    expect(wordsOf(await app.text(plain))).not.toContain('SYNTHETISCH');
  });

  test('a choice written as an alias is the same choice on every page', async () => {
    const withChoice = (code: string) =>
      caseFile(30)
        .split('\n')
        .map((line, at) => `${line.replace(/;[XYZ];/, ';;')};${at === 0 ? 'chosen_cluster' : code}`)
        .join('\n');
    const [own, alias] = [await uploaded(withChoice('ZT05')), await uploaded(withChoice('5'))];
    const facts = async (address: string, path: string) =>
      wordsOf(await app.text(`${address}${path}`))
        .replace(/^.*?(Met advies|Advies:|Trajecten )/, '$1')
        .replace(/SHA-256 \w+/, '');
    for (const path of ['/clusters', '/cases', '/cases/2', '/cases?only=differs']) {
      expect(await facts(alias, path), path).toBe(await facts(own, path));
    }
  });

  test('is kept for another reading until it is deleted, for its owner alone', async () => {
    const address = await uploaded(caseFile(10));
    const [name, ...others] = await readdir(join(app.folder, 'uploads'));
    expect([name, others]).toEqual([`${address.split('/').at(-1)}.part`, []]);
    expect((await stat(join(app.folder, 'uploads', name!))).mode & 0o077).toBe(0);
    await app.post(`${address}/delete`);
    expect(await readdir(join(app.folder, 'uploads'))).toEqual([]);
  });

  test('is gone after deletion: rows, words, scores, facts and rejects', async () => {
    const address = await uploaded(
      caseFile(20, (row, cells) => {
        if (row === 3) cells.hv01 = '7';
      }),
    );
    const id = address.split('/').at(-1)!;
    expect((await app.post(`${address}/delete`)).headers.get('location')).toBe('/data');
    await app.text(address, 404);
    // A second click on the button finds nothing left to do.
    expect((await app.post(`${address}/delete`)).headers.get('location')).toBe('/data');
    const tables = await app.services.engine.all('select table_name from information_schema.tables');
    expect(tables.filter((row) => String(row.table_name).includes(id))).toEqual([]);
    expect(await app.services.engine.all('select * from data_set')).toEqual([]);
    expect(await app.services.engine.all('select * from case_column')).toEqual([]);
    expect(await readdir(join(app.folder, 'rejects'))).toEqual([]);
    const trail = await app.services.engine.all('select action from audit order by number');
    expect(trail.map((row) => row.action)).toEqual(['import', 'delete']);
  });

  test('is still there after the server stops and starts', async () => {
    const address = await uploaded(caseFile(20));
    const before = await app.text(`${address}/cases/7`);
    app.services.workspace.forget(address.split('/').at(-1)!);
    expect(await app.text(`${address}/cases/7`)).toBe(before);
  });
});

describe('rejected rows', () => {
  test('are counted, explained and downloadable; their values are nowhere else', async () => {
    const secret = '77';
    const address = await uploaded(
      caseFile(30, (row, cells) => {
        if (row < 2) cells.hv05 = secret;
      }),
    );
    const html = await app.text(address);
    const words = wordsOf(html);
    expect(words).toContain('28 van de 30 rijen zijn bruikbaar');
    expect(words).toContain('Afgekeurde rijen 2');
    expect(words).toMatch(/rij 1, kolom hv05; rij 2, kolom hv05/);
    const rejects = await app.get(`${address}/rejects.csv`);
    expect(rejects.headers.get('content-disposition')).toContain('attachment');
    expect(await rejects.text()).toMatch(/1,hv05,[a-z-]+,77,/);
    expect(words).not.toMatch(/\b77\b/);
  });

  test('have a page each that says so and leads to the report; beyond the file there is none', async () => {
    const address = await uploaded(
      caseFile(30, (row, cells) => Object.assign(cells, row < 1 ? { hv05: '77' } : {})),
    );
    const html = await app.text(`${address}/cases/1`, 404);
    expect(wordsOf(html)).toContain('Rij 1 is afgekeurd');
    expect(html).toContain(`href="${address}"`);
    expect(wordsOf(await app.text(`${address}/cases/31`, 404))).toContain('Deze pagina is er niet');
    const list = wordsOf(await app.text('/data'));
    expect(list).toContain('1 fout,');
    expect(list).not.toMatch(/\b1 (fouten|waarschuwingen)/);
  });
});

describe('a file that is refused', () => {
  // What another choice may cure is kept for another reading, and what names people for one decision; anything else is gone.
  const cases: { name: string; content: string | Uint8Array; says: RegExp; kept?: true; held?: true }[] = [
    { name: 'empty', content: '', says: /leeg/i },
    { name: 'binary', content: Uint8Array.from({ length: 5000 }, (_, at) => (at * 37) % 256), says: /\./ },
    { name: 'header only', content: `${caseFile(0)}\n`, says: /rij/i },
    { name: 'no column we know', content: 'a;b\n1;2\n3;4\n', says: /kolom/i, kept: true },
    {
      name: 'most rows faulty',
      content: caseFile(20, (_, cells) => {
        cells.hv01 = '9999';
      }),
      says: /helft|afgekeurd/i,
      kept: true,
    },
    {
      name: 'a column of citizen service numbers',
      content: caseFile(20, (row, cells) => {
        cells.patient = ['111222333', '123456782'][row % 2]!;
      }),
      says: /BSN|burgerservicenummer/i,
      held: true,
    },
  ];
  test.each(cases)(
    '$name: one page with what to do, nothing stored',
    async ({ content, says, kept, held }) => {
      const address = await uploaded(content);
      const response = await app.get(address);
      const words = wordsOf(await response.text());
      expect(response.status).toBe(400);
      expect(words).toContain('Dit bestand is geweigerd');
      expect(words).toMatch(says);
      expect(words).not.toMatch(/\bat .*:\d+|Error|undefined|NaN/);
      expect(app.services.dataSets()).toEqual([]);
      expect(await app.services.engine.all('select * from data_set')).toEqual([]);
      expect(await readdir(join(app.folder, 'uploads'))).toHaveLength(kept || held ? 1 : 0);
      expect(words.includes('Kolommen en keuzes aanpassen')).toBe(kept === true);
      expect(words.includes('Pseudonimiseren en doorgaan')).toBe(held === true);
      expect(await readdir(join(app.folder, 'rejects'))).toEqual([]);
      expect(app.log).toEqual([]);
    },
  );

  test('speaks the language of the page', async () => {
    const address = await uploaded('a;b\n1;2\n3;4\n');
    const nl = wordsOf(await (await app.get(address)).text());
    const en = wordsOf(await (await app.get(`${address}?lang=en`)).text());
    expect(en).toContain('This file was refused');
    expect(en).not.toBe(nl);
  });
});

describe('the form itself', () => {
  test('no file chosen: said, nothing made', async () => {
    const form = new FormData();
    form.set('name', 'x');
    const response = await app.app.request(`${ORIGIN}/data`, {
      method: 'POST',
      body: form,
      headers: { origin: ORIGIN },
    });
    expect(response.status).toBe(400);
    expect(wordsOf(await response.text())).toContain('Er is geen bestand gekozen');
  });

  test('cut off halfway: said, nothing left', async () => {
    const body =
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\npatient;hv01\n1;2\n';
    const response = await app.app.request(`${ORIGIN}/data`, {
      method: 'POST',
      body,
      headers: { origin: ORIGIN, 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(response.status).toBe(400);
    expect(wordsOf(await response.text())).toContain('kwam niet heel aan');
    expect(await readdir(join(app.folder, 'uploads'))).toEqual([]);
  });

  test('who goes away halfway leaves nothing, over a real connection', async () => {
    const server = createAdaptorServer({ fetch: app.app.fetch });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    const head = ['POST /data HTTP/1.1', `Host: 127.0.0.1:${port}`, `Origin: http://127.0.0.1:${port}`];
    const more = ['Content-Type: multipart/form-data; boundary=b', 'Content-Length: 1000000', '', ''];
    const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\npatient;hv01\n';
    socket.write([...head, ...more].join('\r\n') + part);
    const there = (count: number) => async () =>
      expect(await readdir(join(app.folder, 'uploads'))).toHaveLength(count);
    // The file and its mark.
    await vi.waitFor(there(2));
    socket.destroy();
    await vi.waitFor(there(0));
    server.close();
  });

  test('names and columns with markup are shown as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const content = caseFile(12).replace('team', evil);
    const address = await uploaded(content, `${evil}.csv`, { name: `"${evil}` });
    for (const path of [address, '/data', `${address}/cases`, `${address}/clusters`]) {
      const html = await app.text(path);
      expect(html, path).not.toContain('<img');
    }
    expect(await app.text(address)).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('a name that is a path stays a name', async () => {
    const address = await uploaded(caseFile(5), '../../../etc/passwd');
    expect(await app.text(address)).toContain('Controle van passwd');
  });
});
