/** The command line in this process, on a data folder and a case file of its own, and what no command may do. */

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/program.ts';
import { DATA_FOLDER } from '../../src/index.ts';
import { badText } from './invariants.ts';
import { MARKER } from './target.ts';

/** A data folder, a case file whose patients bear the marker, and the command line in this process. */
export interface Room {
  readonly folder: string;
  readonly cases: string;
  at(name: string): string;
  run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }>;
}

export async function roomIn(folder: string): Promise<Room> {
  await mkdir(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  const home = at('home');
  const run: Room['run'] = async (...args) => {
    let [stdout, stderr] = ['', ''];
    const status = await runCommandLine(args, {
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
      isTerminal: false,
      env: { ZORGCLUSTER_HOME: home, ZORGCLUSTER_DEBUG: '1' },
    });
    return { status, stdout, stderr };
  };
  await run(
    'generate',
    '--members',
    '4',
    '--episodes',
    '300',
    '--seed',
    '3',
    '-o',
    at('made.csv'),
    '--quiet',
  );
  const text = await readFile(at('made.csv'), 'utf8');
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const patient = header.split(',').indexOf('patient');
  const marked = lines.map((line) =>
    line
      .split(',')
      .with(patient, `${MARKER}${line.split(',')[patient]}`)
      .join(','),
  );
  await writeFile(at('cases.csv'), [header, ...marked].join('\n'));
  return { folder, cases: at('cases.csv'), at, run };
}

/** What no command may do, whatever it was given. */
export async function judged(
  room: Room,
  args: readonly string[],
  output?: string,
): Promise<string | undefined> {
  if (output !== undefined) await rm(output, { force: true });
  const { status, stdout, stderr } = await room.run(...args);
  if (status === 3) return `ended with 3: ${stderr.slice(0, 700)}`;
  if (status === 2) return `was called wrongly: ${stderr.slice(0, 200)}`;
  const bad = badText(stderr) ?? badText(stdout);
  if (bad !== undefined) return `${bad}: ${(stderr.includes(MARKER) ? stderr : stdout).slice(0, 300)}`;
  if (status === 1 && stderr.trim() === '') return 'was refused without a word';
  if (status === 0 && args.includes('--json')) {
    try {
      JSON.parse(stdout);
    } catch {
      return 'printed what is no JSON';
    }
  }
  return undefined;
}

/** Where a folder is read, the input names the file of it that it stands for. */
export async function place(room: Room, name: string, file: string, input: Uint8Array): Promise<void> {
  if (name === 'prices') await writeFile(room.at('list.csv'), input);
  if (name !== 'rules') return writeFile(file, input);
  const folder = room.at('rules');
  await rm(folder, { recursive: true, force: true });
  await cp(join(DATA_FOLDER, 'rules', 'zvt-illustrative'), folder, { recursive: true });
  const bytes = Buffer.from(input);
  const end = bytes.indexOf('\n');
  const which = bytes.subarray(0, Math.max(end, 0)).toString();
  if (/^[a-z-]+\.(csv|json)$/.test(which)) await writeFile(join(folder, which), bytes.subarray(end + 1));
}
