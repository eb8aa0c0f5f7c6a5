/** Downloads of the comparison besides its figures: members as CSV, everything as JSON. Exports are written down. */

import type { Context } from 'hono';
import { type BenchmarkDocument, benchmarkTables, canonicalJson, csvOf, type Lang } from '../../src/index.ts';
import type { DataSet } from '../../views/model.ts';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';
import { addRun } from '../store/runs.ts';

/** @returns undefined when the address names no such file */
export async function benchmarkFile(
  c: Context,
  services: Services,
  dataSet: Pick<DataSet, 'id'>,
  result: BenchmarkDocument,
  lang: Lang,
): Promise<Response | undefined> {
  const name = c.req.param('file');
  const made =
    name === 'members.csv'
      ? { body: membersCsv(result, lang, c.req.query('excel') !== undefined), type: 'text/csv', as: 'csv' }
      : name === 'benchmark.json'
        ? { body: canonicalJson(result), type: 'application/json', as: 'json' }
        : undefined;
  if (made === undefined) return undefined;
  const at = services.now().toISOString();
  const who = c.get('user').id;
  const { pathname, search } = new URL(c.req.url);
  await services.engine.transaction(async (transaction) => {
    const detail = { what: 'benchmark', as: made.as };
    await addAudit(transaction, { at, action: 'export', dataSet: dataSet.id, who, detail });
    await addRun(transaction, {
      id: services.newId(),
      at,
      kind: String(name),
      dataSet: dataSet.id,
      address: `${pathname.slice(0, pathname.lastIndexOf('/'))}${search}`,
      who,
    });
  });
  return c.body(made.body, 200, {
    'content-type': `${made.type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

function membersCsv(result: BenchmarkDocument, lang: Lang, excel: boolean): string {
  const table = benchmarkTables(result, lang).find(({ id }) => id === 'members')!;
  return csvOf(table, { excel, guard: true });
}
