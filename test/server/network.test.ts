/**
 * The network through the app: a design, one's own contribution out, others' in, the comparison; and that the
 * command line works with the same files. Nothing of a patient and no exact number of a peer on a page.
 */

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CombinedDocument, ContributionDocument } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';
import { networkCsv } from './benchmark-file.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

const DESIGN = {
  adjust: [
    { column: 'age', kind: 'number' },
    { column: 'sex', kind: 'category' },
  ],
};
const OWN = 'Meerzicht';
const OTHERS = { Zwaluwhof: 331, Lindenborg: 523, Duinrand: 611 };

let site: TestApp;
let elsewhere: string;
let data: string;

async function send(
  path: string,
  fields: Record<string, string | File | readonly File[]>,
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) form.append(name, each as string | File);
  }
  return await site.app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: form,
    headers: { origin: ORIGIN },
  });
}

async function load(csv: string, name: string): Promise<string> {
  await site.upload(csv, name);
  const id = site.services.dataSets().find((dataSet) => dataSet.name === name)?.id;
  if (id === undefined) throw new Error(`${name} was refused`);
  return id;
}

/** The contribution of another member, by the command line in a data folder of its own. */
async function contributionOf(member: string, n: number): Promise<string> {
  const home = join(elsewhere, member);
  const cases = join(elsewhere, `${member}.csv`);
  const design = join(elsewhere, 'design.json');
  const output = join(elsewhere, `${member}.json`);
  await writeFile(cases, networkCsv({ members: { [member]: n } }));
  await writeFile(design, JSON.stringify(DESIGN));
  const run = await runHere(home, ['benchmark', 'contribute', cases, '--design', design, '-o', output]);
  expect(run).toMatchObject({ status: 0 });
  return output;
}

const query = (member = '') => new URLSearchParams({ data, design: 'angst', member }).toString();
const expectedIn = (html: string): string => /name="expected" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';

beforeAll(async () => {
  site = await openApp();
  elsewhere = await mkdtemp(join(tmpdir(), 'zorgcluster-network-'));
  data = await load(networkCsv({ members: { [OWN]: 449 } }), 'eigen.csv');
  await send('/network/designs/import', { file: new File([JSON.stringify(DESIGN)], 'angst.json') });
});
afterAll(async () => {
  await site.close();
  await rm(elsewhere, { recursive: true, force: true });
});

