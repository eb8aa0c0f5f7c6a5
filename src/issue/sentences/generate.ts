/** Sentences about making synthetic cases. */

import type { Bilingual } from '../../model/text.ts';

export const GENERATE_SENTENCES = {
  'generate-range': {
    nl: 'De optie {option} moet een geheel getal van {low} tot en met {high} zijn.',
    en: 'The option {option} must be a whole number from {low} to {high}.',
  },
} as const satisfies Record<string, Bilingual>;
