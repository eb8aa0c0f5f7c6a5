/** A conversion table of the data folder, by the name of its file or by its id with or without its hash. */

import { type ConversionTable, refuse } from '../../src/index.ts';
import type { Network } from './network.ts';

/** @throws Refusal `api-conversion-unknown` */
export async function conversionNamed(
  network: Network,
  wanted: string | undefined,
): Promise<ConversionTable | undefined> {
  if (wanted === undefined) return undefined;
  for (const each of await network.conversions()) {
    if (!('value' in each)) continue;
    const { id } = each.value;
    if ([each.name, id, id.split('#')[0]].includes(wanted)) return each.value;
  }
  throw refuse('api-conversion-unknown');
}
