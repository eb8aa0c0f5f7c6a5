/** Sentences about making synthetic cases. */

import type { Bilingual } from '../../model/text.ts';

export const GENERATE_SENTENCES = {
  'generate-range': {
    nl: 'De optie {option} moet een geheel getal van {low} tot en met {high} zijn.',
    en: 'The option {option} must be a whole number from {low} to {high}.',
  },
  'workbook-too-long': {
    nl: 'Een werkmap houdt hier hoogstens {limit} rijen; er zijn er {rows} gevraagd. Kies een bestand dat op .csv eindigt.',
    en: 'A workbook holds at most {limit} rows here; {rows} were asked for. Choose a file that ends in .csv.',
  },
} as const satisfies Record<string, Bilingual>;
