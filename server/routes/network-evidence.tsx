/** Evidence for a contract, and the improvement log that is part of it. */

import { type Context, Hono } from 'hono';
import {
  canonicalJson,
  evidenceTables,
  htmlReport,
  parseImprovementLog,
  Refusal,
  refuse,
} from '../../src/index.ts';
import { NoComparison } from '../../views/pages/network-comparison.tsx';
import { Improvements, NetworkEvidence } from '../../views/pages/network-evidence.tsx';
import { needs } from '../access/needs.ts';
import { readCombineChoices } from '../network/comparison.ts';
import { createImprovementLog, networkEvidence } from '../network/evidence.ts';
import type { Network } from '../network/network.ts';
import { note } from '../network/note.ts';
import { onlySmallUploads, smallFiles, textFields } from '../network/small-upload.ts';
import { pageSentences } from '../page-sentences.ts';
import { languageOf, notFound, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';

export function networkEvidenceRoutes(services: Services, network: Network): Hono {
  const routes = new Hono();
  const log = createImprovementLog(services.home.folder);

  async function asked(c: Context) {
    const search = new URL(c.req.url).searchParams;
    const { files } = readCombineChoices(search);
    const percent = /^[1-9]\d?$/.test(search.get('min') ?? '') ? Number(search.get('min')) : undefined;
    const minResponse = percent === undefined ? undefined : percent / 100;
    const query = new URLSearchParams(files.map((name): [string, string] => ['c', name]));
    if (percent !== undefined) query.set('min', String(percent));
    const lang = languageOf(c);
    const made = await networkEvidence(network, log, files, minResponse, lang, services.peerSeed);
    return { files, minResponse, query: query.toString(), made, lang };
  }

  routes.get('/network/evidence', needs('viewer'), async (c) => {
    const { files, minResponse, query, made } = await asked(c);
    const view = viewOf(c, services);
    if (made.kind === 'nothing')
      return page(c, <NoComparison view={view} gone={files.length > 0} sentences={[]} />);
    if (made.kind === 'refused') return page(c, <NoComparison view={view} sentences={made.sentences} />, 400);
    const { document } = made;
    const shown = { view, document, files, minResponse, query };
    return page(c, <NetworkEvidence {...shown} />);
  });

  routes.get('/network/evidence/:file{evidence\\.(?:json|html)}', needs('viewer'), async (c) => {
    const { made, lang } = await asked(c);
    if (made.kind !== 'made') return notFound(c, services);
    const { document } = made;
    const html = c.req.param('file').endsWith('.html');
    await note(c, services, 'evidence-exported', '');
    const body = html
      ? htmlReport({
          title: viewOf(c, services).t.evidence.title,
          lang,
          meta: document.meta,
          tables: evidenceTables(document, lang),
          figures: [],
          notes: document.notes,
        })
      : canonicalJson(document);
    return c.body(body, 200, {
      'content-type': html ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${c.req.param('file')}"`,
    });
  });

  async function logPage(c: Context, fields: Readonly<Record<string, string>> = {}, error?: Refusal) {
    const view = viewOf(c, services);
    const entries = await log.entries();
    const refused = error === undefined ? [] : pageSentences(error.issues, {}, view.lang);
    const status = refused.length > 0 ? 400 : 200;
    return page(c, <Improvements view={view} entries={entries} fields={fields} refused={refused} />, status);
  }

  routes.get('/network/improvements', needs('viewer'), (c) => logPage(c));

  routes.post('/network/improvements', needs('analyst'), async (c) => {
    const fields = await textFields(c);
    const given = Object.fromEntries(
      ['member', 'date', 'finding', 'action', 'followUpDate', 'followUp'].flatMap((name) => {
        const text = (fields[name] ?? '').trim();
        return text === '' ? [] : [[name, text]];
      }),
    );
    try {
      await log.add(parseImprovementLog(JSON.stringify([given]), 'log'));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return logPage(c, fields, error);
    }
    await note(c, services, 'improvement-added', '');
    return c.redirect('/network/improvements', 303);
  });

  routes.post('/network/improvements/import', needs('analyst'), onlySmallUploads, async (c) => {
    try {
      const [file] = await smallFiles(c, 'file');
      if (file === undefined) throw refuse('upload-empty');
      await log.add(parseImprovementLog(file.text, file.name));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return logPage(c, {}, error);
    }
    await note(c, services, 'improvement-added', '');
    return c.redirect('/network/improvements', 303);
  });

  routes.post('/network/improvements/:at{[0-9]{1,6}}/delete', needs('analyst'), async (c) => {
    await log.remove(Number(c.req.param('at')));
    await note(c, services, 'improvement-deleted', '');
    return c.redirect('/network/improvements', 303);
  });

  return routes;
}
