/** Words of several years, and of behaviour that is assumed. */

import type { Bilingual } from '../../model/text.ts';

export const YEARS_WORDS = {
  title: { nl: 'Per jaar', en: 'By year' },
  year: { nl: 'Jaar', en: 'Year' },
  relative: { nl: 'jaar {year}', en: 'year {year}' },
  first: { nl: '{year} (dit jaar)', en: '{year} (this year)' },
  contractsTitle: { nl: 'Contracten per jaar', en: 'Contracts by year' },
} as const satisfies Record<string, Bilingual>;

export const BEHAVIOUR_WORDS = {
  title: { nl: 'Aanname: volume reageert op prijs', en: 'Assumption: volume answers to price' },
  elasticity: { nl: 'Elasticiteit', en: 'Elasticity' },
  ratio: { nl: 'Prijs tegenover basis', en: 'Price against baseline' },
  factor: { nl: 'Volumefactor', en: 'Volume factor' },
  retype: {
    nl: '{share} van de {borderline} grensgevallen krijgt een zwaarder cluster ({retyped} trajecten; stap typering)',
    en: '{share} of the {borderline} borderline episodes get a heavier cluster ({retyped} episodes; step typing)',
  },
  clusters: { nl: '{count} clusters', en: '{count} clusters' },
  volume: {
    nl: 'het volume van {clusters} reageert op de prijs (stap volume)',
    en: 'the volume of {clusters} answers to its price (step volume)',
  },
} as const satisfies Record<string, Bilingual>;
