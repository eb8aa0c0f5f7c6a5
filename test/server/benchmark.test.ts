/** The benchmark page through the app: languages, filters, states that cannot be computed, and nothing of a peer. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BenchmarkDocument, benchmarkRun, isComputed } from '../../src/index.ts';
import { networkCsv } from './benchmark-file.ts';
import { openApp, type TestApp, wordsOf } from './open-app.ts';

const NAMES = ['Zwaluwhof', 'Lindenborg', 'Meerzicht', 'Duinrand', 'Eikenhage'];
const OWN = 'Meerzicht';
const NETWORK = { Zwaluwhof: 331, Lindenborg: 523, Meerzicht: 449, Duinrand: 611, Eikenhage: 7 };
const FILES = ['outcome-duration', 'members-outcome', 'members-duration', 'response'].flatMap((id) => [
  `${id}.svg`,
  `${id}.csv`,
]);

let site: TestApp;
let base: string;

/** Loads a file and gives the address of its benchmark. */
async function load(csv: string, name: string): Promise<string> {
  await site.upload(csv, name);
  const id = site.services.dataSets().find((dataSet) => dataSet.name === name)?.id;
  if (id === undefined) throw new Error(`${name} was refused`);
  return `/data/${id}/benchmark`;
}

async function result(path: string): Promise<BenchmarkDocument> {
  return JSON.parse(await site.text(path)) as BenchmarkDocument;
}

beforeAll(async () => {
  site = await openApp();
  base = await load(networkCsv({ members: NETWORK }), 'netwerk.csv');
});
afterAll(() => site.close());

