/** Words of the funnel's tables. */

import type { Bilingual } from '../../model/text.ts';

export const FUNNEL_WORDS = {
  unitsTitle: { nl: 'Eenheden', en: 'Units' },
  summaryTitle: { nl: 'Spreiding', en: 'Spread' },
  limitsTitle: { nl: 'Grenzen per omvang', en: 'Limits by size' },
  unit: { nl: 'Eenheid', en: 'Unit' },
  size: { nl: 'Omvang', en: 'Size' },
  value: { nl: 'Waarde', en: 'Value' },
  z: { nl: 'Afstand (z)', en: 'Distance (z)' },
  level: { nl: 'Niveau (%)', en: 'Level (%)' },
  low: { nl: 'Ondergrens', en: 'Lower limit' },
  high: { nl: 'Bovengrens', en: 'Upper limit' },
  lowAt: { nl: 'Ondergrens {level}%', en: 'Lower limit {level}%' },
  highAt: { nl: 'Bovengrens {level}%', en: 'Upper limit {level}%' },
  outlier: { nl: 'Buiten de grenzen', en: 'Outside the limits' },
  above: { nl: 'erboven', en: 'above' },
  below: { nl: 'eronder', en: 'below' },
  target: { nl: 'Streefwaarde', en: 'Target' },
  phi: { nl: 'Overdispersie (phi)', en: 'Overdispersion (phi)' },
  tau2: { nl: 'Tau² (gewinsoriseerd)', en: 'Tau² (winsorised)' },
  tau2Unwinsorised: { nl: 'Tau² (niet gewinsoriseerd)', en: 'Tau² (not winsorised)' },
  tau2Low: { nl: 'Tau²: ondergrens', en: 'Tau²: lower limit' },
  tau2High: { nl: 'Tau²: bovengrens', en: 'Tau²: upper limit' },
} as const satisfies Record<string, Bilingual>;
