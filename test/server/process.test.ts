/** The server as a process: started, asked, stopped; and the sentence with exit 3 when it cannot start. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine, PACKAGE_ROOT } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zorgcluster-process-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  /** The address it printed, or its exit. */
  readonly said: Promise<{ url?: string; status?: number | null; errors: string }>;
  readonly ended: Promise<number | null>;
}

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, 'dist', 'server', 'main.js')], {
    env: { ...process.env, ZORGCLUSTER_HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const said = new Promise<{ url?: string; status?: number | null; errors: string }>((resolve) => {
    child.stdout!.on('data', (chunk) => {
      output += chunk;
      const url = /http:\S+/.exec(output)?.[0];
      if (url !== undefined) resolve({ url, errors });
    });
    child.stderr!.on('data', (chunk) => {
      errors += chunk;
    });
    child.once('close', (status) => resolve({ status, errors }));
  });
  return { child, said, ended };
}

test('the first page answers at once on an empty folder, a second start is refused, a signal stops it', async () => {
  const begun = Date.now();
  const server = start({ PORT: '0' });
  const { url } = await server.said;
  const first = await fetch(url!);
  expect(first.status).toBe(200);
  expect(Date.now() - begun).toBeLessThan(15_000);
  expect(await first.text()).toMatch(/De voorbeeldgegevens worden gemaakt|Waar landen onze patiënten/);
  expect((await stat(folder)).mode & 0o077).toBe(0);

  const second = await start({ PORT: '0' }).said;
  expect(second.status).toBe(3);
  expect(second.errors).toMatch(/^De gegevensmap is al in gebruik [^\n]+\n$/);
  const refused = await runHere(folder, ['restore', join(tmpdir(), 'never.tar.gz'), '--replace']);
  expect(refused).toMatchObject({ status: 3, stdout: '' });
  expect(refused.stderr).toMatch(/^De gegevensmap is al in gebruik [^\n]+\n$/);

  // A backup needs no stop: what is sent afterwards is not in it, what was there before is.
  const store = async (name: string): Promise<string> => {
    const form = new FormData();
    form.set('file', new File([`patient,supercluster,hv01\n${name},X,1\n`], `${name}.csv`));
    const sent = await fetch(`${url}/data`, {
      ...{ method: 'POST', body: form, headers: { origin: url! }, redirect: 'manual' as const },
    });
    const page = sent.headers.get('location')!;
    while ((await fetch(`${url}${page}/progress`)).status !== 204) await wait(100);
    return page.split('/').at(-1)!;
  };
  const early = await store('early');
  const archive = join(folder, '..', 'online.tar.gz');
  const made = await runHere(folder, ['backup', archive]);
  expect([made.status, made.stdout]).toEqual([0, expect.stringContaining('Reservekopie gemaakt')]);
  await store('late');
  expect(await readdir(join(folder, 'snapshot')), 'nothing of the copy stays').toEqual([]);
  const back = join(folder, 'other-home');
  expect((await runHere(back, ['restore', archive, '--quiet'])).status).toBe(0);
  const engine = await openEngine(join(back, 'zorgcluster.duckdb'));
  const kept = await engine.all("select id from data_set where origin = 'upload'");
  expect(kept).toEqual([{ id: early }]);
  expect(await engine.all(`select count(*) as n from cases_${early}`)).toEqual([{ n: 1 }]);
  await engine.close();
  await rm(archive);

  // Half a request keeps the stop waiting; a terminal sends its signal to npm too, which passes it on.
  const { port, hostname } = new URL(url!);
  const half = connect(Number(port), hostname).on('error', () => undefined);
  await once(half, 'connect');
  half.write('POST /data HTTP/1.1\r\nhost: localhost\r\n');
  // What was asked before the signal is answered after it; what comes later is turned down meanwhile.
  const asked = connect(Number(port), hostname);
  const origin = `http://localhost:${port}`;
  const type = 'content-type: application/x-www-form-urlencoded';
  asked.write(`POST /form HTTP/1.1\r\nhost: localhost:${port}\r\norigin: ${origin}\r\n${type}\r\n`);
  asked.write('content-length: 13\r\n\r\nsuper');
  await wait(100);
  server.child.kill('SIGTERM');
  await wait(300);
  const [watched, late] = await Promise.all([fetch(`${url}/ready`), fetch(`${url}/data`)]);
  expect([watched.status, await watched.json(), late.status]).toEqual([503, { status: 'stopping' }, 503]);
  asked.write('cluster=');
  expect(String((await once(asked, 'data'))[0])).toMatch(/^HTTP\/1.1 400 /);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  half.destroy();
});

test('a port that is taken and one that is none: one sentence each', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const other = join(folder, 'other');
  const refused = await start({ PORT: port, ZORGCLUSTER_HOME: other }).said;
  expect(refused.status).toBe(3);
  expect(refused.errors).toMatch(new RegExp(`^Poort ${port} is al in gebruik[^\\n]+\\n$`));
  taken.close();

  const odd = await start({ PORT: 'http', ZORGCLUSTER_HOME: other }).said;
  expect(odd.status).toBe(2);
  expect(odd.errors).toMatch(/^PORT moet een geheel getal[^\n]+\n$/);
});

test('a folder that cannot be made: one sentence', async () => {
  const refused = await start({ PORT: '0', ZORGCLUSTER_HOME: '/dev/null/zorgcluster' }).said;
  expect(refused.status).toBe(3);
  expect(refused.errors).toMatch(/^De gegevensmap is niet aan te maken[^\n]+\n$/);
});
