/** Parts of the simulation: the list as a table, who and why, several years, one patient, searching prices. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftOf, pasteInto, readDraft } from '../../server/simulation/list-draft.ts';
import type { PriceRow } from '../../src/index.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp({ members: 3, episodes: 900 });
});
afterAll(() => app.close());

const AT = '/data/demo/simulation';

async function send(path: string, fields: Record<string, string>, headers = {}): Promise<Response> {
  return await app.app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN, ...headers },
    body: new URLSearchParams(fields).toString(),
  });
}

/** Fields of a form as they stand in the page. */
function fieldsOf(html: string): Record<string, string> {
  const form = /<form method="post"[^>]*id="list-form">([\s\S]*?)<\/form>/.exec(html)![1]!;
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name === undefined || /type="radio"/.test(tag)) continue;
    fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[name!] = /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? '';
  }
  return fields;
}

const row = (more: Partial<PriceRow>): PriceRow => ({
  cluster: 'ZT01',
  unit: 'day',
  setting: '',
  payer: '',
  amountCents: 483,
  status: 'local',
  source: 'x',
  ...more,
});

describe('a list being edited', () => {
  const rows = [
    row({}),
    row({
      cluster: 'ZT02',
      unit: 'episode',
      payer: 'VZ1',
      from: 20_000,
      until: 20_500,
      amountCents: 123_456.5,
    }),
    row({ cluster: 'ZT03', setting: 'klinisch', amountCents: 0, status: '', source: 'a;b "c"' }),
  ];

  test.each(['nl', 'en'] as const)('is read back as it was, %s', (lang) => {
    expect(readDraft(draftOf(rows, lang), lang).rows).toEqual(rows);
  });

  test('blank rows are no rows, and rows are numbered as on the page', () => {
    const draft = draftOf(rows, 'nl');
    const blank = { ...draft[0]!, cluster: '', amount: '', source: '' };
    const { findings, rows: read } = readDraft([blank, { ...draft[0]!, amount: 'elf' }], 'nl');
    expect(read).toBeUndefined();
    expect(findings[0]).toMatchObject({ severity: 'error', row: 1, column: 'amount' });
    expect(findings[0]!.message).toContain('2');
  });

  test.each([
    ['an overlap', { cluster: 'ZT01' }, /ZT01/],
    [
      'a date the wrong way round',
      { cluster: 'ZT09', from: '2026-05-01', until: '2026-01-01' },
      /from|until/,
    ],
    ['no cluster', { cluster: '', amount: '5' }, /cluster/i],
  ])('%s is said at its row', (_, change, sentence) => {
    const draft = draftOf([row({})], 'nl');
    const { findings, rows: read } = readDraft([draft[0]!, { ...draft[0]!, ...change }], 'nl');
    expect(read).toBeUndefined();
    const fault = findings.find(({ severity }) => severity === 'error')!;
    expect(fault.row).toBe(1);
    expect(fault.message).toMatch(sentence);
  });

  test.each([
    ['two columns', 'ZT01\t5,50\nZT03\t7\nZT99\t1', 2, 1, ['5,50', '1.234,565', '7']],
    ['as in Excel, with a header', 'Cluster\tPrijs\n1\t5,50', 1, 1, ['5,50', '1.234,565', '0']],
  ])('a pasted range: %s', (_, text, filled, left, amounts) => {
    const pasted = pasteInto(draftOf(rows, 'nl'), text, 'day', 'nl');
    expect(pasted).toMatchObject({ filled, left, whole: false });
    expect(pasted.draft.map(({ amount }) => amount)).toEqual(amounts);
  });

  test('a range with the columns of a list takes its place', () => {
    const text = 'cluster\tunit\tamount\tpayer\nZT05\tepisode\t1.234,50\tVZ1';
    const pasted = pasteInto(draftOf(rows, 'nl'), text, 'day', 'nl');
    expect(pasted).toMatchObject({ filled: 1, whole: true });
    expect(pasted.draft[0]).toMatchObject({
      cluster: 'ZT05',
      unit: 'episode',
      amount: '1.234,50',
      payer: 'VZ1',
    });
  });
});

