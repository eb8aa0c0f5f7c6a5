/** The price list of a scenario as a table to edit; what is typed travels in the form until it is saved. */

import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { priceListCsv, Refusal, refuse } from '../../src/index.ts';
import { ScenarioGone } from '../../views/pages/message.tsx';
import { type DraftRow, ListFindings, PriceListPage } from '../../views/pages/price-list.tsx';
import { fill } from '../../views/text/fill.ts';
import type { View } from '../../views/view.ts';
import { needs } from '../access/needs.ts';
import {
  dataSetOf,
  notFound,
  page,
  part,
  refused as refusedPage,
  sentences,
  viewOf,
  wantsPart,
} from '../respond.tsx';
import { storedScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { type Choice, changedRows, openChoice } from '../simulation/choice.ts';
import { blankRow, draftFrom, draftOf, MOST_ROWS, pasteInto, readDraft } from '../simulation/list-draft.ts';
import { keepScenario } from '../simulation/save.ts';
import { savedAddress, saveFieldsOf } from '../simulation/save-fields.ts';

/** Fields of a few hundred rows; more is no form. */
const LIMIT_BYTES = 2_000_000;

interface Shown {
  readonly draft: readonly DraftRow[];
  readonly refused?: readonly string[];
  readonly note?: string | undefined;
  readonly title?: string;
  readonly over?: boolean;
  /** As the form saw the scenario; absent = as it is now. */
  readonly seen?: string;
  readonly pasteText?: string;
  readonly pasteUnit?: string;
}

export function simulationListRoutes(services: Services): Hono {
  const routes = new Hono();

  async function opened(c: Context): Promise<{ view: View; id: string; choice: Choice } | Response> {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const view = viewOf(c, services, dataSet);
    const search = new URL(c.req.url).searchParams;
    const choice = await openChoice(services, view, search);
    if (choice === undefined) {
      return page(c, <ScenarioGone view={view} id={search.get('scenario') ?? ''} />, 404);
    }
    return { view, id: dataSet.id, choice };
  }

  async function show(c: Context, at: { view: View; id: string; choice: Choice }, shown: Shown) {
    const { view, id, choice } = at;
    const { refused = [] } = shown;
    const { findings, rows } = readDraft(shown.draft, view.lang);
    const stored = await storedScenario(services.home, choice.listed.id);
    return page(
      c,
      <PriceListPage
        view={view}
        id={id}
        query={choice.query}
        scenario={choice.listed}
        seen={shown.seen ?? stored?.sha256 ?? ''}
        title={shown.title ?? ''}
        over={shown.over ?? true}
        draft={shown.draft}
        findings={findings}
        sound={rows !== undefined}
        refused={refused}
        note={shown.note}
        pasteText={shown.pasteText ?? ''}
        pasteUnit={shown.pasteUnit ?? ''}
      />,
      refused.length > 0 ? 400 : 200,
    );
  }

  routes.get('/data/:id/simulation/list', needs('analyst'), async (c) => {
    const at = await opened(c);
    if (at instanceof Response) return at;
    return show(c, at, { draft: draftOf(changedRows(at.choice, at.view), at.view.lang) });
  });

  const limit = bodyLimit({
    maxSize: LIMIT_BYTES,
    onError: (c) => refusedPage(c, services, refuse('scenario-too-many-rows', { most: MOST_ROWS })),
  });

  routes.post('/data/:id/simulation/list', needs('analyst'), limit, async (c) => {
    const at = await opened(c);
    if (at instanceof Response) return at;
    const { view, choice } = at;
    const words = view.t.scenarios;
    const body = await c.req.parseBody();
    const text = (name: string): string => {
      const value = body[name];
      return typeof value === 'string' ? value : '';
    };
    const draft = draftFrom(body);
    const fields = saveFieldsOf(body);
    const typed: Shown = {
      draft,
      title: fields.title,
      over: fields.over !== undefined,
      seen: text('seen'),
      pasteText: text('paste'),
      pasteUnit: text('pasteUnit'),
    };
    const action = text('do');
    try {
      if (draft.length > MOST_ROWS) throw refuse('scenario-too-many-rows', { most: MOST_ROWS });
      const removed = /^remove-(\d{1,4})$/.exec(action)?.[1];
      if (removed !== undefined) {
        return await show(c, at, { ...typed, draft: draft.filter((_, row) => row !== Number(removed)) });
      }
      if (action === 'add') return await show(c, at, { ...typed, draft: [...draft, blankRow(draft.at(-1))] });
      if (action === 'paste') {
        const pasted = pasteInto(draft, text('paste'), text('pasteUnit'), view.lang);
        if (pasted.draft.length > MOST_ROWS) throw refuse('scenario-too-many-rows', { most: MOST_ROWS });
        const said = pasted.whole
          ? fill(words.pastedWhole, { n: pasted.filled })
          : fill(words.pasted, { n: pasted.filled });
        const left = pasted.left === 0 ? '' : ` ${fill(words.pasteLeft, { n: pasted.left })}`;
        return await show(c, at, { ...typed, draft: pasted.draft, note: `${said}${left}`, pasteText: '' });
      }
      const read = readDraft(draft, view.lang);
      if (wantsPart(c)) {
        return part(c, <ListFindings view={view} findings={read.findings} sound={read.rows !== undefined} />);
      }
      if (read.rows === undefined || (action !== 'save' && action !== 'csv')) {
        const refused = action === 'save' || action === 'csv' ? [words.listFaults] : [];
        return await show(c, at, { ...typed, refused });
      }
      if (action === 'csv') {
        return c.body(priceListCsv(read.rows), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${choice.listed.id}.csv"`,
        });
      }
      const id = await keepScenario(services, {
        ...fields,
        from: choice.listed.id,
        change: (document) => document,
        rows: read.rows,
        who: c.get('user').id,
        what: 'prices',
      });
      return c.redirect(savedAddress(at.id, '', id), 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return show(c, at, { ...typed, refused: sentences(error.issues, view.lang) });
    }
  });

  return routes;
}
