/** `zorgcluster rules import`: a rule set from the official tables, in CSV files or in their workbook. */

import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  dayFromIso,
  fileSource,
  homeFolder,
  type ImportedRuleSet,
  type InputMeta,
  IssueCollector,
  importRuleFiles,
  listRuleSets,
  makeMeta,
  type RuleFileKind,
  type RuleSet,
  type RulesImportDocument,
  readRuleFiles,
  readSchemeDefaults,
  refuse,
  rulesImportTables,
  rulesShowDocument,
  saveRuleSet,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { type OutputOptions, withOutputOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { refusedWith, reportIssues, shippedRules } from '../rule-sets.ts';

interface ImportCommandOptions extends OutputOptions {
  readonly workbook?: string;
  readonly coefficients?: string;
  readonly constants?: string;
  readonly redRules?: string;
  readonly superclusters?: string;
  readonly id: string;
  readonly status: 'official' | 'local';
  readonly source?: string;
  readonly validFrom?: string;
  readonly replace?: true;
}

const FILES: readonly RuleFileKind[] = ['workbook', 'coefficients', 'constants', 'redRules', 'superclusters'];

export function addRulesImport(rules: Command, io: Io): void {
  withOutputOptions(rules.command('import'))
    .description('store a rule set from the official tables, or say every fault')
    .option('--workbook <file>', "the official workbook 'Codelijsten Zorgvraagtypering' (.xlsx)")
    .option('--coefficients <file>', 'CSV or .xlsx: question, severity, cluster, coefficient')
    .option('--constants <file>', 'CSV or .xlsx: cluster, constant')
    .option('--red-rules <file>', 'question, severity, second question or blank, its severity, cluster')
    .option('--superclusters <file>', 'cluster, supercluster (default: X = 1-8, Y = 10-17, Z = 18-21)')
    .requiredOption('--id <name>', 'name of the rule set: letters, digits, - and _')
    .addOption(new Option('--status <status>', 'what it is').choices(['official', 'local']).default('local'))
    .option('--source <text>', 'where the tables come from')
    .option('--valid-from <date>', 'first day on which it applies (yyyy-mm-dd)', isoDate)
    .option('--replace', 'replace another rule set of this name')
    .action(async (options: ImportCommandOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
      const { set, imported, inputs } = await importTables(io, options);
      const written = await saveRuleSet(homeFolder(io.env), set, { replace: options.replace === true });
      const stored = {
        code: written ? 'rules-stored' : 'rules-stored-before',
        severity: 'info',
        params: { id: set.id },
      } as const;
      if (options.quiet !== true) reportIssues(io, [...imported.issues, stored], options.lang);
      const collector = new IssueCollector();
      collector.addAll(imported.issues);
      const meta = makeMeta({
        command: 'rules import',
        rules: set,
        inputs,
        options: {
          id: set.id,
          status: set.status,
          source: set.source,
          ...(set.validFrom === undefined ? {} : { validFrom: set.validFrom }),
        },
      });
      const document: RulesImportDocument = {
        ...rulesShowDocument(meta, set),
        mapping: imported.mapping,
        issues: collector.summaries(options.lang),
      };
      await emit(io, options, {
        document,
        title: set.title[options.lang],
        tables: () => rulesImportTables(document, options.lang),
        main: 'clusters',
      });
    });
}

async function importTables(
  io: Io,
  options: ImportCommandOptions,
): Promise<{ set: RuleSet; imported: ImportedRuleSet; inputs: InputMeta[] }> {
  if (
    options.workbook === undefined &&
    (options.coefficients === undefined || options.constants === undefined)
  ) {
    throw refuse('rules-import-files', {}, 2);
  }
  await refuseShippedId(options.id);
  const paths = FILES.flatMap((kind) => {
    const path = options[kind as keyof ImportCommandOptions];
    return typeof path === 'string' ? [[kind, path] as const] : [];
  });
  // All files are read before anything is said, so that their faults come together.
  const { value: files, issues: unread } = await readRuleFiles(
    Object.fromEntries(paths.map(([kind, path]) => [kind, () => fileSource(path)])),
  );
  if (files === undefined) throw refusedWith(io, unread, options);
  const imported = importRuleFiles(files, await readSchemeDefaults(), {
    id: options.id,
    status: options.status,
    // Without a source the files are the source: a figure must be traceable to something.
    source: options.source ?? paths.map(([, path]) => basename(path)).join(', '),
    ...(options.validFrom === undefined ? {} : { validFrom: options.validFrom }),
  });
  if (imported.value === undefined) throw refusedWith(io, imported.issues, options);
  const inputs = Object.values(files).map(({ name, rows, sha256 }) => ({ name, rows, sha256 }));
  return { set: imported.value, imported, inputs };
}

/** A set under the name of a shipped one would hide it without a word. */
async function refuseShippedId(id: string): Promise<void> {
  const shipped = await listRuleSets([shippedRules()]);
  if (shipped.some((set) => set.id === id)) throw refuse('rules-id-shipped', { id }, 2);
}

function isoDate(text: string): string {
  if (dayFromIso(text) === undefined) throw new InvalidArgumentError('Give a date as yyyy-mm-dd.');
  return text;
}
