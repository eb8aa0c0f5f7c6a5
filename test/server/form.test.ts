/** The adaptive form: question by question, back, changed, all at once, erased; and where answers never stand. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormDrafts, DRAFT_HOURS } from '../../server/form-drafts.ts';
import { adaptiveStep, compileRuleSet, isComputed } from '../../src/index.ts';
import { smallRuleSet } from '../support/small-rule-set.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  return app.app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
  });
}

async function begin(fields: Record<string, string> = {}): Promise<string> {
  const response = await post('/form', { supercluster: 'X', stop: 'bound', ...fields });
  expect(response.status).toBe(303);
  return response.headers.get('location')!;
}

const idOf = (location: string) => /^\/form\/([0-9a-f]{32})\//.exec(location)![1]!;
const itemOf = (location: string) => /\/question\/(hv\d\d)$/.exec(location)![1]!.toUpperCase();

/** Answers the question an address asks; gives the next address. */
async function answer(location: string, value: string): Promise<string> {
  const response = await post(`/form/${idOf(location)}/answer`, { item: itemOf(location), answer: value });
  expect(response.status).toBe(303);
  return response.headers.get('location')!;
}

describe('the form', () => {
  it('says before the first question where answers go, and whose order this is', async () => {
    const page = wordsOf(await app.text('/form'));
    expect(page).toContain('alleen in het geheugen van deze server');
    expect(page).toContain(`Na ${DRAFT_HOURS} uur`);
    expect(page).toContain('niet de officiële verkorte route');
    expect(page).toContain('ILLUSTRATIEF');
  });

  it('asks until no open question can change the advice, and says so', async () => {
    let location = await begin();
    let asked = 0;
    while (location.includes('/question/')) {
      const page = wordsOf(await app.text(location));
      expect(page).toContain(`Vraag ${asked + 1} ·`);
      expect(page).toContain('Van de open vragen zegt deze nu het meest.');
      location = await answer(location, '0');
      asked += 1;
    }
    expect(asked).toBeLessThan(19);
    const page = wordsOf(await app.text(location));
    expect(page).toContain('Advies: ZT01');
    expect(page).toContain(`Geen van de ${19 - asked} open vragen kan dit nog veranderen`);
    expect(page).toContain(`${asked} van de 19 vragen beantwoord`);
    expect(page).toContain('Welk ander antwoord zou dit veranderen?');
    expect(page).toContain('niet gevraagd');
  });

  it('lets an answer be changed, taken back, and given again', async () => {
    const first = await begin();
    const second = await answer(first, '4');
    const back = await app.text(first);
    expect(back).toContain('answer-card now');
    expect(wordsOf(back)).toContain('Deze vraag is al beantwoord');
    const changed = await answer(first, '0');
    expect(itemOf(changed)).not.toBe(itemOf(first));
    expect(wordsOf(await app.text(changed))).toContain('kansen na 1 antwoorden');
    const open = await answer(first, 'open');
    expect(open).toBe(first);
    expect(await answer(first, '4')).toBe(second);
  });

  it('takes all answers on one page, and then equals the explained full route', async () => {
    const location = await begin({ stop: 'all' });
    expect(itemOf(location)).toBe('HV01');
    const ratings = [0, 0, 1, 0, 0, 0, 3, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 2, 1];
    const fields = Object.fromEntries(
      ratings.map((rating, at) => [`HV${String(at + 1).padStart(2, '0')}`, String(rating)]),
    );
    const response = await post(`/form/${idOf(location)}/list`, fields);
    const page = wordsOf(await app.text(response.headers.get('location')!));
    expect(page).toContain('Alle vragen zijn beantwoord: dit is de volledige vragenlijst.');
    const list = await app.text(`/form/${idOf(location)}/list`);
    expect(list.match(/value="3" checked/g)).toHaveLength(1);
  });

  it('loses nothing of two windows on one form: each keeps what the other did not touch', async () => {
    const location = await begin({ stop: 'all' });
    const list = `/form/${idOf(location)}/list`;
    const seen = /name="seen" value="([^"]+)"/.exec(await app.text(list))![1]!;
    const here = await post(list, { seen, HV01: '1', HV02: '2', HV03: 'open' });
    expect(here.headers.get('location')).toBe(`/form/${idOf(location)}/result`);
    const there = await post(list, { seen, HV01: '4', HV02: 'open', HV03: '3' });
    expect(there.headers.get('location')).toBe(`${list}?changed=HV01`);
    const page = await app.text(there.headers.get('location')!);
    expect(wordsOf(page)).toContain('In een ander venster is intussen anders geantwoord op 1. Dat antwoord');
    for (const [name, value] of [
      ['HV01', 1],
      ['HV02', 2],
      ['HV03', 3],
    ]) {
      expect(page).toContain(`name="${name}" value="${value}" checked`);
    }
    const question = await post(`/form/${idOf(location)}/answer`, { item: 'HV02', seen: '-2', answer: '0' });
    expect(question.headers.get('location')).toMatch(/\/question\/HV02\?changed=HV02$/i);
  });

  it('stops at a probability without a promise, and can go on', async () => {
    let location = await begin({ stop: 'probability', atLeast: '0.8' });
    while (location.includes('/question/')) location = await answer(location, '0');
    const page = wordsOf(await app.text(location));
    expect(page).toMatch(/De gevraagde kans van 80,0% is bereikt|Geen van de/);
    const response = await post(`/form/${idOf(location)}/stop`, { stop: 'all' });
    expect(response.headers.get('location')).toContain('/question/');
  });

  it('says what too many unknown answers do, before and after', async () => {
    let location = await begin();
    for (let n = 0; n < 3; n += 1) {
      const page = wordsOf(await app.text(location));
      expect(page).toContain(n < 2 ? `nog ${2 - n} keer mogelijk` : 'dan is er geen advies meer');
      location = await answer(location, 'unknown');
    }
    const page = wordsOf(await app.text(location));
    expect(page).toContain('Er zijn 3 vragen niet bekend; de regelset laat er 2 toe.');
  });

  it('is in English too', async () => {
    const location = await begin();
    const page = wordsOf(await app.text(`${location}?lang=en`));
    expect(page).toContain('Of the open questions this one tells most now.');
    expect(wordsOf(await app.text(`/form/${idOf(location)}/result?lang=en`))).toContain('Not finished');
  });

  it.each([
    ['/form', { supercluster: 'Q', stop: 'bound' }],
    ['/form', { supercluster: 'X', stop: 'never' }],
    ['/form', { supercluster: 'X', stop: 'probability', atLeast: '2' }],
  ])('refuses a start that is none: %s %o', async (path, fields) => {
    expect((await post(path, fields)).status).toBe(400);
  });

  it('refuses an answer outside the scale without repeating it, and an unknown question', async () => {
    const location = await begin();
    const wrong = await post(`/form/${idOf(location)}/answer`, { item: itemOf(location), answer: '77' });
    expect(wrong.status).toBe(400);
    // The draft's random name stands in addresses and may hold any short number: only the words count.
    expect(wordsOf(await wrong.text())).not.toContain('77');
    const unknown = await post(`/form/${idOf(location)}/answer`, { item: 'HV99', answer: '1' });
    expect(unknown.status).toBe(404);
    expect((await app.get(`/form/${idOf(location)}/question/hv99`)).status).toBe(404);
  });

  it('is gone once erased', async () => {
    const location = await begin();
    const response = await post(`/form/${idOf(location)}/erase`, {});
    expect(wordsOf(await app.text(response.headers.get('location')!))).toContain(
      'De antwoorden zijn gewist.',
    );
    for (const path of [location, `/form/${idOf(location)}`, `/form/${idOf(location)}/list`]) {
      expect(wordsOf(await app.text(path, 404))).toContain('Deze vragenlijst is er niet meer');
    }
    expect((await post(`/form/${idOf(location)}/answer`, { item: 'HV01', answer: '1' })).status).toBe(404);
  });

  it('leaves no trace on disk or in the log', async () => {
    const location = await begin();
    await answer(location, '4');
    const id = idOf(location);
    const files = await readdir(app.folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((each) => each.isFile())) {
      expect((await readFile(join(file.parentPath, file.name))).includes(id)).toBe(false);
    }
    expect(app.log.join('\n')).not.toContain(id);
  });
});

