/**
 * Tokens with which a program asks the interface for programs. Invariants: the store has their hash; a
 * token gives at most its own role and never more than its owner has now; one that expired, was withdrawn
 * or whose owner may no longer sign in gives nothing.
 */

import { type Engine, refuse } from '../../src/index.ts';
import { addAudit } from '../store/audit.ts';
import { hashOf, newSecret } from './secret.ts';
import type { Role } from './user.ts';

export interface Token {
  readonly id: string;
  readonly account: string;
  /** What the owner calls it. */
  readonly name: string;
  readonly role: Role;
  /** ISO instants. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** ISO day of the last use; '' = never. */
  readonly usedOn: string;
}

/** Makes a token easy to find for tools that look for secrets in files. */
const PREFIX = 'zgc_';
const LONGEST_DAYS = 366;
const MOST_PER_ACCOUNT = 20;

export interface Tokens {
  /** Newest first. */
  listOf(account: string): readonly Token[];
  /** @returns the secret, shown once. @throws Refusal `token-name`, `token-days` or `tokens-many` */
  add(given: Pick<Token, 'account' | 'name' | 'role'> & { readonly days: number }): Promise<string>;
  /** Nothing when the token is not the account's own. */
  remove(account: string, id: string): Promise<void>;
  removeAll(account: string, who: string): Promise<void>;
  /** The token behind a secret, when it has not expired; notes the day. */
  use(secret: string): Token | undefined;
}

export async function openTokens(engine: Engine, now: () => Date, newId: () => string): Promise<Tokens> {
  const tokens = new Map<string, Token & { usedOn: string }>();
  for (const row of await engine.all('select * from access_token')) {
    tokens.set(String(row.hash), {
      id: String(row.id),
      account: String(row.account),
      name: String(row.name),
      role: String(row.role) as Role,
      createdAt: String(row.created_at),
      expiresAt: String(row.expires_at),
      usedOn: String(row.used_on),
    });
  }
  const listOf = (account: string) =>
    [...tokens.values()]
      .filter((token) => token.account === account)
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));

  async function removeThose(account: string, who: string, fits: (token: Token) => boolean): Promise<void> {
    const gone = [...tokens].filter(([, token]) => token.account === account && fits(token));
    if (gone.length === 0) return;
    for (const [hash] of gone) tokens.delete(hash);
    await engine.transaction(async (transaction) => {
      for (const [hash, { id }] of gone) {
        await transaction.run('delete from access_token where hash = ?', [hash]);
        const at = now().toISOString();
        await addAudit(transaction, {
          at,
          action: 'token-withdrawn',
          dataSet: '',
          who,
          detail: { token: id },
        });
      }
    });
  }

  return {
    listOf,
    add: async ({ account, name, role, days }) => {
      const called = name.trim();
      if (called === '' || called.length > 60) throw refuse('token-name');
      if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) throw refuse('token-days');
      if (listOf(account).length >= MOST_PER_ACCOUNT)
        throw refuse('tokens-many', { limit: MOST_PER_ACCOUNT });
      const secret = `${PREFIX}${newSecret()}`;
      const created = now();
      const token = {
        id: newId(),
        account,
        name: called,
        role,
        createdAt: created.toISOString(),
        expiresAt: new Date(created.getTime() + days * 86_400_000).toISOString(),
        usedOn: '',
      };
      await engine.transaction(async (transaction) => {
        const values = [
          hashOf(secret),
          token.id,
          account,
          called,
          role,
          token.createdAt,
          token.expiresAt,
          '',
        ];
        await transaction.run('insert into access_token values (?, ?, ?, ?, ?, ?, ?, ?)', values);
        const at = token.createdAt;
        await addAudit(transaction, {
          at,
          action: 'token',
          dataSet: '',
          who: account,
          detail: { token: token.id, role },
        });
      });
      tokens.set(hashOf(secret), token);
      return secret;
    },
    remove: (account, id) => removeThose(account, account, (token) => token.id === id),
    removeAll: (account, who) => removeThose(account, who, () => true),
    use: (secret) => {
      const hash = hashOf(secret);
      const token = tokens.get(hash);
      const at = now().toISOString();
      if (token === undefined || token.expiresAt <= at) return undefined;
      const day = at.slice(0, 10);
      if (token.usedOn !== day) {
        token.usedOn = day;
        engine
          .transaction((transaction) =>
            transaction.run('update access_token set used_on = ? where hash = ?', [day, hash]),
          )
          .catch(() => undefined);
      }
      return token;
    },
  };
}
