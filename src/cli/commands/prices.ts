/** `zorgcluster prices`: the group, and `lint LIST`: what is odd in a price list. */

import type { Command } from 'commander';
import {
  lintFindings,
  lintMaximum,
  lintPrices,
  lintTariffBands,
  loadPriceList,
  loadTariffBands,
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
import { addPricesIntensity } from './prices-intensity.ts';
import { addPricesSolve } from './prices-solve.ts';

interface LintOptions extends OutputOptions {
  readonly maximum?: string;
}

export function addPrices(program: Command, io: Io): void {
  const prices = program.command('prices').description('price lists: lint, balance, solve, intensity');

  addPricesBalance(prices, io);
  addPricesSolve(prices, io);
  addPricesIntensity(prices, io);
  withOutputOptions(prices.command('lint').argument('<list>', 'price list or tariffs by minutes: id or file'))
    .description('what is odd in a price list, with row and remedy')
    .option('--maximum <list>', 'maximum tariffs: a price list, id or file')
    .action(async (name: string, options: LintOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
      const document = (await lintBands(io, name, options)) ?? (await lintList(io, name, options));
      await emit(io, options, {
        document,
        title: options.lang === 'nl' ? `Prijslijst ${document.list.id}` : `Price list ${document.list.id}`,
        tables: () => (document.lint.length === 0 ? [] : priceLintTables(document, options.lang)),
        main: 'lint',
        ...(document.lint.length === 0
          ? { notes: [options.lang === 'nl' ? 'Niets op te merken.' : 'Nothing to remark.'] }
          : {}),
      });
    });
}

async function lintList(io: Io, name: string, options: LintOptions): Promise<PriceLintDocument> {
  const places = scenarioPlaces(io);
  const { value: list, issues } = await loadPriceList(name, places, 'tell');
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (list === undefined) throw new Refusal(errors);
  if (options.quiet !== true) {
    reportIssues(
      io,
      issues.filter(({ severity }) => severity !== 'error'),
      options.lang,
    );
  }
  const maximum = options.maximum === undefined ? undefined : await loadPriceList(options.maximum, places);
  if (maximum !== undefined && maximum.value === undefined) throw new Refusal(maximum.issues);
  const limits = maximum?.value;
  return {
    meta: makeMeta({
      command: 'prices lint',
      inputs: [list, ...(limits === undefined ? [] : [limits])].map(({ id, rows, sha256 }) => ({
        name: `${id}.csv`,
        rows: rows.length,
        sha256,
      })),
      options: {},
      statuses: list.rows.map(({ status }) => status),
    }),
    list: { id: list.id, rows: list.rows.length },
    // Rows that hold together refuse a list elsewhere; here they are findings like any other.
    lint: lintFindings(
      [
        ...errors,
        ...lintPrices(list.rows),
        ...(limits === undefined ? [] : lintMaximum(list.rows, limits.rows)),
      ],
      options.lang,
    ),
  };
}

async function lintBands(io: Io, name: string, options: LintOptions): Promise<PriceLintDocument | undefined> {
  const found = await loadTariffBands(name, scenarioPlaces(io));
  if (found === undefined) return undefined;
  if (found.value === undefined) throw new Refusal(found.issues);
  const { id, bands, sha256 } = found.value;
  return {
    meta: makeMeta({
      command: 'prices lint',
      inputs: [{ name: `${id}.csv`, rows: bands.length, sha256 }],
      options: {},
    }),
    list: { id, rows: bands.length },
    lint: lintFindings(lintTariffBands(bands), options.lang),
  };
}
