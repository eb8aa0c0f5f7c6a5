/** Small files from a form, in memory: designs, contributions, keys and conversion tables are a few pages of text. */

import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refuse } from '../../src/index.ts';
import { baseName } from '../form.ts';

const LIMIT_MB = 20;

/** Stands before a route that takes such a form. */
export const onlySmallUploads: MiddlewareHandler = bodyLimit({
  maxSize: LIMIT_MB * 1_000_000,
  onError: () => {
    throw refuse('upload-too-large', { limit: LIMIT_MB });
  },
});

export interface SmallFile {
  /** Base name as the browser gave it. */
  readonly name: string;
  readonly text: string;
}

/** Files in the box of that name; an empty box gives none. */
export async function smallFiles(c: Context, box: string): Promise<SmallFile[]> {
  const body = await c.req.parseBody({ all: true });
  const found = [body[box]].flat().filter((file) => file instanceof File);
  const files = await Promise.all(
    found.map(async (file) => ({ name: baseName(file.name), text: await file.text() })),
  );
  return files.filter(({ text }) => text !== '');
}

/** Text fields of a form, as sent. */
export async function textFields(c: Context): Promise<Readonly<Record<string, string>>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
