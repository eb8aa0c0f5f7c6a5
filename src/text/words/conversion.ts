/** Words of a fitted conversion table. */

import type { Bilingual } from '../../model/text.ts';

export const CONVERSION_WORDS = {
  title: { nl: 'Omrekentabel', en: 'Conversion table' },
  instrument: { nl: 'Meetinstrument', en: 'Instrument' },
  version: { nl: 'Versie', en: 'Version' },
  source: { nl: 'Herkomst', en: 'Source' },
  status: { nl: 'Status', en: 'State' },
  raw: { nl: 'Ruwe score', en: 'Raw score' },
  people: { nl: 'Personen', en: 'People' },
  t: { nl: 'T-score', en: 'T score' },
} as const satisfies Record<string, Bilingual>;
