/**
 * From the hypothetical list per day and bed day to one per episode and one per review period, so that
 * the three styles of paying can be set side by side: for an average English episode each pays the same.
 *
 *   bed days of a cluster = mean ward days x its day price / mean day price   (our assumption)
 *   episode               = mean days x day price + bed days x bed-day price
 *   review period         = episode / expected started periods = episode x (1 - exp(-term / mean days))
 *
 * The last one takes durations as exponential, as a mean of 109.3 and a deviation of 91.3 days suggest:
 * every started period is paid whole, so a long term is paid about once.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  csvOf,
  DATA_FOLDER,
  type PriceRow,
  type PriceUnit,
  parsePriceList,
  priceListTable,
  readSchemeDefaults,
} from '../../src/index.ts';

/** England 2014-15, 988,648 cluster episodes: doi 10.1007/s10488-019-00958-7, table 2. */
const MEAN_DAYS = 109.3;
const MEAN_WARD_DAYS = 2.5;
const DAYS_A_MONTH = 365.25 / 12;

/** The derived files of data/prices, by name. */
export async function deriveHypothetical(): Promise<Record<string, string>> {
  const { value: list } = parsePriceList(
    await readFile(join(DATA_FOLDER, 'prices', 'hypothetical-day.csv'), 'utf8'),
    'day',
  );
  const scheme = await readSchemeDefaults();
  const days = list!.rows.filter(({ unit }) => unit === 'day');
  const meanPrice = days.reduce((sum, { amountCents }) => sum + amountCents, 0) / days.length;
  const ofUnit = (unit: PriceUnit, note: string, factor: (cluster: string) => number): string => {
    const rows = days.map((day): PriceRow => {
      const bedDay = list!.rows.find((row) => row.unit === 'bed-day' && row.cluster === day.cluster)!;
      const bedDays = (MEAN_WARD_DAYS * day.amountCents) / meanPrice;
      const episode = MEAN_DAYS * day.amountCents + bedDays * bedDay.amountCents;
      // Whole euros: a hypothesis needs no cents.
      const amountCents = Math.round((episode * factor(day.cluster)) / 100) * 100;
      return { ...day, unit, amountCents, source: `afgeleid van hypothetical-day: ${note}` };
    });
    return csvOf(priceListTable(rows, 'nl'), { excel: false });
  };
  const term = (cluster: string): number => {
    const { length, unit } = scheme.clusters.find(({ number }) => number === Number(cluster.slice(2)))!
      .reviewTerm!;
    return unit === 'day' ? length : length * DAYS_A_MONTH;
  };
  return {
    'hypothetical-episode.csv': ofUnit('episode', 'gemiddeld Engels traject (109,3 dagen)', () => 1),
    'hypothetical-review.csv': ofUnit(
      'review-period',
      'gemiddeld Engels traject, gedeeld door het verwachte aantal begonnen reviewtermijnen',
      (cluster) => 1 - Math.exp(-term(cluster) / MEAN_DAYS),
    ),
  };
}

async function main(): Promise<void> {
  for (const [name, text] of Object.entries(await deriveHypothetical())) {
    await writeFile(join(DATA_FOLDER, 'prices', name), text);
  }
}

if (process.argv[1] === import.meta.filename) await main();
