/** All commands on one program, and the one place where a fault becomes a sentence and an exit status. */

import { Command, CommanderError } from 'commander';
import { Refusal, refusalOfMachine, sentence, VERSION } from '../doors/start.ts';
import type { Lang } from '../index.ts';
import { addCommands } from './commands.ts';
import { type Io, languageOf } from './io.ts';
import { acceptCommonOptions } from './options.ts';
import { refuseOutputOverInput } from './output-over-input.ts';
import { usageDetail } from './usage.ts';

/** Runs one command line; resolves to the exit status (0 done, 1 refused, 2 misused, 3 machine failed). */
export async function runCommandLine(args: readonly string[], io: Io): Promise<number> {
  const lang = languageOf(args);
  const program = await createProgram(args, io);
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return report(error, program, args, lang, io);
  }
}

async function createProgram(args: readonly string[], io: Io): Promise<Command> {
  const program = new Command('zorgcluster')
    .description('Care cluster typing, cluster money and outcome benchmarking for Dutch mental health care.')
    .version(VERSION)
    .showSuggestionAfterError(true)
    .configureOutput({ writeOut: (text) => io.stdout(text), writeErr: () => {} })
    .exitOverride()
    .hook('preAction', (_, command) => refuseOutputOverInput(command));
  // `help score` shows a command without running it; nothing else names a second one.
  const word = args.find((each) => !each.startsWith('-'));
  await addCommands(program, io, (name) => word === 'help' || name === word);
  for (const command of withResult(program)) acceptCommonOptions(command);
  // Settings are inherited by commands made later, not by those added ready-made.
  return program;
}

/** The commands that print a document, at any depth. */
function withResult(command: Command): Command[] {
  if (command.commands.length > 0) return command.commands.flatMap(withResult);
  return command.options.some((option) => option.attributeName() === 'json') ? [command] : [];
}

/** The words that lead to the command meant: `zorgcluster rules import`. */
function commandPath(program: Command, args: readonly string[]): string {
  const names = [program.name()];
  let at = program;
  for (const word of args) {
    const next = at.commands.find((command) => command.name() === word);
    if (next === undefined) continue;
    names.push(word);
    at = next;
  }
  return names.join(' ');
}

function report(error: unknown, program: Command, args: readonly string[], lang: Lang, io: Io): number {
  if (error instanceof CommanderError) return reportUsage(error, program, args, lang, io);
  if (error instanceof Refusal) {
    for (const issue of error.issues) io.stderr(`${sentence(issue, lang)}\n`);
    return error.exit;
  }
  const machine = refusalOfMachine(error);
  if (machine !== undefined) return report(machine, program, args, lang, io);
  const detail = error instanceof Error ? error.name : 'unknown';
  io.stderr(`${sentence({ code: 'program-fault', params: { detail } }, lang)}\n`);
  // The trace helps who mends it, and may hold values: only on request.
  if (io.env.ZORGCLUSTER_DEBUG && error instanceof Error) io.stderr(`${error.stack}\n`);
  return 3;
}

const HELP_CODES = ['commander.helpDisplayed', 'commander.version'];

function reportUsage(
  error: CommanderError,
  program: Command,
  args: readonly string[],
  lang: Lang,
  io: Io,
): number {
  if (HELP_CODES.includes(error.code)) return 0;
  if (error.code === 'commander.help') {
    io.stderr(`${sentence({ code: 'no-command' }, lang)}\n`);
    return 2;
  }
  const detail = usageDetail(error, lang);
  const command = commandPath(program, args);
  io.stderr(`${sentence({ code: 'usage', params: { detail, command } }, lang)}\n`);
  return 2;
}
