/** `zorgcluster rules list | show | check`: the rule sets in reach; `import` and `diff` have files of their own. */

import type { Command } from 'commander';
import {
  makeMeta,
  type RuleSet,
  type RulesListDocument,
  rulesListTables,
  rulesShowDocument,
  rulesShowTables,
  summariseRuleSet,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { type OutputOptions, withOutputOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { allRuleSets, checkNamedRuleSet, namedRuleSet, refusedWith, reportIssues } from '../rule-sets.ts';
import { addRulesDiff } from './rules-diff.ts';
import { addRulesImport } from './rules-import.ts';

const FORMS = ['.json', '.csv', '.xlsx', '.html'] as const;

export function addRules(program: Command, io: Io): void {
  const rules = program.command('rules').description('rule sets: list, show, check, import, diff');

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
  addRulesImport(rules, io);
  addRulesDiff(rules, io);
}

async function show(io: Io, options: OutputOptions, command: string, set: RuleSet): Promise<void> {
  const document = rulesShowDocument(makeMeta({ command, rules: set, inputs: [], options: {} }), set);
  await emit(io, options, {
    document,
    title: set.title[options.lang],
    tables: () => rulesShowTables(document, options.lang),
    main: 'clusters',
  });
}
