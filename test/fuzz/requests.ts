/** Requests to the application: what its own pages lead to and ask for, and what nobody would send. */

import { parseHTML } from 'linkedom';
import type { TestApp } from '../server/open-app.ts';
import type { Choose } from './choose.ts';
import { mutatedBytes, mutatedJson, mutatedTable, ODD_TEXTS } from './mutate.ts';

/** One request; a case is some of them, one JSON document a line. `{id}` stands for the data set's id. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly role: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: readonly (readonly [string, string])[];
  /** Boxes of a form for files. */
  readonly files?: readonly (readonly [string, string])[];
  readonly body?: string;
}

interface Form {
  readonly method: string;
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly string[];
}

/** What the application itself leads to. */
export interface Known {
  readonly paths: readonly string[];
  readonly forms: readonly Form[];
  readonly routes: readonly string[];
}

export const ID = '{id}';

/** Half a sign of two is no text that an address or a form can hold. */
const wellFormed = (text: string): string => Buffer.from(text).toString('utf8');

/** Follows links from the first page on and gathers addresses and forms. */
export async function known({ app, id }: { app: TestApp; id: string }, pages: number): Promise<Known> {
  const paths = new Set(['/', '/data', `/data/${ID}`]);
  const forms = new Map<string, Form>();
  const general = (text: string): string => text.replaceAll(id, ID).replace(/#.*$/, '');
  let visited = 0;
  for (const path of paths) {
    if (visited >= pages) break;
    const response = await app.get(path.replaceAll(ID, id));
    if (!(response.headers.get('content-type') ?? '').includes('html')) continue;
    visited += 1;
    const { document } = parseHTML(await response.text());
    for (const link of document.querySelectorAll('a[href^="/"], [hx-get^="/"]')) {
      paths.add(general(link.getAttribute('href') ?? link.getAttribute('hx-get') ?? '/'));
    }
    for (const form of document.querySelectorAll('form')) {
      const action = general(form.getAttribute('action') || path);
      const method = (form.getAttribute('method') ?? 'get').toUpperCase();
      const named = [...form.querySelectorAll('[name]')];
      const fields = named.flatMap((field): [string, string][] => {
        if (field.getAttribute('type') === 'file') return [];
        const values = [...field.querySelectorAll('option')].map(
          (option) => option.getAttribute('value') ?? '',
        );
        const own = field.getAttribute('value') ?? values[0] ?? field.textContent ?? '';
        return [own, ...values].map((value) => [general(field.getAttribute('name')!), general(value)]);
      });
      const files = named.filter((field) => field.getAttribute('type') === 'file');
      const found = { method, action, fields, files: files.map((field) => field.getAttribute('name')!) };
      forms.set(`${method} ${action} ${fields.map(([name]) => name).join()}`, found);
    }
  }
  const routes = app.app.routes
    .filter(({ method, path }) => !(method === 'ALL' && path === '/*'))
    .map(({ method, path }) => `${method} ${path}`);
  return { paths: [...paths], forms: [...forms.values()], routes: [...new Set(routes)] };
}

const PLACES = ['1', '7', 'demo', ID, 'zvt-illustrative', 'hypothetical-day', 'demo-day-prices'];
const METHODS = ['GET', 'POST', 'DELETE', 'PUT', 'PATCH', 'HEAD', 'OPTIONS'];
const SIMULATION = JSON.stringify({
  scenario: {
    id: 'x',
    title: 'X',
    baseline: 'current',
    typing: 'chosen',
    valuationDate: '2026-01-01',
    prices: { list: 'hypothetical-day' },
  },
  typing: 'chosen',
  level: 0.9,
});
const BENCHMARK = JSON.stringify({
  adjust: [{ column: 'age', kind: 'number' }],
  level: 0.9,
  period: { from: '2024-01-01' },
});

function oddHeaders(choose: Choose): Record<string, string> {
  const odd = (): string =>
    choose
      .oneOf(ODD_TEXTS)
      .replace(/[^\t\x20-\x7e]/g, '')
      .slice(0, 200);
  const all: readonly [string, string][] = [
    ['cookie', `lang=${odd()}; zorgcluster=${odd()}`],
    ['accept-language', odd()],
    ['hx-request', 'true'],
    ['hx-request-type', choose.oneOf(['partial', 'full', odd()])],
    ['authorization', `Bearer ${odd()}`],
    [
      'content-type',
      choose.oneOf([
        'application/json',
        'text/plain',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        odd(),
      ]),
    ],
    ['content-length', choose.oneOf(['0', '999999999', '-1'])],
    ['range', 'bytes=0-0'],
    ['if-none-match', odd()],
    ['x-forwarded-for', odd()],
  ];
  return Object.fromEntries(all.filter(() => choose.onceIn(5)));
}

function changedValue(value: string, choose: Choose): string {
  if (choose.onceIn(3)) return choose.oneOf(ODD_TEXTS).slice(0, 5000);
  if (choose.onceIn(3))
    return Buffer.from(mutatedBytes(Buffer.from(value), choose))
      .toString('utf8')
      .slice(0, 5000);
  return value;
}

function changedPath(path: string, choose: Choose): string {
  const [place = '', query = ''] = path.split('?');
  const pairs = [...new URLSearchParams(query)].map(([key, value]): [string, string] => [key, value]);
  for (const pair of pairs) if (choose.onceIn(3)) pair[1] = changedValue(pair[1], choose);
  if (pairs.length > 0 && choose.onceIn(5)) pairs.splice(choose.below(pairs.length), 1);
  if (choose.onceIn(5))
    pairs.push([
      choose.oneOf(['lang', 'sort', 'page', 'data', 'by', '__proto__']),
      choose.oneOf(ODD_TEXTS).slice(0, 3000),
    ]);
  const parts = place.split('/');
  if (choose.onceIn(6))
    parts[choose.below(parts.length)] = encodeURIComponent(wellFormed(choose.oneOf(ODD_TEXTS).slice(0, 300)));
  const text = new URLSearchParams(
    pairs.map(([key, value]): [string, string] => [wellFormed(key), wellFormed(value)]),
  ).toString();
  const whole = `/${parts.join('/').replace(/^\/+/, '')}`;
  return text === '' ? whole : `${whole}?${text.replaceAll('%7Bid%7D', ID)}`;
}

/** A route's pattern with something in the place of each name. */
function filled(pattern: string, choose: Choose): string {
  return pattern
    .replaceAll('*', 'x')
    .replace(/:(\w+)(\{[^}]*\}+)?\??/g, (_all, name: string) =>
      name === 'id' && !choose.onceIn(4)
        ? ID
        : encodeURIComponent(wellFormed(choose.oneOf([...PLACES, ...ODD_TEXTS]).slice(0, 200))),
    )
    .replaceAll('%7Bid%7D', ID);
}

