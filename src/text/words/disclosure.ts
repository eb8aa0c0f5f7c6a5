/** Words of the tables about what left a member and what the gate kept back. */

import type { Suppression } from '../../model/disclosure.ts';
import type { Bilingual } from '../../model/text.ts';

export const DISCLOSURE_WORDS = {
  sentTitle: { nl: 'Wat naar buiten gaat', en: 'What leaves' },
  columns: { nl: 'Kolommen', en: 'Columns' },
  gateTitle: { nl: 'Wat de poort heeft ingehouden', en: 'What the gate kept back' },
  what: { nl: 'Wat', en: 'What' },
  where: { nl: 'Kolom of model', en: 'Column or model' },
  levels: { nl: 'Waarden', en: 'Values' },
  why: { nl: 'Waarom', en: 'Why' },
  merged: { nl: 'samengevoegd tot “{into}”', en: 'merged into “{into}”' },
} as const satisfies Record<string, Bilingual>;

export const SUPPRESSION_WORDS: Readonly<Record<Suppression['what'], Bilingual>> = {
  model: { nl: 'model niet vrijgegeven', en: 'model not released' },
  episodes: { nl: 'enkele episodes weggelaten', en: 'some episodes left out' },
  'level-counts': { nl: 'aantallen per waarde beperkt', en: 'counts per value limited' },
  'row-counts': { nl: 'aantallen rijen niet vrijgegeven', en: 'counts of rows not released' },
  'response-counts': { nl: 'respons in tientallen', en: 'response in tens' },
  issues: { nl: 'bevindingen bij de invoer blijven thuis', en: 'findings in the input stay at home' },
};
