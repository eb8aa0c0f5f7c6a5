/** A figure as a file of its own: the SVG as drawn, or its numbers as CSV. Exports are written down. */

import type { Context } from 'hono';
import { csvOf, type Figure } from '../src/index.ts';
import type { DataSet } from '../views/model.ts';
import type { Services } from './services.ts';
import { addAudit } from './store/audit.ts';
import { addRun } from './store/runs.ts';

/** @returns undefined when the address names no figure of the page */
export async function figureFile(
  c: Context,
  services: Services,
  dataSet: Pick<DataSet, 'id'>,
  figures: readonly Figure[],
): Promise<Response | undefined> {
  const match = /^([a-z0-9-]+)\.(svg|csv)$/.exec(c.req.param('file') ?? '');
  const figure = figures.find(({ id }) => id === match?.[1]);
  if (match === null || figure === undefined) return undefined;
  const extension = match[2]!;
  const at = services.now().toISOString();
  const { pathname, search } = new URL(c.req.url);
  await services.engine.transaction(async (transaction) => {
    const detail = { what: figure.id, as: extension };
    await addAudit(transaction, { at, action: 'export', dataSet: dataSet.id, who: c.get('user').id, detail });
    await addRun(transaction, {
      id: services.newId(),
      at,
      kind: `${figure.id}.${extension}`,
      dataSet: dataSet.id,
      address: `${pathname.slice(0, pathname.lastIndexOf('/'))}${search}`,
      who: c.get('user').id,
    });
  });
  const excel = c.req.query('excel') !== undefined;
  const [body, type] =
    extension === 'svg'
      ? [figure.svg, 'image/svg+xml; charset=utf-8']
      : [csvOf(figure.table, { excel, guard: true }), 'text/csv; charset=utf-8'];
  return c.body(body, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${figure.id}.${extension}"`,
  });
}
