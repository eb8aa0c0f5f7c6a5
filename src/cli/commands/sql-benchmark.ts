/** `zorgcluster sql benchmark`: what a contribution needs of rows, as queries for the engine that holds them. */

import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import {
  type BenchmarkDesign,
  benchmarkHashesSql,
  benchmarkSumsSql,
  type ConversionTable,
  canonicalJson,
  FIRST_PLAN,
  type GatePlan,
  gatePlanOf,
  homeFolder,
  ledgerKey,
  type MadeFor,
  madeForText,
  makeMeta,
  parseBenchmarkHashes,
  parseBenchmarkSums,
  parseDesign,
  type RuleSet,
  readConversion,
  refuse,
  SQL_DIALECTS,
  type SqlDialect,
  scoredCasesSql,
  stampNotes,
  writeFileWhole,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { namedFile, textOf } from '../named-file.ts';
import { collectMap, collectText, type OutputOptions, optionsForMeta, withConversion } from '../options.ts';
import { outputExtension } from '../output.ts';
import { namedRuleSet } from '../rule-sets.ts';

interface BenchmarkSqlCommandOptions extends OutputOptions {
  readonly design: string;
  readonly rules?: string;
  readonly conversion?: string;
  readonly dialect: SqlDialect;
  readonly table: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly absent?: readonly string[];
  readonly supercluster?: string;
  readonly hashes?: true;
  readonly withHashes?: string;
  readonly withSums?: string;
}

const META_KEYS = ['dialect', 'table', 'map', 'absent', 'supercluster', 'hashes'];

export function addBenchmarkSql(sql: Command, io: Io): void {
  withConversion(sql.command('benchmark'))
    .description('queries that reduce a table to what benchmark contribute --from-sums takes')
    .requiredOption('--design <file>', 'what the network agreed on (JSON, or its name)')
    .addOption(new Option('--dialect <name>', 'engine').choices([...SQL_DIALECTS]).default('duckdb'))
    .option('--rules <id>', 'score the table first, by this rule set: id or folder')
    .option('--table <name>', 'table with one row per episode of one member', 'cases')
    .option('--map <canonical=column>', 'read a canonical column from this column (repeatable)', collectMap)
    .option('--absent <canonical>', 'a column that the table does not have (repeatable)', collectText)
    .option('--supercluster <code>', 'with --rules: for rows that name none')
    .option('--hashes', 'the query of keyed hashes; its text holds the key and stays inside')
    .addOption(
      new Option(
        '--with-hashes <file>',
        'result of the query of hashes: what is to be merged is known',
      ).conflicts('hashes'),
    )
    .addOption(
      new Option('--with-sums <file>', 'result of an earlier query: the next question of the gate').conflicts(
        'hashes',
      ),
    )
    .option('--json', 'one JSON document on stdout and nothing else')
    .option('-o, --output <file>', 'also write it to FILE (.sql or .json)')
    .addOption(new Option('--lang <lang>', 'language of messages').choices(['nl', 'en']).default('nl'))
    .option('--quiet', 'no notes')
    .action((options: BenchmarkSqlCommandOptions) => writeBenchmarkSql(io, options));
}

async function writeBenchmarkSql(io: Io, options: BenchmarkSqlCommandOptions): Promise<void> {
  const extension = outputExtension(options, ['.sql', '.json']);
  const { dialect, table, map = {}, absent = [], lang } = options;
  const agreed = await agreementOf(io, options);
  const { design, conversion, set } = agreed;
  const made = madeFor(agreed);
  const source = { table, columns: map, absent };
  const how = {
    ...{ dialect, source, design },
    ...(conversion === undefined ? {} : { conversion }),
    ...(set === undefined
      ? {}
      : { scored: scoredCasesSql(set, { dialect, source, design, ...superclusterOf(options) }) }),
  };
  const asked = { ...source, supercluster: options.supercluster ?? '' };
  const notes: string[] = [];
  let text: string;
  if (options.hashes === true) {
    const key = await ledgerKey(homeFolder(io.env), randomBytes);
    text = benchmarkHashesSql({ ...how, key, madeFor: madeForText(made, asked, key) });
    notes.push(NOTES.key[lang]);
  } else {
    const { plan, note } = await planFor(io, options, agreed);
    text = benchmarkSumsSql({ ...how, madeFor: madeForText(made, asked), plan });
    if (note !== undefined) notes.push(NOTES[note][lang]);
  }
  const document = {
    meta: makeMeta({
      command: 'sql benchmark',
      rules: set,
      inputs: [],
      options: optionsForMeta({ ...options }, META_KEYS),
      statuses: conversion?.status === undefined ? [] : [conversion.status],
    }),
    sql: '',
  };
  document.sql = `${stampNotes(document.meta, lang)
    .map((each) => `-- ${each}\n`)
    .join('')}${text}`;
  const json = canonicalJson(document);
  if (options.output !== undefined) {
    await writeFileWhole(options.output, extension === '.json' ? json : document.sql);
  }
  io.stdout(options.json === true ? json : document.sql);
  if (!options.quiet) for (const note of notes) io.stderr(`${note}\n`);
}

const NOTES = {
  key: {
    nl: 'In deze query staat de sleutel van het register. Houd haar en haar resultaat binnen de instelling.',
    en: 'The key of the ledger stands in this query. Keep it and its result inside the institution.',
  },
  done: {
    nl: 'De controle op herleidbaarheid heeft niets meer te vragen: dit bestand met sommen volstaat voor benchmark contribute --from-sums.',
    en: 'The disclosure gate has nothing more to ask: this file of sums is enough for benchmark contribute --from-sums.',
  },
} as const;

/** What a network agreed on, as named on the command line. */
export interface Agreement {
  readonly design: BenchmarkDesign;
  readonly conversion?: ConversionTable;
  readonly set?: RuleSet;
}

export async function agreementOf(
  io: Io,
  options: { readonly design: string; readonly conversion?: string; readonly rules?: string },
): Promise<Agreement> {
  const path = namedFile(io, 'designs', options.design);
  return {
    design: parseDesign(await textOf(path), basename(path)),
    ...(options.conversion === undefined
      ? {}
      : { conversion: await readConversion(namedFile(io, 'conversions', options.conversion)) }),
    ...(options.rules === undefined ? {} : { set: await namedRuleSet(io, options.rules) }),
  };
}

export function madeFor({ design, conversion, set }: Agreement): MadeFor {
  return {
    version: makeMeta({ command: '', inputs: [], options: {} }).version,
    design,
    ...(conversion === undefined ? {} : { conversion: conversion.id }),
    ...(set === undefined ? {} : { rules: set.sha256 }),
  };
}

async function planFor(
  io: Io,
  options: BenchmarkSqlCommandOptions,
  agreed: Agreement,
): Promise<{ readonly plan: GatePlan; readonly note?: 'done' }> {
  const { withHashes, withSums } = options;
  if (withHashes === undefined) {
    if (withSums !== undefined)
      throw refuse('sql-benchmark-needs', { option: '--with-sums', needs: '--with-hashes' }, 2);
    return { plan: FIRST_PLAN };
  }
  const { conversion, design } = agreed;
  const { plan, complete } = gatePlanOf(
    {
      hashes: parseBenchmarkHashes(await textOf(withHashes), basename(withHashes)),
      ...(withSums === undefined
        ? {}
        : { sums: parseBenchmarkSums(await textOf(withSums), basename(withSums)) }),
      madeFor: madeFor(agreed),
      key: await ledgerKey(homeFolder(io.env), randomBytes),
      ...(conversion === undefined ? {} : { conversion }),
    },
    design,
  );
  return complete ? { plan, note: 'done' } : { plan };
}

function superclusterOf({ supercluster }: BenchmarkSqlCommandOptions): { supercluster?: string } {
  return supercluster === undefined ? {} : { supercluster };
}