describe('one’s own contribution', () => {
  it('is shown in words before anything leaves', async () => {
    const html = await site.text(`/network/contribution?${query()}`);
    const words = wordsOf(html);
    for (const part of [
      `Bijdrage van ${OWN}`,
      'Nog niets is naar buiten gegaan',
      'age, sex=m, sex=v',
      'Vrijgeven',
    ]) {
      expect(words).toContain(part);
    }
    expect(words).toMatch(/In totaal \d+ getallen/);
    expect(await readdir(site.folder)).not.toContain('releases');
    expect(await readdir(site.folder)).not.toContain('keys');
    expect(html).not.toMatch(/\bp\d+\b/);
  });

  it('leaves once, signed, through the ledger; and only what was looked at', async () => {
    const expected = expectedIn(await site.text(`/network/contribution?${query()}`));
    const other = await send('/network/contribution', {
      data,
      design: 'angst',
      member: '',
      expected: 'f'.repeat(64),
    });
    expect(other.status).toBe(400);
    expect(wordsOf(await other.text())).toContain('Er is niets naar buiten gegaan');
    expect(await readdir(join(site.folder, 'releases'))).toEqual([]);

    const done = await send('/network/contribution', { data, design: 'angst', member: '', expected });
    const place = done.headers.get('location')!;
    expect(place).toMatch(/^\/network\/contributions\/bijdrage-\w+\?released=1$/);
    expect(wordsOf(await site.text(place))).toContain('De bijdrage is vrijgegeven');
    expect(await readdir(join(site.folder, 'releases'))).toEqual([`${expected}.json`]);
    const text = await site.text(place.replace('?released=1', '.json'));
    expect(JSON.parse(text)).toMatchObject({ member: OWN, sha256: expected, signature: {} });
    const releases = await site.text('/network/releases');
    expect(wordsOf(releases)).toContain(`Bijdrage van ${OWN} bekijken`);
    expect(releases).not.toContain(expected);
  });

  it('is the file that the command line makes of the same rows', async () => {
    const path = await contributionOf(OWN, 449);
    const [name] = await readdir(join(site.folder, 'contributions'));
    const web = JSON.parse(
      await readFile(join(site.folder, 'contributions', name!), 'utf8'),
    ) as ContributionDocument;
    const { signature: _, sha256: hash, ...here } = web;
    const {
      signature: __,
      sha256,
      ...there
    } = JSON.parse(await readFile(path, 'utf8')) as ContributionDocument;
    expect(here).toEqual(there);
    expect(hash).toBe(sha256);
  });

  it('says why it cannot leave: too close to an earlier one', async () => {
    const more = await load(networkCsv({ members: { [OWN]: 452 } }), 'drie-meer.csv');
    const path = `/network/contribution?${new URLSearchParams({ data: more, design: 'angst' })}`;
    const html = await site.text(path, 400);
    expect(wordsOf(html)).toContain('minder dan 10 patiënten te onderscheiden');
    expect(html).not.toContain('name="expected"');
    const pushed = await send('/network/contribution', {
      data: more,
      design: 'angst',
      member: '',
      expected: '',
    });
    expect(pushed.status).toBe(400);
    expect(await readdir(join(site.folder, 'releases'))).toHaveLength(1);
  });

  it('asks whose rows are meant in a file of several', async () => {
    const all = await load(networkCsv({ members: { Oost: 200, West: 200 } }), 'samen.csv');
    const path = (member: string) =>
      `/network/contribution?${new URLSearchParams({ data: all, design: 'angst', member })}`;
    const asked = await site.text(path(''));
    expect(wordsOf(asked)).toContain('In deze gegevens staan meer instellingen');
    expect(asked).toContain('<option value="Oost">');
    expect(wordsOf(await site.text(path('Oost')))).toContain('Bijdrage van Oost');
    expect(wordsOf(await site.text(path('Noord'), 400))).toContain('komt in deze gegevens niet voor');
  });

  it('says what the gate holds against a small file, and what the design misses', async () => {
    const few = await load(networkCsv({ members: { Klein: 24 } }), 'klein.csv');
    const path = (design: string) => `/network/contribution?${new URLSearchParams({ data: few, design })}`;
    expect(wordsOf(await site.text(path('angst'), 400))).toContain('Te weinig patiënten');
    await send('/network/designs', { name: 'ses', column0: 'wijkscore', kind0: 'number' });
    expect(wordsOf(await site.text(path('ses'), 400))).toContain('Kolom wijkscore');
    await send('/network/designs', { name: 'om', conversion: 'PHQ@1' });
    expect(wordsOf(await site.text(path('om'), 400))).toContain('omrekentabel PHQ@1');
    expect(wordsOf(await site.text(path('weg'), 400))).toContain('geen opzet met de naam weg');
  });
});

