/**
 * What went wrong, for a program: one JSON document of the shape of RFC 9457 with the codes and sentences that
 * the command line gives. Invariant: no value of a patient, no path, no message of a library.
 */

import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { IssueCollector, type IssueSummary, type Lang, Refusal, refuse } from '../../src/index.ts';
import { API_PATH } from '../access/access.ts';
import { AccessDenied } from '../access/needs.ts';
import { logFault } from '../routes/fault.tsx';
import type { Services } from '../services.ts';

export interface Problem {
  /** `urn:zorgcluster:problem:` and the code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly issues: readonly IssueSummary[];
}

/** Language of sentences: `lang` in the address, else what the program prefers, else Dutch. */
export function apiLanguage(c: Context): Lang {
  const asked = c.req.query('lang') ?? c.req.header('accept-language')?.slice(0, 2);
  return asked === 'en' ? 'en' : 'nl';
}

export function isApi(c: Context): boolean {
  return c.req.path.startsWith(API_PATH);
}

const STATUS: Readonly<Record<string, 400 | 401 | 403 | 404 | 409 | 413 | 500>> = {
  'api-token': 401,
  'api-role': 403,
  'api-nothing-here': 404,
  'api-contribution-changed': 409,
  'api-body-large': 413,
  'upload-too-large': 413,
  'api-fault': 500,
};

/** A refusal as an answer: 400 unless its first code has a status of its own. */
function problem(c: Context, refusal: Refusal): Response {
  const collector = new IssueCollector();
  collector.addAll(refusal.issues);
  const issues = collector.summaries(apiLanguage(c));
  const [first] = issues;
  const code = first?.code ?? 'api-fault';
  const status = STATUS[code] ?? 400;
  const body: Problem = {
    type: `urn:zorgcluster:problem:${code}`,
    title: first?.message ?? '',
    status,
    code,
    issues,
  };
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="zorgcluster"');
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

export function problemOf(c: Context, services: Services, error: Error): Response {
  if (error instanceof Refusal) return problem(c, error);
  if (error instanceof AccessDenied) {
    const nobody = c.get('user').role === 'nobody';
    return problem(c, nobody ? refuse('api-token') : refuse('api-role', { role: error.need }));
  }
  if (error instanceof HTTPException) return error.getResponse();
  return problem(c, refuse('api-fault', { reference: logFault(services, error) }));
}

export function nothingHere(c: Context): Response {
  return problem(c, refuse('api-nothing-here'));
}
