/** Words of the tables about outcomes and the comparison of members. */

import type { Exclusion, ModelName } from '../../model/benchmark.ts';
import type { OutcomeClass, ResponseStatus } from '../../model/outcomes.ts';
import type { Bilingual } from '../../model/text.ts';

export const OUTCOME_WORDS = {
  summaryTitle: { nl: 'Meting en verandering', en: 'Measurement and change' },
  measured: { nl: 'Voor- en nameting', en: 'Measured twice' },
  preMean: { nl: 'Voormeting, gemiddelde', en: 'First measurement, mean' },
  preSd: { nl: 'Voormeting, sd', en: 'First measurement, sd' },
  postMean: { nl: 'Nameting, gemiddelde', en: 'Second measurement, mean' },
  changeMean: { nl: 'Verbetering, gemiddelde', en: 'Improvement, mean' },
  changeSd: { nl: 'Verbetering, sd', en: 'Improvement, sd' },
  cutoff: { nl: 'Grens klinisch-functioneel', en: 'Clinical-functional cut-off' },
  sDiff: { nl: 'Sd van het verschil door meetfout', en: 'Sd of the difference from measurement error' },
  outsidePre: { nl: 'Voormeting buiten de meetperiode', en: 'First measurement outside the window' },
  outsidePost: { nl: 'Nameting buiten de meetperiode', en: 'Second measurement outside the window' },
  classesTitle: { nl: 'Klinische betekenis', en: 'Clinical significance' },
  boundLow: { nl: 'Als iedereen was gemeten: ten minste (%)', en: 'Had all been measured: at least (%)' },
  boundHigh: { nl: 'Als iedereen was gemeten: ten hoogste (%)', en: 'Had all been measured: at most (%)' },
  responseTitle: { nl: 'Respons', en: 'Response' },
  responseRate: { nl: 'Respons (%)', en: 'Response (%)' },
  groupsTitle: { nl: 'Per groep', en: 'Per group' },
  recoveredShare: { nl: 'Hersteld (%)', en: 'Recovered (%)' },
} as const satisfies Record<string, Bilingual>;

export const CLASS_WORDS: Readonly<Record<OutcomeClass, Bilingual>> = {
  recovered: { nl: 'hersteld', en: 'recovered' },
  improved: { nl: 'verbeterd', en: 'improved' },
  unchanged: { nl: 'onveranderd', en: 'unchanged' },
  deteriorated: { nl: 'verslechterd', en: 'deteriorated' },
  harmed: { nl: 'ziek geworden', en: 'harmed' },
  'not-measured': { nl: 'niet gemeten', en: 'not measured' },
};

export const RESPONSE_WORDS: Readonly<Record<ResponseStatus, Bilingual>> = {
  completer: { nl: 'voor- en nameting', en: 'completer' },
  dropout: { nl: 'alleen voormeting', en: 'drop-out' },
  nonStarter: { nl: 'niet gestart', en: 'non-starter' },
  nonResponder: { nl: 'niet gemeten', en: 'non-responder' },
  open: { nl: 'nog in zorg', en: 'still in care' },
};

