/**
 * One step of `scale` in a process of its own: `NOTE STEP EPISODES FOLDER`; writes seconds and memory to NOTE. What is
 * summed up answers changed prices in the same process: `price` in the note.
 */

import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/program.ts';
import {
  CASE_COLUMNS,
  clusterCodebook,
  DATA_FOLDER,
  DEFAULT_SIMULATION_OPTIONS,
  fileSource,
  loadCaseTable,
  loadRuleSet,
  type PreparedSimulation,
  prepareSimulation,
  readCaseTable,
  resolveScenario,
  scoreTableByDate,
  simulate,
  singleRuleBook,
  storeCaseTable,
  typingColumns,
} from '../../src/index.ts';
import { benchStore, median, seconds } from './figure.ts';

const [note, step, episodes, folder] = process.argv.slice(2) as [string, string, string, string];
const file = join(folder, 'cases.csv');
const store = join(folder, 'store.duckdb');
const book = singleRuleBook((await loadRuleSet(join(DATA_FOLDER, 'rules', 'zvt-illustrative'))).value!);

async function command(...args: string[]): Promise<void> {
  const quiet = { stdout: () => true, stderr: () => true, isTerminal: false, env: process.env };
  if ((await runCommandLine(args, quiet)) !== 0) throw new Error(`${args[0]} failed`);
}

async function intoStore(): Promise<void> {
  const engine = await benchStore(store);
  const { table } = await readCaseTable(fileSource(file), {
    uses: CASE_COLUMNS.map(({ name }) => name),
    requires: [],
    codebook: clusterCodebook(book),
  });
  await engine.transaction((transaction) => storeCaseTable(transaction, 'scale', table));
  await engine.close();
}

async function sums(): Promise<PreparedSimulation> {
  const engine = await benchStore(store);
  const table = (await loadCaseTable(engine, 'scale'))!;
  const codes = book.clusters.map(({ code }) => code);
  const terms = book.clusters.flatMap(({ number, reviewTerm }) =>
    reviewTerm ? [[number, reviewTerm] as const] : [],
  );
  const places = { folder, stores: [DATA_FOLDER] };
  const { scenario } = (await resolveScenario(['demo-day-prices'], places)).value!;
  const simulation = prepareSimulation({
    table,
    typing: typingColumns(table, codes, scoreTableByDate(book, table)),
    reviewTerms: new Map(terms),
    scenario,
  });
  await engine.close();
  return simulation;
}

let simulation: PreparedSimulation | undefined;

const STEPS: Readonly<Record<string, () => Promise<number>>> = {
  generate: () => seconds(() => command('generate', '--episodes', episodes, '--seed', '1', '-o', file)),
  score: () => seconds(() => command('score', file, '-o', join(folder, 'scored.csv'))),
  store: () => seconds(intoStore),
  sums: () =>
    seconds(async () => {
      simulation = await sums();
    }),
};

/** Seconds; the first ones warm up. */
async function changedPrice(prepared: PreparedSimulation): Promise<number> {
  // As live pages ask: the share of the costliest patients is no sum.
  const options = { ...DEFAULT_SIMULATION_OPTIONS, withoutTopShare: true } as const;
  const times: number[] = [];
  for (let turn = 0; turn < 8; turn++) {
    const amountsCents = new Map([[0, 1000 + turn]]);
    times.push(await seconds(() => simulate(prepared, options, { amountsCents })));
  }
  return median(times.slice(3));
}

const memoryMB = (): number => process.resourceUsage().maxRSS / 1024;

const time = await STEPS[step]!();
const disk = { generate: file, score: join(folder, 'scored.csv'), store }[step];
const cost = {
  seconds: time,
  memoryMB: memoryMB(),
  ...(disk === undefined ? {} : { diskMB: statSync(disk).size / 1e6 }),
};
const price = simulation && { seconds: await changedPrice(simulation), memoryMB: memoryMB() };
writeFileSync(note, JSON.stringify({ ...cost, ...(price && { price }) }));
