/** The release ledger: what may leave after what left before, on disk and between processes. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerKey, signingKey } from '../../src/disclosure/keys.ts';
import { release } from '../../src/disclosure/ledger/ledger.ts';
import { hasSmallPattern } from '../../src/disclosure/ledger/small-pattern.ts';
import type { BenchmarkDesign } from '../../src/model/disclosure.ts';
import { withLock } from '../../src/write/folder-lock.ts';
import { DESIGN, open, type Patient, patientsIn, releaseOf } from '../support/exchange.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const everybody = patientsIn({ members: [{ name: 'a', n: 400, settings: ['home', 'day'] }], seed: 21 });
const outcomeOnly: BenchmarkDesign = { outcome: 'outcome', adjust: [] };
const narrow: BenchmarkDesign = { ...DESIGN, adjust: DESIGN.adjust.slice(0, 1) };

const tables = (rows: readonly Patient[], design = DESIGN) => releaseOf(open(rows, design)).tables;

describe('patterns of membership over releases', () => {
  it.each<{ why: string; releases: (readonly [readonly Patient[], BenchmarkDesign])[]; small: boolean }>([
    { why: 'the first', releases: [[everybody, DESIGN]], small: false },
    {
      why: 'the same again',
      releases: [
        [everybody, DESIGN],
        [everybody, DESIGN],
      ],
      small: false,
    },
    {
      why: 'one patient fewer',
      releases: [
        [everybody, DESIGN],
        [everybody.slice(1), DESIGN],
      ],
      small: true,
    },
    {
      why: 'one fewer under a narrower design',
      releases: [
        [everybody, DESIGN],
        [everybody.slice(1), narrow],
      ],
      small: true,
    },
    {
      why: 'a whole part more',
      releases: [
        [everybody.slice(0, 300), DESIGN],
        [everybody, DESIGN],
      ],
      small: false,
    },
    {
      why: 'apart by groups, together isolating one (61, 61 and 120)',
      releases: [
        [everybody.slice(0, 61), outcomeOnly],
        [everybody.slice(60, 121), outcomeOnly],
      ],
      small: true,
    },
    {
      why: 'enough more, but one of them in a level',
      releases: [
        [everybody.slice(0, 300), DESIGN],
        [everybody.filter((row, at) => at < 300 || row.setting === 'home' || at === 301), DESIGN],
      ],
      small: true,
    },
    {
      why: 'a level merged once and given apart once',
      releases: [
        [
          everybody.map((row, at) => ({ ...row, setting: at < 60 ? ['x', 'y', 'z'][at % 3]! : row.setting })),
          DESIGN,
        ],
        [
          everybody
            .map((row, at) => ({ ...row, setting: at < 60 ? ['x', 'y', 'z'][at % 3]! : row.setting }))
            .filter(
              ({ setting }, at) =>
                !(setting === 'x' && at < 40) && !(setting === 'y' && at < 36) && !(at >= 100 && at < 140),
            ),
          DESIGN,
        ],
      ],
      small: false,
    },
    {
      why: 'a level merged with what is left of another: less the level, six are left',
      releases: [
        [
          everybody.map((row, at) => ({ ...row, setting: at < 60 ? ['x', 'y', 'z'][at % 3]! : row.setting })),
          DESIGN,
        ],
        [
          everybody
            .map((row, at) => ({ ...row, setting: at < 60 ? ['x', 'y', 'z'][at % 3]! : row.setting }))
            .filter((row, at) => !(row.setting === 'x' && at < 40) && !(at >= 100 && at < 140)),
          DESIGN,
        ],
      ],
      small: true,
    },
    {
      why: 'one changed value',
      releases: [
        [everybody, DESIGN],
        [everybody.map((row, at) => (at === 3 ? { ...row, outcome: row.outcome! + 1 } : row)), DESIGN],
      ],
      small: true,
    },
    {
      why: 'the other way round on the scale',
      releases: [
        [everybody, DESIGN],
        [everybody.map((row) => ({ ...row, outcome: -row.outcome! })), DESIGN],
      ],
      small: false,
    },
  ])('$why', ({ releases, small }) => {
    const all = releases.map(([rows, design]) => tables(rows, design));
    expect(hasSmallPattern(all.slice(0, -1).flat(), all.at(-1)!)).toBe(small);
  });

  it('sees what two releases do not show but three do', () => {
    const [left, right] = [everybody.slice(0, 100), everybody.slice(100, 200)];
    // All of left and right, and one of neither.
    const three = [...left, ...right, everybody[200]!];
    expect(hasSmallPattern(tables(left, outcomeOnly), tables(right, outcomeOnly))).toBe(false);
    expect(
      hasSmallPattern(
        [...tables(left, outcomeOnly), ...tables(right, outcomeOnly)],
        tables(three, outcomeOnly),
      ),
    ).toBe(true);
  });
});

describe('the ledger on disk', () => {
  const fresh = releaseOf(open(everybody));
  const let1 = async () => {};

  it('enters a release, lets the same go again, refuses one that is too close', async () => {
    await release(home, fresh, let1);
    await release(home, fresh, let1);
    expect(readdirSync(join(home, 'releases'))).toEqual([`${fresh.sha256}.json`]);
    let left = false;
    const close = releaseOf(open(everybody.slice(1)));
    await expect(
      release(home, close, async () => {
        left = true;
      }),
    ).rejects.toThrow('release-too-close');
    expect(left).toBe(false);
    expect(readdirSync(join(home, 'releases'))).toHaveLength(1);
  });

  it('holds no pseudonym and no value', async () => {
    await release(home, fresh, let1);
    const path = join(home, 'releases', `${fresh.sha256}.json`);
    const text = readFileSync(path, 'utf8');
    for (const { patient, duration } of everybody.slice(0, 50)) {
      expect(text).not.toContain(`"${patient}"`);
      expect(text).not.toContain(`,${duration},`);
    }
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'releases')).mode & 0o777).toBe(0o700);
  });

  it('takes the entry back where the contribution could not be written', async () => {
    const failing = async () => {
      throw new Error('disk full');
    };
    await expect(release(home, fresh, failing)).rejects.toThrow('disk full');
    expect(readdirSync(join(home, 'releases'))).toEqual([]);
  });

  it('lets nothing go while a release cannot be read', async () => {
    await release(home, fresh, let1);
    writeFileSync(join(home, 'releases', `${'0'.repeat(64)}.json`), '{"schema":');
    await expect(release(home, fresh, let1)).rejects.toThrow('ledger-damaged');
  });

  it('takes over the lock of a process that is gone', async () => {
    await withLock(home, async () => {
      expect(readFileSync(join(home, '.lock'), 'utf8')).toBe(String(process.pid));
    });
    writeFileSync(join(home, '.lock'), '999999999');
    expect(await withLock(home, async () => 'done')).toBe('done');
  });

  it('lets one in at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((done) => setTimeout(done, 20));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(home, work)));
    expect(most).toBe(1);
  });
});

describe('keys', () => {
  const bytes = (n: number) => Buffer.alloc(n, 5);

  it('are made once and are for their owner alone', async () => {
    const key = await ledgerKey(home, bytes);
    expect(Buffer.from(key)).toEqual(bytes(32));
    expect(await ledgerKey(home, (n) => Buffer.alloc(n, 6))).toEqual(key);
    const signing = await signingKey(home, bytes);
    expect((await signingKey(home, bytes)).equals(signing)).toBe(true);
    for (const name of ['ledger.key', 'signing.pem']) {
      expect(statSync(join(home, 'keys', name)).mode & 0o777).toBe(0o600);
    }
  });

  it('that are damaged are said to be, without quoting them', async () => {
    await ledgerKey(home, bytes);
    writeFileSync(join(home, 'keys', 'ledger.key'), 'short');
    await expect(ledgerKey(home, bytes)).rejects.toThrow('key-damaged');
    writeFileSync(join(home, 'keys', 'signing.pem'), 'no key');
    await expect(signingKey(home, bytes)).rejects.toThrow('key-damaged');
  });
});
