/** Every figure says how it is made, and every file that was taken out says how to make it again. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIGURE_METHODS } from '../../src/index.ts';
import { networkCsv } from './benchmark-file.ts';
import { openApp, type TestApp, wordsOf } from './open-app.ts';

let site: TestApp;
let id: string;
beforeAll(async () => {
  site = await openApp({ members: 4, episodes: 1200 });
  await site.upload(networkCsv({ members: { Noord: 120, Oost: 130, Zuid: 140 } }), 'netwerk.csv');
  id = site.services.dataSets().find(({ origin }) => origin === 'upload')!.id;
});
afterAll(() => site.close());

describe('method pages', () => {
  it.each(FIGURE_METHODS.map((method) => [method.id, method] as const))(
    '%s in both languages',
    async (_, method) => {
      for (const lang of ['nl', 'en'] as const) {
        const words = wordsOf(await site.text(`/method/${method.id}?lang=${lang}`));
        expect(words).toContain(method.title[lang]);
        expect(words).toContain(method.notWhen[0]![lang]);
        expect(words).toContain(method.agreement[lang]);
      }
      await site.text('/method?lang=nl');
    },
  );

  it.each([
    ['clusters', () => '/data/demo/clusters'],
    ['simulation', () => '/data/demo/simulation'],
    ['benchmark', () => `/data/${id}/benchmark?own=Noord&r=0.9`],
  ])('every figure of %s links to one that is there', async (_, path) => {
    const html = await site.text(path());
    const figures = [...html.matchAll(/<figure class="figure"/g)].length;
    const links = [...html.matchAll(/href="(\/method\/[\w-]+)"/g)].map((match) => match[1]!);
    expect(figures).toBeGreaterThan(0);
    expect(links.length).toBeGreaterThanOrEqual(figures);
    for (const link of new Set(links)) expect((await site.get(link)).status, link).toBe(200);
  });

  it('what is no figure is not there', async () => {
    expect((await site.get('/method/nergens')).status).toBe(404);
  });
});

describe('runs', () => {
  it('are noted with what they were made of, and by whom', async () => {
    await site.text(`/data/${id}/benchmark/members.csv?own=Noord`);
    await site.text(`/data/${id}/benchmark/funnel.svg?own=Noord`);
    const html = await site.text('/method/runs');
    const words = wordsOf(html);
    for (const part of ['members.csv', 'funnel.svg', 'netwerk.csv', 'deze computer'])
      expect(words).toContain(part);
    const { sha256 } = site.services.dataSets().find((dataSet) => dataSet.id === id)!;
    expect(words).toContain(`${sha256.slice(0, 12)}… (390 rijen)`);
    const record = JSON.parse(await site.text(/\/method\/runs\/\w+\.json/.exec(html)![0])) as object;
    expect(record).toMatchObject({
      schema: 'zorgcluster/run@1',
      who: 'local',
      input: { name: 'netwerk.csv', sha256, rows: 390 },
      address: `/data/${id}/benchmark?own=Noord`,
      options: [{ name: 'own', value: 'Noord' }],
    });
    expect((await site.get('/method/runs/zzz.json')).status).toBe(404);
  });

  it('of a deleted data set go with it', async () => {
    await site.post(`/data/${id}/delete`);
    expect(wordsOf(await site.text('/method/runs'))).not.toContain('netwerk.csv');
  });
});
