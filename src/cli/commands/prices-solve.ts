/** `zorgcluster prices solve LIST --cases C --cluster K --unit U --target CENTS`: the price that reaches a target. */

import { type Command, Option } from 'commander';
import {
  currentRevenueCents,
  IssueCollector,
  isoFromDay,
  makeMeta,
  PRICE_UNITS,
  type PriceUnit,
  prepareSimulation,
  SOLVE_WORDS,
  type SolveDocument,
  say,
  solveList,
  solveTables,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { optionsForMeta, positiveWholeNumber } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import {
  centsOrCurrent,
  PRICE_META_KEYS,
  type PriceScenarioOptions,
  priceScenario,
  withPriceScenario,
} from '../price-scenario.ts';
import { payInput, populationIssues } from '../simulation-input.ts';

interface SolveOptions extends PriceScenarioOptions {
  readonly cluster: string;
  readonly unit: PriceUnit;
  readonly setting?: string;
  readonly payer?: string;
  readonly target: number | 'current';
  readonly highest?: number;
}

const META_KEYS = ['cluster', 'unit', 'setting', 'payer', 'target', 'highest', ...PRICE_META_KEYS];

export function addPricesSolve(prices: Command, io: Io): void {
  withPriceScenario(prices.command('solve').argument('<list>', 'price list: id or file'))
    .description('the price at which total revenue reaches a target (current = break-even)')
    .requiredOption('--cluster <code>', 'cluster whose price is sought')
    .addOption(
      new Option('--unit <unit>', 'unit of the price').choices(PRICE_UNITS).makeOptionMandatory(true),
    )
    .option('--setting <setting>', 'where the list has several prices')
    .option('--payer <payer>', 'where the list has several prices')
    .requiredOption('--target <cents>', 'total revenue to reach, in cents, or current', centsOrCurrent)
    .option('--highest <cents>', 'highest price to search under contracts', positiveWholeNumber)
    .action(async (name: string, options: SolveOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
      const document = await solve(io, name, options);
      const { amountCents } = document;
      await emit(io, options, {
        document,
        title: say(SOLVE_WORDS.title, options.lang, {
          cluster: document.price.cluster,
          unit: document.price.unit,
        }),
        tables: () => solveTables(document, options.lang),
        main: 'range',
        ...(typeof amountCents === 'number' ? {} : { notes: [amountCents.undefined] }),
      });
    });
}

async function solve(io: Io, name: string, options: SolveOptions): Promise<SolveDocument> {
  const { scenario, inputs, warnings } = await priceScenario(io, name, options, options.target === 'current');
  const { input, report, rules, statuses } = await payInput(io, options.cases, options, scenario);
  const prepared = prepareSimulation(input);
  const { setting, payer, highest } = options;
  const answer = solveList(
    prepared,
    {
      cluster: options.cluster,
      unit: options.unit,
      ...(setting === undefined ? {} : { setting }),
      ...(payer === undefined ? {} : { payer }),
      ...(highest === undefined ? {} : { highestCents: highest }),
      targetCents: options.target === 'current' ? Math.round(currentRevenueCents(prepared)) : options.target,
    },
    options.lang,
  );
  const issues = new IssueCollector();
  issues.addAll([...warnings, ...populationIssues(input, prepared.population)]);
  return {
    meta: makeMeta({
      command: 'prices solve',
      rules,
      inputs: [report.input, ...inputs],
      options: {
        ...optionsForMeta({ ...options }, META_KEYS),
        ...(options.valuationDate === undefined ? {} : { valuationDate: isoFromDay(options.valuationDate) }),
      },
      statuses,
    }),
    rows: report.rows,
    issues: [...report.issues(options.lang), ...issues.summaries(options.lang)],
    ...answer,
  };
}
