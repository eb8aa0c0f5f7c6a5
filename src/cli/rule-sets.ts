/** Finding the rule set of a command: by id in the data folder or the shipped ones, or by path. */

import { join } from 'node:path';
import {
  DATA_FOLDER,
  datedRuleBook,
  homeFolder,
  IssueCollector,
  listRuleSets,
  loadRuleSet,
  Refusal,
  refuse,
  singleRuleBook,
} from '../doors/score.ts';
import type { Checked, Issue, Lang, ListedRuleSet, RuleBook, RuleSet } from '../index.ts';
import type { Io } from './io.ts';

/** All rule sets in reach, sorted by id; the user's own hide shipped ones of the same id. */
export function allRuleSets(io: Io): Promise<ListedRuleSet[]> {
  return listRuleSets([join(homeFolder(io.env), 'rules'), shippedRules()]);
}

/** Folder of the rule sets that come with the product. */
export function shippedRules(): string {
  return join(DATA_FOLDER, 'rules');
}

/**
 * The rule set that ID or DIR names, or its faults: a name without dot or slash is an id.
 * @throws Refusal `rules-unknown`
 */
export async function checkNamedRuleSet(io: Io, name: string): Promise<Checked<RuleSet>> {
  if (/[./\\]/.test(name)) return loadRuleSet(name);
  const all = await allRuleSets(io);
  const found = all.find((listed) => listed.id === name);
  if (found === undefined) {
    throw refuse('rules-unknown', { id: name, known: all.map((listed) => listed.id).join(', ') });
  }
  return found.checked;
}

/** The same where only a sound set will do. @throws Refusal with all faults of the set */
export async function namedRuleSet(io: Io, name: string): Promise<RuleSet> {
  return soundRuleSet(await checkNamedRuleSet(io, name));
}

/** Writes each different sentence once to stderr, with how often and the first rows. */
export function reportIssues(io: Io, issues: readonly Issue[], lang: Lang): void {
  const collector = new IssueCollector();
  collector.addAll(issues);
  for (const { message, count, examples } of collector.summaries(lang)) {
    const rows = examples.flatMap(({ row }) => row ?? []).join(', ');
    const word = lang === 'nl' ? 'rij' : 'row';
    const where = rows === '' ? '' : ` [${count}x: ${word} ${rows}${count > examples.length ? ', …' : ''}]`;
    io.stderr(`${message}${where}\n`);
  }
}

/** Says every fault, each sentence once with its rows; what is left to throw is only the exit status. */
export function refusedWith(io: Io, issues: readonly Issue[], options: { readonly lang: Lang }): Refusal {
  reportIssues(io, issues, options.lang);
  return new Refusal([]);
}

/** What to score with: the named set, or the sets by date. */
export async function ruleBookFor(io: Io, name: string | undefined): Promise<RuleBook> {
  if (name !== undefined) return singleRuleBook(await namedRuleSet(io, name));
  const all = await allRuleSets(io);
  // A broken set may be the official one: it must not silently give way to an older or illustrative one.
  const broken = all.filter(({ checked }) => checked.value === undefined);
  if (broken.length > 0) throw refuse('rules-broken', { names: broken.map(({ id }) => id).join(', ') });
  const book = datedRuleBook(all.flatMap(({ checked }) => checked.value ?? []));
  if (book === undefined) throw refuse('rules-unknown', { id: 'zvt-illustrative', known: '-' });
  return book;
}

function soundRuleSet({ value, issues }: ListedRuleSet['checked']): RuleSet {
  if (value === undefined) throw new Refusal(issues.filter((issue) => issue.severity === 'error'));
  return value;
}