describe('contributions received', () => {
  let files: readonly File[];
  beforeAll(async () => {
    const paths = await Promise.all(Object.entries(OTHERS).map(([name, n]) => contributionOf(name, n)));
    files = await Promise.all(
      paths.map(
        async (path, at) => new File([await readFile(path, 'utf8')], `${Object.keys(OTHERS)[at]}.json`),
      ),
    );
  });

  it('are each checked, with a sentence', async () => {
    const text = await files[0]!.text();
    const altered = new File([text.replace('"synthetic": false', '"synthetic": true')], 'anders.json');
    const answer = await send('/network/contributions', {
      files: [...files, altered, files[0]!, new File(['{'], 'stuk.json')],
    });
    expect(answer.status).toBe(400);
    const words = wordsOf(await answer.text());
    for (const part of [
      'Zwaluwhof.json: bijdrage van Zwaluwhof is goedgekeurd',
      'na het schrijven veranderd',
      'deze bijdrage is er al',
      'stuk.json is geen JSON',
      '4 instellingen: te vergelijken',
      'sleutel van dit lid is hier niet bekend',
    ]) {
      expect(words).toContain(part);
    }
    expect(words).toContain('500–999');
    expect(words).not.toMatch(/\b523\b/);
  });

  it('are known by the keys of the members', async () => {
    const { member, signature } = JSON.parse(await files[0]!.text()) as ContributionDocument;
    expect((await send('/network/keys', { member, key: 'kort' })).status).toBe(400);
    await send('/network/keys', { member, key: signature!.publicKey });
    expect(wordsOf(await site.text('/network'))).toContain('handtekening klopt met de sleutel van dit lid');
    const wrong = Buffer.alloc(32, 7).toString('base64');
    const list = new File([JSON.stringify({ Lindenborg: wrong })], 'sleutels.json');
    await send('/network/keys/import', { file: list });
    expect(wordsOf(await site.text('/network'))).toContain('ondertekend met een andere sleutel');
    const refused = await site.text(`/network/comparison?${await choice()}`, 400);
    expect(wordsOf(refused)).toContain('handtekening onder de bijdrage van Lindenborg');
    await send('/network/keys/delete', { member: 'Lindenborg' });
    const keys = JSON.parse(await readFile(join(site.folder, 'keys', 'members.json'), 'utf8'));
    expect(keys).toEqual({ Zwaluwhof: signature!.publicKey });
  });

  async function choice(): Promise<string> {
    const html = await site.text('/network');
    const names = [...html.matchAll(/name="c" value="([\w-]+)"/g)].map((match) => match[1]!);
    return new URLSearchParams([
      ...names.map((name): [string, string] => ['c', name]),
      ['own', OWN],
    ]).toString();
  }

  it('become the comparison that the command line makes, peers hidden', async () => {
    const html = await site.text(`/network/comparison?${await choice()}`);
    // The footer of a figure.
    expect(html).toContain('bijdragen van de leden');
    const words = wordsOf(html);
    for (const part of [
      OWN,
      'peer-01',
      'peer-03',
      'Wat mag u hieruit niet concluderen?',
      'gemaakt uit 4 bijdragen',
    ]) {
      expect(words).toContain(part);
    }
    for (const name of ['Zwaluwhof', 'Lindenborg', 'Duinrand']) expect(html).not.toContain(name);
    expect(words).not.toMatch(/\b(331|523|611)\b/);
    // What an address names and is gone is said, and not counted.
    const without = wordsOf(await site.text(`/network/comparison?${await choice()}&c=bijdrage-000000000000`));
    expect(without).toContain('gemaakt uit 4 bijdragen');
    expect(without).toContain('die hier niet meer zijn: 1');
    expect(words).not.toContain('hier niet meer');
    expect((await site.get('/network/contribution?data=gone&design=x')).status).toBe(404);
    const none = wordsOf(await site.text('/network/comparison?c=bijdrage-000000000000'));
    expect(none).toContain('De bijdragen van dit adres zijn hier niet meer');
    const report = await site.text(`/network/comparison/benchmark.html?${await choice()}`);
    expect(wordsOf(report)).toContain('peer-03');
    for (const name of ['Zwaluwhof', 'Lindenborg', 'Duinrand']) expect(report).not.toContain(name);
    const { members, models } = JSON.parse(
      await site.text(`/network/comparison/benchmark.json?${await choice()}`),
    ) as CombinedDocument;
    const names = (await readdir(join(site.folder, 'contributions'))).map((name) =>
      name.replace('.json', ''),
    );
    const run = await runHere(site.folder, [
      'benchmark',
      'combine',
      ...names,
      '--own',
      OWN,
      '--seed',
      '1',
      '--json',
    ]);
    expect(run).toMatchObject({ status: 0 });
    const combined = JSON.parse(run.stdout) as CombinedDocument;
    expect(models).toEqual(combined.models);
    expect(members[0]).toEqual(combined.members[0]);
    expect(await site.text(`/network/comparison/outcome-duration.svg?${await choice()}`)).toContain('<svg');
    expect(await site.text(`/network/comparison/members.csv?${await choice()}`)).toContain('peer-01');
  });

  it('are evidence for a contract, with the improvement log, and name nobody', async () => {
    const entry = {
      member: OWN,
      date: '2024-11-02',
      finding: 'Respons laag',
      action: 'Herinnering per e-mail',
    };
    expect((await send('/network/improvements', { ...entry, date: 'gisteren' })).status).toBe(400);
    expect((await send('/network/improvements', entry)).status).toBe(303);
    expect(wordsOf(await site.text('/network/improvements'))).toContain('Respons laag');
    const log = join(site.folder, 'improvements', 'log.json');
    expect(JSON.parse(await readFile(log, 'utf8'))).toEqual([entry]);

    const path = `/network/evidence?${await choice()}&min=90`;
    const html = await site.text(path);
    const words = wordsOf(html);
    for (const part of ['Bewijs bij het contract', 'peer-01', 'aangetoond']) expect(words).toContain(part);
    for (const name of ['Zwaluwhof', 'Lindenborg', 'Duinrand']) expect(html).not.toContain(name);
    const document = JSON.parse(await site.text(path.replace('evidence?', 'evidence/evidence.json?')));
    expect(document.conditions.map((each: { condition: string }) => each.condition)).toContain('used');
    expect(document.meta.options).toEqual({ minResponse: 0.9 });
    expect(await site.text(path.replace('evidence?', 'evidence/evidence.html?'))).toContain(
      '<!doctype html>',
    );
    expect(wordsOf(await site.text('/network/evidence'))).toContain('Kies op de pagina Netwerk');
    await send('/network/improvements/0/delete', {});
    expect(wordsOf(await site.text('/network/improvements'))).toContain('Nog niets vastgelegd');
  });

  it('need three members, chosen', async () => {
    expect(wordsOf(await site.text('/network/comparison'))).toContain('Kies op de pagina Netwerk');
    const [first, second] = (await choice()).split('&');
    const words = wordsOf(await site.text(`/network/comparison?${first}&${second}`, 400));
    expect(words).toContain('minstens 3 instellingen');
  });

  it('go when deleted, and leave the register as it was', async () => {
    const name = /contributions\/(bijdrage-\w+)"[^>]*>Duinrand/.exec(await site.text('/network'))![1]!;
    await send(`/network/contributions/${name}/delete`, {});
    expect((await site.get(`/network/contributions/${name}`)).status).toBe(404);
    expect(await readdir(join(site.folder, 'releases'))).toHaveLength(1);
    expect((await site.get('/network/contributions/..%2F..%2Fkeys')).status).toBe(404);
  });
});

describe('the trail', () => {
  it('says what left and came, never a name of a patient; the log is silent', async () => {
    const rows = await site.services.engine.all("select detail from audit where action = 'network'");
    const said = rows.map(({ detail }) => (JSON.parse(String(detail)) as { what: string }).what);
    const exits = 'contribution-viewed contribution-released contribution-refused contribution-exported';
    const others = 'design-saved contribution-received comparison-viewed keys-changed';
    for (const what of `${exits} ${others}`.split(' ')) {
      expect(said).toContain(what);
    }
    expect(JSON.stringify(rows)).not.toMatch(/\bp\d+\b/);
    expect(site.log).toEqual([]);
  });

  it('an unreadable file is named, not hidden', async () => {
    await writeFile(join(site.folder, 'contributions', 'kapot.json'), '{');
    await writeFile(join(site.folder, 'designs', 'kapot.json'), '{');
    const words = wordsOf(await site.text('/network'));
    expect(words).toContain('kapot.json in de map contributions is niet te lezen');
    expect(words).toContain('kapot onleesbaar');
  });
});
