/** `zorgcluster prices`: the group, and `lint LIST`: what is odd in a price list. */

import type { Command } from 'commander';
import {
  lintFindings,
  lintPrices,
  loadPriceList,
  makeMeta,
  type PriceLintDocument,
  priceLintTables,
  Refusal,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { type OutputOptions, withOutputOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { reportIssues } from '../rule-sets.ts';
import { scenarioPlaces } from '../scenario-places.ts';
import { addPricesBalance } from './prices-balance.ts';
import { addPricesSolve } from './prices-solve.ts';

export function addPrices(program: Command, io: Io): void {
  const prices = program.command('prices').description('price lists: lint, balance, solve');

  addPricesBalance(prices, io);
  addPricesSolve(prices, io);
  withOutputOptions(prices.command('lint').argument('<list>', 'price list: id or file'))
    .description('what is odd in a price list, with row and remedy')
    .action(async (name: string, options: OutputOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
      const { value: list, issues } = await loadPriceList(name, scenarioPlaces(io));
      if (list === undefined) throw new Refusal(issues.filter(({ severity }) => severity === 'error'));
      if (options.quiet !== true) reportIssues(io, issues, options.lang);
      const document: PriceLintDocument = {
        meta: makeMeta({
          command: 'prices lint',
          inputs: [{ name: `${list.id}.csv`, rows: list.rows.length, sha256: list.sha256 }],
          options: {},
          statuses: list.rows.map(({ status }) => status),
        }),
        list: { id: list.id, rows: list.rows.length },
        lint: lintFindings(lintPrices(list.rows), options.lang),
      };
      await emit(io, options, {
        document,
        title: options.lang === 'nl' ? `Prijslijst ${list.id}` : `Price list ${list.id}`,
        tables: () => (document.lint.length === 0 ? [] : priceLintTables(document, options.lang)),
        main: 'lint',
        ...(document.lint.length === 0
          ? { notes: [options.lang === 'nl' ? 'Niets op te merken.' : 'Nothing to remark.'] }
          : {}),
      });
    });
}
