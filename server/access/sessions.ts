/**
 * Sessions of people who signed in. Invariants: the cookie holds a secret, the store its hash; a session
 * ends when it is not used, when it is old, and when it is ended; one that ended stays so, whatever the clock
 * does; every sign-in starts a new one.
 */

import type { Engine } from '../../src/index.ts';
import { hashOf, newSecret } from './secret.ts';

/** Without a request. */
const IDLE_MS = 2 * 60 * 60_000;
/** A working day: whoever signs in in the morning signs in once. */
const LONGEST_MS = 12 * 60 * 60_000;
/** How often a use is written down; a restart ends a session at most this much early. */
const NOTED_MS = 5 * 60_000;

interface Session {
  readonly hash: string;
  readonly account: string;
  readonly startedMs: number;
  seenMs: number;
  notedMs: number;
}

export interface Sessions {
  /** @returns the secret for the cookie */
  start(account: string): Promise<string>;
  /** The account of a session that is still good; notes the use. */
  accountOf(secret: string): string | undefined;
  end(secret: string): Promise<void>;
  /** All sessions of an account, save the one with this secret. */
  endAll(account: string, except?: string): Promise<void>;
  /** How many are good now. */
  count(account: string): number;
}

export async function openSessions(engine: Engine, now: () => number): Promise<Sessions> {
  const sessions = new Map<string, Session>();
  const ended: Session[] = [];
  // A clock that went back further than a session may rest cannot tell how old it is: that ends it too.
  const isGood = ({ startedMs, seenMs }: Session) =>
    now() - startedMs < LONGEST_MS && Math.abs(now() - seenMs) < IDLE_MS;
  for (const row of await engine.all('select * from session')) {
    const seenMs = Number(row.seen_ms);
    const session = {
      hash: String(row.hash),
      account: String(row.account),
      startedMs: Number(row.started_ms),
      seenMs,
      notedMs: seenMs,
    };
    if (isGood(session)) sessions.set(session.hash, session);
    else ended.push(session);
  }
  await remove(ended);

  /** Ends what the clock ended, so that a clock that goes back does not start it again. */
  function forgetEnded(): void {
    const gone = [...sessions.values()].filter((session) => !isGood(session));
    // Behind the answer; what could not be written down ends at the next start by its own times.
    if (gone.length > 0) remove(gone).catch(() => undefined);
  }

  async function remove(gone: readonly Session[]): Promise<void> {
    if (gone.length === 0) return;
    for (const { hash } of gone) sessions.delete(hash);
    await engine.transaction(async (transaction) => {
      for (const { hash } of gone) await transaction.run('delete from session where hash = ?', [hash]);
    });
  }

  return {
    start: async (account) => {
      const secret = newSecret();
      const at = now();
      const session: Session = { hash: hashOf(secret), account, startedMs: at, seenMs: at, notedMs: at };
      forgetEnded();
      await engine.transaction(async (transaction) => {
        await transaction.run('insert into session values (?, ?, ?, ?)', [session.hash, account, at, at]);
      });
      sessions.set(session.hash, session);
      return secret;
    },
    accountOf: (secret) => {
      forgetEnded();
      const session = sessions.get(hashOf(secret));
      if (session === undefined) return undefined;
      session.seenMs = now();
      if (session.seenMs - session.notedMs > NOTED_MS) {
        session.notedMs = session.seenMs;
        // Behind the answer: a store that is busy with an upload keeps nobody waiting.
        engine
          .transaction((transaction) =>
            transaction.run('update session set seen_ms = ? where hash = ?', [session.seenMs, session.hash]),
          )
          .catch(() => undefined);
      }
      return session.account;
    },
    end: (secret) => remove([sessions.get(hashOf(secret))].filter((session) => session !== undefined)),
    endAll: (account, except) => {
      const kept = except === undefined ? '' : hashOf(except);
      return remove(
        [...sessions.values()].filter((session) => session.account === account && session.hash !== kept),
      );
    },
    count: (account) => {
      forgetEnded();
      return [...sessions.values()].filter((session) => session.account === account).length;
    },
  };
}
