/**
 * Requests by chance to the whole application, as every role: what its own pages lead to and ask for, and
 * what nobody would send. No answer is a fault of the server, and nobody sees a patient who may not.
 */

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROLES, type User } from '../../../server/access/user.ts';
import { createApp } from '../../../server/app.ts';
import { ORIGIN, openApp, type TestApp } from '../../server/open-app.ts';
import { runHere } from '../../support/run-here.ts';
import { badText } from '../invariants.ts';
import { ID, known, made, type Sent } from '../requests.ts';
import { MARKER, type OpenTarget, type Target } from '../target.ts';

/** Pages from which addresses and forms are gathered. */
const MOST_PAGES = 70;
/** Cases before the store is made anew: what happened before belongs to a finding. */
const CASES_PER_STORE = 150;
const ANSWER_MS = 60_000;
const MANY_ROWS = 10 ** 9;

async function caseFile(folder: string): Promise<string> {
  const path = join(folder, 'cases.csv');
  await runHere(folder, [
    'generate',
    '--members',
    '4',
    '--episodes',
    '160',
    '--seed',
    '3',
    '-o',
    path,
    '--quiet',
  ]);
  const [header = '', ...lines] = (await readFile(path, 'utf8')).trimEnd().split(/\r?\n/);
  const at = header.split(',').indexOf('patient');
  const marked = lines.map((line) =>
    line
      .split(',')
      .with(at, `${MARKER}${line.split(',')[at]}`)
      .join(','),
  );
  return [header, ...marked].join('\n');
}

class Server {
  readonly #content: string;
  #app: TestApp | undefined;
  #id = '';
  #judged = 0;

  constructor(content: string) {
    this.#content = content;
  }

  async ready(): Promise<{ app: TestApp; id: string }> {
    if (this.#judged >= CASES_PER_STORE) await this.close();
    this.#app ??= await openApp(null, { atOnce: MANY_ROWS });
    const { services, upload } = this.#app;
    if (!services.dataSets().some(({ id }) => id === this.#id)) {
      const response = await upload(this.#content, 'cases.csv');
      this.#id = response.headers.get('location')!.split('/').at(-1)!;
    }
    this.#judged += 1;
    return { app: this.#app, id: this.#id };
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
    this.#judged = 0;
  }
}

function requestOf(sent: Sent, id: string): Request | undefined {
  try {
    return built(sent, id);
  } catch {
    // What no browser and no program could send.
    return undefined;
  }
}

function built(sent: Sent, id: string): Request {
  const fill = (text: string): string => text.replaceAll(ID, id);
  const headers = new Headers({ origin: ORIGIN, ...sent.headers });
  let body: string | FormData | null = sent.body ?? null;
  if (sent.files !== undefined) {
    const form = new FormData();
    for (const [name, value] of sent.form ?? []) form.append(name, fill(value));
    for (const [name, value] of sent.files) form.append(name, new File([value], 'sent.csv'));
    body = form;
    headers.delete('content-type');
  } else if (sent.form !== undefined) {
    body = new URLSearchParams(
      sent.form.map(([name, value]): [string, string] => [name, fill(value)]),
    ).toString();
    if (!headers.has('content-type')) headers.set('content-type', 'application/x-www-form-urlencoded');
  }
  return new Request(`${ORIGIN}${fill(sent.path)}`, { method: sent.method, headers, body });
}

/** Where an analyst sees patients, and where a file with rows is taken along. */
const WITH_PATIENTS = /\/(cases|form|explain|rejects\.csv|episodes|columns)|\.(csv|xlsx)(\?|$)/;

async function answered(app: TestApp, sent: Sent, id: string): Promise<string | undefined> {
  const request = requestOf(sent, id);
  if (request === undefined) return undefined;
  const role = ROLES.find((each) => each === sent.role);
  const user: User = { id: sent.role, name: sent.role, role: role ?? 'nobody' };
  const own = createApp({ ...app.services, access: { ...app.services.access, identify: () => user } });
  const where = `${sent.method} ${sent.path.slice(0, 200)} as ${sent.role}`;
  const lines = app.log.length;
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, ANSWER_MS, 'late').unref());
  const response = await Promise.race([own.request(request), late]);
  if (response === 'late') return `no answer to ${where}`;
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
  await app.services.jobs.idle();
  const faults = app.log.slice(lines);
  if (response.status >= 500 || faults.length > 0)
    return `${faults.map((line) => line.replace(/^fault \S+ /, '')).join('; ')} status ${response.status} ${where}`;
  const html = (response.headers.get('content-type') ?? '').includes('text/html');
  if (html && !response.headers.has('content-security-policy')) return `no policy on ${where}`;
  const maySee =
    (sent.role === 'analyst' || sent.role === 'administrator') &&
    response.status < 400 &&
    WITH_PATIENTS.test(sent.path);
  const echoed = JSON.stringify(sent).includes(MARKER);
  const bad = badText(text, maySee || echoed) ?? badText(response.headers.get('location') ?? '');
  return bad === undefined
    ? undefined
    : `${bad}: ${response.status} ${where} … ${text.slice(Math.max(0, text.indexOf(MARKER) - 100)).slice(0, 150)}`;
}

export const ROUTES: Target = {
  name: 'routes',
  open: async (folder): Promise<OpenTarget> => {
    await mkdir(folder, { recursive: true });
    const content = await caseFile(folder);
    const server = new Server(content);
    const found = await known(await server.ready(), MOST_PAGES);
    return {
      ending: 'jsonl',
      make: (choose) => {
        const lines = Array.from({ length: 1 + choose.below(3) }, () => made(found, content, choose));
        return Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
      },
      judge: async (input) => {
        const { app, id } = await server.ready();
        for (const line of Buffer.from(input).toString('utf8').split('\n')) {
          let sent: Sent;
          try {
            sent = JSON.parse(line) as Sent;
          } catch {
            continue;
          }
          if (typeof sent?.path !== 'string' || typeof sent.method !== 'string') continue;
          const bad = await answered(app, sent, id);
          if (bad !== undefined) return bad;
        }
        return undefined;
      },
      renew: () => server.close(),
      close: () => server.close(),
    };
  },
};
