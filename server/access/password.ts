/**
 * Passwords: kept only as scrypt hashes with their own salt and parameters. Invariants: one hash is made
 * at a time, so that many sign-ins at once cannot fill the memory; comparing takes the same time
 * whatever differs; an unknown name takes as long as a wrong password.
 */

import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** Memory is 128 * n * r bytes; time grows with n * r * p. */
export interface ScryptCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** 64 MiB and two passes: one of the equivalent settings of OWASP's Password Storage Cheat Sheet. */
const SCRYPT_COST: ScryptCost = { n: 2 ** 16, r: 8, p: 2 };

/** Length is what counts against guessing; rules about signs make people choose alike. */
const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;

const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** Sign-ins that may wait for their turn; one more is told to come back. */
const QUEUE = 40;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** @param stored as `hash` gave it; undefined = nobody of that name: answers false, as slowly */
  verify(password: string, stored: string | undefined): Promise<boolean>;
  /** True for a hash that was made with other parameters than new ones are. */
  isOutdated(stored: string): boolean;
  /** True while too many wait. */
  busy(): boolean;
}

export function createPasswords(cost: ScryptCost = SCRYPT_COST): Passwords {
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** One at a time, in the order in which they came. */
  function derive(password: string, salt: Buffer, { n, r, p }: ScryptCost): Promise<Buffer> {
    const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r };
    waiting += 1;
    const turn = tail.then(
      () =>
        new Promise<Buffer>((resolve, reject) => {
          // The same letters typed on another keyboard may come as other signs.
          scrypt(password.normalize('NFC'), salt, KEY_BYTES, options, (error, key) =>
            error === null ? resolve(key) : reject(error),
          );
        }),
    );
    tail = turn
      .catch(() => undefined)
      .finally(() => {
        waiting -= 1;
      });
    return turn;
  }

  async function hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const key = await derive(password, salt, cost);
    const parts = [cost.n, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')];
    return `scrypt$${parts.join('$')}`;
  }

  let nobody: Promise<string> | undefined;

  return {
    hash,
    verify: async (password, stored) => {
      nobody ??= hash(randomBytes(SALT_BYTES).toString('hex'));
      const parsed = parse(stored ?? (await nobody));
      if (parsed === undefined) return false;
      const key = await derive(password, parsed.salt, parsed.cost);
      return timingSafeEqual(key, parsed.key) && stored !== undefined;
    },
    isOutdated: (stored) => {
      const made = parse(stored)?.cost;
      return made === undefined || made.n !== cost.n || made.r !== cost.r || made.p !== cost.p;
    },
    busy: () => waiting >= QUEUE,
  };
}

function parse(stored: string): { cost: ScryptCost; salt: Buffer; key: Buffer } | undefined {
  const [kind, n, r, p, salt = '', key = ''] = stored.split('$');
  if (kind !== 'scrypt') return undefined;
  const parsed = { salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
  if (parsed.key.length !== KEY_BYTES) return undefined;
  return { ...parsed, cost: { n: Number(n), r: Number(r), p: Number(p) } };
}

/** What is wrong with a new password; undefined = nothing. */
export function passwordFault(
  password: string,
  login: string,
): 'password-short' | 'password-long' | 'password-login' | undefined {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return 'password-short';
  if (length > LONGEST_PASSWORD) return 'password-long';
  return password.toLowerCase() === login ? 'password-login' : undefined;
}