export function made(known: Known, content: string, choose: Choose): Sent {
  const role = choose.oneOf(['administrator', 'administrator', 'analyst', 'analyst', 'viewer', 'nobody']);
  const headers = choose.onceIn(3) ? oddHeaders(choose) : {};
  const kind = choose.below(10);
  if (kind < 3) return { method: 'GET', path: changedPath(choose.oneOf(known.paths), choose), role, headers };
  if (kind < 7) {
    const form = choose.oneOf(known.forms);
    const fields = form.fields
      .filter(() => !choose.onceIn(8))
      .map(
        ([name, value]) =>
          [
            choose.onceIn(20) ? choose.oneOf(ODD_TEXTS).slice(0, 99) : name,
            choose.onceIn(3) ? changedValue(value, choose) : value,
          ] as const,
      );
    if (form.method === 'GET') {
      const query = new URLSearchParams(
        fields.map(([name, value]): [string, string] => [wellFormed(name), wellFormed(value)]),
      );
      return {
        method: 'GET',
        path: `${form.action.split('?')[0]}?${query.toString().replaceAll('%7Bid%7D', ID)}`,
        role,
        headers,
      };
    }
    const files = form.files.map((name) => {
      const text = choose.onceIn(2)
        ? mutatedTable(content, ',', choose, 1)
        : choose.oneOf([mutatedJson(SIMULATION, choose), ...ODD_TEXTS]);
      return [name, text.slice(0, 40_000)] as const;
    });
    return {
      method: 'POST',
      path: form.action,
      role,
      headers,
      form: fields,
      ...(files.length > 0 ? { files } : {}),
    };
  }
  const [method = 'GET', pattern = '/'] = choose.oneOf(known.routes).split(' ');
  const path = changedPath(filled(pattern, choose), choose);
  const own = method === 'ALL' || choose.onceIn(10) ? choose.oneOf(METHODS) : method;
  if (own === 'GET' || own === 'HEAD') return { method: own, path, role, headers };
  const body = choose.oneOf([
    () => mutatedJson(SIMULATION, choose),
    () => mutatedJson(BENCHMARK, choose),
    () => choose.oneOf(ODD_TEXTS),
    () =>
      `--x\r\nContent-Disposition: form-data; name="file"; filename="${choose.oneOf(ODD_TEXTS).slice(0, 50)}"\r\n\r\n${content.slice(0, 3000)}\r\n--x--`,
  ])();
  const type = body.startsWith('--x') ? 'multipart/form-data; boundary=x' : 'application/json';
  return { method: own, path, role, headers: { 'content-type': type, ...headers }, body };
}
