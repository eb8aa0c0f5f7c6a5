/** The application on a data folder of its own, called without a socket. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { createApp } from '../../server/app.ts';
import { openServices, type ServiceOptions } from '../../server/open-services.ts';
import type { Services } from '../../server/services.ts';
import { CHEAP_SCRYPT } from '../support/cheap-scrypt.ts';

export const ORIGIN = 'http://127.0.0.1:3000';

export interface TestApp {
  readonly app: Hono;
  readonly services: Services;
  readonly folder: string;
  /** Lines of the server's log. */
  readonly log: readonly string[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Text of a page that must answer with this status. */
  text(path: string, status?: number): Promise<string>;
  /** Sends a file as the form does; waits until it is read. */
  upload(content: string | Uint8Array, name?: string, fields?: Record<string, string>): Promise<Response>;
  /** @param body fields of the form, as in an address */
  post(path: string, headers?: Record<string, string>, body?: string): Promise<Response>;
  close(): Promise<void>;
}

/** @param demo size of the example network; null = an empty store */
export async function openApp(
  demo: ServiceOptions['demo'] = null,
  more: Pick<ServiceOptions, 'atOnce' | 'access' | 'now' | 'requests'> = {},
): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'zorgcluster-server-'));
  const log: string[] = [];
  const opened = await openServices({
    ...more,
    access: { scrypt: CHEAP_SCRYPT, ...more.access },
    folder,
    demo,
    log: (line) => log.push(line),
  });
  await opened.ready;
  const app = createApp(opened.services);
  const get = async (path: string, headers: Record<string, string> = {}) =>
    await app.request(`${ORIGIN}${path}`, { headers });
  return {
    app,
    services: opened.services,
    folder,
    log,
    get,
    text: async (path, status = 200) => {
      const response = await get(path);
      if (response.status !== status) {
        throw new Error(`${path} answered ${response.status}:\n${await response.text()}`);
      }
      return response.text();
    },
    upload: async (content, name = 'export.csv', fields = {}) => {
      const form = new FormData();
      for (const [key, value] of Object.entries(fields)) form.set(key, value);
      form.set('file', new File([Buffer.from(content)], name));
      const response = await app.request(`${ORIGIN}/data`, {
        method: 'POST',
        body: form,
        headers: { origin: ORIGIN },
      });
      await opened.services.jobs.idle();
      return response;
    },
    post: async (path, headers = { origin: ORIGIN }, body = '') =>
      await app.request(`${ORIGIN}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body,
      }),
    close: async () => {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a page says, without its tags. */
export function wordsOf(html: string): string {
  return (
    html
      .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
      // A field word stays in its sentence; what it means stands in a pop-over.
      .replace(/<span class="term-meaning"[\s\S]*?<\/span>/g, '')
      .replace(/<button[^>]* class="term"[^>]*>([^<]*)<\/button>/g, '$1')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ')
  );
}