describe('drafts', () => {
  const compiled = compileRuleSet(smallRuleSet());
  const form = { compiled, supercluster: 0, rule: { kind: 'bound' } as const };

  it('belong to who began them', () => {
    const drafts = createFormDrafts(() => new Date());
    const { id } = drafts.begin('anna', form);
    expect(drafts.get('anna', id)?.id).toBe(id);
    expect(drafts.get('bert', id)).toBeUndefined();
    expect(drafts.answer('bert', id, new Map([[0, 1]]))).toBeUndefined();
    drafts.erase('bert', id);
    expect(drafts.get('anna', id)).toBeDefined();
    drafts.erase('anna', id);
    expect(drafts.get('anna', id)).toBeUndefined();
  });

  it('are gone after a while without use', () => {
    let now = Date.parse('2026-01-01');
    const drafts = createFormDrafts(() => new Date(now));
    const { id } = drafts.begin('anna', form);
    now += (DRAFT_HOURS - 1) * 3_600_000;
    expect(drafts.get('anna', id)).toBeDefined();
    now += (DRAFT_HOURS - 1) * 3_600_000;
    expect(drafts.get('anna', id)).toBeDefined();
    now += (DRAFT_HOURS + 1) * 3_600_000;
    expect(drafts.get('anna', id)).toBeUndefined();
  });

  it('keep their rule set and the order of the answers', () => {
    const drafts = createFormDrafts(() => new Date());
    const { id } = drafts.begin('anna', form);
    drafts.answer('anna', id, new Map([[2, 1]]));
    drafts.answer('anna', id, new Map([[0, 3]]));
    const draft = drafts.answer('anna', id, new Map([[2, -1]]))!;
    expect(draft.order).toEqual([2, 0]);
    expect([...draft.answers]).toEqual([3, -2, -1]);
    const step = adaptiveStep(draft.compiled, draft.supercluster, draft.answers, draft.rule);
    expect(isComputed(step.stop)).toBe(true);
    expect(drafts.answer('anna', id, new Map([[2, -2]]))!.order).toEqual([0]);
  });
});
