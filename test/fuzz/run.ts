/**
 * `npm run fuzz [-- --seed N --minutes M --target NAME --case N]`: inputs by chance for every reader, parser and
 * route, until the time is over. A finding is told with its seed and number and its smallest input is kept.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseFrom, seedOf } from './choose.ts';
import { pollution } from './invariants.ts';
import { minimised } from './minimise.ts';
import type { OpenTarget, Target } from './target.ts';
import { TARGETS } from './targets.ts';
import { watchdog } from './watchdog.ts';

/** Beside a busy neighbour a slow answer is still an answer. */
const SLOW_MS = 20_000;
const MOST_TRIES = 400;
/** Of one target, each in another way: the rest can wait until these are mended. */
const MOST_FINDINGS = 5;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '10' },
    target: { type: 'string', multiple: true },
    case: { type: 'string' },
  },
});
const seed = Number(values.seed);
const minutes = Number(values.minutes);
const unknown = values.target?.find((name) => !TARGETS.some((target) => target.name === name));
if (!Number.isSafeInteger(seed) || !(minutes > 0) || unknown !== undefined) {
  process.stderr.write(
    `--seed N, --minutes M, --target one of: ${TARGETS.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}

const chosen = TARGETS.filter(({ name }) => values.target?.includes(name) ?? true);
const kept = join(tmpdir(), 'zorgcluster-fuzz');
const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-fuzzing-'));
const guard = watchdog();
let findings = 0;
try {
  for (const target of chosen) findings += await fuzz(target, (minutes * 60_000) / chosen.length);
} finally {
  guard.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(findings === 0 ? 0 : 1);

async function fuzz(target: Target, ms: number): Promise<number> {
  const open = await target.open(join(folder, target.name));
  const seen = new Set<string>();
  const until = performance.now() + ms;
  let number = Number(values.case ?? 0);
  try {
    do {
      guard.watch(`target ${target.name}, seed ${seed}, case ${number}`);
      const input = await open.make(chooseFrom(seedOf(seed, target.name, number)));
      const bad = await judged(open, input);
      const kind = bad?.replace(/\d+/g, '#').slice(0, 160);
      if (kind !== undefined && !seen.has(kind)) {
        seen.add(kind);
        await tell(target, open, number, input, bad!);
      }
      number += 1;
      if (number % 25 === 0) await new Promise(setImmediate);
    } while (values.case === undefined && performance.now() < until && seen.size < MOST_FINDINGS);
  } finally {
    guard.watch(undefined);
    await open.close?.();
  }
  const count = number - Number(values.case ?? 0);
  process.stdout.write(`${target.name.padEnd(14)} ${count} cases, ${seen.size} findings\n`);
  return seen.size;
}

async function judged(open: OpenTarget, input: Uint8Array): Promise<string | undefined> {
  const begun = performance.now();
  const bad = await open.judge(input);
  const took = performance.now() - begun;
  return bad ?? pollution() ?? (took > SLOW_MS ? `took ${(took / 1000).toFixed(0)} s` : undefined);
}

async function tell(
  target: Target,
  open: OpenTarget,
  number: number,
  input: Uint8Array,
  bad: string,
): Promise<void> {
  const kind = bad.replace(/\d+/g, '#').slice(0, 60);
  const isWrong = async (tried: Uint8Array): Promise<boolean> => {
    guard.watch(`making a finding of ${target.name} smaller, seed ${seed}, case ${number}`);
    await open.renew?.();
    return (await judged(open, tried))?.replace(/\d+/g, '#').slice(0, 60) === kind;
  };
  const again = await isWrong(input);
  const small = again ? await minimised(input, isWrong, MOST_TRIES) : input;
  mkdirSync(kept, { recursive: true });
  const path = join(kept, `${target.name}-${seed}-${number}.${open.ending}`);
  writeFileSync(path, small);
  const alone = again ? '' : ' (not by itself: run the target from case 0)';
  process.stdout.write(
    `FOUND ${target.name}: ${bad}\n  npm run fuzz -- --target ${target.name} --seed ${seed} --case ${number}${alone}\n  ${small.length} bytes: ${path}\n`,
  );
}
