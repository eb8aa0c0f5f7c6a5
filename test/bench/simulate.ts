/** A million episodes: into the store and out to sums, a changed price, and the closed form against a bootstrap. */

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
import { payPerPatient, payPerRow } from '../../src/simulate/moments.ts';
import { paidSides } from '../../src/simulate/paid-sides.ts';
import { type BenchFigure, benchStore, median, progress, REPETITIONS, rounded, seconds } from './figure.ts';

const MILLION = 1_000_000;
const DRAWS = 2000;

export async function bench(folder: string): Promise<readonly BenchFigure[]> {
  const large = await prepared(folder, MILLION);
  const edits = await repeat(15, (turn) => changedPrice(large.simulation, turn));
  const small = await prepared(folder, 120_000);
  const [closed, drawn] = [
    await repeat(REPETITIONS, (turn) => changedPrice(small.simulation, turn)),
    await repeat(REPETITIONS, (turn) => bootstrap(small.simulation, turn)),
  ];
  return [
    ...large.figures,
    {
      text: 'a changed price on 1 million episodes, all that the page shows',
      figure: 1000 * edits,
      unit: 'ms',
      repetitions: 15,
      most: 20,
      whenMissed:
        'the sums take a few milliseconds; the rest is drawing two thousand outcomes under the contract, for every group and cluster',
    },
    {
      text: `interval from sums, ${small.simulation.population.patients} patients`,
      figure: 1000 * closed,
      unit: 'ms',
      repetitions: REPETITIONS,
      peer: {
        text: `${DRAWS} bootstrap draws of the patients`,
        figure: 1000 * drawn,
        ratio: closed / drawn,
      },
    },
  ];
}

async function prepared(
  folder: string,
  episodes: number,
): Promise<{ simulation: PreparedSimulation; figures: BenchFigure[] }> {
  const file = join(folder, `cases-${episodes}.csv`);
  progress(`${episodes} episodes are made`);
  const quiet = { stdout: () => true, stderr: () => true, isTerminal: false, env: process.env };
  await runCommandLine(
    ['generate', '--episodes', String(episodes), '--seed', '1', '-o', file, '--quiet'],
    quiet,
  );
  const set = (await loadRuleSet(join(DATA_FOLDER, 'rules', 'zvt-illustrative'))).value!;
  const book = singleRuleBook(set);
  const places = { folder, stores: [DATA_FOLDER] };
  const { scenario } = (await resolveScenario(['demo-day-prices'], places)).value!;
  const engine = await benchStore(join(folder, `store-${episodes}.duckdb`));
  let simulation: PreparedSimulation | undefined;
  const into: number[] = [];
  const out: number[] = [];
  for (let turn = 0; turn < REPETITIONS; turn++) {
    if (turn > 0) progress(`stored in ${rounded(into.at(-1)!)} s, summed up in ${rounded(out.at(-1)!)} s`);
    const id = `bench${turn}`;
    into.push(
      await seconds(async () => {
        const { table } = await readCaseTable(fileSource(file), {
          uses: CASE_COLUMNS.map(({ name }) => name),
          requires: [],
          codebook: clusterCodebook(book),
        });
        await engine.transaction((transaction) => storeCaseTable(transaction, id, table));
      }),
    );
    out.push(
      await seconds(async () => {
        const table = (await loadCaseTable(engine, id))!;
        const scores = scoreTableByDate(book, table);
        simulation = prepareSimulation({
          table,
          typing: typingColumns(
            table,
            book.clusters.map(({ code }) => code),
            scores,
          ),
          reviewTerms: new Map(
            book.clusters.flatMap(({ number, reviewTerm }) => (reviewTerm ? [[number, reviewTerm]] : [])),
          ),
          scenario,
        });
      }),
    );
  }
  await engine.close();
  return {
    simulation: simulation!,
    figures: [
      {
        text: 'read, check and store 1 million rows',
        figure: median(into),
        unit: 's',
        repetitions: into.length,
      },
      {
        text: 'from the store to sums, scored again',
        figure: median(out),
        unit: 's',
        repetitions: out.length,
      },
    ],
  };
}

/** Seconds, as a median; the first turn warms up and does not count. */
async function repeat(turns: number, work: (turn: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn <= turns; turn++) times.push(await seconds(() => work(turn)));
  return median(times.slice(1));
}

function changedPrice(simulation: PreparedSimulation, turn: number): void {
  // As the page asks: without the share of the costliest patients, which stands in the note of small files only.
  const options = { ...DEFAULT_SIMULATION_OPTIONS, withoutTopShare: true } as const;
  simulate(simulation, options, { amountsCents: new Map([[0, 1000 + turn]]) });
}

/** The peer: what the sums make needless. Patients are drawn with replacement from their differences. */
function bootstrap(simulation: PreparedSimulation, turn: number): number {
  const prices = new Float64Array(simulation.coordinates);
  prices.set(paidSides(simulation, {}).paid.prices, simulation.side.offset);
  // Current revenue is the last coordinate.
  prices[prices.length - 1] = -1;
  const differences = payPerPatient(simulation, payPerRow(simulation, prices));
  let state = turn + 1;
  const totals = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    let total = 0;
    for (let i = 0; i < differences.length; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      total += differences[Math.floor((state / 2 ** 32) * differences.length)]!;
    }
    totals[draw] = total;
  }
  totals.sort();
  return totals[Math.floor(0.975 * DRAWS)]! - totals[Math.floor(0.025 * DRAWS)]!;
}
