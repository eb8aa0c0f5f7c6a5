/**
 * Slows down guessing: after a few failures a name waits, twice as long each time, and so does an address
 * from which many names are tried. Invariants: an attempt counts before its password is looked at, so
 * that trying many at once brings nothing; a name that does not exist waits like one that does; memory
 * is bounded. Kept in memory: a restart forgets, which takes longer than the shortest wait.
 */

interface Count {
  failures: number;
  /** Milliseconds; before it every attempt is turned down. */
  until: number;
  last: number;
}

const FREE = { login: 5, address: 30 } as const;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** After so much quiet the count starts anew. */
const FORGET_MS = 60 * 60_000;
const MOST_KEPT = 20_000;

export interface Throttle {
  /** Notes an attempt. @returns seconds to wait; 0 = go on */
  attempt(login: string, address: string): number;
  /** The password was right: the name starts anew, and the attempt no longer counts for the address. */
  succeeded(login: string, address: string): void;
}

export function createThrottle(now: () => number): Throttle {
  const counts = new Map<string, Count>();

  function countOf(key: string): Count {
    const at = now();
    const known = counts.get(key);
    if (known !== undefined && at - known.last < FORGET_MS) return known;
    if (counts.size >= MOST_KEPT) counts.delete(counts.keys().next().value!);
    const fresh = { failures: 0, until: 0, last: at };
    counts.delete(key);
    counts.set(key, fresh);
    return fresh;
  }

  function note(count: Count, free: number): void {
    count.failures += 1;
    count.last = now();
    if (count.failures < free) return;
    count.until =
      count.last + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, count.failures - free));
  }

  return {
    attempt: (login, address) => {
      const [byLogin, byAddress] = [countOf(`login ${login}`), countOf(`address ${address}`)];
      const wait = Math.max(byLogin.until, byAddress.until) - now();
      if (wait > 0) return Math.ceil(wait / 1000);
      note(byLogin, FREE.login);
      note(byAddress, FREE.address);
      return 0;
    },
    succeeded: (login, address) => {
      counts.delete(`login ${login}`);
      const byAddress = counts.get(`address ${address}`);
      if (byAddress === undefined) return;
      byAddress.failures -= 1;
      if (byAddress.failures < FREE.address) byAddress.until = 0;
    },
  };
}
