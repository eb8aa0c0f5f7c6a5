/** What every route of the interface needs: an answer in one form, a data set found, a note of what left. */

import type { Context } from 'hono';
import { canonicalJson, refuse } from '../../src/index.ts';
import type { DataSet } from '../../views/model.ts';
import { dataSetOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';
import type { Loaded } from '../workspace.ts';

export interface ApiTools {
  send(c: Context, document: unknown, status?: 200 | 201 | 202): Response;
  /** @throws Refusal `api-nothing-here` */
  found(id: string | undefined): DataSet;
  /** @throws Refusal `api-nothing-here` */
  load(id: string | undefined): Promise<Loaded>;
  /** Writes down what left, as from the pages. */
  note(c: Context, dataSet: string, what: string): Promise<void>;
}

export function apiTools(services: Services): ApiTools {
  const found = (id: string | undefined): DataSet => {
    const dataSet = dataSetOf(services, id);
    if (dataSet === undefined) throw refuse('api-nothing-here');
    return dataSet;
  };
  return {
    send: (c, document, status = 200) =>
      c.body(canonicalJson(document), status, { 'content-type': 'application/json' }),
    found,
    load: async (id) => services.workspace.load(found(id).id),
    note: async (c, dataSet, what) => {
      const at = services.now().toISOString();
      const detail = { what, as: 'json', by: 'token' };
      await services.engine.transaction((transaction) =>
        addAudit(transaction, { at, action: 'export', dataSet, who: c.get('user').id, detail }),
      );
    },
  };
}

/** A whole number of the query. @throws Refusal `api-parameter` */
export function wholeIn(c: Context, name: string, otherwise: number, least: number, most: number): number {
  const text = c.req.query(name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least || value > most) throw refuse('api-parameter', { name });
  return value;
}

/** A share of the query, strictly between 0 and `below`. @throws Refusal `api-parameter` */
export function shareIn(c: Context, name: string, otherwise: number, below = 1): number {
  const text = c.req.query(name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!/^\d?\.\d{1,9}$/.test(text) || value <= 0 || value >= below) throw refuse('api-parameter', { name });
  return value;
}

/** `true` or `false` of the query. @throws Refusal `api-parameter` */
export function flagIn(c: Context, name: string): boolean {
  const text = c.req.query(name) ?? 'false';
  if (text !== 'true' && text !== 'false') throw refuse('api-parameter', { name });
  return text === 'true';
}

/** Place in the table of a row by its number in the file. @throws Refusal `api-nothing-here` */
export function rowIn({ table }: Loaded, number: string): number {
  const at = /^\d{1,9}$/.test(number) ? table.rows.indexOf(Number(number)) : -1;
  if (at < 0) throw refuse('api-nothing-here');
  return at;
}
