/** Rule sets as folders of small files: load one with every fault said, list those of several places. */

import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { Refusal, refuse } from '../issue/refusal.ts';
import type { Checked, Issue } from '../model/issue.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { RuleSetHead } from '../rules/assemble.ts';
import { ruleSetFromTables } from '../rules/from-tables.ts';
import { readRuleTable } from './rule-tables.ts';

/** The files of a rule set besides rule-set.json; red-rules.csv may be absent: no cluster is ever impossible. */
const TABLES = ['items', 'superclusters', 'clusters', 'coefficients', 'constants', 'red-rules'] as const;

const HEAD = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w-]{0,63}$/)),
  title: v.object({ nl: v.string(), en: v.string() }),
  status: v.picklist(['official', 'local', 'illustrative']),
  source: v.string(),
  validFrom: v.optional(v.pipe(v.string(), v.isoDate())),
  maxMissing: v.pipe(v.number(), v.integer(), v.minValue(0)),
  severities: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)),
});

/** One found rule set: where it lies, and the set or its faults. */
export interface ListedRuleSet {
  readonly id: string;
  readonly folder: string;
  readonly checked: Checked<RuleSet>;
}

/** Loads and checks the rule set in a folder; faults of all its files come together. */
export async function loadRuleSet(folder: string): Promise<Checked<RuleSet>> {
  try {
    const head = await readHead(folder);
    const read = await Promise.allSettled(TABLES.map((name) => readRuleTable(join(folder, `${name}.csv`))));
    const issues: Issue[] = [];
    const tables = read.map((result, at) => {
      if (result.status === 'fulfilled') return result.value;
      if (!(result.reason instanceof Refusal)) throw result.reason;
      const codes = result.reason.issues.map((issue) => issue.code);
      const absent = codes.every((code) => code === 'file-not-found' || code === 'rules-table-empty');
      if (TABLES[at] !== 'red-rules' || !absent) issues.push(...result.reason.issues);
      return undefined;
    });
    const [items, superclusters, clusters, coefficients, constants, redRules] = tables;
    if (!items || !superclusters || !clusters || !coefficients || !constants) return { issues };
    return ruleSetFromTables(head, { items, superclusters, clusters, coefficients, constants, redRules });
  } catch (error) {
    if (error instanceof Refusal) return { issues: error.issues };
    throw error;
  }
}

/**
 * The rule sets in these folders (each holds one folder a set), sorted by id. The first place that
 * has an id wins, so the user's own folder comes first. A folder that is not there is empty.
 */
export async function listRuleSets(places: readonly string[]): Promise<ListedRuleSet[]> {
  const found = new Map<string, ListedRuleSet>();
  for (const place of places) {
    for (const folder of await ruleSetFolders(place)) {
      const id = basename(folder);
      if (!found.has(id)) found.set(id, { id, folder, checked: await loadRuleSet(folder) });
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function ruleSetFolders(place: string): Promise<string[]> {
  try {
    const entries = await readdir(place, { withFileTypes: true });
    // A name with a dot is one being written.
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.includes('.'))
      .map((entry) => join(place, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function readHead(folder: string): Promise<RuleSetHead> {
  let text: string;
  try {
    text = await readFile(join(folder, 'rule-set.json'), 'utf8');
  } catch {
    throw refuse('rules-folder', { name: basename(folder) });
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw refuse('rules-head-json', { file: 'rule-set.json' });
  }
  const checked = v.safeParse(HEAD, parsed);
  if (checked.success) {
    const { validFrom, ...head } = checked.output;
    return validFrom === undefined ? head : { ...head, validFrom };
  }
  throw new Refusal(
    checked.issues.map((issue) => ({
      code: 'rules-head-key',
      severity: 'error',
      params: { file: 'rule-set.json', key: v.getDotPath(issue) ?? '', expected: issue.expected ?? '' },
    })),
  );
}
