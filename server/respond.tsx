/** From a request to a view, and from a page or a refusal to an answer. */

import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Issue, Lang, Refusal } from '../src/index.ts';
import type { DataSet } from '../views/model.ts';
import { NotFound, OtherRole, Refused } from '../views/pages/message.tsx';
import { SignIn } from '../views/pages/sign-in.tsx';
import { textOf, type View } from '../views/view.ts';
import type { AccessDenied } from './access/needs.ts';
import { covers, NOBODY, type User } from './access/user.ts';
import { heldForm, sentFrom } from './held-form.ts';
import { askedLanguage } from './one-address.ts';
import { pageSentences } from './page-sentences.ts';
import type { Services } from './services.ts';

/** The language of the address wins; then the cookie of `keepLanguage`; then Dutch. */
export function languageOf(c: Context): Lang {
  return askedLanguage(c) ?? (getCookie(c, 'lang') === 'en' ? 'en' : 'nl');
}

/** @param current the data set that the page is about; by default the newest of the user, else the example */
export function viewOf(c: Context, services: Services, current?: DataSet): View {
  const lang = languageOf(c);
  // Also before anyone was asked who they are: a fault or a wrong host.
  const user = (c.get('user') as User | undefined) ?? NOBODY;
  const known = covers(user.role, 'viewer');
  const dataSets = known ? services.dataSets().map((dataSet) => named(dataSet, lang)) : [];
  const url = new URL(c.req.url);
  url.searchParams.delete('lang');
  return {
    lang,
    t: textOf(lang),
    path: `${url.pathname}${url.search}`,
    asset: services.assets.url,
    dataSets,
    user,
    mayEdit: covers(user.role, 'analyst'),
    mayAdminister: covers(user.role, 'administrator'),
    current: !known ? undefined : current === undefined ? newestOwn(dataSets) : named(current, lang),
  };
}

/** The example network has a name in every language; a user's name stands as it is. */
export function named(dataSet: DataSet, lang: Lang): DataSet {
  return dataSet.origin === 'demo' ? { ...dataSet, name: textOf(lang).shell.demoName } : dataSet;
}

function newestOwn(dataSets: readonly DataSet[]): DataSet | undefined {
  return dataSets.find((dataSet) => dataSet.origin === 'upload') ?? dataSets[0];
}

/** A whole document. */
export function page(
  c: Context,
  element: JSX.Element,
  status: 200 | 400 | 401 | 403 | 404 | 429 | 500 = 200,
): Response {
  return c.html(`<!doctype html>${String(element)}`, status) as Response;
}

/** A part that htmx swaps in. */
export function part(c: Context, element: JSX.Element): Response {
  return c.html(String(element)) as Response;
}

/** True when htmx asks for a part of the page it stands on. */
export function wantsPart(c: Context): boolean {
  return c.req.header('hx-request') === 'true' && c.req.header('hx-request-type') === 'partial';
}

export function sentences(issues: readonly Issue[], lang: Lang): string[] {
  return pageSentences(issues, {}, lang);
}

export function notFound(c: Context, services: Services): Response {
  return page(c, <NotFound view={viewOf(c, services)} />, 404);
}

/** What someone gets whose role is not enough: the way in, at the address that was asked for, or which role it takes. */
export async function denied(c: Context, services: Services, { need }: AccessDenied): Promise<Response> {
  const view = viewOf(c, services);
  if (view.user.role !== 'nobody') return page(c, <OtherRole view={view} need={need} />, 403);
  // A part would swap the form into the middle of a page; the page itself has room for it.
  if (c.req.header('hx-request') === 'true') return c.body(null, 401, { 'HX-Refresh': 'true' });
  const institution = services.access.institution?.label;
  const shared = { view, login: '', refused: [], institution };
  if (c.req.method === 'GET') {
    // Who never signed in has nothing that could have ended.
    const lapsed = services.access.secretOf(c) === undefined ? undefined : 'session';
    return page(c, <SignIn {...shared} next={view.path} lapsed={lapsed} />, 401);
  }
  const held = await heldForm(c);
  const lapsed = held === undefined ? 'lost' : 'held';
  return page(c, <SignIn {...shared} next={sentFrom(c)} lapsed={lapsed} held={held} />, 401);
}

/** The clear sentences of a refusal; the request was understood and turned down. */
export function refused(c: Context, services: Services, refusal: Refusal): Response {
  const view = viewOf(c, services);
  const from = c.req.method === 'GET' ? '/' : sentFrom(c);
  const back = from === '/' ? {} : { from };
  return page(c, <Refused view={view} sentences={sentences(refusal.issues, view.lang)} {...back} />, 400);
}

/** The data set an address names. */
export function dataSetOf(services: Services, id: string | undefined): DataSet | undefined {
  return services.dataSets().find((dataSet) => dataSet.id === id);
}
