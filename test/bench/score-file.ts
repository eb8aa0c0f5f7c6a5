/** `score`, file in and file out, against papaparse alone reading the same file; memory at one and ten million rows. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchFigure, inTurns, progress } from './figure.ts';

const MILLION = 1_000_000;
/** Of a profile of both threads. */
const CAUSE =
  'two threads share two cores with the writing of the file: a third of the time goes into cutting and checking 46 cells a row, a seventh into scoring and counting, a tenth into telling doubles and as much into three shortest exact numbers a row; a seventh into compiling the program in each thread, where one thread alone takes a quarter less work in all';

export async function bench(folder: string): Promise<readonly BenchFigure[]> {
  const file = join(folder, 'cases.csv');
  progress('one million rows are made');
  inProcess('command', ['generate', '--episodes', String(MILLION), '--seed', '1', '-o', file, '--quiet']);
  const out = join(folder, 'scored.csv');
  const memory: number[] = [];
  const times = await inTurns(
    () => memory.push(inProcess('command', ['score', file, '-o', out, '--quiet'])),
    () => inProcess('papaparse', [file]),
  );
  const figures: BenchFigure[] = [
    {
      text: 'score, CSV to CSV, 1 million rows',
      figure: times.ours,
      unit: 's',
      repetitions: memory.length,
      peer: { text: 'papaparse reading it', figure: times.theirs, ratio: times.ours / times.theirs },
      most: 1.6,
      whenMissed: CAUSE,
    },
    {
      text: 'resident memory of it',
      figure: Math.max(...memory),
      unit: 'MB',
      repetitions: memory.length,
      most: 300,
    },
  ];
  progress('ten million rows are made and scored once, for the memory');
  const ten = join(folder, 'ten.csv');
  inProcess('command', ['generate', '--episodes', String(10 * MILLION), '--seed', '1', '-o', ten, '--quiet']);
  const most = inProcess('command', ['score', ten, '-o', out, '--quiet']);
  figures.push({
    text: 'resident memory at 10 million rows',
    figure: most,
    unit: 'MB',
    repetitions: 1,
    most: 350,
    whenMissed:
      'what is known of each episode to tell doubles grows with the rows, and each thread has a heap of its own; one thread stays under it',
  });
  return figures;
}

/** Runs one of the two in a process of its own; gives the most memory it had, in MB. */
function inProcess(what: 'command' | 'papaparse', args: readonly string[]): number {
  const script = join(import.meta.dirname, 'in-process.js');
  const note = join(process.env.ZORGCLUSTER_HOME!, '..', 'memory.txt');
  const { status } = spawnSync(process.execPath, [script, note, what, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0 || !existsSync(note)) throw new Error(`${what} ${args[0]} failed`);
  return Number(readFileSync(note, 'utf8'));
}
