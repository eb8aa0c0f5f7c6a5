/**
 * The adaptive questionnaire as a conversation. The state is the answers and the order in which they
 * came; every step is reckoned anew from them, so that going back and changing are one and the same.
 */

import {
  type AdaptiveStep,
  ANSWER_OPEN,
  ASK_WORDS,
  adaptiveStep,
  adviceWords,
  type CompiledRuleSet,
  formatShare,
  isComputed,
  type Lang,
  parseAnswer,
  parseAnswers,
  Refusal,
  type RuleItem,
  refuse,
  SEVERITY_WORDS,
  type StopRule,
  say,
  stopWords,
} from '../index.ts';
import type { TypedAnswers } from './typed-answers.ts';

export interface InterviewTerms {
  readonly compiled: CompiledRuleSet;
  /** Index into the rule set's superclusters. */
  readonly supercluster: number;
  readonly rule: StopRule;
  readonly lang: Lang;
  /** Answers to start with: item index -> answer. */
  readonly given: ReadonlyMap<number, number>;
  readonly source: TypedAnswers;
  readonly tell: (text: string) => void;
  /** Lines already read, for sentences that name one. */
  readonly linesRead: number;
}

export interface Interviewed {
  readonly step: AdaptiveStep;
  readonly answers: Int8Array;
  /** Items in the order in which they were answered. */
  readonly order: readonly number[];
}

/** Clusters named while asking. */
const SHOWN = 3;

/**
 * Asks until the rule says stop, the person stops, or the input ends.
 * @throws Refusal `ask-answer` where an answer that was piped in cannot be read
 */
export async function interview(terms: InterviewTerms): Promise<Interviewed> {
  const { compiled, lang, source, tell, rule } = terms;
  const { ruleSet } = compiled;
  const answers = new Int8Array(ruleSet.items.length).fill(ANSWER_OPEN);
  const order: number[] = [];
  const highest = String(ruleSet.severities - 1);
  let line = terms.linesRead;
  let typed = 0;
  let again = false;
  const give = (item: number, answer: number): void => {
    if (order.includes(item)) order.splice(order.indexOf(item), 1);
    order.push(item);
    answers[item] = answer;
  };
  for (const [item, answer] of terms.given) give(item, answer);

  for (;;) {
    const step = adaptiveStep(compiled, terms.supercluster, answers, rule);
    const stopped = isComputed(step.stop);
    // What was not asked needs no second look; a person may look back over what was.
    if (stopped && (!source.isTerminal || typed === 0)) return { step, answers, order };
    if (source.isTerminal && !again) {
      tell(stopped ? stopText(step, compiled, lang) : questionText(step, compiled, lang));
    }
    again = false;
    const text = await source.next(stopped ? '> ' : `${say(ASK_WORDS.prompt, lang, { highest })} > `);
    line += 1;
    const word = text?.trim().toLowerCase();
    if (word === undefined || word === 'q' || (stopped && word === '')) return { step, answers, order };
    if (word === 'b') {
      const last = order.pop();
      if (last === undefined) tell(`${say(ASK_WORDS.nothingBack, lang)}\n`);
      else answers[last] = ANSWER_OPEN;
      continue;
    }
    const read = readAnswers(word, stopped ? undefined : step.next, compiled);
    if (read === undefined) {
      if (!source.isTerminal) throw refuse('ask-answer', { line, highest });
      tell(`${say(stopped ? ASK_WORDS.againStopped : ASK_WORDS.again, lang, { highest })}\n`);
      again = true;
      continue;
    }
    typed += 1;
    for (const [item, answer] of read) give(item, answer);
  }
}

/** An answer to the question asked, or to named questions: `hv07=2`. */
function readAnswers(
  word: string,
  asked: AdaptiveStep['next'] | undefined,
  { ruleSet }: CompiledRuleSet,
): Iterable<readonly [number, number]> | undefined {
  if (word.includes('=')) {
    try {
      return parseAnswers(ruleSet, word);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
  const answer = parseAnswer(ruleSet, word);
  return answer === undefined || asked === undefined || !isComputed(asked) ? undefined : [[asked.at, answer]];
}

function questionText(step: AdaptiveStep, { ruleSet }: CompiledRuleSet, lang: Lang): string {
  if (!isComputed(step.next)) return '';
  const { item, gainShare } = step.next;
  const lines = [
    '',
    say(ASK_WORDS.question, lang, { number: String(step.asked + 1), open: String(step.open) }),
    `  ${item.label}. ${item.name[lang]} (${item.code})`,
    `  ${say(periodWords(item), lang)}`,
    `  ${say(ASK_WORDS.why, lang, { share: formatShare(gainShare, lang) })}`,
    `  ${say(ASK_WORDS.soFar, lang, { clusters: likely(step, lang) })}`,
  ];
  for (let severity = 0; severity < ruleSet.severities; severity++) {
    const words = SEVERITY_WORDS[severity];
    if (words !== undefined) lines.push(`    ${severity}  ${say(words, lang)}`);
  }
  lines.push(`  ${say(ASK_WORDS.keys, lang, { example: example(item) })}`, '');
  return lines.join('\n');
}

function stopText(step: AdaptiveStep, { ruleSet }: CompiledRuleSet, lang: Lang): string {
  const lines = [
    '',
    say(ASK_WORDS.stopped, lang, { reason: say(stopWords(step), lang) }),
    `  ${say(ASK_WORDS.advised, lang)}: ${adviceWords(step, lang)}`,
    `  ${say(ASK_WORDS.afterStop, lang, { example: example(ruleSet.items[0]!) })}`,
    '',
  ];
  return lines.join('\n');
}

/** The most likely clusters with their probabilities; a dash where none can fit. */
function likely({ clusters }: AdaptiveStep, lang: Lang): string {
  const named = clusters
    .slice(0, SHOWN)
    .map(({ cluster, probability }) => `${cluster} ${formatShare(probability, lang)}`);
  return named.join(', ') || '-';
}

/** HoNOS+ questions with a number are about the last two weeks, those with a letter about the past. */
function periodWords(item: RuleItem) {
  return /^\d+$/.test(item.label) ? ASK_WORDS.recent : ASK_WORDS.historical;
}

function example(item: RuleItem): string {
  return `${item.code.toLowerCase()}=2`;
}
