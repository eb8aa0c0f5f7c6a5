/** Designs of the network through the app: files of the data folder, as the form says them. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

const DESIGN = {
  adjust: [
    { column: 'age', kind: 'number' },
    { column: 'sex', kind: 'category' },
  ],
};

let site: TestApp;
beforeAll(async () => {
  site = await openApp();
});
afterAll(() => site.close());

async function send(path: string, fields: Record<string, string | File>): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return await site.app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: form,
    headers: { origin: ORIGIN },
  });
}

describe('a design', () => {
  it('begins with a next step', async () => {
    expect(wordsOf(await site.text('/network'))).toContain('Leg vast wat het netwerk vergelijkt');
    expect(wordsOf(await site.text('/network?lang=en'))).toContain('Lay down what the network compares');
    await site.text('/network?lang=nl');
  });

  it('is a file of the data folder, as the form says it', async () => {
    const fields = {
      name: 'angst',
      ...{ column0: 'age', kind0: 'number', column1: 'sex', kind1: 'category' },
      ...{ better: 'higher', direction: 'lower' },
    };
    const saved = await send('/network/designs', fields);
    expect(saved.headers.get('location')).toBe('/network/designs/angst?saved=1');
    const file = await readFile(join(site.folder, 'designs', 'angst.json'), 'utf8');
    expect(JSON.parse(file)).toEqual(DESIGN);
    expect(await site.text('/network/designs/angst.json')).toBe(file);
    expect(wordsOf(await site.text('/network/designs/angst'))).toContain('age, sex (categorie)');
    expect((await send('/network/designs', fields)).status).toBe(400);
  });

  it('says which field is wrong, and keeps what was typed', async () => {
    const answer = await send('/network/designs', { name: 'half', preFrom: '-7', postFrom: 'drie' });
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(wordsOf(html)).toContain('windows.pre.untilDays');
    expect(html).toContain('value="drie"');
    expect((await send('/network/designs', { name: '../uit' })).status).toBe(400);
  });

  it('is not changed over someone else’s change', async () => {
    await send('/network/designs/import', { file: new File([JSON.stringify(DESIGN)], 'kopie.json') });
    const was = /name="was" value="(\w+)"/.exec(await site.text('/network/designs/kopie'))![1]!;
    const change = (outcome: string) => send('/network/designs/kopie', { was, outcome, duration: 'dagen' });
    expect((await change('score')).status).toBe(303);
    expect(wordsOf(await (await change('anders')).text())).toContain('intussen gewijzigd');
    const kept = JSON.parse(await site.text('/network/designs/kopie.json'));
    expect(kept).toEqual({ outcome: 'score', duration: 'dagen', adjust: [] });
    await send('/network/designs/kopie/delete', {});
    expect((await site.get('/network/designs/kopie')).status).toBe(404);
  });
});
