/**
 * Which commands there are, and where each lives: a start loads the one that is asked for.
 * Invariant: names, arguments and sentences are those of the commands themselves (kept by a test).
 */

import type { Command } from 'commander';
import type { Io } from './io.ts';

type Add = (program: Command, io: Io) => void;

interface Listed {
  /** Name and arguments, as help shows them. */
  readonly usage: string;
  readonly description: string;
  /** Whether it has options of its own. */
  readonly options: boolean;
  readonly load: () => Promise<Add>;
}

/** In the order of the help. */
const COMMANDS: readonly Listed[] = [
  {
    usage: 'backup <file>',
    description: 'write the whole data folder (ZORGCLUSTER_HOME) to one archive',
    options: true,
    load: async () => (await import('./commands/backup.ts')).addBackup,
  },
  {
    usage: 'restore <file>',
    description: 'verify an archive and put it in place of the data folder (ZORGCLUSTER_HOME)',
    options: true,
    load: async () => (await import('./commands/backup.ts')).addRestore,
  },
  {
    usage: 'benchmark',
    description: 'outcome against duration across a network',
    options: false,
    load: async () => (await import('./commands/benchmark.ts')).addBenchmark,
  },
  {
    usage: 'conversion',
    description: 'tables from raw scores to T-scores',
    options: false,
    load: async () => (await import('./commands/conversion.ts')).addConversion,
  },
  {
    usage: 'generate',
    description: 'Make a synthetic case file: the same seed gives the same file.',
    options: true,
    load: async () => (await import('./commands/generate.ts')).addGenerate,
  },
  {
    usage: 'outcomes <cases>',
    description: 'change between two measurements, its classes, and who was measured',
    options: true,
    load: async () => (await import('./commands/outcomes.ts')).addOutcomes,
  },
  {
    usage: 'prices',
    description: 'price lists: lint, balance, solve, intensity',
    options: false,
    load: async () => (await import('./commands/prices.ts')).addPrices,
  },
  {
    usage: 'score <cases>',
    description: 'cluster advice for every row; certainty, fit and agreement',
    options: true,
    load: async () => (await import('./commands/score.ts')).addScore,
  },
  {
    usage: 'explain [cases]',
    description: 'one advice step by step: rule, value, contribution, source',
    options: true,
    load: async () => (await import('./commands/explain.ts')).addExplain,
  },
  {
    usage: 'ask',
    description: 'fill in HoNOS+ question by question; stops when the advice is settled',
    options: true,
    load: async () => (await import('./commands/ask.ts')).addAsk,
  },
  {
    usage: 'rules',
    description: 'rule sets: list, show, check, import, diff',
    options: false,
    load: async () => (await import('./commands/rules.ts')).addRules,
  },
  {
    usage: 'serve',
    description: 'start the web application, for this machine only unless set otherwise',
    options: true,
    load: async () => (await import('./commands/serve.ts')).addServe,
  },
  {
    usage: 'simulate [cases]',
    description: 'revenue under a scenario against its baseline, with intervals and breakdowns',
    options: true,
    load: async () => (await import('./commands/simulate.ts')).addSimulate,
  },
  {
    usage: 'sql',
    description: 'the rule set as SQL, for an engine elsewhere',
    options: false,
    load: async () => (await import('./commands/sql.ts')).addSql,
  },
];

/** Puts every command on the program: whole where `isWanted` says so, else as a line of the help. */
export async function addCommands(
  program: Command,
  io: Io,
  isWanted: (name: string) => boolean,
): Promise<void> {
  for (const { usage, description, options, load } of COMMANDS) {
    if (isWanted(usage.split(' ')[0]!)) {
      (await load())(program, io);
      continue;
    }
    const line = program.command(usage).description(description);
    if (options) line.option('--quiet');
  }
}
