/**
 * `npm run bench -- scale [EPISODES…]`: cost as the work grows, once a step, each in a process of its own.
 * Writes `docs/scale.json` and from it `docs/scale.md`; sizes that were not run keep their figures of an earlier day.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/index.ts';
import { type BenchMachine, benchMachine, markdownTable, progress, rounded } from './figure.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const STEPS = ['generate', 'score', 'store', 'sums'] as const;
type Step = (typeof STEPS)[number] | 'price';

interface Cost {
  readonly seconds: number;
  readonly memoryMB: number;
  readonly diskMB?: number;
}

interface Size extends BenchMachine {
  readonly episodes: number;
  readonly date: string;
  readonly steps: Readonly<Record<Step, Cost>>;
}

const JSON_FILE = join(PACKAGE_ROOT, 'docs', 'scale.json');
const PAGE = join(PACKAGE_ROOT, 'docs', 'scale.md');

export function runScale(asked: readonly string[]): void {
  const earlier = existsSync(JSON_FILE) ? (JSON.parse(readFileSync(JSON_FILE, 'utf8')) as Size[]) : [];
  const all = new Map(earlier.map((size) => [size.episodes, size]));
  for (const episodes of asked.length === 0 ? SIZES : asked.map(Number)) {
    all.set(episodes, measured(episodes));
    const sizes = [...all.values()].sort((a, b) => a.episodes - b.episodes);
    writeFileSync(JSON_FILE, `${JSON.stringify(sizes, null, 2)}\n`);
    writeFileSync(PAGE, page(sizes));
  }
}

function measured(episodes: number): Size {
  const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-scale-'));
  try {
    const costs = STEPS.flatMap((step): [Step, Cost][] => {
      const note = join(folder, 'note.json');
      const script = join(import.meta.dirname, 'scale-step.js');
      const args = ['--max-old-space-size=16384', script, note, step, String(episodes), folder];
      const { status } = spawnSync(process.execPath, args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, ZORGCLUSTER_HOME: join(folder, 'home') },
      });
      if (status !== 0) throw new Error(`${step} of ${episodes} failed`);
      const { price, ...cost } = JSON.parse(readFileSync(note, 'utf8')) as Cost & { readonly price?: Cost };
      progress(`${episodes} episodes, ${step}: ${rounded(cost.seconds)} s, ${rounded(cost.memoryMB)} MB`);
      return price === undefined
        ? [[step, cost]]
        : [
            [step, cost],
            ['price', price],
          ];
    });
    const date = new Date().toISOString().slice(0, 10);
    return { ...benchMachine(), episodes, date, steps: Object.fromEntries(costs) as Size['steps'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function page(sizes: readonly Size[]): string {
  const last = sizes.at(-1)!;
  const perRow = (step: Step): string => rounded((1000 * last.steps[step].memoryMB) / last.episodes);
  const rows = sizes.map(({ episodes, steps }) => [
    episodes.toLocaleString('en-GB'),
    ...(['score', 'store', 'sums'] as const).map(
      (step) => `${rounded(steps[step].seconds)} s, ${rounded(steps[step].memoryMB)} MB`,
    ),
    `${rounded(1000 * steps.price.seconds)} ms`,
    `${rounded(steps.generate.diskMB!)} MB`,
    `${rounded(steps.store.diskMB!)} MB`,
  ]);
  const header = ['episodes', 'score, CSV to CSV', 'read and store', 'store to sums', 'changed price'];
  return `# Cost as the work grows

Synthetic cases of one seed, 45 columns a row. Each step runs once, in a process of its own; memory is the most that the
process had. Made by \`npm run bench -- scale\` on ${last.processor}, ${last.cores} cores, ${last.memoryGB} GB, Node ${last.node}, on
${last.date}; \`scale.json\` has the figures with the date of each size.

${markdownTable([...header, 'file', 'store'], rows)}

What bends the curve:

- **Start.** Below some 20,000 rows most of the time is the start of the program; it does not grow.
- **\`score\` from 64 MB of file.** Threads read and score parts beside each other from there. Memory then grows only with
  what is known of each episode to tell doubles: some ten bytes.
- **Read and store, and store to sums**, hold the typed columns of all rows in memory, and the second the probabilities,
  the quantities of each row and its clusters too: at ${last.episodes.toLocaleString('en-GB')} rows ${perRow('store')} and ${perRow('sums')} kB a row at the most. This is what ends first
  on one machine; beyond it the rules go to an engine (\`pushdown.md\`).
- **Store to sums** takes its time for the products of two and of three quantities of each patient, for all and for every group:
  it grows with the patients and with the square and the cube of the kinds of care of one, not with the groups that there are.
- **A changed price** is a pass over sums, whose number grows with the kinds of care that meet in a patient, not with the
  rows. The share of the costliest patients is no sum and takes the rows: live pages leave it out, and so does the figure here.
- **Disk.** The store packs columns: from 100,000 rows about a fifth of the file.
`;
}
