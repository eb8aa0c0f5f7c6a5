/**
 * The web application as one Hono app; tests call it through `app.request()` without a socket.
 *
 * Where things are:
 *   main.ts            the process: environment, port, start, stop
 *   open-services.ts   data folder, store, example network
 *   services.ts        what every route is given
 *   security.ts        what stands before every route
 *   one-address.ts     one address a page; the language that is remembered
 *   api/               documents, description and problems of the interface for programs
 *   access/            who asks and what they may: `needs(role)` stands first behind every path
 *   respond.tsx        request -> view; page, part, refusal, not found -> answer
 *   running-requests.ts what is being answered: a stop waits for it
 *   said.ts            what a page says after a form that led to it
 *   request-log.ts     one line per request; audit-views.ts: who looked at which data set
 *   form.ts            forms with files, streamed to disk; take-upload.ts: a case file from first byte to job
 *   import-file.ts     an uploaded file -> data set, as a job
 *   rule-book.ts       which rule sets apply; rule-imports.ts: official tables on their way in
 *   form-drafts.ts     half-filled HoNOS+ forms, in memory only
 *   held-uploads.ts    files that name people, held for one decision
 *   kept-uploads.ts    files that may be read again with other columns, without being sent again
 *   workspace.ts       data sets and results kept in memory, so that a price edit is fast
 *   benchmark/         the comparison of members: choices, rows, case mix, result
 *   network/           designs, contributions in and out, keys: files of the data folder
 *   simulator.ts       simulations, of large data sets in a thread (simulation-worker.ts)
 *   jobs.ts            work that outlives a request; upload-marks.ts: what a crash cut off
 *   retention.ts       the day on which a data set goes; remove-data-set.ts: without a trace
 *   assets.ts          style, script, htmx
 *   store/             what DuckDB and the data folder keep
 *   routes/            one file a place; each handler stands right after its path
 * Pages are in ../views: layout, pages/ (one a place), parts/ (pieces), text/ (words in two languages).
 *
 * Invariants: every route declares the role it needs; a GET changes nothing but the language cookie and the audit trail; the address alone
 * rebuilds what one sees; a case is data set + row number; no address, log line or error page holds a
 * patient's value; the library is seen through src/index.ts only.
 */

import { Hono } from 'hono';
import { Refusal } from '../src/index.ts';
import { AccessDenied } from './access/needs.ts';
import { isApi, nothingHere, problemOf } from './api/problem.ts';
import { auditViews } from './audit-views.ts';
import { createNetwork } from './network/network.ts';
import { keepLanguage, withoutLastSlash } from './one-address.ts';
import { logRequests } from './request-log.ts';
import { denied, notFound, refused } from './respond.tsx';
import { accountRoutes } from './routes/account.tsx';
import { apiRoutes } from './routes/api.ts';
import { apiNetworkRoutes } from './routes/api-network.ts';
import { apiResultRoutes } from './routes/api-results.ts';
import { apiShelfRoutes } from './routes/api-shelves.ts';
import { auditRoutes } from './routes/audit.tsx';
import { benchmarkRoutes } from './routes/benchmark.tsx';
import { caseRoutes } from './routes/cases.tsx';
import { clusterRoutes } from './routes/clusters.tsx';
import { columnRoutes } from './routes/columns.tsx';
import { dataRoutes } from './routes/data.tsx';
import { faultPage } from './routes/fault.tsx';
import { formRoutes } from './routes/form.tsx';
import { healthRoutes } from './routes/health.ts';
import { manualRoutes } from './routes/manual.tsx';
import { methodRoutes } from './routes/method.tsx';
import { networkRoutes } from './routes/network.tsx';
import { networkEvidenceRoutes } from './routes/network-evidence.tsx';
import { networkExchangeRoutes } from './routes/network-exchange.tsx';
import { overviewRoutes } from './routes/overview.tsx';
import { ruleDiffRoutes } from './routes/rule-diff.tsx';
import { ruleRoutes } from './routes/rules.tsx';
import { runRoutes } from './routes/runs.tsx';
import { signInRoutes } from './routes/sign-in.tsx';
import { simulationRoutes } from './routes/simulation.tsx';
import { usersRoutes } from './routes/users.tsx';
import { onlyUntilStop } from './running-requests.ts';
import { headers, noStore, onlyKnownHost, onlyOverTls, onlyOwnForms, onlyShortForms } from './security.ts';
import type { Services } from './services.ts';
import { toldFault } from './told-fault.ts';

export function createApp(services: Services): Hono {
  const app = new Hono();
  const { access } = services;
  const { requests } = services;
  if (requests !== undefined) app.use(logRequests(services, requests, () => performance.now()));
  app.use(onlyKnownHost(access), headers, onlyOverTls(access), noStore, onlyOwnForms(access), onlyShortForms);
  app.use(onlyUntilStop(services), withoutLastSlash);
  app.use(async (c, next) => {
    c.set('user', access.identify(c));
    await next();
  });
  app.route('/', services.assets.routes);
  app.use(async (_c, next) => {
    // The command line may have imported a rule set since.
    await services.rules.refresh();
    await next();
  });
  app.use(keepLanguage(access), auditViews(services));
  app.route('/', healthRoutes(services));

  app.route('/', overviewRoutes(services));
  app.route('/', dataRoutes(services));
  app.route('/', columnRoutes(services));
  app.route('/', clusterRoutes(services));
  app.route('/', caseRoutes(services));
  app.route('/', formRoutes(services));
  app.route('/', benchmarkRoutes(services));
  const network = createNetwork(services.home.folder);
  app.route('/', networkRoutes(services, network));
  app.route('/', networkExchangeRoutes(services, network));
  app.route('/', networkEvidenceRoutes(services, network));
  app.route('/', simulationRoutes(services));
  app.route('/', apiRoutes(services));
  app.route('/', apiResultRoutes(services, network));
  app.route('/', apiNetworkRoutes(services, network));
  app.route('/', apiShelfRoutes(services));
  app.route('/', signInRoutes(services));
  app.route('/', accountRoutes(services));
  app.route('/', usersRoutes(services));
  app.route('/', auditRoutes(services));
  app.route('/', manualRoutes(services));
  app.route('/', methodRoutes(services));
  app.route('/', runRoutes(services));
  // Before the tables on their way in: that route takes any name for an import.
  app.route('/', ruleDiffRoutes(services));
  app.route('/', ruleRoutes(services));

  app.notFound((c) => (isApi(c) ? nothingHere(c) : notFound(c, services)));
  app.onError((thrown, c) => {
    const error = toldFault(thrown);
    if (isApi(c)) return problemOf(c, services, error);
    if (error instanceof AccessDenied) return denied(c, services, error);
    return error instanceof Refusal ? refused(c, services, error) : faultPage(c, services, error);
  });
  return app;
}
