/**
 * Signing in through the institution's own provider (OpenID Connect): authorisation code with PKCE, state
 * and nonce. The only doorway to openid-client. Invariants: what was sent out is answered once, by the
 * same browser, within ten minutes; a person is known by issuer and subject, never by an e-mail address,
 * which at some providers anybody can set.
 */

import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { refuse } from '../../src/index.ts';
import { newSecret } from './secret.ts';
import type { InstitutionSettings } from './settings.ts';
import { ROLES, type Role } from './user.ts';

const PENDING_MS = 10 * 60_000;
const MOST_PENDING = 2000;

interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
  readonly invitation: string;
  readonly startedMs: number;
}

export interface Person {
  /** Issuer and subject, with a space between. */
  readonly subject: string;
  readonly name: string;
  /** Names to sign in with that the provider gives, the nicest first. */
  readonly logins: readonly string[];
  /** From the claim of the settings; undefined where none of its values has a role, or none is asked for. */
  readonly role: Role | undefined;
}

export interface Institution {
  readonly label: string;
  /** Roles come from accounts made here; else from the provider's claim at every sign-in. */
  readonly byInvitation: boolean;
  /** @throws Refusal `institution-unreachable` */
  begin(
    returnTo: string,
    kept: { readonly next: string; readonly invitation: string },
  ): Promise<{ readonly address: URL; readonly key: string }>;
  /** @throws Refusal `institution-failed` */
  finish(
    key: string,
    answer: URL,
  ): Promise<{ readonly person: Person; readonly next: string; readonly invitation: string }>;
}

export function createInstitution(settings: InstitutionSettings): Institution {
  let discovered: Promise<Configuration> | undefined;
  const pending = new Map<string, Pending>();

  /** Asked once; after a failure the next sign-in asks again. */
  function configuration(): Promise<Configuration> {
    discovered ??= discover(settings).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  }

  return {
    label: settings.label,
    byInvitation: settings.roles === undefined,
    begin: async (returnTo, kept) => {
      const config = await configuration().catch(() => {
        throw refuse('institution-unreachable');
      });
      const entry = {
        ...kept,
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        startedMs: Date.now(),
      };
      const address = buildAuthorizationUrl(config, {
        redirect_uri: returnTo,
        scope: settings.scope,
        state: entry.state,
        nonce: entry.nonce,
        code_challenge: await calculatePKCECodeChallenge(entry.verifier),
        code_challenge_method: 'S256',
      });
      for (const [key, { startedMs }] of pending) {
        if (pending.size < MOST_PENDING && entry.startedMs - startedMs < PENDING_MS) break;
        pending.delete(key);
      }
      const key = newSecret();
      pending.set(key, entry);
      return { address, key };
    },
    finish: async (key, answer) => {
      const entry = pending.get(key);
      pending.delete(key);
      if (entry === undefined || Date.now() - entry.startedMs > PENDING_MS)
        throw refuse('institution-failed');
      try {
        const config = await configuration();
        const tokens = await authorizationCodeGrant(config, answer, {
          pkceCodeVerifier: entry.verifier,
          expectedState: entry.state,
          expectedNonce: entry.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims()!;
        const hasUserInfo = config.serverMetadata().userinfo_endpoint !== undefined;
        const more = hasUserInfo ? await fetchUserInfo(config, tokens.access_token, claims.sub) : {};
        const person = personOf({ ...more, ...claims }, settings);
        return { person, next: entry.next, invitation: entry.invitation };
      } catch {
        // What went wrong may hold what the provider said about a person: it goes no further.
        throw refuse('institution-failed');
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: InstitutionSettings): Promise<Configuration> {
  // Settings let only this machine be reached without TLS.
  const plain = issuer.protocol === 'http:';
  const options = plain ? { execute: [allowInsecureRequests] } : {};
  const found = await discovery(issuer, clientId, clientSecret, undefined, options);
  const methods = found.serverMetadata().token_endpoint_auth_methods_supported;
  if (methods === undefined || methods.includes('client_secret_post')) return found;
  const basic = new Configuration(
    found.serverMetadata(),
    clientId,
    clientSecret,
    ClientSecretBasic(clientSecret),
  );
  if (plain) allowInsecureRequests(basic);
  return basic;
}

type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

function personOf(claims: Claims, { roles }: InstitutionSettings): Person {
  const text = (name: string): string => {
    const value = claims[name];
    return typeof value === 'string' ? value.trim().slice(0, 100) : '';
  };
  const logins = [text('preferred_username'), text('email'), `${claims.sub}@${new URL(claims.iss).host}`];
  return {
    subject: `${claims.iss} ${claims.sub}`,
    name: text('name'),
    logins: logins.filter((login) => login !== ''),
    role: roles === undefined ? undefined : highestRole(valuesAt(claims, roles.claim), roles.of),
  };
}

/** The claim of this name, else the one its dots lead to. */
function valuesAt(claims: Claims, name: string): readonly unknown[] {
  let value: unknown = claims[name];
  if (value === undefined) {
    value = claims;
    for (const part of name.split('.')) {
      value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
    }
  }
  return Array.isArray(value) ? value : [value];
}

function highestRole(values: readonly unknown[], of: ReadonlyMap<string, Role>): Role | undefined {
  const given = values.map((value) => (typeof value === 'string' ? of.get(value) : undefined));
  return ROLES.findLast((role) => given.includes(role));
}