describe('the page of the list, without script', () => {
  test('adds, removes, checks and keeps what was typed', async () => {
    const path = `${AT}/list?scenario=demo-day-prices`;
    const fields = fieldsOf(await app.text(path));
    const added = await (await send(path, { ...fields, do: 'add' })).text();
    expect(added).toContain('name="r.40.cluster"');
    const removed = await (await send(path, { ...fields, do: 'remove-0' })).text();
    expect(removed).toMatch(/name="r\.0\.cluster"[^>]*value="ZT01"/);
    expect(removed).not.toContain('name="r.39.cluster"');
    const faulty = await send(path, { ...fields, 'r.3.amount': 'elf', do: 'save', how: 'new', title: 'X' });
    expect(faulty.status).toBe(400);
    const html = await faulty.text();
    expect(html).toMatch(
      /name="r\.3\.amount"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="r\.3\.amount"/,
    );
    expect(html).toContain('value="elf"');
  });

  test('answers a check with the findings alone', async () => {
    const path = `${AT}/list?scenario=demo-day-prices`;
    const fields = fieldsOf(await app.text(path));
    const part = await send(
      path,
      { ...fields, 'r.0.amount': '999', do: 'check' },
      { 'hx-request': 'true', 'hx-request-type': 'partial' },
    );
    const html = await part.text();
    expect(html).toMatch(/^<div id="list-findings"/);
    expect(html).toContain('data-cell="r.0.amount"');
  });

  test('gives the list as CSV, and keeps it as a list of its own', async () => {
    const path = `${AT}/list?scenario=demo-day-prices&c0=700`;
    const fields = { ...fieldsOf(await app.text(path)), 'r.2.payer': 'VZ3', 'r.2.from': '2026-01-01' };
    const csv = await (await send(path, { ...fields, do: 'csv' })).text();
    expect(csv).toContain('ZT01,day,,,,,7,hypothetical,');
    expect(csv).toContain('ZT02,day,,VZ3,2026-01-01,,6.21,');
    const saved = await send(path, { ...fields, do: 'save', how: 'new', title: 'Lijst A' });
    expect(saved.headers.get('location')).toBe(`${AT}?scenario=lijst-a&saved=1`);
    expect(await readFile(join(app.folder, 'prices', 'lijst-a.csv'), 'utf8')).toBe(csv);
  });

  test('pasted text fills the list', async () => {
    const path = `${AT}/list?scenario=demo-day-prices`;
    const fields = fieldsOf(await app.text(path));
    const html = await (
      await send(path, { ...fields, do: 'paste', paste: 'ZT01\t9,99\nZT02\t8,88', pasteUnit: 'day' })
    ).text();
    expect(wordsOf(html)).toContain('2 bedragen ingevuld.');
    expect(html).toMatch(/name="r\.0\.amount"[^>]*value="9,99"|value="9,99"[^>]*name="r\.0\.amount"/);
  });

  test('a form too large is refused in words', async () => {
    const response = await send(`${AT}/list`, { paste: 'x'.repeat(2_100_000) });
    expect(response.status).toBe(400);
    expect(wordsOf(await response.text())).toContain('ten hoogste 400 regels');
  });
});

test('who and why: winners per dimension, what each price does, where the money lies', async () => {
  const html = await app.text(`${AT}/detail`);
  for (const part of ['Per locatie', 'Per verzekeraar', 'duurste patiënten', 'id="figure-tornado"']) {
    expect(html).toContain(part);
  }
  const csv = await app.text(`${AT}/detail/tornado.csv`);
  expect(csv.split('\n')[0]).toContain('lowCents');
});

