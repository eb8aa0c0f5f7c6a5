/** Names of contract forms and of the steps that can bind. */

import type { ContractForm } from '../../model/contract.ts';
import type { Bilingual } from '../../model/text.ts';

export const FORM_WORDS: Readonly<Record<ContractForm, Bilingual>> = {
  'price-times-volume': { nl: 'prijs maal hoeveelheid', en: 'price times volume' },
  'volume-discount': { nl: 'volumekorting', en: 'volume discount' },
  bundle: { nl: 'gebundelde betaling', en: 'bundled payment' },
  'stay-limit': { nl: 'grens aan verblijf', en: 'limit on stay' },
  'mean-per-patient': { nl: 'gemiddelde per patiënt', en: 'mean per patient' },
  'revenue-cap': { nl: 'omzetplafond', en: 'revenue cap' },
  'dynamic-cap-down': { nl: 'dynamisch plafond, omlaag', en: 'dynamic cap, downward' },
  'dynamic-cap-up': { nl: 'dynamisch plafond, omhoog', en: 'dynamic cap, upward' },
  'lump-sum': { nl: 'aanneemsom', en: 'lump sum' },
  guarantee: { nl: 'garantieomzet', en: 'guarantee' },
  transition: { nl: 'overgangsregeling', en: 'transition' },
  'quality-pay': { nl: 'prestatiebeloning', en: 'pay for quality' },
  'shared-savings': { nl: 'shared savings', en: 'shared savings' },
  'risk-corridor': { nl: 'risicocorridor', en: 'risk corridor' },
  'macro-clawback': { nl: 'macrobeheersing', en: 'macro clawback' },
};

export const CONTRACT_WORDS = {
  floor: { nl: 'bodem op 0', en: 'floor at 0' },
  marginalPatient: { nl: 'Per extra patiënt (€)', en: 'Per extra patient (€)' },
  continuedCare: { nl: 'Verlies door doorleverplicht (€)', en: 'Loss on duty to continue care (€)' },
  monthlyTitle: { nl: 'Productie per maand, vóór contract', en: 'Production per month, before contract' },
  month: { nl: 'Maand', en: 'Month' },
} as const satisfies Record<string, Bilingual>;
