/**
 * A clock that jumps, set into the process before the program starts: days ahead, days back, before the epoch of a
 * file's dates. Sessions and retention follow the clock; the order of the audit trail and every result do not.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstBrokenLink, listAudit } from '../../server/store/audit.ts';
import { openEngine } from '../../src/index.ts';
import { openApp } from '../server/open-app.ts';
import { firstAdministrator } from '../server/visitor.ts';
import {
  commands,
  inFolder,
  listed,
  makeCases,
  result,
  run,
  sendFile,
  settled,
  startServer,
  stop,
  told,
} from '../support/trouble.ts';
import type { TrialResult } from './trial.ts';

const DAY_MS = 86_400_000;
const JUMPS: Readonly<Record<string, number>> = {
  'ten years ahead': 3653,
  'a year back': -365,
  'to 1970': -20_400,
};

export async function trial(): Promise<readonly TrialResult[]> {
  return inFolder(async (folder) => [
    ...(await results(folder)),
    ...(await server(folder)),
    ...(await sessions()),
  ]);
}

/** Dates of the process moved by so many days. */
function moved(days: number): Record<string, string> {
  const script = `const D=Date,by=${days * DAY_MS};globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(D.now()+by)}static now(){return D.now()+by}}`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}

async function results(folder: string): Promise<TrialResult[]> {
  const cases = await makeCases(folder, 500);
  const found: TrialResult[] = [];
  const all = commands(cases, join(folder, 'out'));
  const written = (name: string) => readFileSync(all[name]!.at(-1)!).toString('latin1');
  for (const name of ['score', 'simulate'] as const) {
    const home = join(folder, 'home');
    await run(all[name]!, { home });
    const now = written(name);
    for (const [jump, days] of Object.entries(JUMPS)) {
      const ended = await run(all[name]!, { home, env: moved(days) });
      const same = ended.status === 0 && written(name) === now;
      found.push(
        result(
          `${name} with the clock ${jump}`,
          same ? 'the same bytes' : `differs; ${told(ended)}`,
          'the same bytes',
          same,
        ),
      );
    }
  }
  return found;
}

async function server(folder: string): Promise<TrialResult[]> {
  const found: TrialResult[] = [];
  const home = join(folder, 'served');
  const cases = await makeCases(folder, 300, 'few.csv');
  const first = await startServer({ home });
  await settled(first.url, 'demo');
  const kept = await sendFile(first.url, cases);
  await settled(first.url, kept.id);
  const headers = { origin: first.url, 'content-type': 'application/x-www-form-urlencoded' };
  await fetch(`${first.url}/data/${kept.id}/retention`, {
    method: 'POST',
    headers,
    body: 'keep=12',
    redirect: 'manual',
  });
  await stop(first);
  for (const [jump, days, stays] of [
    ['a year back', -365, true],
    ['a month ahead', 30, true],
    ['two years ahead', 730, false],
  ] as const) {
    const again = await startServer({ home, env: moved(days) });
    const there = (await listed(again.url)).includes(kept.id);
    const status = (await fetch(`${again.url}/audit`)).status;
    await stop(again);
    const figure = `${there ? 'kept' : 'deleted'}, trail ${status}`;
    found.push(
      result(
        `kept for a year, started ${jump}`,
        figure,
        stays ? 'kept' : 'deleted',
        there === stays && status === 200,
      ),
    );
  }
  const engine = await openEngine(join(home, 'zorgcluster.duckdb'));
  const broken = await firstBrokenLink(engine);
  const numbers = (await listAudit(engine, 1000)).map(({ number }) => number);
  await engine.close();
  const ordered = numbers.every((number, at) => at === 0 || number < numbers[at - 1]!);
  found.push(
    result(
      'audit trail after three jumps',
      broken === undefined && ordered ? 'whole, in the order of what was done' : `broken at ${broken}`,
      'whole, in order',
      broken === undefined && ordered,
    ),
  );
  return found;
}

/** A session ends by the clock, and does not come back to life when the clock goes back. */
async function sessions(): Promise<TrialResult[]> {
  let at = Date.parse('2026-03-01T09:00:00Z');
  const app = await openApp(null, { now: () => new Date(at) });
  try {
    const boss = await firstAdministrator(app);
    const status = async (hours: number): Promise<number> => {
      at += hours * 3_600_000;
      return (await boss.get('/')).status;
    };
    const steps = [await status(1), await status(24), await status(-25), await status(-24 * 365)];
    const good = steps[0] === 200 && steps[1] === 401 && steps[2] === 401 && steps[3] === 401;
    return [
      result(
        'a session after an hour, a day ahead, back again, a year back',
        steps.join(', '),
        '200, 401, 401, 401',
        good,
      ),
    ];
  } finally {
    await app.close();
  }
}
