/** `zorgcluster ask`: the adaptive questionnaire on the terminal, or with answers piped in. */

import { type Command, Option } from 'commander';
import {
  ANSWER_UNKNOWN,
  ASK_WORDS,
  type AskDocument,
  askTables,
  clusterCodebook,
  explainCase,
  explainStep,
  explainTables,
  isComputed,
  makeMeta,
  parseAnswers,
  type RuleBook,
  refuse,
  type StopRule,
  say,
  sentence,
} from '../../index.ts';
import { type Interviewed, interview } from '../interview.ts';
import type { Io } from '../io.ts';
import { type OutputOptions, openShare, optionsForMeta, withOutputOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { ruleBookFor } from '../rule-sets.ts';
import type { TypedAnswers } from '../typed-answers.ts';

interface AskOptions extends OutputOptions {
  readonly rules?: string;
  readonly supercluster?: string;
  readonly stop?: 'bound' | 'all';
  readonly until?: number;
  readonly answers?: string;
}

/** No one types and nothing is piped in. */
const SILENCE: TypedAnswers = { isTerminal: false, next: async () => undefined, close: () => {} };

export function addAsk(program: Command, io: Io): void {
  withOutputOptions(program.command('ask'))
    .description('fill in HoNOS+ question by question; stops when the advice is settled')
    .option('--supercluster <code>', 'supercluster of the case; asked for where it is not given')
    .option('--rules <id>', 'rule set: id or folder (default: the newest that applies)')
    .addOption(
      new Option('--stop <rule>', 'bound: when no open question can change the advice; all: after all')
        .choices(['bound', 'all'])
        .conflicts('until'),
    )
    .option('--until <share>', 'stop at this probability of a cluster; promises nothing', openShare)
    .option('--answers <list>', 'answers to start with, such as hv07=3,hv01=0,hv09=?')
    .action(async (options: AskOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
      const book = await ruleBookFor(io, options.rules);
      const compiled = book.sets[book.choose(undefined)]!;
      const given = parseAnswers(compiled.ruleSet, options.answers ?? '');
      const source = io.answers?.() ?? SILENCE;
      try {
        const tell = (text: string): void => void io.stderr(text);
        if (source.isTerminal && options.quiet !== true) tell(`${say(ASK_WORDS.intro, options.lang)}\n\n`);
        const { code, lines } = await superclusterOf(book, options, source, io);
        const supercluster = compiled.superclusterAt.get(code) ?? -1;
        const rule = ruleOf(options);
        const done = await interview({
          ...{ compiled, supercluster, rule, lang: options.lang, given, source, tell },
          linesRead: lines,
        });
        await conclude(io, options, compiled, supercluster, done);
      } finally {
        source.close();
      }
    });
}

function ruleOf({ stop, until }: AskOptions): StopRule {
  return until === undefined ? { kind: stop ?? 'bound' } : { kind: 'probability', atLeast: until };
}

/** From the option, else the first thing asked. @throws Refusal `supercluster-option`, `ask-supercluster` */
async function superclusterOf(
  book: RuleBook,
  { supercluster, lang }: AskOptions,
  source: TypedAnswers,
  io: Io,
): Promise<{ code: string; lines: number }> {
  const codebook = clusterCodebook(book);
  const allowed = codebook.superclusterCodes.join(', ');
  if (supercluster !== undefined) {
    const code = codebook.supercluster(supercluster);
    if (code === undefined) throw refuse('supercluster-option', { allowed }, 2);
    return { code, lines: 0 };
  }
  if (source.isTerminal) {
    io.stderr(`${say(ASK_WORDS.chooseGroup, lang)}\n`);
    for (const group of book.superclusters) io.stderr(`  ${group.code}  ${group.name[lang]}\n`);
  }
  for (;;) {
    const text = await source.next(`${say(ASK_WORDS.groupPrompt, lang)} > `);
    const code = codebook.supercluster(text?.trim() ?? '');
    if (code !== undefined) return { code, lines: 1 };
    const stop = text === undefined || (source.isTerminal && text.trim().toLowerCase() === 'q');
    if (stop) throw refuse('ask-supercluster', { allowed }, 2);
    if (!source.isTerminal) throw refuse('ask-supercluster-line', { allowed });
    io.stderr(`${say(ASK_WORDS.groupAgain, lang, { allowed })}\n`);
  }
}

async function conclude(
  io: Io,
  options: AskOptions,
  compiled: RuleBook['sets'][number],
  supercluster: number,
  { step, answers, order }: Interviewed,
): Promise<void> {
  const { lang } = options;
  const set = compiled.ruleSet;
  const full = step.open === 0 ? explainCase(set, answers, supercluster) : undefined;
  const document: AskDocument = {
    meta: makeMeta({
      command: 'ask',
      rules: set,
      inputs: [],
      seed: options.seed,
      // Answers stay out of the record of the run.
      options: optionsForMeta({ ...options }, ['stop', 'until']),
    }),
    ...step,
    answers: order.map((item) => ({
      item: set.items[item]!.code,
      answer: answers[item] === ANSWER_UNKNOWN ? { undefined: 'not-known' } : answers[item]!,
    })),
    explanation: explainStep(compiled, supercluster, answers, step),
    ...(full === undefined ? {} : { full }),
    rule: { id: set.id, title: set.title, status: set.status, source: set.source, sha256: set.sha256 },
  };
  if (!isComputed(step.stop) && options.quiet !== true) {
    io.stderr(`${sentence({ code: 'ask-not-finished', params: { open: step.open } }, lang)}\n`);
  }
  await emit(io, options, {
    document,
    title: lang === 'nl' ? 'HoNOS+, vraag voor vraag' : 'HoNOS+, question by question',
    tables: () => [
      ...askTables(document, set, lang),
      // The ranking and the points are there already; what one other rating would do is not.
      ...(full === undefined
        ? []
        : explainTables({ meta: document.meta, cases: [full] }, lang).filter(({ id }) => id === 'rule')),
    ],
    main: 'clusters',
  });
}
