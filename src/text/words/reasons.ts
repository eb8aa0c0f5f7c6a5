/** Short words for why a number is not there, in the cell where it would stand. Codes are the results' own. */

import type { Bilingual } from '../../model/text.ts';

export const REASON_WORDS: Readonly<Record<string, Bilingual>> = {
  'first-point': { nl: 'eerste punt', en: 'first point' },
  'too-few-patients-in-period': { nl: 'te weinig patiënten', en: 'too few patients' },
  'too-few-points': { nl: 'te weinig perioden', en: 'too few periods' },
  'variance-not-bounded': { nl: 'geen bovengrens', en: 'no upper limit' },
  'between-covariance-singular': { nl: 'te kleine verschillen', en: 'differences too small' },
  'constant-response': { nl: 'overal gelijk', en: 'the same everywhere' },
  'covariate-constant-within-members': {
    nl: 'correctiefactor zonder spreiding',
    en: 'covariate without spread',
  },
  'improvement-not-above-zero': { nl: 'verbetering niet boven nul', en: 'improvement not above zero' },
  'member-not-in-model': { nl: 'niet in het model', en: 'not in the model' },
  'no-advice': { nl: 'geen advies', en: 'no advice' },
  'no-cases': { nl: 'geen trajecten', en: 'no episodes' },
  'no-review-term': { nl: 'geen herbeoordelingstermijn', en: 'no review term' },
  'no-chosen-cluster': { nl: 'geen gekozen cluster', en: 'no chosen cluster' },
  'no-cutoff': { nl: 'geen grens', en: 'no cut-off' },
  'no-outcome-and-duration': { nl: 'geen uitkomst en duur', en: 'no outcome and duration' },
  'no-reliability': { nl: 'geen betrouwbaarheid opgegeven', en: 'no reliability given' },
  'no-scores': { nl: 'geen metingen', en: 'no measurements' },
  'no-spread': { nl: 'geen spreiding', en: 'no spread' },
  'no-spread-within-members': { nl: 'geen spreiding', en: 'no spread' },
  'one-category': { nl: 'maar een categorie', en: 'one category only' },
  'outcome-and-duration-collinear': { nl: 'niet te scheiden', en: 'cannot be separated' },
  'peer-counts-withheld': { nl: 'niet getoond', en: 'not shown' },
  'too-few-episodes': { nl: 'te weinig trajecten', en: 'too few episodes' },
  'too-few-members-for-correlation': { nl: 'te weinig instellingen', en: 'too few members' },
  'too-few-pairs': { nl: 'te weinig metingen', en: 'too few measurements' },
  'too-few-units': { nl: 'te weinig eenheden', en: 'too few units' },
};
