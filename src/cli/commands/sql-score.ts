/** `zorgcluster sql score`: the rule set as a query that gives every row its advice. */

import { type Command, Option } from 'commander';
import {
  canonicalJson,
  clusterCodebook,
  makeMeta,
  type RuleSet,
  refuse,
  SQL_DIALECTS,
  type SqlDialect,
  type SqlSource,
  scoreSql,
  stampNotes,
  writeFileWhole,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { collectMap, collectText, type OutputOptions, optionsForMeta } from '../options.ts';
import { outputExtension } from '../output.ts';
import { namedRuleSet, ruleBookFor } from '../rule-sets.ts';

interface ScoreSqlCommandOptions extends OutputOptions {
  readonly rules?: string;
  readonly dialect: SqlDialect;
  readonly table: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly absent?: readonly string[];
  readonly keep?: readonly string[];
  readonly probabilities?: true;
  readonly supercluster?: string;
}

const META_KEYS = ['dialect', 'table', 'map', 'absent', 'keep', 'probabilities', 'supercluster'];

export function addScoreSql(sql: Command, io: Io): void {
  sql
    .command('score')
    .description('a query that gives every row of a table its advice, as `score` does')
    .addOption(new Option('--dialect <name>', 'engine').choices([...SQL_DIALECTS]).default('duckdb'))
    .option('--rules <id>', 'rule set: id or folder (default: the newest official one, else the bundled one)')
    .option('--table <name>', 'table with one row per rating', 'cases')
    .option('--map <canonical=column>', 'read a canonical column from this column (repeatable)', collectMap)
    .option('--absent <canonical>', 'a column that the table does not have (repeatable)', collectText)
    .option('--keep <column>', 'carry this column into the result (repeatable; default patient)', collectText)
    .option('--probabilities', 'add p_<code>, the probability of every cluster')
    .option('--supercluster <code>', 'for rows without a supercluster and without a chosen cluster')
    .option('--json', 'one JSON document on stdout and nothing else')
    .option('-o, --output <file>', 'also write it to FILE (.sql or .json)')
    .addOption(new Option('--lang <lang>', 'language of messages').choices(['nl', 'en']).default('nl'))
    .option('--quiet', 'no notes')
    .action((options: ScoreSqlCommandOptions) => writeScoreSql(io, options));
}

async function writeScoreSql(io: Io, options: ScoreSqlCommandOptions): Promise<void> {
  const extension = outputExtension(options, ['.sql', '.json']);
  const set =
    options.rules === undefined
      ? (await ruleBookFor(io, undefined)).sets[0]!.ruleSet
      : await namedRuleSet(io, options.rules);
  const document = {
    meta: makeMeta({
      command: 'sql score',
      rules: set,
      inputs: [],
      options: optionsForMeta({ ...options }, META_KEYS),
    }),
    sql: '',
  };
  const notes = stampNotes(document.meta, options.lang);
  document.sql = `${notes.map((note) => `-- ${note}\n`).join('')}${scoreSql(set, {
    dialect: options.dialect,
    source: sourceOf(set, options),
    keep: options.keep ?? ['patient'],
    ...(options.probabilities === true ? { probabilities: true } : {}),
    ...superclusterOf(set, options.supercluster),
  })}`;
  const json = canonicalJson(document);
  if (options.output !== undefined) {
    await writeFileWhole(options.output, extension === '.json' ? json : document.sql);
  }
  io.stdout(options.json === true ? json : document.sql);
}

function sourceOf(set: RuleSet, { table, map = {}, absent = [] }: ScoreSqlCommandOptions): SqlSource {
  const known = [...set.items.map(({ code }) => code.toLowerCase()), 'supercluster', 'chosen_cluster'];
  for (const name of [...Object.keys(map), ...absent]) {
    if (!known.includes(name)) throw refuse('sql-column', { name, allowed: known.join(', ') }, 2);
  }
  return { table, columns: map, absent };
}

function superclusterOf(set: RuleSet, code: string | undefined): { supercluster?: string } {
  if (code === undefined) return {};
  const codebook = clusterCodebook(set);
  const supercluster = codebook.supercluster(code);
  if (supercluster === undefined) {
    throw refuse('supercluster-option', { allowed: codebook.superclusterCodes.join(', ') }, 2);
  }
  return { supercluster };
}
