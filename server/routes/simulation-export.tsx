/** The simulation as files: the same JSON, workbook, report and table as the command line writes. Each is written down. */

import { type Context, Hono } from 'hono';
import {
  canonicalJson,
  contractFigures,
  csvOf,
  htmlReport,
  simulateFigures,
  simulateTables,
  simulationNotes,
  simulationWorkbook,
  stampNotes,
  xlsxOf,
} from '../../src/index.ts';
import { needs } from '../access/needs.ts';
import { notFound } from '../respond.tsx';
import type { Services } from '../services.ts';
import { type AtChoice, atChoice } from '../simulation/at-choice.tsx';
import { simulationDocument } from '../simulation/document.ts';
import { runTask } from '../simulation-run.ts';
import { addAudit } from '../store/audit.ts';
import { addRun } from '../store/runs.ts';

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function simulationExportRoutes(services: Services): Hono {
  const routes = new Hono();

  async function content(at: AtChoice, kind: string): Promise<string | Uint8Array> {
    const { choice, loaded, view } = at;
    const { lang } = view;
    const { result, scenario } = await simulationDocument(services, loaded, choice, view);
    const task = <T extends 'ledger' | 'curves'>(name: T, ask: Parameters<typeof runTask<T>>[5]) =>
      runTask(services.simulator, loaded, scenario, choice.typing, name, ask);
    switch (kind) {
      case 'json':
        return canonicalJson(result);
      case 'csv':
        return csvOf(simulateTables(result, lang).find(({ id }) => id === 'groups')!, { guard: true });
      case 'xlsx':
        return xlsxOf(simulateTables(result, lang), simulationWorkbook(await task('ledger', {}), lang));
      default: {
        const curves = await task('curves', { contracts: [...result.contracts.keys()], changes: {} });
        return htmlReport({
          title: result.scenario.title,
          lang,
          meta: result.meta,
          tables: simulateTables(result, lang),
          figures: [...simulateFigures(result, lang), ...contractFigures(curves, result.meta, lang)],
          notes: [...stampNotes(result.meta, lang), ...simulationNotes(result, lang)],
        });
      }
    }
  }

  async function noteExport(c: Context, { loaded, choice }: AtChoice, kind: string): Promise<void> {
    const at = services.now().toISOString();
    const dataSet = loaded.dataSet.id;
    await services.engine.transaction(async (transaction) => {
      const detail = { what: 'simulation', as: kind, scenario: choice.listed.id };
      await addAudit(transaction, { at, action: 'export', dataSet, who: c.get('user').id, detail });
      await addRun(transaction, {
        id: services.newId(),
        at,
        kind: `simulation.${kind}`,
        dataSet,
        address: `/data/${dataSet}/simulation?${choice.query}`,
        who: c.get('user').id,
      });
    });
  }

  routes.get('/data/:id/simulation/:file{simulation\\.(?:json|csv|xlsx|html)}', needs('viewer'), (c) =>
    atChoice(c, services, async (at) => {
      const kind = c.req.param('file').split('.').at(-1)!;
      const type = TYPES[kind];
      if (type === undefined) return notFound(c, services);
      const body = await content(at, kind);
      await noteExport(c, at, kind);
      return c.body(typeof body === 'string' ? body : Buffer.from(body), 200, {
        'content-type': type,
        'content-disposition': `attachment; filename="${at.choice.listed.id}.${kind}"`,
      });
    }),
  );

  return routes;
}
