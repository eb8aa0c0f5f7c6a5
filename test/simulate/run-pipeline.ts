/** The contract pipeline on plain numbers. */

import type { Contract } from '../../src/index.ts';
import { type CareMeasures, NO_CARE } from '../../src/simulate/contracts/form-rule.ts';
import { contractPipeline, type PipelineOutput } from '../../src/simulate/contracts/pipeline.ts';

/** @param care the same for every contract */
export function runPipeline(
  contracts: readonly Contract[],
  gross: readonly number[],
  atoms: readonly number[][],
  care: Partial<CareMeasures> = {},
): PipelineOutput {
  return contractPipeline({ contracts, atoms, episodes: gross.map(() => 1) })({
    gross,
    measures: contracts.map(() => ({ ...NO_CARE, ...care })),
  });
}
