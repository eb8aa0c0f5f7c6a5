/**
 * A case file that grows, shrinks or is replaced while a command reads it: refused in a sentence, or read as it was
 * before or as it was after. What an output must be is made beforehand from files that stand still.
 */

import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  inFolder,
  isPlain,
  leftovers,
  makeCases,
  result,
  run,
  startProgram,
  told,
} from '../support/trouble.ts';
import type { TrialResult } from './trial.ts';

const EPISODES = 60_000;

const CHANGES: Readonly<Record<string, (path: string, spare: string) => void>> = {
  grows: (path) => appendFileSync(path, 'half a line'),
  shrinks: (path) => truncateSync(path, 100_000),
  'is replaced': (path, spare) => {
    copyFileSync(spare, `${path}.new`);
    renameSync(`${path}.new`, path);
  },
};

export async function trial(): Promise<readonly TrialResult[]> {
  return inFolder(async (folder) => {
    const whole = await makeCases(folder, EPISODES, 'whole.csv');
    const other = await makeCases(folder, 500, 'other.csv');
    const home = join(folder, 'home');
    const found: TrialResult[] = [];
    for (const command of ['score', 'simulate', 'benchmark contribute'] as const) {
      const cases = join(folder, 'cases.csv');
      const output = join(folder, command === 'score' ? 'out.csv' : 'out.json');
      const args = {
        score: ['score', cases, '-o', output],
        simulate: ['simulate', cases, '--scenario', 'demo-day-prices', '-o', output],
        'benchmark contribute': ['benchmark', 'contribute', cases, '--member-name', 'a', '-o', output],
      }[command];
      /** Output of the file at rest; undefined where that is refused. */
      const atRest = async (change: (path: string, spare: string) => void): Promise<string | undefined> => {
        copyFileSync(whole, cases);
        change(cases, other);
        await run([...args, '--quiet', '--lang', 'en'], { home: join(home, 'rest') });
        const made = existsSync(output) ? wholeOf(output, command) : undefined;
        rmSync(output, { force: true });
        // Else the next contribution would be compared with this release.
        rmSync(join(home, 'rest'), { recursive: true, force: true });
        return made;
      };
      const asItWas = await atRest(() => undefined);
      for (const [what, change] of [['stays', () => undefined] as const, ...Object.entries(CHANGES)]) {
        const asItIs = await atRest(change);
        copyFileSync(whole, cases);
        const started = startProgram('cli', [...args, '--quiet', '--lang', 'en'], {
          home: join(home, `${command} ${what}`),
        });
        // Once it has begun to read: the start of Node itself takes part of a second.
        const begun = join(folder, `.out.csv`);
        for (let at = 0; at < (command === 'score' ? 400 : 60); at += 1) {
          if (leftovers(folder).some((name) => join(folder, name).startsWith(begun))) break;
          await wait(10);
        }
        change(cases, other);
        const ended = await started.ended;
        const refused =
          ended.status === 1 && isPlain(ended) && /changed/.test(ended.stderr) && !existsSync(output);
        const made = existsSync(output) ? wholeOf(output, command) : undefined;
        // Changed before it was opened: then it is read as it is, rejected lines and all.
        const passed = ended.status === 0 && made !== undefined && (made === asItWas || made === asItIs);
        const which = !passed ? '' : made === asItWas ? '; as it was' : '; as it is now';
        const good =
          (refused || passed) && leftovers(folder).filter((name) => !name.startsWith('home')).length === 0;
        found.push(
          result(
            `${command}: the file ${what}`,
            `${told(ended)}${which}`,
            'refused (exit 1), or read as it was or as it is',
            good,
          ),
        );
        if (existsSync(output)) renameSync(output, join(folder, 'old'));
      }
    }
    return found;
  });
}

/** What must be equal: all of an output, but of a contribution not its signature, which belongs to a data folder. */
function wholeOf(path: string, command: string): string {
  const text = readFileSync(path, 'utf8');
  if (command !== 'benchmark contribute') return text;
  return JSON.stringify({ ...JSON.parse(text), signature: undefined });
}
