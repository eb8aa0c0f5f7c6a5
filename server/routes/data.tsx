/** Data sets: list, upload, progress, report, rejected rows, deletion. */

import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { fileSource, Refusal } from '../../src/index.ts';
import { DataList } from '../../views/pages/data-list.tsx';
import { DataProgress, DataRefused, ProgressPart, type Under } from '../../views/pages/data-progress.tsx';
import { DataReport } from '../../views/pages/data-report.tsx';
import { Fault } from '../../views/pages/message.tsx';
import { needs } from '../access/needs.ts';
import { baseName, receiveUpload, UPLOAD_LIMIT_MB } from '../form.ts';
import { importFile } from '../import-file.ts';
import { readImportOptions } from '../import-options.ts';
import type { Job } from '../jobs.ts';
import { isCurable } from '../kept-uploads.ts';
import { dataSetOf, languageOf, named, notFound, page, part, sentences, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';
import { deleteDataSet } from '../store/data-sets.ts';

function underWay(job: Job): Under {
  return { id: job.id, name: job.name, waiting: job.state.kind === 'waiting', ...job.progress };
}

export function dataRoutes(services: Services): Hono {
  const routes = new Hono();

  routes.get('/data', needs('viewer'), (c) =>
    page(c, <DataList view={viewOf(c, services)} limitMb={UPLOAD_LIMIT_MB} />),
  );

  routes.post('/data', needs('analyst'), async (c) => {
    const id = services.newId();
    const path = services.home.uploadFile(id);
    const { fields, file } = await receiveUpload(c.req.raw, path);
    const lang = languageOf(c);
    const by = c.get('user').id;
    const name = fields.get('name')?.trim() || file.name;
    const upload = { fileName: file.name, name: baseName(name), options: readImportOptions(fields) };
    services.jobs.start(id, upload.name, async (report) => {
      try {
        await importFile(
          services,
          {
            id,
            source: { ...fileSource(path), name: file.name },
            name: upload.name,
            origin: 'upload',
            options: upload.options,
            lang,
            by,
          },
          report,
        );
      } catch (error) {
        // What another choice may cure need not be sent again; a file that names people is gone.
        if (error instanceof Refusal && isCurable(error)) await services.uploads.keep(id, upload);
        else await rm(path, { force: true });
        throw error;
      }
      await services.uploads.keep(id, upload);
    });
    return c.redirect(`/data/${id}`, 303);
  });

  routes.get('/data/:id', needs('viewer'), (c) => {
    const id = c.req.param('id');
    const dataSet = dataSetOf(services, id);
    const view = viewOf(c, services, dataSet);
    const columnsOf = services.uploads.idFor(id);
    const columns = columnsOf === undefined ? {} : { columns: `/data/${columnsOf}/columns` };
    if (dataSet !== undefined) {
      return page(c, <DataReport view={view} dataSet={named(dataSet, view.lang)} {...columns} />);
    }
    const job = services.jobs.get(id);
    switch (job?.state.kind) {
      case 'waiting':
      case 'running':
        return page(c, <DataProgress view={view} job={underWay(job)} />);
      case 'refused': {
        const file = { name: job.name, sentences: sentences(job.state.issues, view.lang) };
        return page(c, <DataRefused view={view} file={file} {...columns} />, 400);
      }
      case 'failed':
        return page(c, <Fault view={view} reference={job.state.reference} />, 500);
      default: {
        const next = services.uploads.successor(id);
        return next === undefined ? notFound(c, services) : c.redirect(`/data/${next}`);
      }
    }
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
    await deleteDataSet(services.engine, dataSet.id, services.now().toISOString(), c.get('user').id);
    await rm(services.home.rejectsFile(dataSet.id), { force: true });
    await services.uploads.forget(dataSet.id);
    services.workspace.forget(dataSet.id);
    services.jobs.forget(dataSet.id);
    await services.refreshDataSets();
    return c.redirect('/data', 303);
  });

  return routes;
}
