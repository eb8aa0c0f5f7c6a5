/** `zorgcluster rules list | show | check | import`: the rule sets in reach, and new ones from official tables. */

import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  dayFromIso,
  homeFolder,
  type Issue,
  importRuleSet,
  listRuleSets,
  makeMeta,
  type ParsedTable,
  Refusal,
  type RuleSet,
  type RulesListDocument,
  type RulesShowDocument,
  readRuleTable,
  readSchemeDefaults,
  rulesListTables,
  rulesShowTables,
  saveRuleSet,
  summariseRuleSet,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { type OutputOptions, withOutputOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { allRuleSets, checkNamedRuleSet, namedRuleSet, reportIssues, shippedRules } from '../rule-sets.ts';

interface ImportCommandOptions extends OutputOptions {
  readonly coefficients: string;
  readonly constants: string;
  readonly redRules?: string;
  readonly superclusters?: string;
  readonly id: string;
  readonly status: 'official' | 'local';
  readonly source?: string;
  readonly validFrom?: string;
  readonly replace?: true;
}

const FORMS = ['.json', '.csv', '.xlsx', '.html'] as const;

export function addRules(program: Command, io: Io): void {
  const rules = program.command('rules').description('rule sets: list, show, check, import');

  withOutputOptions(rules.command('list'))
    .description('the rule sets in reach')
    .action(async (options: OutputOptions) => {
      outputExtension(options, FORMS);
      const all = await allRuleSets(io);
      const document: RulesListDocument = {
        meta: makeMeta({ command: 'rules list', inputs: [], options: {} }),
        ruleSets: all.flatMap(({ checked }) =>
          checked.value === undefined ? [] : summariseRuleSet(checked.value),
        ),
        broken: all.filter(({ checked }) => checked.value === undefined).map(({ id }) => id),
      };
      if (document.broken.length > 0) {
        const params = { names: document.broken.join(', ') };
        reportIssues(io, [{ code: 'rules-broken', severity: 'warning', params }], options.lang);
      }
      await emit(io, options, {
        document,
        title: options.lang === 'nl' ? 'Welke regelsets er zijn' : 'Which rule sets there are',
        tables: () => rulesListTables(document, options.lang),
        main: 'rule-sets',
      });
    });

  withOutputOptions(rules.command('show').argument('<id>', 'rule set: id or folder'))
    .description('one rule set: its clusters, review terms, source')
    .action(async (name: string, options: OutputOptions) => {
      outputExtension(options, FORMS);
      await show(io, options, 'rules show', await namedRuleSet(io, name));
    });

  withOutputOptions(rules.command('check').argument('<id>', 'rule set: id or folder'))
    .description('every fault of a rule set')
    .action(async (name: string, options: OutputOptions) => {
      outputExtension(options, FORMS);
      const { value, issues } = await checkNamedRuleSet(io, name);
      if (value === undefined) throw refusedWith(io, issues, options);
      reportIssues(
        io,
        [...issues, { code: 'rules-sound', severity: 'info', params: { id: value.id } }],
        options.lang,
      );
      await show(io, options, 'rules check', value);
    });

  withOutputOptions(rules.command('import'))
    .description('store a rule set from the official tables, or say every fault')
    .requiredOption('--coefficients <file>', 'CSV: question, severity, cluster, coefficient')
    .requiredOption('--constants <file>', 'CSV: cluster, constant')
    .option('--red-rules <file>', 'CSV: question, severity, second question or blank, its severity, cluster')
    .option('--superclusters <file>', 'CSV: cluster, supercluster (default: X = 1-8, Y = 10-17, Z = 18-21)')
    .requiredOption('--id <name>', 'name of the rule set: lower-case letters, digits, hyphens')
    .addOption(new Option('--status <status>', 'what it is').choices(['official', 'local']).default('local'))
    .option('--source <text>', 'where the tables come from')
    .option('--valid-from <date>', 'first day on which it applies (yyyy-mm-dd)', isoDate)
    .option('--replace', 'replace another rule set of this name')
    .action(async (options: ImportCommandOptions) => {
      outputExtension(options, FORMS);
      const set = await importTables(io, options);
      const written = await saveRuleSet(homeFolder(io.env), set, { replace: options.replace === true });
      const code = written ? 'rules-stored' : 'rules-stored-before';
      if (options.quiet !== true) {
        reportIssues(io, [{ code, severity: 'info', params: { id: set.id } }], options.lang);
      }
      await show(io, options, 'rules import', set);
    });
}

async function importTables(io: Io, options: ImportCommandOptions): Promise<RuleSet> {
  await refuseShippedId(options.id);
  const paths = [options.coefficients, options.constants, options.redRules, options.superclusters];
  // All files are read before anything is said, so that their faults come together.
  const read = await Promise.allSettled(
    paths.map(async (path) => (path === undefined ? undefined : readRuleTable(path))),
  );
  const faults = read.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (result.reason instanceof Refusal) return result.reason.issues;
    throw result.reason;
  });
  if (faults.length > 0) throw refusedWith(io, faults, options);
  const [coefficients, constants, redRules, superclusters] = read.map((result) =>
    result.status === 'fulfilled' ? result.value : undefined,
  );
  const { value, issues } = importRuleSet(
    {
      coefficients: coefficients as ParsedTable,
      constants: constants as ParsedTable,
      ...(redRules === undefined ? {} : { redRules }),
      ...(superclusters === undefined ? {} : { superclusters }),
    },
    await readSchemeDefaults(),
    {
      id: options.id,
      status: options.status,
      // Without a source the files are the source: a figure must be traceable to something.
      source:
        options.source ?? paths.flatMap((file) => (file === undefined ? [] : basename(file))).join(', '),
      ...(options.validFrom === undefined ? {} : { validFrom: options.validFrom }),
    },
  );
  if (value === undefined) throw refusedWith(io, issues, options);
  if (options.quiet !== true) reportIssues(io, issues, options.lang);
  return value;
}

/** A set under the name of a shipped one would hide it without a word. */
async function refuseShippedId(id: string): Promise<void> {
  const shipped = await listRuleSets([shippedRules()]);
  if (shipped.some((set) => set.id === id)) {
    throw new Refusal([{ code: 'rules-id-shipped', severity: 'error', params: { id } }], 2);
  }
}

async function show(io: Io, options: OutputOptions, command: string, set: RuleSet): Promise<void> {
  const document: RulesShowDocument = {
    meta: makeMeta({ command, rules: set, inputs: [], options: {} }),
    ruleSet: {
      ...summariseRuleSet(set),
      itemList: set.items,
      superclusterList: set.superclusters,
      clusterList: set.clusters.map((cluster, k) => ({
        ...cluster,
        constant: set.constants[k]!,
        redRules: set.redRules.filter((rule) => rule.cluster === k).length,
      })),
    },
  };
  await emit(io, options, {
    document,
    title: set.title[options.lang],
    tables: () => rulesShowTables(document, options.lang),
    main: 'clusters',
  });
}

/** Says every fault, each sentence once with its rows; what is left to throw is only the exit status. */
function refusedWith(io: Io, issues: readonly Issue[], options: OutputOptions): Refusal {
  reportIssues(io, issues, options.lang);
  return new Refusal([]);
}

function isoDate(text: string): string {
  if (dayFromIso(text) === undefined) throw new InvalidArgumentError('Give a date as yyyy-mm-dd.');
  return text;
}
