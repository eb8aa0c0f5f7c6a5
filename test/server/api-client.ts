/** A program that asks the interface with a token. */

import { ORIGIN, type TestApp } from './open-app.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Sent {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface ApiClient {
  ask(method: string, path: string, sent?: Sent): Promise<Answer>;
  push(csv: string, token: string, name?: string): Promise<Answer>;
}

export function apiClient({ app }: Pick<TestApp, 'app'>): ApiClient {
  return {
    ask: async (method, path, { token = '', body, headers = {} } = {}) => {
      const response = await app.request(`${ORIGIN}/api/v1${path}`, {
        method,
        headers: {
          ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const read: unknown = text === '' ? undefined : JSON.parse(text);
      return { status: response.status, headers: response.headers, body: read };
    },
    push: async (csv, token, name = 'export.csv') => {
      const form = new FormData();
      form.set('file', new File([csv], name));
      const response = await app.request(`${ORIGIN}/api/v1/data-sets`, {
        method: 'POST',
        body: form,
        headers: { authorization: `Bearer ${token}` },
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
  };
}
