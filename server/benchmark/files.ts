/** Downloads of the comparison besides its figures: a report, tables, everything as JSON. Exports are written down. */

import type { Context } from 'hono';
import {
  type BenchmarkDocument,
  benchmarkTables,
  canonicalJson,
  csvOf,
  type Figure,
  htmlReport,
  type Lang,
  stampNotes,
  xlsxOf,
} from '../../src/index.ts';
import type { DataSet } from '../../views/model.ts';
import { textOf } from '../../views/view.ts';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';
import { addRun } from '../store/runs.ts';

interface Shown {
  /** Peers hidden, as on the page. */
  readonly result: BenchmarkDocument;
  /** Drawn where they are asked for. */
  readonly figures: () => readonly Figure[];
  /** Tables that follow those of the comparison. */
  readonly tables?: ReturnType<typeof benchmarkTables>;
  readonly lang: Lang;
}

/** What each file holds. */
const FILES: Readonly<
  Record<
    string,
    { type: string; make: (shown: Shown, excel: boolean) => string | Uint8Array | Promise<Uint8Array> }
  >
> = {
  'members.csv': {
    type: 'text/csv; charset=utf-8',
    make: ({ result, lang }, excel) => membersCsv(result, lang, excel),
  },
  'benchmark.json': { type: 'application/json; charset=utf-8', make: ({ result }) => canonicalJson(result) },
  'benchmark.html': { type: 'text/html; charset=utf-8', make: report },
  'benchmark.xlsx': {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: (shown) => xlsxOf(tablesOf(shown)),
  },
};

/** @returns undefined when the address names no such file */
export async function benchmarkFile(
  c: Context,
  services: Services,
  dataSet: Pick<DataSet, 'id'>,
  shown: Shown,
): Promise<Response | undefined> {
  const name = c.req.param('file') ?? '';
  const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (file === undefined) return undefined;
  const body = await file.make(shown, c.req.query('excel') !== undefined);
  const at = services.now().toISOString();
  const who = c.get('user').id;
  const { pathname, search } = new URL(c.req.url);
  await services.engine.transaction(async (transaction) => {
    const detail = { what: 'benchmark', as: name.slice(name.lastIndexOf('.') + 1) };
    await addAudit(transaction, { at, action: 'export', dataSet: dataSet.id, who, detail });
    await addRun(transaction, {
      id: services.newId(),
      at,
      kind: name,
      dataSet: dataSet.id,
      address: `${pathname.slice(0, pathname.lastIndexOf('/'))}${search}`,
      who,
    });
  });
  return c.body(typeof body === 'string' ? body : Buffer.from(body), 200, {
    'content-type': file.type,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

function membersCsv(result: BenchmarkDocument, lang: Lang, excel: boolean): string {
  const table = benchmarkTables(result, lang).find(({ id }) => id === 'members')!;
  return csvOf(table, { excel, guard: true });
}

function tablesOf({ result, tables = [], lang }: Shown): ReturnType<typeof benchmarkTables> {
  return [...benchmarkTables(result, lang), ...tables];
}

/** As the command line writes it, with the figures of the page. */
function report(shown: Shown): string {
  const { result, figures, lang } = shown;
  return htmlReport({
    title: textOf(lang).benchmark.reportTitle,
    lang,
    meta: result.meta,
    tables: tablesOf(shown),
    figures: figures(),
    notes: [...stampNotes(result.meta, lang), ...result.notes],
  });
}