describe('several years', () => {
  const QUERY = 'y.count=3&y.from=2026&y.index=10&y.volume=0';

  test('the first is the single run, the next grows', async () => {
    const csv = await app.text(`${AT}/years/years.csv?scenario=demo-day-prices&${QUERY}`);
    const [header, ...lines] = csv.trim().split('\n');
    const at = header!.split(',').indexOf('scenarioCents');
    const cents = lines.map((line) => Number(line.split(',')[at]));
    expect(cents).toHaveLength(3);
    expect(cents[1]! / cents[0]!).toBeCloseTo(1.1, 2);
  });

  test.each([
    ['y.count=99', 'Wat bij ‘Aantal jaren’ staat, kan niet.'],
    ['y.count=3&y.index=veel', 'Wat bij ‘Prijsgroei per jaar (%)’ staat, kan niet.'],
    ['y.count=3&y.index=1;2;3', 'years'],
  ])('%s says why not', async (query, what) => {
    const words = wordsOf(await app.text(`${AT}/years?${query}`));
    expect(words).toContain('Dit is nog niet te berekenen');
    expect(words).toContain(what);
  });

  test('are kept in a scenario', async () => {
    const saved = await send(
      `${AT}/years?scenario=demo-day-prices&${QUERY}&y.mix.0.from=ZT05&y.mix.0.to=ZT06&y.mix.0.share=2`,
      {
        how: 'new',
        title: 'Drie jaar',
      },
    );
    expect(saved.status).toBe(303);
    const file = JSON.parse(await readFile(join(app.folder, 'scenarios', 'drie-jaar.json'), 'utf8')) as {
      years: unknown;
    };
    expect(file.years).toEqual({
      count: 3,
      from: 2026,
      index: 1.1,
      volume: [{ factor: 1 }],
      mixShift: [{ from: 'ZT05', to: 'ZT06', share: 0.02 }],
    });
    const page = await app.text(`${AT}/years?scenario=drie-jaar`);
    expect(page).toMatch(/name="y\.index"[^>]*value="10"/);
  });
});

describe('one patient', () => {
  test('from ratings to euros; the look is written down, the address holds a row number', async () => {
    const words = wordsOf(await app.text(`${AT}/patient?row=17`));
    expect(words).toContain('Wat het scenario voor deze patiënt betaalt');
    expect(words).toContain('alle patiënten');
    const looks = await app.services.engine.all("select detail from audit where action = 'view-case'");
    expect(looks.map(({ detail }) => String(detail)).some((detail) => detail.includes('"row":17'))).toBe(
      true,
    );
  });

  test.each(['', '?row=999999', '?row=abc'])('%s asks for a row', async (query) => {
    expect((await app.get(`${AT}/patient${query}`)).status).toBe(200);
  });
});

describe('searching', () => {
  test('a list that spends the budget can be put in the simulation', async () => {
    const html = await app.text(`${AT}/search?find=balance&budget=1.000.000&monotone=1`);
    expect(wordsOf(html)).toContain('Rest door afronding');
    const link = /href="([^"]*simulation\?[^"]*c0=[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    expect(wordsOf(await app.text(link))).toContain('prijzen aangepast');
  });

  test('the price that reaches current revenue, at which the difference is gone', async () => {
    const html = await app.text(`${AT}/search?scenario=demo-day-prices&find=solve&row=6`);
    const link = /href="([^"]*simulation\?[^"]*c6=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    // Where no price does, the page says so.
    if (link === undefined) expect(wordsOf(html)).toMatch(/geen prijs|bereik/i);
    else expect(await app.text(link)).toContain('id="difference"');
  });

  test.each([
    ['find=balance&budget=veel', 'niet als bedrag gelezen'],
    ['find=balance&fix=ZT99', 'ZT99'],
    ['find=solve&row=0&total=elf', 'niet als bedrag gelezen'],
  ])('%s is refused with its sentence', async (query, sentence) => {
    expect(wordsOf(await app.text(`${AT}/search?${query}`))).toContain(sentence);
  });
});

test('a scenario that is gone is said on every part', async () => {
  for (const part of [
    'contract',
    'factors',
    'years',
    'detail',
    'compare',
    'search',
    'patient',
    'list',
    'save',
    'simulation.json',
  ]) {
    expect((await app.get(`${AT}/${part}?scenario=weg`)).status, part).toBe(404);
  }
});

test('every part in English', async () => {
  for (const part of [
    'contract',
    'factors',
    'years',
    'detail',
    'compare',
    'search',
    'patient',
    'list',
    'save',
  ]) {
    const html = await app.text(`${AT}/${part}?lang=en`);
    expect(html).toContain('<html lang="en">');
    expect(wordsOf(html)).not.toMatch(/bewaren|Verzekeraar|Uitgangspunt/);
  }
});
