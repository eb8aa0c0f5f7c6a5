/** `zorgcluster rules diff A B`: what changed between two rule sets, and what that does to a case file. */

import type { Command } from 'commander';
import {
  clusterCodebook,
  compileRuleSet,
  createAdviceComparison,
  csvOf,
  diffRuleSets,
  type InputMeta,
  makeMeta,
  RATING_COLUMNS,
  type RuleSet,
  type RulesDiffDocument,
  refuse,
  ruleChangesTable,
  rulesDiffNotes,
  rulesDiffTables,
  rulesDiffTitle,
  type Status,
  textColumn,
  writeFileWhole,
} from '../../index.ts';
import { withCases } from '../cases.ts';
import type { Io } from '../io.ts';
import { CASE_META_KEYS, type CaseOptions, optionsForMeta, withCaseOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { namedRuleSet } from '../rule-sets.ts';

interface DiffOptions extends CaseOptions {
  readonly cases?: string;
  readonly supercluster?: string;
}

export function addRulesDiff(rules: Command, io: Io): void {
  const command = rules
    .command('diff')
    .argument('<from>', 'rule set: id or folder')
    .argument('<to>', 'rule set to compare it with: id or folder');
  withCaseOptions(command)
    .description('what changed from one rule set to another; with --cases how many advices flip')
    .option('--cases <file>', 'case file: how many of its advices flip, from which cluster to which')
    .option('--supercluster <code>', 'supercluster of rows that do not have one')
    .action(async (fromName: string, toName: string, options: DiffOptions) => {
      const extension = outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
      const [from, to] = [await namedRuleSet(io, fromName), await namedRuleSet(io, toName)];
      const diff = diffRuleSets(from, to);
      const flips =
        options.cases === undefined ? undefined : await flipsIn(io, options.cases, from, to, options);
      const document: RulesDiffDocument = {
        meta: makeMeta({
          command: 'rules diff',
          inputs: flips === undefined ? [] : [flips.input],
          options: optionsForMeta({ ...options }, ['supercluster', ...CASE_META_KEYS]),
          statuses: [from.status, to.status, ...(flips?.statuses ?? [])],
        }),
        ...diff,
        ...(flips === undefined ? {} : { cases: flips.cases }),
      };
      if (extension === '.csv') {
        const table = ruleChangesTable(diff, options.lang);
        await writeFileWhole(options.output!, csvOf(table, { excel: options.excel === true }));
      }
      await emit(io, options, {
        document,
        title: rulesDiffTitle(document, options.lang),
        tables: () => rulesDiffTables(document, options.lang),
        main: 'changes',
        sheets: () => [ruleChangesTable(diff, options.lang)],
        notes: rulesDiffNotes(document, options.lang),
        csvWritten: extension === '.csv',
      });
    });
}

interface Flips {
  readonly input: InputMeta;
  readonly statuses: readonly Status[];
  readonly cases: NonNullable<RulesDiffDocument['cases']>;
}

async function flipsIn(
  io: Io,
  path: string,
  from: RuleSet,
  to: RuleSet,
  options: DiffOptions,
): Promise<Flips> {
  // A cluster that only one of the two knows may stand in the file.
  const codebook = clusterCodebook({
    clusters: [...from.clusters, ...to.clusters.filter(({ number }) => !has(from, number))],
    superclusters: [
      ...from.superclusters,
      ...to.superclusters.filter(({ code }) => !from.superclusters.some((known) => known.code === code)),
    ],
  });
  if (options.supercluster !== undefined && codebook.supercluster(options.supercluster) === undefined) {
    throw refuse('supercluster-option', { allowed: codebook.superclusterCodes.join(', ') }, 2);
  }
  const wanted = {
    uses: [...RATING_COLUMNS, 'supercluster', 'chosen_cluster', 'origin'],
    requires: [RATING_COLUMNS],
    codebook,
  };
  return withCases(io, path, options, wanted, async (reader) => {
    const comparison = createAdviceComparison(compileRuleSet(from), compileRuleSet(to));
    const { supercluster } = options;
    let synthetic = false;
    for await (const batch of reader.batches()) {
      comparison.add(batch, supercluster === undefined ? {} : { supercluster });
      synthetic ||= textColumn(batch, 'origin')?.words.includes('synthetic') ?? false;
    }
    const report = reader.report();
    return {
      input: report.input,
      statuses: synthetic ? ['synthetic'] : [],
      cases: { rows: report.rows, issues: report.issues(options.lang), advice: comparison.result() },
    };
  });
}

function has(set: RuleSet, number: number): boolean {
  return set.clusters.some((cluster) => cluster.number === number);
}