export const BENCHMARK_WORDS = {
  membersTitle: { nl: 'Instellingen', en: 'Members' },
  member: { nl: 'Instelling', en: 'Member' },
  observed: { nl: '{measure}: gemeten', en: '{measure}: observed' },
  expected: { nl: '{measure}: verwacht', en: '{measure}: expected' },
  adjusted: { nl: '{measure}: gecorrigeerd', en: '{measure}: adjusted' },
  low: { nl: '{measure}: ondergrens', en: '{measure}: lower limit' },
  high: { nl: '{measure}: bovengrens', en: '{measure}: upper limit' },
  effect: { nl: '{measure}: effect, gekrompen', en: '{measure}: effect, shrunken' },
  se: { nl: '{measure}: sd van het effect', en: '{measure}: sd of the effect' },
  expectedRank: { nl: '{measure}: verwachte rang', en: '{measure}: expected rank' },
  percentile: { nl: '{measure}: percentiel', en: '{measure}: percentile' },
  durationPerOutcome: { nl: 'Dagen per punt', en: 'Days per point' },
  durationPerOutcomeLow: { nl: 'Dagen per punt: ondergrens', en: 'Days per point: lower limit' },
  durationPerOutcomeHigh: { nl: 'Dagen per punt: bovengrens', en: 'Days per point: upper limit' },
  adjustedPerOutcome: { nl: 'Dagen per punt, gecorrigeerd', en: 'Days per point, adjusted' },
  adjustedPerOutcomeLow: {
    nl: 'Dagen per punt, gecorrigeerd: ondergrens',
    en: 'Days per point, adjusted: lower limit',
  },
  adjustedPerOutcomeHigh: {
    nl: 'Dagen per punt, gecorrigeerd: bovengrens',
    en: 'Days per point, adjusted: upper limit',
  },
  costPerOutcome: { nl: 'Kosten per punt', en: 'Cost per point' },
  costPerOutcomeLow: { nl: 'Kosten per punt: ondergrens', en: 'Cost per point: lower limit' },
  costPerOutcomeHigh: { nl: 'Kosten per punt: bovengrens', en: 'Cost per point: upper limit' },
  adjustedCostPerOutcome: { nl: 'Kosten per punt, gecorrigeerd', en: 'Cost per point, adjusted' },
  adjustedCostPerOutcomeLow: {
    nl: 'Kosten per punt, gecorrigeerd: ondergrens',
    en: 'Cost per point, adjusted: lower limit',
  },
  adjustedCostPerOutcomeHigh: {
    nl: 'Kosten per punt, gecorrigeerd: bovengrens',
    en: 'Cost per point, adjusted: upper limit',
  },
  modelsTitle: { nl: 'Modellen', en: 'Models' },
  model: { nl: 'Model', en: 'Model' },
  memberCount: { nl: 'Instellingen', en: 'Members' },
  tau2: { nl: 'Variantie tussen', en: 'Variance between' },
  tau2Low: { nl: 'Variantie tussen: ondergrens', en: 'Variance between: lower limit' },
  tau2High: { nl: 'Variantie tussen: bovengrens', en: 'Variance between: upper limit' },
  sigma2: { nl: 'Variantie binnen', en: 'Variance within' },
  icc: { nl: 'Aandeel tussen (%)', en: 'Share between (%)' },
  rankability: { nl: 'Rangschikbaarheid (%)', en: 'Rankability (%)' },
  caseMixShare: { nl: 'Verklaard door casemix (%)', en: 'Explained by case mix (%)' },
  logLik: { nl: 'Log-likelihood', en: 'Log-likelihood' },
  coefficientsTitle: { nl: 'Casemixcorrectie', en: 'Case-mix correction' },
  name: { nl: 'Term', en: 'Term' },
  estimate: { nl: 'Schatting', en: 'Estimate' },
  estimateSe: { nl: 'Standaardfout', en: 'Standard error' },
  jointTitle: { nl: 'Uitkomst en duur samen', en: 'Outcome and duration together' },
  correlation: { nl: 'Samenhang tussen instellingen', en: 'Correlation between members' },
  responseTitle: { nl: 'Respons per instelling', en: 'Response per member' },
  network: { nl: 'netwerk', en: 'network' },
  excludedTitle: { nl: 'Niet meegeteld', en: 'Left out' },
  reason: { nl: 'Reden', en: 'Reason' },
} as const satisfies Record<string, Bilingual>;

export const MODEL_WORDS: Readonly<Record<ModelName, Bilingual>> = {
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
  duration: { nl: 'Duur', en: 'Duration' },
  cost: { nl: 'Kosten', en: 'Cost' },
  joint: { nl: 'Uitkomst en duur', en: 'Outcome and duration' },
  jointCost: { nl: 'Uitkomst en kosten', en: 'Outcome and cost' },
};

export const EXCLUSION_WORDS: Readonly<Record<Exclusion['reason'], Bilingual>> = {
  'other-instrument': { nl: 'ander meetinstrument', en: 'another instrument' },
  'outside-period': { nl: 'buiten de periode', en: 'outside the period' },
  'not-chosen': { nl: 'niet gekozen', en: 'not chosen' },
  'outside-window': { nl: 'buiten de meetperiode', en: 'outside the measurement window' },
  'rest-under-10-patients': {
    nl: 'instelling met 1 tot 9 niet-gekozen patiënten',
    en: 'member with 1 to 9 patients not chosen',
  },
  'no-member': { nl: 'geen instelling', en: 'no member' },
  'no-response': { nl: 'geen uitkomst of duur', en: 'no outcome or duration' },
  'no-covariate': { nl: 'correctiefactor ontbreekt', en: 'a covariate is missing' },
  'member-under-10-patients': {
    nl: 'instelling met minder dan 10 patiënten',
    en: 'member under 10 patients',
  },
  'no-response-or-small-member': {
    nl: 'geen uitkomst of duur, of instelling met minder dan 10 patiënten',
    en: 'no outcome or duration, or member under 10 patients',
  },
};
