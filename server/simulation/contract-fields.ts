/** Which terms each contract form asks for, as data: what the editor shows and reads. Same keys as the scenario file. */

import type { ContractForm } from '../../src/index.ts';
import type { ContractField } from '../../views/pages/contract.tsx';

const euros = (key: string, more: Partial<ContractField> = {}): ContractField => ({
  key,
  kind: 'euros',
  ...more,
});
const percent = (key: string, more: Partial<ContractField> = {}): ContractField => ({
  key,
  kind: 'percent',
  ...more,
});
const plain = (key: string, more: Partial<ContractField> = {}): ContractField => ({
  key,
  kind: 'number',
  ...more,
});
const NEEDED = { needed: true } as const;

const AGREED_AND_MEAN: readonly ContractField[] = [
  euros('agreedCents', NEEDED),
  euros('meanPerPatientCents', NEEDED),
];

/** In the order in which the editor lists them: from plain to rare. */
export const CONTRACT_FIELDS: Readonly<Record<ContractForm, readonly ContractField[]>> = {
  'price-times-volume': [plain('factor')],
  'revenue-cap': [
    euros('agreedCents', NEEDED),
    percent('bridgingShare'),
    euros('bridgingMaxCents'),
    { key: 'dutyToContinue', kind: 'flag' },
  ],
  'dynamic-cap-down': AGREED_AND_MEAN,
  'dynamic-cap-up': AGREED_AND_MEAN,
  'lump-sum': [euros('agreedCents', NEEDED), percent('corridorShare')],
  guarantee: [euros('agreedCents'), percent('guaranteeShare'), euros('meanPerPatientCents')],
  'mean-per-patient': [
    euros('meanPerPatientCents', NEEDED),
    euros('agreedRevenueCents'),
    euros('trimLow'),
    euros('trimHigh'),
  ],
  'stay-limit': [plain('agreedDays', NEEDED), euros('meanDayPriceCents', NEEDED)],
  'volume-discount': [
    { key: 'mode', kind: 'choice', choices: ['marginal', 'retroactive'] },
    { key: 'bands', kind: 'rows', rows: [euros('fromCents', NEEDED), plain('factor', NEEDED)] },
  ],
  'quality-pay': [
    percent('weight', NEEDED),
    {
      key: 'indicators',
      kind: 'rows',
      rows: [
        { key: 'name', kind: 'text', needed: true },
        plain('value', NEEDED),
        plain('threshold', NEEDED),
        plain('target'),
        plain('weight', { words: 'indicatorWeight' }),
        { key: 'shape', kind: 'choice', choices: ['linear', 'step'] },
      ],
    },
  ],
  'shared-savings': [
    euros('benchmarkCents', NEEDED),
    percent('sharingRate', NEEDED),
    percent('minimumSavingsRate'),
    percent('savingsCap'),
    percent('quality'),
    percent('qualityGate'),
    percent('alternativeGate'),
    percent('lossRate'),
    percent('minimumLossRate'),
    percent('lossCap'),
  ],
  bundle: [
    euros('baseCents', NEEDED),
    plain('trend'),
    plain('caseMix'),
    percent('discount'),
    percent('stopShare'),
  ],
  'risk-corridor': [
    euros('targetCents', NEEDED),
    {
      key: 'bands',
      kind: 'rows',
      rows: [percent('upTo'), percent('share', { ...NEEDED, words: 'bandShare' })],
    },
  ],
  transition: [euros('oldBudgetCents', NEEDED), percent('share', NEEDED)],
  'macro-clawback': [euros('frameCents', NEEDED), euros('sectorRevenueCents', NEEDED)],
};

export const CONTRACT_FORM_NAMES = Object.keys(CONTRACT_FIELDS) as readonly ContractForm[];