describe('the page', () => {
  it.each([
    ['nl', 'Eerst: wie is er gemeten?', 'Wat mag u hieruit niet concluderen?', 'Effect, gekrompen'],
    ['en', 'First: who was measured?', 'What may you not conclude from this?', 'Effect, shrunken'],
  ])('in %s puts data quality before the outcome', async (lang, quality, not, shrunken) => {
    const html = await site.text(`${base}?own=${OWN}&lang=${lang}`);
    const words = wordsOf(html);
    for (const part of [quality, not, shrunken]) expect(words).toContain(part);
    expect(html.indexOf('figure-response')).toBeLessThan(html.indexOf('figure-outcome-duration'));
    expect(html.indexOf('figure-outcome-duration')).toBeLessThan(html.indexOf('figure-members-outcome'));
    expect(html).toContain(`lang="${lang}"`);
  });

  it('answers the library: same adjusted values, no order with four members', async () => {
    const id = base.split('/')[2]!;
    const { table } = await site.services.workspace.load(id);
    const direct = benchmarkRun(table, {
      adjust: ['age', 'sex', 'pre', 'diagnosis'].map((column) => ({ column, kind: 'auto' })),
    });
    const shown = await result(`${base}/benchmark.json?own=${OWN}`);
    const own = (of: typeof direct) => of.members.find(({ member }) => member === OWN);
    expect(own(shown)).toEqual(own(direct));
    const variances = ({ models: { outcome } }: typeof direct) =>
      'undefined' in outcome ? outcome : [outcome.n, outcome.tau2, outcome.sigma2];
    expect(variances(shown)).toEqual(variances(direct));
    expect(wordsOf(await site.text(`${base}?own=${OWN}`))).toContain(
      'Geen rangorde: daarvoor zijn ten minste 10',
    );
  });

  it('counts every episode of the data set in each column', async () => {
    const { excluded, models, joint, rows } = await result(`${base}/benchmark.json`);
    const used = { outcome: models.outcome, duration: models.duration, joint } as const;
    for (const [model, fitted] of Object.entries(used)) {
      if (!isComputed(fitted)) throw new Error(`no ${model}`);
      const left = excluded.filter((line) => line.model === model).reduce((sum, { n }) => sum + n, 0);
      expect(left + fitted.n).toBe(rows.used);
    }
  });

  it('gives the same page again, and no style or script in it', async () => {
    const first = await site.text(`${base}?own=${OWN}`);
    expect(await site.text(`${base}?own=${OWN}`)).toBe(first);
    expect(first).not.toMatch(/ style="|<style|onclick|<script>/);
  });

  it('stamps made-up data', async () => {
    const [header, ...rows] = networkCsv({ members: { a: 40, b: 40, c: 40 } }).split('\n');
    const csv = [`${header};origin`, ...rows.map((row) => `${row};synthetic`)].join('\n');
    const path = await load(csv, 'verzonnen.csv');
    expect(wordsOf(await site.text(path))).toContain('SYNTHETISCH');
    expect(await site.text(`${path}/outcome-duration.svg`)).toContain('SYNTHETISCH');
    expect((await result(`${path}/benchmark.json`)).meta.stamps).toEqual(['synthetic']);
    expect(wordsOf(await site.text(base))).not.toContain('SYNTHETISCH');
  });
});

describe('peers', () => {
  /** Names of others, and every exact count of theirs too large to be a day or a point. */
  async function secrets(own: string): Promise<{ names: string[]; counts: number[] }> {
    const { table } = await site.services.workspace.load(base.split('/')[2]!);
    const named = benchmarkRun(table, {});
    const counts = named.members
      .filter(({ member }) => member !== own)
      .flatMap(({ n, outcome, duration, response }) => [
        n,
        ...[outcome, duration].map((measure) => (isComputed(measure) ? measure.n : 0)),
        ...(isComputed(response) ? [response.completer, response.dropout, response.nonResponder] : []),
      ])
      .filter((n): n is number => typeof n === 'number' && n > 200);
    return { names: NAMES.filter((name) => name !== own), counts: [...new Set(counts)] };
  }

  const places = ['', ...['members.csv', 'benchmark.json', ...FILES].map((file) => `/${file}`)];

  describe.each([
    ['one’s own named', OWN],
    ['nobody named', ''],
  ])('%s', (_, own) => {
    it.each(places)('no name and no exact number at …%s', async (place) => {
      const { names, counts } = await secrets(own);
      expect(counts.length).toBeGreaterThan(5);
      for (const lang of ['nl', 'en']) {
        const body = await site.text(
          `${base}${place}?${new URLSearchParams({ ...(own ? { own } : {}), lang })}`,
        );
        for (const name of names) expect(body).not.toContain(name);
        // Coordinates are no numbers to read: what counts is the text, in pages with their drawings' text.
        const said = place.endsWith('.svg') || place === '' ? textOf(body) : body;
        for (const n of counts) expect(said).not.toMatch(new RegExp(`(?<![\\d.,-])${n}(?![\\d.,-])`));
        expect(body).not.toContain(site.services.peerSeed);
      }
    });
  });

  it('shows one’s own exact number: the search above would have found it', async () => {
    const { table } = await site.services.workspace.load(base.split('/')[2]!);
    const own = benchmarkRun(table, {}).members.find(({ member }) => member === OWN)!;
    expect(textOf(await site.text(`${base}?own=${OWN}`))).toMatch(
      new RegExp(`(?<![\\d.,-])${own.n}(?![\\d.,-])`),
    );
  });

  it('counts a member with few patients among the episodes without a value', async () => {
    const { excluded, members } = await result(`${base}/benchmark.json?own=${OWN}`);
    expect(members).toHaveLength(4);
    expect(excluded.map(({ reason }) => reason)).not.toContain('member-under-10-patients');
    expect(excluded.filter(({ model }) => model === 'outcome')).toEqual([
      { model: 'outcome', reason: 'no-response-or-small-member', n: expect.any(Number) },
    ]);
  });

  it('have numbers in bands, and shares in steps of 5 %', async () => {
    const { members } = await result(`${base}/benchmark.json?own=${OWN}`);
    expect(members.map(({ member }) => member)).toEqual([OWN, 'peer-01', 'peer-02', 'peer-03']);
    for (const peer of members.slice(1)) {
      expect(peer.response).toEqual({ undefined: 'peer-counts-withheld' });
      expect(peer.n).toMatch(/^\d+-\d+$/);
      const shares = peer.responseShares;
      if (shares === undefined || !isComputed(shares)) throw new Error('no shares');
      const { completer, dropout, nonStarter, nonResponder } = shares;
      for (const share of [completer, dropout, nonStarter, nonResponder])
        expect(share * 20).toBeCloseTo(Math.round(share * 20));
      expect(completer + dropout + nonStarter + nonResponder).toBeCloseTo(1);
    }
  });

  it('are drawn with a seed of this start alone', async () => {
    const other = await openApp();
    expect(other.services.peerSeed).not.toBe(site.services.peerSeed);
    expect(site.services.peerSeed.length).toBeGreaterThanOrEqual(32);
    await other.close();
  });

  it('are named only where one chooses oneself, with the filters kept', async () => {
    const html = await site.text(`${base}/own?setting=ambulant&method=ml`);
    for (const name of NAMES) expect(html).toContain(name);
    expect(html).toContain('name="setting" value="ambulant"');
    expect(html).toContain('name="method" value="ml"');
    expect(html).not.toContain('peer-01,</');
  });

  it.each([
    ['Nergens', 'komt in deze gegevens niet voor'],
    ['Eikenhage', 'minder dan 10 patiënten'],
  ])('%s as own: said, and everybody a label', async (own, sentence) => {
    const html = await site.text(`${base}?own=${own}`);
    expect(wordsOf(html)).toContain(sentence);
    const { members } = await result(`${base}/benchmark.json?own=${own}`);
    expect(members.map(({ member }) => member)).toEqual(['peer-01', 'peer-02', 'peer-03', 'peer-04']);
  });
});

describe('filters', () => {
  it.each([
    ['cluster=ZT03', 'filter-cluster', 'ZT03'],
    ['period=2024', 'filter-period', '2024'],
    ['setting=ambulant', 'filter-setting', 'ambulant'],
    ['method=ml', 'filter-method', 'ml'],
  ])('%s is in the address and in the form', async (query, id, value) => {
    const html = await site.text(`${base}?${query}`);
    const select = html.match(new RegExp(`<select id="${id}"[\\s\\S]*?</select>`))?.[0] ?? '';
    expect(select).toMatch(new RegExp(`<option value="${value}" selected`));
    expect(html).toContain('figure-outcome-duration');
  });

  it('leave out and count what does not meet them', async () => {
    const all = await result(`${base}/benchmark.json`);
    const some = await result(`${base}/benchmark.json?cluster=ZT03`);
    if (!isComputed(all.models.outcome) || !isComputed(some.models.outcome)) throw new Error('no model');
    expect(some.models.outcome.n).toBeLessThan(all.models.outcome.n);
    const words = wordsOf(await site.text(`${base}?cluster=ZT03`));
    expect(words).toMatch(/Buiten de filters −\d+/);
  });

  it('of the form come back as the shortest address', async () => {
    const sent = `${base}?own=&cluster=ZT03&period=&setting=&method=reml&adjust=&adjust=age&adjust=sex&adjust=pre&adjust=diagnosis`;
    const response = await site.get(sent);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${base}?cluster=ZT03`);
    const swapped = await site.get(sent, { 'hx-request': 'true' });
    expect(swapped.status).toBe(200);
    expect(swapped.headers.get('hx-push-url')).toBe(`${base}?cluster=ZT03`);
  });

  it('adjust for what is ticked, in the words of the reader; nothing ticked is said', async () => {
    const none = await site.text(`${base}?adjust=`);
    expect(wordsOf(none)).toContain('Er is niet gecorrigeerd');
    const one = await result(`${base}/benchmark.json?adjust=&adjust=age`);
    if (!isComputed(one.models.outcome)) throw new Error('no model');
    expect(one.models.outcome.coefficients.map(({ name }) => name)).toEqual(['(Intercept)', 'age']);
    expect(wordsOf(await site.text(base))).toContain(
      'Gecorrigeerd voor: leeftijd, geslacht, voormeting, diagnose.',
    );
  });

  it('merge levels of a few patients', async () => {
    const members = { a: 60, b: 60, c: 60 };
    const diagnosis = (row: number) =>
      row % 40 === 0 ? `zeldzaam ${row}` : row % 3 === 0 ? 'angst' : 'stemming';
    const path = await load(networkCsv({ members, diagnosis }), 'zeldzaam.csv');
    expect(wordsOf(await site.text(path))).toContain('samengevoegd: diagnose');
    expect(await site.text(`${path}/benchmark.json`)).not.toContain('zeldzaam 40');
  });

  it('are locked where too few members have enough patients, and say so', async () => {
    const members = { a: 50, b: 50, c: 50, d: 50, e: 50 };
    const path = await load(networkCsv({ members, clinical: ['a', 'b'] }), 'sloten.csv');
    const html = await site.text(path);
    expect(html).toMatch(/<option value="klinisch" disabled[^>]*>klinisch \(op slot: 2 van 3\)/);
    expect(html).toMatch(/<option value="ambulant">ambulant</);
    expect(wordsOf(html)).toContain('Een keuze staat op slot');
    const chosen = wordsOf(await site.text(`${path}?setting=klinisch`));
    expect(chosen).toContain('Hier is geen vergelijking mogelijk');
    expect(chosen).toContain('instellingen met genoeg patiënten: 2');
  });

  it.each(['cluster=99', 'setting=%3Cscript%3E', 'period=x', 'instrument=ander'])(
    '%s selects nothing and says so',
    async (query) => {
      const html = await site.text(`${base}?${query}`);
      expect(wordsOf(html)).toContain('Geen enkel traject voldoet aan deze filters');
      expect(html).not.toContain('<script>');
    },
  );
});

describe('no comparison', () => {
  const three = { a: 40, b: 40, c: 40 };
  it.each([
    [
      'twee.csv',
      { members: { a: 40, b: 40 } },
      ['minder dan 3 instellingen', 'Aanwezig instellingen met genoeg patiënten: 2'],
    ],
    [
      'zonder-instelling.csv',
      { members: three, without: ['member'] },
      ['bij welke instelling', 'kolom member'],
    ],
    [
      'niets.csv',
      { members: three, without: ['pre', 'post', 'start', 'end'] },
      ['niets om op te vergelijken', 'Herkende kolommen: member, instrument'],
    ],
  ])('%s says what is needed and what is there', async (name, shape, sentences) => {
    const path = await load(networkCsv(shape), name);
    const words = wordsOf(await site.text(path));
    expect(words).toContain('Hier is geen vergelijking mogelijk');
    for (const sentence of sentences) expect(words).toContain(sentence);
    expect(wordsOf(await site.text(`${path}?lang=en`))).toContain('No comparison is possible here');
    await site.text(`${path}/benchmark.json`, 404);
  });

  it.each([
    ['zonder-rom.csv', ['pre', 'post'], 'Geen uitkomst', 'figure-members-duration'],
    ['zonder-duur.csv', ['start', 'end'], 'Geen behandelduur', 'figure-members-outcome'],
  ])('%s: one measure missing, the other goes on', async (name, without, title, figure) => {
    const path = await load(networkCsv({ members: three, without }), name);
    const html = await site.text(path);
    expect(wordsOf(html)).toContain(title);
    expect(html).toContain(figure);
    expect(html).not.toContain('figure-outcome-duration');
  });

  it('an unknown data set or file is not there', async () => {
    await site.text('/data/nergens/benchmark', 404);
    await site.text('/data/nergens/benchmark/own', 404);
    await site.text(`${base}/iets.csv`, 404);
  });
});

/** What a page or drawing says, the drawings' own text included. */
function textOf(body: string): string {
  return body
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}
