/** Designs of the network through the app: files of the data folder, as the form says them. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { designOf, fieldsOf } from '../../server/network/design-form.ts';
import { parseDesign } from '../../src/index.ts';
import { rowsShown } from '../../views/network-model.ts';
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

const name = fc.stringMatching(/^[a-z][a-z_]{0,8}$/);
const value = fc
  .oneof(fc.string({ minLength: 1, maxLength: 6 }), fc.constantFrom(';', '"', 'a; b', ' a', '""'))
  .filter((text) => !/\p{Cc}/u.test(text));
const list = fc.array(value, { minLength: 1, maxLength: 3 });
const day = fc.constantFrom('2025-01-01', '2025-12-31');
const window = fc.constantFrom({ fromDays: -30, untilDays: 30 }, { fromDays: 0, untilDays: 9 });
const designs = fc.record(
  {
    outcome: name,
    duration: name,
    cost: name,
    better: fc.constant('lower'),
    direction: fc.constant('higher'),
    instrument: name,
    conversion: name,
    windows: fc.record({ pre: window, post: window }, { requiredKeys: ['post'] }),
    period: fc.record({ from: day, until: fc.constant('2025-12-31') }, { requiredKeys: ['until'] }),
    where: fc.array(fc.record({ column: name, values: list }), { minLength: 1, maxLength: 4 }),
    adjust: fc.array(
      fc.oneof(
        fc.record({ column: name, kind: fc.constant('number') }),
        fc.record(
          { column: name, kind: fc.constant('category'), levels: list },
          { requiredKeys: ['column', 'kind'] },
        ),
      ),
      { maxLength: 12 },
    ),
  },
  { requiredKeys: ['adjust'] },
);

it('kept as the form shows it, a design says what it said', () => {
  fc.assert(
    fc.property(designs, (made) => {
      const design = parseDesign(JSON.stringify(made), 'opzet');
      const fields = fieldsOf(design);
      expect(designOf(fields, 'opzet')).toEqual(design);
      // There is a box for every row, and one to spare.
      expect(rowsShown(fields, 'column').length).toBeGreaterThan(design.adjust.length);
      expect(rowsShown(fields, 'where').length).toBeGreaterThan((design.where ?? []).length);
    }),
  );
});

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
