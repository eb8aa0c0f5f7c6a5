/** Work that outlives a request: one after another, stopped on request, ended with the server, told of after a crash. */

import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { receiveUpload } from '../../server/form.ts';
import { createJobs, JobEnded, type Progress, type Work } from '../../server/jobs.ts';
import { openServices } from '../../server/open-services.ts';
import { Refusal } from '../../src/index.ts';
import { ORIGIN, openApp, wordsOf } from './open-app.ts';

const AT = (phase: Progress['phase'], share: number): Progress => ({ rowsRead: 1, issues: 0, phase, share });
const untilAborted: Work = (_report, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

describe('jobs', () => {
  let clock = 0;
  const jobs = () =>
    createJobs(
      () => 'ref',
      () => new Date(clock),
    );

  test('one at a time per id; the next begins when the first has ended', async () => {
    const queue = jobs();
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise(setImmediate);
      order.push(`${name} ends`);
    };
    expect(queue.start('a', 'a', work('first'))).toBe(true);
    expect(queue.start('a', 'a', work('never'))).toBe(false);
    expect(queue.start('b', 'b', work('second'))).toBe(true);
    await queue.idle();
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    expect(queue.start('a', 'a', work('third'))).toBe(true);
    await queue.idle();
  });

  test('say how long it still takes, once that can be known', async () => {
    const queue = jobs();
    clock = 0;
    queue.start('a', 'a', async (report) => {
      clock = 10_000;
      report(AT('reading', 0.01));
      expect(queue.get('a')).not.toHaveProperty('secondsLeft');
      report(AT('reading', 0.25));
      expect(queue.get('a')?.secondsLeft).toBe(30);
    });
    await queue.idle();
    expect(queue.get('a')?.state).toEqual({ kind: 'done' });
  });

  test('that run or wait are stopped by the user; one that is being stored is finished', async () => {
    const queue = jobs();
    let finish = (): void => {};
    queue.start('running', 'r', untilAborted);
    queue.start('waiting', 'w', async (_report, signal) => signal.throwIfAborted());
    queue.start('storing', 's', async (report) => {
      report(AT('storing', 0.8));
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    await new Promise(setImmediate);
    queue.cancel('waiting');
    expect(queue.get('waiting')?.state.kind).toBe('cancelled');
    queue.cancel('running');
    await queue.settled('running');
    expect(queue.get('running')?.state.kind).toBe('cancelled');
    await new Promise(setImmediate);
    queue.cancel('storing');
    expect(queue.get('storing')?.state.kind).toBe('running');
    finish();
    await queue.idle();
    expect(['waiting', 'storing'].map((id) => queue.get(id)?.state.kind)).toEqual(['cancelled', 'done']);
  });

  test('end with the server, each told who ended it', async () => {
    const queue = jobs();
    const ended: unknown[] = [];
    const work: Work = (report, signal) =>
      untilAborted(report, signal).catch((error: unknown) => {
        ended.push(error);
        throw error;
      });
    queue.start('a', 'a', work);
    queue.start('b', 'b', async (_report, signal) => signal.throwIfAborted());
    await new Promise(setImmediate);
    await queue.stop();
    expect(ended).toEqual([new JobEnded('server')]);
    expect(ended[0]).toHaveProperty('by', 'server');
    expect(queue.list().map(({ state }) => state.kind)).toEqual(['cancelled', 'cancelled']);
  });
});

const rows = (n: number): string =>
  ['patient;hoofdgroep;hv01', ...Array.from({ length: n }, (_, row) => `p${row};X;${row % 5}`)].join('\n');

function formOf(content: string): { body: FormData } {
  const form = new FormData();
  form.set('file', new File([content], 'groot.csv'));
  return { body: form };
}

describe('an upload', () => {
  let folder = '';
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('stopped by the user leaves nothing and says so', async () => {
    const app = await openApp();
    const sent = await app.app.request(`${ORIGIN}/data`, {
      method: 'POST',
      headers: { origin: ORIGIN },
      ...formOf(rows(30_000)),
    });
    const address = sent.headers.get('location')!;
    const under = wordsOf(await app.text(address));
    expect(under).toMatch(/Stoppen/);
    expect(wordsOf(await app.text('/data'))).toContain('Wordt nog gelezen groot.csv');
    await app.post(`${address}/cancel`);
    expect(wordsOf(await app.text(address))).toContain('Het lezen is gestopt groot.csv Er is niets bewaard');
    await app.services.jobs.idle();
    expect(await readdir(join(app.folder, 'uploads'))).toEqual([]);
    expect(app.services.dataSets()).toEqual([]);
    // The next file is read as if nothing had been.
    expect((await app.upload(rows(20))).status).toBe(303);
    expect(app.services.dataSets()).toHaveLength(1);
    await app.close();
  });

  test('cut off by a stop or a crash is told at the next start, once read it is gone', async () => {
    folder = await mkdtemp(join(tmpdir(), 'zorgcluster-cut-'));
    const open = () => openServices({ folder, demo: null, log: () => {} });
    const first = await open();
    const sent = await createApp(first.services).request(`${ORIGIN}/data`, {
      method: 'POST',
      headers: { origin: ORIGIN },
      ...formOf(rows(30_000)),
    });
    const id = sent.headers.get('location')!.split('/').at(-1)!;
    await first.close();
    expect((await readdir(join(folder, 'uploads'))).length).toBeGreaterThan(0);
    // Another was being sent when the machine fell down: half a mark, half a file.
    await writeFile(join(folder, 'uploads', 'halfsent.mark.json'), '{"na');
    await writeFile(join(folder, 'uploads', 'halfsent.part'), 'patient;hv');
    await writeFile(join(folder, 'rejects', `${id}.csv`), 'row');

    const second = await open();
    const app = createApp(second.services);
    const words = async () => wordsOf(await (await app.request(`${ORIGIN}/data`)).text());
    for (const told of [
      /Bij de vorige keer afgebroken .* naam niet meer bekend/,
      /afgebroken .* groot\.csv/,
    ]) {
      expect(await words()).toMatch(told);
    }
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
    expect(await readdir(join(folder, 'rejects'))).toEqual([]);
    expect(second.services.dataSets()).toEqual([]);
    await app.request(`${ORIGIN}/data/notices`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(await words()).not.toContain('afgebroken');
    await second.close();
  });

  test('on a full disk is refused with the sentence for that', async () => {
    const request = new Request(`${ORIGIN}/data`, { method: 'POST', ...formOf(rows(50_000)) });
    folder = await mkdtemp(join(tmpdir(), 'zorgcluster-full-'));
    const path = join(folder, 'upload.part');
    // A place that always says that it is full; the link is what is cleared away.
    await symlink('/dev/full', path);
    const fault = await receiveUpload(request, path).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Refusal);
    expect(fault).toMatchObject({ message: 'disk-full', exit: 3 });
  });
});
