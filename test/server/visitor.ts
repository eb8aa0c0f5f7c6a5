/** Somebody with a browser of their own: keeps cookies, sends forms from the page they stand on. */

import { ORIGIN, type TestApp, wordsOf } from './open-app.ts';

export interface Answer {
  readonly status: number;
  readonly html: string;
  readonly words: string;
  readonly headers: Headers;
  /** Where it leads. */
  readonly to: string;
}

export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
}

/** @param origin the address by which the visitor reaches the server */
export function visitor({ app }: Pick<TestApp, 'app'>, origin: string = ORIGIN): Visitor {
  const cookies = new Map<string, string>();
  async function send(path: string, init: RequestInit, more: Record<string, string>): Promise<Answer> {
    const headers = new Headers({ host: new URL(origin).host, ...more });
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    // A server behind a proxy is spoken to without TLS, whatever the visitor's address is.
    const response = await app.request(`${origin.replace('https:', 'http:')}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const html = await response.text();
    const to = response.headers.get('location') ?? '';
    return { status: response.status, html, words: wordsOf(html), headers: response.headers, to };
  }
  return {
    cookies,
    get: (path, headers = {}) => send(path, {}, headers),
    // What the page says that a form leads to is part of its answer.
    post: async (path, fields = {}, headers = {}) => {
      const answer = await send(
        path,
        { method: 'POST', body: new URLSearchParams(fields).toString() },
        { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      );
      return answer.to.includes('?said=') ? send(answer.to, {}, {}) : answer;
    },
  };
}

/** The value of the box that shows a secret once. */
export function shownSecret({ html }: Answer): string {
  const value = /id="secret"[^>]*value="([^"]+)"/.exec(html)?.[1];
  if (value === undefined) throw new Error('No secret on this page');
  return value;
}

export const PASSWORD = 'een lange zin met woorden';

/** Makes the first administrator as whoever sits at the machine would. */
export async function firstAdministrator(app: TestApp, origin: string = ORIGIN): Promise<Visitor> {
  const boss = visitor(app, origin);
  const fields = { login: 'Beheer@instelling.nl', name: 'Bo Beheer', password: PASSWORD, again: PASSWORD };
  const answer = await boss.post('/users/first', fields);
  if (answer.status !== 200) throw new Error(answer.words);
  return boss;
}

/** Invites somebody, who opens the link and chooses a password. */
export async function invited(app: TestApp, boss: Visitor, login: string, role: string): Promise<Visitor> {
  const link = shownSecret(await boss.post('/users', { login, name: '', role }));
  const guest = visitor(app);
  const answer = await guest.post(new URL(link).pathname, {
    password: PASSWORD,
    again: PASSWORD,
    name: login,
  });
  if (answer.status !== 303) throw new Error(answer.words);
  return guest;
}
