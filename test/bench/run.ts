/**
 * `npm run bench`: every bench of this folder in a process of its own, so that none inherits another's memory.
 * Prints one table and writes `docs/bench.json` and `docs/bench.md` with machine, versions and date. Names as
 * arguments run only those; `scale` is another table, of cost as the work grows.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT, terminalTable, VERSION } from '../../src/index.ts';
import { type BenchFigure, type BenchModule, benchMachine, holds, markdownTable, rounded } from './figure.ts';
import { runScale } from './scale.ts';
import { benchVersions } from './versions.ts';

const BENCHES = ['score-file', 'score-loop', 'simulate', 'mixed-model', 'server'];
const RESULT = join(PACKAGE_ROOT, 'docs', 'bench.json');
const PAGE = join(PACKAGE_ROOT, 'docs', 'bench.md');

/** In the child: one bench; its figures go to a file, because stdout belongs to what it runs. */
async function runOne(name: string, folder: string): Promise<void> {
  const { bench } = (await import(`./${name}.js`)) as BenchModule;
  writeFileSync(join(folder, 'figures.json'), JSON.stringify(await bench(folder)));
}

function runAll(wanted: readonly string[]): void {
  const names = wanted.length === 0 ? BENCHES : BENCHES.filter((name) => wanted.includes(name));
  const results: Result[] = [];
  for (const bench of names) {
    const folder = mkdtempSync(join(tmpdir(), `zorgcluster-bench-${bench}-`));
    try {
      process.stderr.write(`${bench} (${names.indexOf(bench) + 1} of ${names.length}) …\n`);
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

type Result = BenchFigure & { readonly bench: string };

const COLUMNS = ['what', 'median', 'against', 'ratio', 'limit', ''] as const;

function cellsOf(result: Result): string[] {
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
}

function print(results: readonly Result[]): void {
  const { processor, cores, node } = benchMachine();
  const table = terminalTable(
    {
      id: 'bench',
      title: `zorgcluster ${VERSION}, Node ${node}, ${cores} × ${processor}`,
      columns: COLUMNS.map((label, at) => ({ key: String(at), label, kind: 'text' })),
      rows: results.map(cellsOf),
    },
    'en',
  );
  process.stdout.write(`${table}\n`);
}

/** The page is made of the JSON file, so that it also shows what was measured on an earlier day. */
function page(
  results: readonly (Result & { readonly date: string })[],
  versions: Readonly<Record<string, string>>,
): string {
  const { processor, cores, memoryGB, node } = benchMachine();
  const missed = results.filter((result) => holds(result) === false);
  const rows = results.map((result) => [...cellsOf(result), result.date]);
  return `# Speed, against something that does the same

zorgcluster ${VERSION}, Node ${node}, ${cores} × ${processor}, ${memoryGB} GB; ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}. Made by \`npm run bench\`; \`bench.json\` has the same.

${markdownTable([...COLUMNS, 'date'], rows)}

How to read it: a time is the median of at least five turns, taken in turns with its peer in the same run, so that a slow
moment of the machine meets both; R has a process of its own, right after ours. The ratio says more than the time: it travels
to other machines. A limit stands on the ratio where there is a peer, else on the figure: \`≤\` is the most it may be, and
\`30x faster\` wants the peer to take thirty times as long. Memory is the most that the process had. Each bench
has a process of its own.

${missed.length === 0 ? 'No limit is missed.' : `Missed:\n\n${missed.map(({ text, whenMissed }) => `- **${text}**: ${whenMissed ?? 'the cause is not known'}.`).join('\n')}`}
`;
}

/** Benches that were not run keep their figures of an earlier day. */
function write(results: readonly Result[]): void {
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
  const { node, ...machine } = benchMachine();
  const versions = benchVersions();
  const document = { tool: 'zorgcluster', version: VERSION, node, machine, versions, figures };
  writeFileSync(RESULT, `${JSON.stringify(document, null, 2)}\n`);
  writeFileSync(PAGE, page(figures as (Result & { date: string })[], versions));
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--one') await runOne(rest[0]!, rest[1]!);
else if (first === 'scale') runScale(rest);
else runAll(process.argv.slice(2));
