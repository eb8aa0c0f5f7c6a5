/** Shared savings with worked answers, one-sided and two-sided. */

import type { ContractCase } from './contract-cases.ts';

const payer = '*';
const terms = { payer, form: 'shared-savings', benchmarkCents: 100, sharingRate: 0.5 } as const;
const msr = { ...terms, minimumSavingsRate: 0.02, savingsCap: 0.1 };
export const SAVINGS_CASES: readonly ContractCase[] = [
  ...(
    [
      [94, 3],
      [98.5, 0],
      [98, 1],
      [70, 10],
    ] as const
  ).map(
    ([gross, share]): ContractCase => ({
      description: `savings: production ${gross} against 100`,
      contract: msr,
      gross,
      net: gross + share,
    }),
  ),
  { description: 'a one-sided contract shares no loss', contract: msr, gross: 110, net: 110 },
  {
    description: 'two-sided, quality 0.8: losses at 0.40',
    contract: { ...msr, quality: 0.8 },
    gross: 110,
    net: 106,
  },
  {
    description: 'quality 0.2: losses at most at 0.75',
    contract: { ...msr, quality: 0.2 },
    gross: 110,
    net: 102.5,
  },
  {
    description: 'a loss rate given wins, and the cap holds',
    contract: { ...msr, quality: 0.2, lossRate: 0.3, lossCap: 0.02 },
    gross: 110,
    net: 108,
  },
  {
    description: 'a loss below its minimum costs nothing',
    contract: { ...msr, quality: 0.8, minimumLossRate: 0.02 },
    gross: 101,
    net: 101,
  },
  {
    description: 'a quality with loss rate 0 is one-sided',
    contract: { ...msr, quality: 0.8, lossRate: 0 },
    gross: 110,
    net: 110,
  },
  {
    description: 'below the gate nothing is shared',
    contract: { ...msr, quality: 0.6, qualityGate: 0.7 },
    gross: 94,
    net: 94,
  },
  {
    description: 'at the alternative standard the rate times quality',
    contract: { ...msr, quality: 0.6, qualityGate: 0.7, alternativeGate: 0.5 },
    gross: 94,
    net: 94 + 6 * 0.5 * 0.6,
  },
];
