/** Two at once: commands that write the same file, rule set or ledger, two servers on one data folder, a server and a command. */

import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  commands,
  type Ended,
  inFolder,
  isPlain,
  leftovers,
  listed,
  makeCases,
  remove,
  result,
  run,
  sendFile,
  settled,
  startProgram,
  startServer,
  stop,
  told,
} from '../support/trouble.ts';
import type { TrialResult } from './trial.ts';

/** How many of each command at a time. */
const AT_ONCE = 3;

export async function trial(): Promise<readonly TrialResult[]> {
  return inFolder(async (folder) => [...(await twoCommands(folder)), ...(await twoServers(folder))]);
}

async function twoCommands(folder: string): Promise<TrialResult[]> {
  const cases = await makeCases(folder, 5000);
  const found: TrialResult[] = [];
  for (const [name, args] of Object.entries(commands(cases, join(folder, 'out')))) {
    const home = join(folder, `home of ${name}`);
    if (name === 'backup') await run(commands(cases, join(folder, 'x'))['rules import']!, { home });
    const ended = await Promise.all(Array.from({ length: AT_ONCE }, () => run(args, { home })));
    const alone = join(folder, `alone of ${name}`);
    if (name === 'backup') await run(commands(cases, join(folder, 'x'))['rules import']!, { home: alone });
    const same = name === 'rules import' || name === 'backup' || (await sameAsAlone(args, alone));
    const left = leftovers(folder);
    const good = ended.every(fine) && ended.some(({ status }) => status === 0) && same && left.length === 0;
    const figure = `${ended.map(told).join(' | ')}${same ? '' : '; not the file of one alone'}${left.length > 0 ? `; left ${left[0]}` : ''}`;
    found.push(
      result(
        `${AT_ONCE} at once: ${name}`,
        figure,
        'each done or refused in a sentence; one whole file',
        good,
      ),
    );
  }
  const entered = await readdir(join(folder, 'home of benchmark contribute', 'releases'));
  const one = entered.filter((name) => name.endsWith('.json')).length;
  found.push(result('entries in the ledger for the same contribution', String(one), '1', one === 1));
  return found;
}

/** The output of the last writer, byte for byte; a contribution is signed with the key of its data folder. */
async function sameAsAlone(args: readonly string[], home: string): Promise<boolean> {
  const output = args.at(-1)!;
  const together = readFileSync(output);
  if (output.endsWith('.contribution.json')) return JSON.parse(together.toString()).schema !== undefined;
  const ended = await run(args, { home });
  return ended.status === 0 && (output.endsWith('.xlsx') || readFileSync(output).equals(together));
}

function fine(ended: Ended): boolean {
  return ended.status === 0 || ([1, 3].includes(ended.status ?? 0) && isPlain(ended));
}

async function twoServers(folder: string): Promise<TrialResult[]> {
  const found: TrialResult[] = [];
  const home = join(folder, 'served');
  const cases = await makeCases(folder, 2000, 'few.csv');
  const server = await startServer({ home });
  await settled(server.url, 'demo');
  const second = await startProgram('server', [], { home }).ended;
  const refused = second.status === 3 && isPlain(second);
  found.push(result('a second server on one data folder', told(second), 'exit 3, a sentence', refused));
  for (const args of [
    ['backup', join(folder, 'b.tar.gz')],
    ['restore', join(folder, 'b.tar.gz'), '--replace'],
  ]) {
    const ended = await run(args, { home });
    // A server hands its store over to a backup; nothing is put back under its hands.
    const status = args[0] === 'backup' ? 0 : 3;
    const good = ended.status === status && (status === 0 || isPlain(ended));
    found.push(result(`${args[0]} beside a server`, told(ended), `exit ${status}`, good));
  }
  const elsewhere = await run(['restore', join(folder, 'b.tar.gz')], { home: join(folder, 'elsewhere') });
  found.push(
    result('what was backed up beside a server, put back', told(elsewhere), 'exit 0', elsewhere.status === 0),
  );
  const imported = commands(cases, join(folder, 'out'))['rules import']!;
  const [rules, sent] = await Promise.all([run(imported, { home }), sendFile(server.url, cases)]);
  await settled(server.url, sent.id);
  const shown = (await (await fetch(`${server.url}/method`)).text()).includes('tried');
  const there = (await listed(server.url)).includes(sent.id);
  found.push(
    result(
      'rules import beside a server that stores',
      `${told(rules)}; ${shown ? 'shown' : 'not shown'}`,
      'exit 0, shown',
      rules.status === 0 && shown && there,
    ),
  );
  const both = await Promise.all([remove(server.url, sent.id), remove(server.url, sent.id)]);
  const gone = !(await listed(server.url)).includes(sent.id);
  found.push(
    result(
      'one data set deleted twice at once',
      both.map(({ status }) => status).join(', '),
      '303 twice, gone',
      gone && both.every(({ status }) => status === 303),
    ),
  );
  const ended = await stop(server);
  found.push(
    result('the server stopped afterwards', told(ended), 'exit 0', ended.status === 0 && ended.stderr === ''),
  );
  return found;
}
