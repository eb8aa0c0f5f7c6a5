/** The audit trail, for administrators: a page at a time, of one data set or of all, and as a file. */

import { Hono } from 'hono';
import { csvHeader, csvRows } from '../../src/index.ts';
import { Audit, type AuditLine } from '../../views/pages/audit.tsx';
import { needs } from '../access/needs.ts';
import { named, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { addAudit, firstBrokenLink, listAudit, type NotedEntry } from '../store/audit.ts';

const SHOWN = 100;
const MOST_IN_FILE = 1_000_000;
const COLUMNS = ['number', 'at', 'who', 'action', 'data_set', 'detail'];

export function auditRoutes(services: Services): Hono {
  const routes = new Hono();
  const { engine, access } = services;
  const detailOf = ({ detail }: NotedEntry): string =>
    Object.entries(detail)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');

  routes.get('/audit', needs('administrator'), async (c) => {
    const view = viewOf(c, services);
    const before = Number(c.req.query('before') ?? '');
    const dataSet = c.req.query('data') ?? '';
    const entries = await listAudit(engine, SHOWN + 1, {
      dataSet,
      ...(Number.isInteger(before) && before > 0 ? { before } : {}),
    });
    const names = new Map(services.dataSets().map((each) => [each.id, named(each, view.lang).name]));
    const nameOf = (id: string): string => {
      const account = access.accounts.get(id);
      return account === undefined ? id : account.name || account.login;
    };
    const lines = entries.slice(0, SHOWN).map((entry): AuditLine => {
      return {
        number: entry.number,
        at: entry.at,
        action: entry.action,
        who: nameOf(entry.who),
        detail: Object.entries(entry.detail).map(([name, value]) => [
          name,
          name === 'account' ? nameOf(String(value)) : String(value ?? ''),
        ]),
        dataSet: entry.dataSet,
        dataSetName: names.get(entry.dataSet) ?? '',
      };
    });
    const broken = await firstBrokenLink(engine);
    return page(
      c,
      <Audit
        view={view}
        lines={lines}
        dataSet={dataSet}
        {...(entries.length > SHOWN ? { next: lines.at(-1)!.number } : {})}
        {...(broken === undefined ? {} : { broken })}
      />,
    );
  });

  routes.get('/audit.csv', needs('administrator'), async (c) => {
    const entries = await listAudit(engine, MOST_IN_FILE);
    const rows = entries.map((entry) => [
      entry.number,
      entry.at,
      entry.who,
      entry.action,
      entry.dataSet,
      detailOf(entry),
    ]);
    const at = services.now().toISOString();
    await engine.transaction((transaction) =>
      addAudit(transaction, {
        at,
        action: 'export',
        dataSet: '',
        who: c.get('user').id,
        detail: { what: 'audit' },
      }),
    );
    return c.body(`${csvHeader(COLUMNS)}${csvRows(rows, { guard: true })}`, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
    });
  });

  return routes;
}
