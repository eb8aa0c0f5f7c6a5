/** Words of the sensitivity panel and of what was not measured. */

import type { FindingMeasure, VariantKind, Verdict } from '../../model/sensitivity.ts';
import type { Bilingual } from '../../model/text.ts';

export const SENSITIVITY_WORDS = {
  title: { nl: 'Houdt de bevinding stand?', en: 'Does the finding hold?' },
  member: { nl: 'Instelling', en: 'Member' },
  measure: { nl: 'Maat', en: 'Measure' },
  finding: { nl: 'Bevinding', en: 'Finding' },
  robust: { nl: 'Houdt altijd stand', en: 'Always holds' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  holds: { nl: 'houdt stand', en: 'holds' },
  becomes: { nl: 'wordt: {verdict}', en: 'becomes: {verdict}' },
  ordersTitle: { nl: 'Is een rangorde verdedigbaar?', en: 'Can an order be defended?' },
  order: { nl: 'Rangorde', en: 'Order' },
  unmeasuredTitle: {
    nl: 'Wat niet-gemeten trajecten kunnen verklaren',
    en: 'What unmeasured episodes could explain',
  },
  shift: { nl: 'Afwijking (sd)', en: 'Departure (sd)' },
  same: { nl: 'Overal gelijk: aandeel van tau² (%)', en: 'Alike everywhere: share of tau² (%)' },
  atMost: { nl: 'Ten hoogste: aandeel van tau² (%)', en: 'At most: share of tau² (%)' },
} as const satisfies Record<string, Bilingual>;

export const VARIANT_WORDS: Readonly<Record<VariantKind, Bilingual>> = {
  'no-case-mix': { nl: 'Zonder casemix', en: 'Without case mix' },
  'without-column': { nl: 'Zonder {detail}', en: 'Without {detail}' },
  'other-estimation': { nl: 'Schatting {detail}', en: 'Estimation {detail}' },
  window: { nl: 'Meting binnen {detail} dagen', en: 'Measured within {detail} days' },
  'no-window': { nl: 'Zonder meetperiode', en: 'Without window' },
  'unmeasured-worse': { nl: 'Niet gemeten: {detail} sd slechter', en: 'Unmeasured: {detail} sd worse' },
  'unmeasured-better': { nl: 'Niet gemeten: {detail} sd beter', en: 'Unmeasured: {detail} sd better' },
  'unmeasured-against': {
    nl: 'Eigen niet-gemeten: {detail} sd ertegen',
    en: 'Own unmeasured: {detail} sd against',
  },
  'reliable-change': { nl: 'Methode {detail}', en: 'Method {detail}' },
};

export const FINDING_MEASURE_WORDS: Readonly<Record<FindingMeasure, Bilingual>> = {
  outcome: { nl: 'uitkomst', en: 'outcome' },
  duration: { nl: 'duur', en: 'duration' },
  cost: { nl: 'kosten', en: 'cost' },
  recovered: { nl: 'hersteld', en: 'recovered' },
};

export const VERDICT_WORDS: Readonly<Record<Verdict, Bilingual>> = {
  above: { nl: 'hoger dan het netwerk', en: 'above the network' },
  below: { nl: 'lager dan het netwerk', en: 'below the network' },
  'not-distinct': { nl: 'niet te onderscheiden', en: 'cannot be told apart' },
};
