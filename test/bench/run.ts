/**
 * `npm run bench`: every bench of this folder in a process of its own, so that none inherits another's memory.
 * Prints one table and writes `docs/bench.json` with machine, versions and date. Names as arguments run only those.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT, terminalTable, VERSION } from '../../src/index.ts';
import { type BenchFigure, type BenchModule, holds } from './figure.ts';

const BENCHES = ['score-file', 'score-loop', 'simulate', 'mixed-model', 'server'];
const RESULT = join(PACKAGE_ROOT, 'docs', 'bench.json');

const [first, ...rest] = process.argv.slice(2);
if (first === '--one') await runOne(rest[0]!, rest[1]!);
else runAll(process.argv.slice(2));

/** In the child: one bench; its figures go to a file, because stdout belongs to what it runs. */
async function runOne(name: string, folder: string): Promise<void> {
  const { bench } = (await import(`./${name}.js`)) as BenchModule;
  writeFileSync(join(folder, 'figures.json'), JSON.stringify(await bench(folder)));
}

function runAll(wanted: readonly string[]): void {
  const names = wanted.length === 0 ? BENCHES : BENCHES.filter((name) => wanted.includes(name));
  const results: (BenchFigure & { readonly bench: string })[] = [];
  for (const bench of names) {
    const folder = mkdtempSync(join(tmpdir(), `zorgcluster-bench-${bench}-`));
    try {
      process.stderr.write(`${bench} …\n`);
      const args = ['--expose-gc', process.argv[1]!, '--one', bench, folder];
      const { status } = spawnSync(process.execPath, args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, ZORGCLUSTER_HOME: join(folder, 'home') },
      });
      if (status !== 0) throw new Error(`Bench ${bench} failed`);
      const figures = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')) as BenchFigure[];
      results.push(...figures.map((figure) => ({ bench, ...figure })));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  print(results);
  write(results);
}

function print(results: readonly (BenchFigure & { readonly bench: string })[]): void {
  const table = terminalTable(
    {
      id: 'bench',
      title: `zorgcluster ${VERSION}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}`,
      columns: [
        { key: 'text', label: 'what', kind: 'text' },
        { key: 'figure', label: 'median', kind: 'text' },
        { key: 'peer', label: 'against', kind: 'text' },
        { key: 'ratio', label: 'ratio', kind: 'text' },
        { key: 'limit', label: 'limit', kind: 'text' },
        { key: 'verdict', label: '', kind: 'text' },
      ],
      rows: results.map((result) => {
        const { peer, most, timesFaster, missing } = result;
        const kept = holds(result);
        return [
          result.text,
          missing ?? `${rounded(result.figure)} ${result.unit}`,
          peer === undefined ? '' : `${peer.text}: ${rounded(peer.figure)} ${result.unit}`,
          peer === undefined ? '' : rounded(peer.ratio),
          timesFaster !== undefined ? `${timesFaster}x faster` : most === undefined ? '' : `≤ ${most}`,
          kept === undefined ? '' : kept ? 'holds' : 'missed',
        ];
      }),
    },
    'en',
  );
  process.stdout.write(`${table}\n`);
}

/** Benches that were not run keep their figures of an earlier day. */
function write(results: readonly (BenchFigure & { readonly bench: string })[]): void {
  const today = new Date().toISOString().slice(0, 10);
  const earlier = existsSync(RESULT)
    ? (JSON.parse(readFileSync(RESULT, 'utf8')) as { figures: { bench: string }[] }).figures
    : [];
  const ran = new Set(results.map(({ bench }) => bench));
  const figures = BENCHES.flatMap((name) =>
    ran.has(name)
      ? results
          .filter(({ bench }) => bench === name)
          .map((result) => ({ ...result, date: today, holds: holds(result) }))
      : earlier.filter(({ bench }) => bench === name),
  );
  mkdirSync(join(PACKAGE_ROOT, 'docs'), { recursive: true });
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
  };
  const document = { tool: 'zorgcluster', version: VERSION, node: process.versions.node, machine, figures };
  writeFileSync(RESULT, `${JSON.stringify(document, null, 2)}\n`);
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
}
