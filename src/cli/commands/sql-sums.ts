/** `zorgcluster sql sums`: the sums of a simulation as one query, for the engine that holds the rows. */

import { type Command, Option } from 'commander';
import {
  breakdownDimensions,
  CASE_COLUMNS,
  canonicalJson,
  clusterCodebook,
  type GroupDimension,
  makeMeta,
  type RuleSet,
  refuse,
  SQL_DIALECTS,
  type SqlDialect,
  type SumsPlan,
  simulationNeeds,
  stampNotes,
  sumsAbout,
  sumsPlan,
  sumsSql,
  type Typing,
  writeFileWhole,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { openScenario, withAsOf } from '../open-scenario.ts';
import {
  collectMap,
  collectText,
  type OutputOptions,
  optionsForMeta,
  positiveWholeNumber,
} from '../options.ts';
import { outputExtension } from '../output.ts';
import { namedRuleSet, ruleBookFor } from '../rule-sets.ts';
import { assumedStatuses } from '../simulation-input.ts';
import { dimensionList } from '../winner-options.ts';

interface SumsSqlCommandOptions extends OutputOptions {
  readonly scenario?: readonly string[];
  readonly rules?: string;
  readonly dialect: SqlDialect;
  readonly table: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly absent?: readonly string[];
  readonly by?: readonly GroupDimension[];
  readonly order?: '2' | '3';
  readonly minPatients: number;
  readonly typing?: Typing;
  readonly asOf?: string;
  readonly supercluster?: string;
}

const META_KEYS = [
  ...['dialect', 'table', 'map', 'absent', 'by', 'order', 'minPatients', 'typing', 'asOf', 'supercluster'],
];

export function addSumsSql(sql: Command, io: Io): void {
  withAsOf(sql.command('sums'))
    .description('a query that reduces a table to the sums that simulate --from-sums takes')
    .option('--scenario <file>', 'scenario: id or file; a later one is laid over it', collectText)
    .addOption(new Option('--dialect <name>', 'engine').choices([...SQL_DIALECTS]).default('duckdb'))
    .option('--rules <id>', 'rule set: id or folder (default: the newest official one, else the bundled one)')
    .option('--table <name>', 'table with one row per episode', 'cases')
    .option('--map <canonical=column>', 'read a canonical column from this column (repeatable)', collectMap)
    .option('--absent <canonical>', 'a column that the table does not have (repeatable)', collectText)
    .option('--by <dimensions>', 'break results down, such as site,team,payer,member', dimensionList)
    .addOption(
      new Option(
        '--order <number>',
        '3: products of three as well, for intervals (default: 2 under expected)',
      ).choices(['2', '3']),
    )
    .option('--min-patients <number>', 'fewest patients behind a number', positiveWholeNumber, 10)
    .addOption(
      new Option('--typing <kind>', 'which cluster is paid (default: as the scenario says)').choices([
        'chosen',
        'advised',
        'expected',
      ]),
    )
    .option('--supercluster <code>', 'for rows without a supercluster and without a chosen cluster')
    .option('--json', 'one JSON document on stdout and nothing else')
    .option('-o, --output <file>', 'also write it to FILE (.sql or .json)')
    .addOption(new Option('--lang <lang>', 'language of messages').choices(['nl', 'en']).default('nl'))
    .option('--quiet', 'no notes')
    .action((options: SumsSqlCommandOptions) => writeSumsSql(io, options));
}

async function writeSumsSql(io: Io, options: SumsSqlCommandOptions): Promise<void> {
  const extension = outputExtension(options, ['.sql', '.json']);
  if (options.scenario === undefined) throw refuse('sums-needs-scenario', {}, 2);
  const { scenario, inputs } = await openScenario(io, options);
  const needs = simulationNeeds(scenario);
  const set = needs.scores || needs.reviewTerms ? await ruleSetFor(io, options.rules) : undefined;
  const terms = new Map(
    set?.clusters.flatMap(({ number, reviewTerm }) => (reviewTerm ? [[number, reviewTerm]] : [])),
  );
  const codes = needs.scores ? set?.clusters.map(({ code }) => code) : undefined;
  const plan = sumsPlan(scenario, terms, options.by ?? [], codes);
  const absent = knownColumns(options);
  refuseAbsent(plan, needs, absent);
  const sides = scenario.baseline === 'current' ? [scenario] : [scenario, scenario.baseline];
  const order = options.order === undefined ? defaultOrder(plan) : options.order === '3' ? 3 : 2;
  const document = {
    meta: makeMeta({
      command: 'sql sums',
      rules: set,
      inputs,
      options: optionsForMeta({ ...options, order }, META_KEYS),
      statuses: [
        ...sides.flatMap(({ prices }) => prices.list.rows.map(({ status }) => status)),
        ...assumedStatuses(scenario),
      ],
    }),
    sql: '',
  };
  const notes = stampNotes(document.meta, options.lang);
  document.sql = `${notes.map((note) => `-- ${note}\n`).join('')}${sumsSql({
    dialect: options.dialect,
    source: { table: options.table, columns: options.map ?? {}, absent },
    plan,
    about: sumsAbout(plan, {
      rules: set === undefined ? null : { id: set.id, status: set.status, sha256: set.sha256 },
      order,
      minimum: options.minPatients,
      patientColumn: !absent.includes('patient'),
    }),
    merging: breakdownDimensions(scenario, plan),
    ...(set === undefined ? {} : { set, ...superclusterOf(set, options.supercluster) }),
  })}`;
  const json = canonicalJson(document);
  if (options.output !== undefined) {
    await writeFileWhole(options.output, extension === '.json' ? json : document.sql);
  }
  io.stdout(options.json === true ? json : document.sql);
}

/** Products of three are many where every episode has many clusters. */
function defaultOrder({ frames, own, other }: SumsPlan): 2 | 3 {
  return [own, other].some((frame) => frames[frame]?.typing === 'expected') ? 2 : 3;
}

async function ruleSetFor(io: Io, name: string | undefined): Promise<RuleSet> {
  return name === undefined ? (await ruleBookFor(io, undefined)).sets[0]!.ruleSet : namedRuleSet(io, name);
}

/** Columns that the table does not have. @throws Refusal `sql-column` for a name that is no column of the contract */
function knownColumns({ map = {}, absent = [] }: SumsSqlCommandOptions): readonly string[] {
  const known = CASE_COLUMNS.map(({ name }) => name as string);
  for (const name of [...Object.keys(map), ...absent]) {
    if (!known.includes(name)) throw refuse('sql-column', { name, allowed: known.join(', ') }, 2);
  }
  return absent;
}

/** What a scenario cannot do without; the sentences are those for a case file. */
function refuseAbsent(
  plan: SumsPlan,
  { paysByCost }: ReturnType<typeof simulationNeeds>,
  absent: readonly string[],
): void {
  if (plan.current && absent.includes('current_revenue')) throw refuse('simulate-no-current-revenue', {});
  if (plan.needsStart && absent.includes('start')) throw refuse('simulate-no-start-column', {});
  if (plan.units.includes('bed-day') && absent.includes('bed_days')) {
    throw refuse('simulate-no-bed-days-column', {});
  }
  if (paysByCost !== undefined && absent.includes('cost')) {
    throw refuse('simulate-no-cost-column', { form: paysByCost });
  }
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
