/** Words of relative intensity per cluster. */

import type { Bilingual } from '../../model/text.ts';

export const INTENSITY_WORDS = {
  title: { nl: 'Wat een eenheid van elk cluster vraagt', en: 'What a unit of each cluster takes' },
  table: {
    nl: 'Relatieve intensiteit: {from} per {unit} tegenover het gemiddelde van alle clusters (1)',
    en: 'Relative intensity: {from} per {unit} against the mean of all clusters (1)',
  },
  cost: { nl: 'kosten', en: 'cost' },
  minutes: { nl: 'minuten', en: 'minutes' },
  patients: { nl: 'Patiënten', en: 'Patients' },
  quantity: { nl: 'Aantal', en: 'Quantity' },
  mean: { nl: 'Gemiddeld', en: 'Mean' },
  intensity: { nl: 'Intensiteit', en: 'Intensity' },
  all: { nl: 'alle clusters', en: 'all clusters' },
  sourceCost: {
    nl: 'Relatieve intensiteit uit kosten, budgetneutraal geschaald',
    en: 'Relative intensity from cost, scaled to the budget',
  },
  sourceMinutes: {
    nl: 'Relatieve intensiteit uit minuten, budgetneutraal geschaald',
    en: 'Relative intensity from minutes, scaled to the budget',
  },
  scale: { nl: 'Bedrag bij intensiteit 1', en: 'Amount at intensity 1' },
} as const satisfies Record<string, Bilingual>;
