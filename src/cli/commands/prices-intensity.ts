/** `zorgcluster prices intensity CASES`: how much a unit of each cluster takes, and a list made from it. */

import { type Command, Option } from 'commander';
import {
  INTENSITY_WORDS,
  type IntensityDocument,
  type IntensityMeasure,
  IssueCollector,
  intensityTables,
  isComputed,
  isoFromDay,
  makeMeta,
  PRICE_UNITS,
  type PriceUnit,
  priceListTable,
  type ResolvedScenario,
  relativeIntensity,
  say,
  unitList,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { optionsForMeta, withLevel } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { centsOrCurrent, PRICE_META_KEYS, type ReckonOptions, withReckoning } from '../price-scenario.ts';
import { payInput, populationIssues } from '../simulation-input.ts';

interface IntensityOptions extends ReckonOptions {
  readonly from: IntensityMeasure;
  readonly unit: PriceUnit;
  readonly level: number;
  readonly budget?: number | 'current';
}

export function addPricesIntensity(prices: Command, io: Io): void {
  withLevel(withReckoning(prices.command('intensity').argument('<cases>', 'case file')))
    .description('what a unit of each cluster takes, relative to all; with --budget also as a list')
    .addOption(
      new Option('--from <column>', 'what it takes: cost or minutes')
        .choices(['cost', 'minutes'])
        .default('cost'),
    )
    .addOption(new Option('--unit <unit>', 'per what').choices([...PRICE_UNITS]).default('episode'))
    .option(
      '--budget <cents>',
      'what the list made from it must pay in all, in cents, or current',
      centsOrCurrent,
    )
    .action(async (path: string, options: IntensityOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
      const document = await intensity(io, path, options);
      const { list } = document;
      await emit(io, options, {
        document,
        title: say(INTENSITY_WORDS.title, options.lang),
        tables: () => intensityTables(document, options.lang),
        main: list === undefined ? 'intensity' : 'list',
        ...(list === undefined ? {} : { sheets: () => [priceListTable(list.newList, options.lang)] }),
      });
    });
}

async function intensity(io: Io, path: string, options: IntensityOptions): Promise<IntensityDocument> {
  const { from, unit, level, budget } = options;
  const scenario: ResolvedScenario = {
    id: 'intensity',
    title: 'intensity',
    baseline: 'current',
    typing: options.typing ?? 'chosen',
    valuationDate: options.valuationDate,
    // One row says which columns a unit needs; the clusters are known once the file is read.
    prices: { list: unitList(['1'], unit), overrides: [] },
    index: [],
    volume: [],
    payerGroups: {},
    contracts: [],
    assumptions: [],
  };
  const needed = budget === 'current' ? scenario : { ...scenario, baseline: scenario };
  const { input, report, rules, statuses } = await payInput(io, path, options, needed, { columns: [from] });
  const found = relativeIntensity(
    input,
    { from, unit, level, ...(budget === undefined ? {} : { budget }) },
    options.lang,
  );
  const issues = new IssueCollector();
  issues.addAll(populationIssues(input, { withoutStart: 0 }));
  const unsure = found.clusters.filter((one) => isComputed(one.intensity) && !isComputed(one.interval));
  if (unsure.length > 0) {
    const params = { clusters: unsure.map(({ cluster }) => cluster).join(', ') };
    issues.add({ code: 'intensity-unsure', severity: 'warning', params });
  }
  return {
    meta: makeMeta({
      command: 'prices intensity',
      rules,
      inputs: [report.input],
      options: {
        ...optionsForMeta({ ...options }, ['from', 'unit', 'level', 'budget', ...PRICE_META_KEYS]),
        ...(options.valuationDate === undefined ? {} : { valuationDate: isoFromDay(options.valuationDate) }),
      },
      statuses: [...statuses, ...(found.list === undefined ? [] : (['derived'] as const))],
    }),
    rows: report.rows,
    issues: [...report.issues(options.lang), ...issues.summaries(options.lang)],
    ...found,
  };
}
