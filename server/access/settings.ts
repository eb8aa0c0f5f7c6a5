/**
 * How the server is reached and who may sign in, from the environment. Invariants: without a setting it
 * listens to this machine only; an address for others is https, since passwords and figures travel over it.
 */

import { readFileSync } from 'node:fs';
import { refuse } from '../../src/index.ts';
import { ROLES, type Role } from './user.ts';

export interface InstitutionSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Shown on the sign-in button; '' = a general phrase. */
  readonly label: string;
  /** The claim that gives roles, with the role for each of its values; absent = by invitation only. */
  readonly roles?: { readonly claim: string; readonly of: ReadonlyMap<string, Role> };
}

export interface AccessSettings {
  /** Address of the network card to listen on. */
  readonly bind: string;
  /** Where people reach the server, the first for links that are handed out; none = this machine only. */
  readonly addresses: readonly URL[];
  /** Proxies in front whose X-Forwarded-For is believed. */
  readonly proxies: number;
  readonly institution?: InstitutionSettings;
}

const LOOPBACK_BIND = /^(127(\.\d{1,3}){3}|::1|localhost)$/;
const LOOPBACK_NAME = /^(127\.0\.0\.1|localhost|\[::1\])$/i;

export const LOCAL_SETTINGS: AccessSettings = { bind: '127.0.0.1', addresses: [], proxies: 0 };

export function listensLocally({ bind }: AccessSettings): boolean {
  return LOOPBACK_BIND.test(bind);
}

/**
 * `ZORGCLUSTER_BIND`, `ZORGCLUSTER_URL` (several with commas), `ZORGCLUSTER_PROXIES` and `ZORGCLUSTER_OIDC_…`.
 * @throws Refusal `address-invalid`, `address-missing`, `proxies-invalid`, `institution-incomplete`,
 * `institution-address` or `institution-roles`, with exit 2
 */
export function readSettings(env: NodeJS.ProcessEnv): AccessSettings {
  const addresses = list(env.ZORGCLUSTER_URL).map(addressOf);
  const institution = institutionOf(env);
  const settings: AccessSettings = {
    bind: env.ZORGCLUSTER_BIND?.trim() || LOCAL_SETTINGS.bind,
    addresses,
    proxies: proxiesOf(env.ZORGCLUSTER_PROXIES ?? ''),
    ...(institution === undefined ? {} : { institution }),
  };
  if (!listensLocally(settings) && addresses.length === 0) throw refuse('address-missing', {}, 2);
  return settings;
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** https, or http of this machine. */
function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_NAME.test(url.hostname));
}

function addressOf(text: string): URL {
  const url = urlOf(text);
  const bare = url !== undefined && url.pathname === '/' && url.search === '' && url.username === '';
  if (!bare || !isSafe(url)) throw refuse('address-invalid', {}, 2);
  return url;
}

function proxiesOf(text: string): number {
  if (!/^\d?$/.test(text.trim())) throw refuse('proxies-invalid', {}, 2);
  return Number(text);
}

function institutionOf(env: NodeJS.ProcessEnv): InstitutionSettings | undefined {
  const get = (name: string): string => env[`ZORGCLUSTER_OIDC_${name}`]?.trim() ?? '';
  const [issuer, clientId, claim] = [get('ISSUER'), get('CLIENT_ID'), get('ROLE_CLAIM')];
  const clientSecret = get('CLIENT_SECRET') || secretFrom(get('CLIENT_SECRET_FILE'));
  if (issuer === '' && clientId === '') return undefined;
  if (issuer === '' || clientId === '' || clientSecret === '') throw refuse('institution-incomplete', {}, 2);
  const url = urlOf(issuer);
  if (url === undefined || !isSafe(url)) throw refuse('institution-address', {}, 2);
  const of = rolesOf(get('ROLES'));
  if ((claim === '') !== (of.size === 0)) throw refuse('institution-roles', {}, 2);
  return {
    issuer: url,
    clientId,
    clientSecret,
    scope: get('SCOPE') || 'openid profile email',
    label: get('LABEL'),
    ...(claim === '' ? {} : { roles: { claim, of } }),
  };
}

/** A secret in a file of its own does not show in a list of processes. */
function secretFrom(path: string): string {
  if (path === '') return '';
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw refuse('institution-incomplete', {}, 2);
  }
}

/** `zorg-lezers=viewer,zorg-analisten=analyst` */
function rolesOf(text: string): Map<string, Role> {
  const of = new Map<string, Role>();
  for (const pair of list(text)) {
    const at = pair.lastIndexOf('=');
    const role = ROLES.find((each) => each === pair.slice(at + 1).trim());
    if (at < 1 || role === undefined) throw refuse('institution-roles', {}, 2);
    of.set(pair.slice(0, at).trim(), role);
  }
  return of;
}
