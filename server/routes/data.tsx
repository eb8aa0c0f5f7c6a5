/** Data sets: list, upload, progress, report, rejected rows, deletion. */

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import type { Issue } from '../../src/index.ts';
import { DATA_LIST_ORDERS, DataList } from '../../views/pages/data-list.tsx';
import {
  DataCancelled,
  DataProgress,
  DataRefused,
  type HeldFile,
  type IdentityKind,
  ProgressPart,
  type Under,
} from '../../views/pages/data-progress.tsx';
import { DataReport } from '../../views/pages/data-report.tsx';
import { Fault } from '../../views/pages/message.tsx';
import { readSorting } from '../../views/parts/sort-head.tsx';
import { needs } from '../access/needs.ts';
import { fieldsOf } from '../fields.ts';
import { UPLOAD_LIMIT_MB } from '../form.ts';
import { HELD_MINUTES } from '../held-uploads.ts';
import type { Job } from '../jobs.ts';
import { pageSentences } from '../page-sentences.ts';
import { deleteOnRequest } from '../remove-data-set.ts';
import { dataSetOf, languageOf, named, notFound, page, part, viewOf } from '../respond.tsx';
import { readRetention, todayOf } from '../retention.ts';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';
import { setRetention } from '../store/data-sets.ts';
import { takeHeld, takeUpload } from '../take-upload.ts';
import { forgetCutOff, listCutOff } from '../upload-marks.ts';

function underWay(job: Job): Under {
  const { id, name, state, progress, secondsLeft } = job;
  const left = secondsLeft === undefined ? {} : { secondsLeft };
  return { id, name, waiting: state.kind === 'waiting', ...progress, ...left };
}

function isUnderWay({ state }: Job): boolean {
  return state.kind === 'waiting' || state.kind === 'running';
}

/** What taking the identities out does, column by column. */
function heldFile(id: string, issues: readonly Issue[]): HeldFile {
  const columns = issues.map(({ code, column = '' }) => ({ kind: code as IdentityKind, column }));
  return { id, columns, minutes: HELD_MINUTES };
}

export function dataRoutes(services: Services): Hono {
  const routes = new Hono();

  routes.get('/data', needs('viewer'), async (c) => {
    const cutOff = await listCutOff(services.engine);
    const today = todayOf(services);
    return page(
      c,
      <DataList
        view={viewOf(c, services)}
        limitMb={UPLOAD_LIMIT_MB}
        cutOff={cutOff}
        today={today}
        underWay={services.jobs.list().filter(isUnderWay).map(underWay)}
        sorting={readSorting(c.req.query('sort'), DATA_LIST_ORDERS)}
      />,
    );
  });

  routes.post('/data', needs('analyst'), async (c) => {
    const id = await takeUpload(services, c.req.raw, languageOf(c), c.get('user').id);
    return c.redirect(`/data/${id}`, 303);
  });

  routes.get('/data/:id', needs('viewer'), (c) => {
    const id = c.req.param('id');
    const dataSet = dataSetOf(services, id);
    const view = viewOf(c, services, dataSet);
    const columnsOf = services.uploads.idFor(id);
    const columns = columnsOf === undefined ? {} : { columns: `/data/${columnsOf}/columns` };
    if (dataSet !== undefined) {
      const shown = named(dataSet, view.lang);
      const { items } = services.rules.book().sets[0]!.ruleSet;
      return page(
        c,
        <DataReport view={view} dataSet={shown} items={items} today={todayOf(services)} {...columns} />,
      );
    }
    const job = services.jobs.get(id);
    switch (job?.state.kind) {
      case 'waiting':
      case 'running':
        return page(c, <DataProgress view={view} job={underWay(job)} />);
      case 'refused': {
        const { issues } = job.state;
        const file = {
          name: job.name,
          sentences: pageSentences(issues, { ...view.t.data.refusal, ...view.t.data.identity }, view.lang),
        };
        const doubles = issues.some(({ code }) => code === 'duplicate-episode');
        const held = services.held.has(id) ? { held: heldFile(id, issues) } : {};
        return page(c, <DataRefused view={view} file={file} doubles={doubles} {...columns} {...held} />, 400);
      }
      case 'cancelled':
        return page(c, <DataCancelled view={view} name={job.name} />);
      case 'failed':
        return page(c, <Fault view={view} reference={job.state.reference} />, 500);
      default: {
        const next = services.uploads.successor(id);
        return next === undefined ? notFound(c, services) : c.redirect(`/data/${next}`);
      }
    }
  });

  routes.post('/data/:id/pseudonymise', needs('analyst'), async (c) => {
    const held = c.req.param('id');
    const id = await takeHeld(services, held, languageOf(c), c.get('user').id);
    // Asked twice, or too late: the page of the refusal says how things stand.
    return c.redirect(`/data/${id ?? held}`, 303);
  });

  routes.post('/data/:id/discard', needs('analyst'), async (c) => {
    const id = c.req.param('id');
    await services.held.discard(id);
    services.jobs.forget(id);
    return c.redirect('/data', 303);
  });

  routes.get('/data/:id/progress', needs('viewer'), (c) => {
    const job = services.jobs.get(c.req.param('id'));
    if (job?.state.kind === 'waiting' || job?.state.kind === 'running') {
      return part(c, <ProgressPart view={viewOf(c, services)} job={underWay(job)} />);
    }
    // Ended: the page itself has the report, the refusal or the fault.
    return c.body(null, 204, { 'HX-Refresh': 'true' });
  });

  routes.get('/data/:id/rejects.csv', needs('analyst'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const path = services.home.rejectsFile(dataSet.id);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return notFound(c, services);
    const at = services.now().toISOString();
    await services.engine.transaction((transaction) =>
      addAudit(transaction, {
        at,
        action: 'export',
        dataSet: dataSet.id,
        who: c.get('user').id,
        detail: { what: 'rejects' },
      }),
    );
    return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="rejects-${dataSet.id}.csv"`,
      'content-length': String(found.size),
    });
  });

  routes.post('/data/:id/delete', needs('analyst'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    // Asked twice is done once: the list shows that it is gone.
    if (dataSet === undefined) return c.redirect('/data', 303);
    await deleteOnRequest(services, dataSet.id, c.get('user').id);
    return c.redirect('/data', 303);
  });

  routes.post('/data/:id/cancel', needs('analyst'), async (c) => {
    services.jobs.cancel(c.req.param('id'));
    await services.jobs.settled(c.req.param('id'));
    return c.redirect(`/data/${c.req.param('id')}`, 303);
  });

  routes.post('/data/:id/retention', needs('analyst'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const until = readRetention(await fieldsOf(c), todayOf(services));
    const at = services.now().toISOString();
    await setRetention(services.engine, dataSet.id, at, c.get('user').id, until);
    await services.refreshDataSets();
    return c.redirect(`/data/${dataSet.id}#retention`, 303);
  });

  routes.post('/data/notices', needs('analyst'), async (c) => {
    await forgetCutOff(services.engine);
    return c.redirect('/data', 303);
  });

  return routes;
}
