/** Words of one patient's payment: from cluster and price to euros. */

import type { Bilingual } from '../../model/text.ts';

export const PAYMENT_WORDS = {
  title: { nl: 'Wat het scenario voor deze patiënt betaalt', en: 'What the scenario pays for this patient' },
  runTitle: { nl: 'Waar dit een deel van is', en: 'What this is a part of' },
  linesTitle: {
    nl: 'Hoe die bedragen ontstaan: kans × aantal × prijs, dan de contracten',
    en: 'How those amounts come about: probability × quantity × price, then contracts',
  },
  episode: { nl: 'Traject', en: 'Episode' },
  row: { nl: 'rij {row}', en: 'row {row}' },
  patient: { nl: 'deze patiënt', en: 'this patient' },
  everyone: { nl: 'alle patiënten', en: 'all patients' },
  side: { nl: 'Kant', en: 'Side' },
  line: { nl: 'Regel', en: 'Line' },
  current: { nl: 'huidige omzet', en: 'current revenue' },
  contract: { nl: '{form} ({payer})', en: '{form} ({payer})' },
  noPrice: { nl: 'geen prijs', en: 'no price' },
  nothing: { nl: 'niets te betalen', en: 'nothing to pay' },
  probability: { nl: 'Kans (%)', en: 'Probability (%)' },
  unit: { nl: 'Eenheid', en: 'Unit' },
  from: { nl: 'Van', en: 'From' },
  until: { nl: 'Tot en met', en: 'Until' },
  quantity: { nl: 'Aantal', en: 'Quantity' },
  listed: { nl: 'Lijstprijs (€)', en: 'Listed price (€)' },
  override: { nl: 'Ervoor in de plaats', en: 'In its place' },
  times: { nl: '× {factor}', en: '× {factor}' },
  index: { nl: 'Index', en: 'Index' },
  volume: { nl: 'Volume', en: 'Volume' },
  price: { nl: 'Prijs (€)', en: 'Price (€)' },
  amount: { nl: 'Bedrag (€)', en: 'Amount (€)' },
  total: { nl: 'samen', en: 'together' },
} as const satisfies Record<string, Bilingual>;
