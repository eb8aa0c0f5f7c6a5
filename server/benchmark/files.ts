/** Downloads of the comparison besides its figures: members as CSV, everything as JSON. Exports are written down. */

import type { Context } from 'hono';
import { type BenchmarkDocument, benchmarkTables, canonicalJson, csvOf, type Lang } from '../../src/index.ts';
import type { DataSet } from '../../views/model.ts';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';

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
  await services.engine.transaction((transaction) =>
    addAudit(transaction, {
      at: services.now().toISOString(),
      action: 'export',
      dataSet: dataSet.id,
      who: c.get('user').id,
      detail: { what: 'benchmark', as: made.as },
    }),
  );
  return c.body(made.body, 200, {
    'content-type': `${made.type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

function membersCsv(result: BenchmarkDocument, lang: Lang, excel: boolean): string {
  const table = benchmarkTables(result, lang).find(({ id }) => id === 'members')!;
  return csvOf(table, { excel, guard: true });
}
