/** `zorgcluster prices balance LIST --cases C --budget CENTS|current`: a budget-neutral list. */

import { type Command, InvalidArgumentError } from 'commander';
import {
  BALANCE_WORDS,
  type BalanceDocument,
  balanceList,
  balanceTables,
  clusterMatcher,
  currentRevenueCents,
  IssueCollector,
  isoFromDay,
  makeMeta,
  type PriceRow,
  prepareSimulation,
  priceListTable,
  refuse,
  say,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { optionsForMeta } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import {
  centsOrCurrent,
  PRICE_META_KEYS,
  type PriceScenarioOptions,
  priceScenario,
  withPriceScenario,
} from '../price-scenario.ts';
import { payInput, populationIssues } from '../simulation-input.ts';

interface BalanceOptions extends PriceScenarioOptions {
  readonly budget: number | 'current';
  readonly fix: readonly string[];
  readonly bounds?: readonly [number, number];
  readonly monotone?: true;
}

export function addPricesBalance(prices: Command, io: Io): void {
  withPriceScenario(prices.command('balance').argument('<list>', 'price list: id or file'))
    .description('make a list budget-neutral; -o FILE.csv is the new list')
    .requiredOption('--budget <cents>', 'what the list must pay in all, in cents, or current', centsOrCurrent)
    .option('--fix <clusters>', 'clusters that keep their prices (repeatable, or by comma)', collectCodes, [])
    .option('--bounds <low,high>', 'lowest and highest price as factors on the list, e.g. 0.9,1.1', factors)
    .option('--monotone', 'a heavier cluster is never cheaper than a lighter one')
    .action(async (name: string, options: BalanceOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
      const document = await balance(io, name, options);
      await emit(io, options, {
        document,
        title: say(BALANCE_WORDS.title, options.lang, { list: document.list.id }),
        tables: () => balanceTables(document, options.lang),
        main: 'list',
        sheets: () => [priceListTable(document.newList, options.lang)],
      });
    });
}

async function balance(io: Io, name: string, options: BalanceOptions): Promise<BalanceDocument> {
  const fromCurrent = options.budget === 'current';
  const { scenario, inputs, warnings } = await priceScenario(io, name, options, fromCurrent);
  const fixed = fixedRows(scenario.prices.list.rows, options.fix);
  const { input, report, rules, statuses } = await payInput(io, options.cases, options, scenario);
  const prepared = prepareSimulation(input);
  const budgetCents =
    options.budget === 'current' ? Math.round(currentRevenueCents(prepared)) : options.budget;
  const [lowFactor, highFactor] = options.bounds ?? [];
  const balanced = balanceList(
    prepared,
    {
      budgetCents,
      fixed,
      monotone: options.monotone === true,
      ...(lowFactor === undefined ? {} : { lowFactor }),
      ...(highFactor === undefined ? {} : { highFactor }),
    },
    options.lang,
  );
  const issues = new IssueCollector();
  issues.addAll([...warnings, ...populationIssues(input, prepared.population)]);
  return {
    meta: makeMeta({
      command: 'prices balance',
      rules,
      inputs: [report.input, ...inputs],
      options: {
        ...optionsForMeta({ ...options }, ['budget', 'fix', 'bounds', 'monotone', ...PRICE_META_KEYS]),
        ...(options.valuationDate === undefined ? {} : { valuationDate: isoFromDay(options.valuationDate) }),
      },
      statuses,
    }),
    rows: report.rows,
    issues: [...report.issues(options.lang), ...issues.summaries(options.lang)],
    ...balanced,
  };
}

function fixedRows(rows: readonly PriceRow[], codes: readonly string[]): Set<number> {
  const known = [...new Set(rows.map(({ cluster }) => cluster))];
  const match = clusterMatcher(known);
  const wanted = codes.map((cluster) => {
    const found = match(cluster);
    if (found < 0) throw refuse('balance-unknown-cluster', { cluster, clusters: known.join(', ') });
    return found;
  });
  return new Set([...rows.keys()].filter((row) => wanted.includes(match(rows[row]!.cluster))));
}

function collectCodes(text: string, earlier: readonly string[]): string[] {
  return [...earlier, ...text.split(',').map((code) => code.trim())].filter((code) => code !== '');
}

function factors(text: string): [number, number] {
  const numbers = text.split(',').map(Number);
  const [low, high] = numbers;
  if (numbers.length !== 2 || !(low! >= 0 && high! >= low! && Number.isFinite(high))) {
    throw new InvalidArgumentError('Give two factors with a decimal point, for instance 0.9,1.1.');
  }
  return [low!, high!];
}
