/** How the columns of an uploaded file are read, to be corrected; the file is read again without being sent again. */

import { type Context, Hono } from 'hono';
import {
  type ByteSource,
  type CaseReader,
  fileSource,
  openCases,
  Refusal,
  sheetNames,
} from '../../src/index.ts';
import { type ColumnChoice, Columns } from '../../views/pages/columns.tsx';
import { needs } from '../access/needs.ts';
import { chosenColumns, columnChoices } from '../column-choices.ts';
import { importFile } from '../import-file.ts';
import { headOptions, type ImportOptions, readImportOptions } from '../import-options.ts';
import { JobEnded } from '../jobs.ts';
import { isCurable } from '../kept-uploads.ts';
import { forgetDataSet } from '../remove-data-set.ts';
import { dataSetOf, languageOf, notFound, page, sentences, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { knownInstitutions, rememberedMap } from '../store/mappings.ts';
import { renewIfAsked } from '../store/upkeep.ts';
import { markUpload, unmarkUpload } from '../upload-marks.ts';

/** A kept upload as bytes under its own name. */
function sourceOf(upload: { readonly path: string; readonly fileName: string }): ByteSource {
  return { ...fileSource(upload.path), name: upload.fileName };
}

interface OpenedHead {
  readonly header: readonly string[];
  readonly choices: readonly ColumnChoice[];
  readonly warnings: CaseReader['mapping']['warnings'];
}

export function columnRoutes(services: Services): Hono {
  const routes = new Hono();
  /** By id of the file: the reading under way. */
  const readings = new Map<string, string>();

  /** The head of the file as it would be read with these options. @throws Refusal */
  async function openHead(source: ByteSource, options: ImportOptions): Promise<OpenedHead> {
    const { institution = '', whole, map } = options;
    const rest = headOptions(options);
    const automatic = await openCases(source, { ...rest, uses: [] });
    const remembered = whole
      ? {}
      : await rememberedMap(services.engine, institution, automatic.header, automatic.mapping);
    const all = { ...remembered, ...map };
    const { mapping } = await openCases(source, { ...rest, map: all, uses: [] });
    const { header } = automatic;
    const choices = columnChoices(
      header,
      mapping,
      new Set(Object.keys(remembered)),
      new Set(Object.keys(map)),
    );
    return { header, choices, warnings: mapping.warnings };
  }

  async function show(c: Context, id: string): Promise<Response> {
    const upload = services.uploads.get(id);
    if (upload === undefined) {
      const next = services.uploads.successor(id);
      return next === undefined ? notFound(c, services) : c.redirect(`/data/${next}`);
    }
    const view = viewOf(c, services, dataSetOf(services, id));
    const source = sourceOf(upload);
    const sheets = await sheetNames(source);
    const asked = c.req.query('sheet');
    const sheet = asked !== undefined && sheets.includes(asked) ? asked : upload.options.sheet;
    // Another sheet has other columns: what was pointed out belongs to the one before.
    const options: ImportOptions =
      sheet === upload.options.sheet || sheet === undefined
        ? upload.options
        : { ...upload.options, sheet, map: {} };
    let head: OpenedHead | undefined;
    let refused: readonly string[] = [];
    try {
      head = await openHead(source, options);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // That there are several sheets is what the page asks about.
      const others = error.issues.filter(({ code }) => code !== 'sheets-several');
      refused = sentences(others, view.lang);
    }
    return page(
      c,
      <Columns
        view={view}
        id={id}
        name={upload.name}
        sheets={sheets}
        sheet={sheet}
        header={head?.header ?? []}
        choices={head?.choices ?? []}
        suggested={c.req.query('suggested') !== undefined}
        items={services.rules.book().sets[0]!.ruleSet.items}
        warnings={sentences(head?.warnings ?? [], view.lang)}
        refused={refused}
        options={options}
        institutions={await knownInstitutions(services.engine)}
      />,
    );
  }

  routes.get('/data/:id/columns', needs('analyst'), (c) => show(c, c.req.param('id')));

  routes.post('/data/:id/columns', needs('analyst'), async (c) => {
    const before = c.req.param('id');
    const upload = services.uploads.get(before);
    if (upload === undefined) return notFound(c, services);
    const body = await c.req.parseBody();
    const fields = new Map(
      Object.entries(body).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      ),
    );
    const { map: _, ...options } = readImportOptions(fields);
    const source = sourceOf(upload);
    const lang = languageOf(c);
    const by = c.get('user').id;
    const { header, mapping } = await openCases(source, { ...headOptions(options), uses: [] });
    const chosen: ImportOptions = { ...options, map: chosenColumns(fields, header, mapping), whole: true };
    const under = readings.get(before);
    const state = under === undefined ? undefined : services.jobs.get(under)?.state.kind;
    // Sent twice is read once.
    if (state === 'waiting' || state === 'running') return c.redirect(`/data/${under}`, 303);
    const id = services.newId();
    readings.set(before, id);
    const again = { fileName: upload.fileName, name: upload.name, options: chosen };
    await markUpload(services.home, id, upload.fileName);
    services.jobs.start(id, upload.name, async (report, signal) => {
      // A refusal leaves the file, and what was made of it before, where they are.
      try {
        signal.throwIfAborted();
        await importFile(
          services,
          { id, source, name: upload.name, origin: 'upload', options: chosen, lang, by, replaces: before },
          report,
          signal,
        );
      } catch (error) {
        if (error instanceof JobEnded) {
          if (error.by === 'user') await unmarkUpload(services.home, id);
          throw error;
        }
        await unmarkUpload(services.home, id);
        if (error instanceof Refusal && isCurable(error)) {
          await services.uploads.keep(before, again);
          services.uploads.refusedReading(id, before);
        } else await services.uploads.forget(before);
        throw error;
      }
      await services.uploads.move(before, id, again);
      await forgetDataSet(services, before);
      await unmarkUpload(services.home, id);
      await renewIfAsked(services.engine);
    });
    return c.redirect(`/data/${id}`, 303);
  });

  return routes;
}
