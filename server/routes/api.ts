/**
 * The interface for programs: the command line's documents under /api/v1. Invariants: asked with a bearer
 * token only, so that no other site can ask with somebody's cookie; what goes wrong is a problem document.
 */

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { IssueCollector, refuse } from '../../src/index.ts';
import { needs } from '../access/needs.ts';
import { bodyOf, limited } from '../api/body.ts';
import { API_BASE, apiDescription } from '../api/description.ts';
import { reportDocument } from '../api/documents.ts';
import { apiLanguage } from '../api/problem.ts';
import { RETENTION_BODY } from '../api/request-bodies.ts';
import { apiTools } from '../api/tools.ts';
import { deleteOnRequest } from '../remove-data-set.ts';
import { readRetention, todayOf } from '../retention.ts';
import type { Services } from '../services.ts';
import { setRetention } from '../store/data-sets.ts';
import { takeUpload } from '../take-upload.ts';

/** Data sets and the jobs that make them. */
export function apiRoutes(services: Services): Hono {
  const routes = new Hono().basePath(API_BASE);
  const { send, found, note } = apiTools(services);

  function jobDocument(c: Context, id: string) {
    const lang = apiLanguage(c);
    const job = services.jobs.get(id);
    if (job === undefined) {
      // A job is forgotten when the server starts again; what it made is there.
      const { name, rows } = found(id);
      return { id, name, state: 'done', rowsRead: rows.read, dataSet: `${API_BASE}/data-sets/${id}` };
    }
    const { state, progress, secondsLeft } = job;
    // What was read is counted in bytes on the way, and in rows once they are there.
    const made = services.dataSets().find((dataSet) => dataSet.id === id);
    const collector = new IssueCollector();
    if (state.kind === 'refused') collector.addAll(state.issues);
    return {
      id,
      name: job.name,
      state: state.kind,
      rowsRead: made?.rows.read ?? progress.rowsRead,
      ...(progress.share === undefined || state.kind === 'done' ? {} : { share: progress.share }),
      ...(state.kind === 'running' ? { phase: progress.phase, findings: progress.issues } : {}),
      ...(secondsLeft === undefined ? {} : { secondsLeft: Math.ceil(secondsLeft) }),
      ...(state.kind === 'done' ? { dataSet: `${API_BASE}/data-sets/${id}` } : {}),
      ...(state.kind === 'refused' ? { issues: collector.summaries(lang) } : {}),
      ...(state.kind === 'failed' ? { reference: state.reference } : {}),
    };
  }

  routes.get('/openapi.json', needs('anyone'), (c) => send(c, apiDescription()));

  routes.get('/data-sets', needs('viewer'), (c) => {
    const lang = apiLanguage(c);
    return send(c, { dataSets: services.dataSets().map((dataSet) => reportDocument(dataSet, lang)) });
  });

  routes.post('/data-sets', needs('analyst'), async (c) => {
    const id = await takeUpload(services, c.req.raw, apiLanguage(c), c.get('user').id);
    c.header('Location', `${API_BASE}/jobs/${id}`);
    return send(c, jobDocument(c, id), 202);
  });

  routes.get('/jobs/:id', needs('analyst'), (c) => send(c, jobDocument(c, c.req.param('id'))));

  routes.delete('/jobs/:id', needs('analyst'), async (c) => {
    const id = c.req.param('id');
    if (services.jobs.get(id) === undefined) throw refuse('api-nothing-here');
    services.jobs.cancel(id);
    await services.jobs.settled(id);
    // A file that names people and waits for a decision is gone with it.
    await services.held.discard(id);
    return send(c, jobDocument(c, id));
  });

  routes.get('/data-sets/:id', needs('viewer'), (c) =>
    send(c, reportDocument(found(c.req.param('id')), apiLanguage(c))),
  );

  routes.delete('/data-sets/:id', needs('analyst'), async (c) => {
    await deleteOnRequest(services, found(c.req.param('id')).id, c.get('user').id);
    return c.body(null, 204);
  });

  routes.put('/data-sets/:id/retention', needs('analyst'), limited, async (c) => {
    const { id } = found(c.req.param('id'));
    const { deleteOn } = await bodyOf(c, RETENTION_BODY);
    const fields = new Map(deleteOn === '' ? [] : Object.entries({ keep: 'date', deleteOn }));
    const until = readRetention(fields, todayOf(services));
    await setRetention(services.engine, id, services.now().toISOString(), c.get('user').id, until);
    await services.refreshDataSets();
    return send(c, reportDocument(found(id), apiLanguage(c)));
  });

  routes.get('/data-sets/:id/rejects', needs('analyst'), async (c) => {
    const { id } = found(c.req.param('id'));
    const path = services.home.rejectsFile(id);
    const file = await stat(path).catch(() => undefined);
    if (file === undefined) throw refuse('api-nothing-here');
    await note(c, id, 'rejects');
    return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-length': String(file.size),
    });
  });

  return routes;
}
