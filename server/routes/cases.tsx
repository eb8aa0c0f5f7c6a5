/** Cases: the filtered list, and one case explained at its row number. Viewing a case is written down. */

import { Hono } from 'hono';
import { explainCase, textAt, textColumn } from '../../src/index.ts';
import { CASE_ORDERS, type CaseFilter, Cases } from '../../views/pages/cases.tsx';
import { RowRejected } from '../../views/pages/message.tsx';
import { OneCase } from '../../views/pages/one-case.tsx';
import { readSorting } from '../../views/parts/sort-head.tsx';
import { needs } from '../access/needs.ts';
import { caseList } from '../case-list.ts';
import { dataSetOf, notFound, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';
import type { Loaded } from '../workspace.ts';

/** Teams offered as a filter; a file with more uses the address of the fit table. */
const TEAMS_OFFERED = 200;

export function caseRoutes(services: Services): Hono {
  const routes = new Hono();

  routes.get('/data/:id/cases', needs('analyst'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const loaded = await services.workspace.load(dataSet.id);
    const only = c.req.query('only');
    const filter: CaseFilter = {
      cluster: c.req.query('cluster') ?? '',
      team: c.req.query('team') ?? '',
      status: c.req.query('status') ?? '',
      only: only === 'low' || only === 'differs' ? only : '',
    };
    const sorting = readSorting(c.req.query('sort'), CASE_ORDERS);
    const list = caseList(loaded, filter, Number.parseInt(c.req.query('page') ?? '1', 10) || 1, sorting);
    const teams = [...(textColumn(loaded.table, 'team')?.words ?? [])].sort().slice(0, TEAMS_OFFERED);
    return page(
      c,
      <Cases
        view={viewOf(c, services, dataSet)}
        id={dataSet.id}
        n={loaded.table.n}
        filter={filter}
        sorting={sorting}
        clusters={loaded.book.clusters.map((cluster) => cluster.code)}
        teams={teams}
        {...list}
      />,
    );
  });

  routes.get('/data/:id/cases/:row{[0-9]{1,9}}', needs('analyst'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const loaded = await services.workspace.load(dataSet.id);
    const asked = Number(c.req.param('row'));
    const at = loaded.table.rows.indexOf(asked);
    if (at < 0) {
      // Every row of the file is either usable or rejected.
      const rejected = asked >= 1 && asked <= dataSet.rows.read;
      if (!rejected) return notFound(c, services);
      const view = viewOf(c, services, dataSet);
      return page(c, <RowRejected view={view} id={dataSet.id} row={asked} />, 404);
    }
    const entry = {
      at: services.now().toISOString(),
      action: 'view-case',
      dataSet: dataSet.id,
      who: c.get('user').id,
    } as const;
    const row = loaded.table.rows[at]!;
    await services.engine.transaction((transaction) => addAudit(transaction, { ...entry, detail: { row } }));
    const { set, ratings, supercluster } = caseAt(loaded, at);
    return page(
      c,
      <OneCase
        view={viewOf(c, services, dataSet)}
        id={dataSet.id}
        row={row}
        explanation={explainCase(set, ratings, supercluster)}
        items={set.items}
        ratings={ratings}
        stamps={[
          ...(set.status === 'official' || set.status === 'local' ? [] : [set.status]),
          ...(dataSet.synthetic ? (['synthetic'] as const) : []),
        ]}
        chosen={textAt(textColumn(loaded.table, 'chosen_cluster'), at)}
      />,
    );
  });

  return routes;
}

/** What the rule needs of one row: the set of its date, its ratings and its supercluster. */
function caseAt({ table, book }: Loaded, at: number) {
  const date = table.columns.get('date');
  const day = date?.kind === 'day' && date.values[at]! > -2147483648 ? date.values[at] : undefined;
  const { ruleSet: set } = book.sets[book.choose(day)]!;
  const ratings = set.items.map((item) => {
    const column = table.columns.get(item.code.toLowerCase());
    return column?.kind === 'rating' ? column.values[at]! : -1;
  });
  const own = textAt(textColumn(table, 'supercluster'), at);
  const chosen = textAt(textColumn(table, 'chosen_cluster'), at);
  const code = own || set.clusters.find((cluster) => cluster.code === chosen)?.supercluster;
  return { set, ratings, supercluster: set.superclusters.findIndex((group) => group.code === code) };
}
