/** Words in the figures about units, classes, case mix and time. Titles state the finding; readings how to look. */

import type { OverTimeResult, XmrSignal } from '../../model/over-time.ts';
import type { Bilingual } from '../../model/text.ts';

export const FUNNEL_FIGURE_WORDS = {
  none: {
    nl: 'Geen van de {all} eenheden valt buiten de {level}-grenzen',
    en: 'None of the {all} units lies outside the {level} limits',
  },
  some: {
    nl: '{count} van de {all} eenheden vallen buiten de {level}-grenzen',
    en: '{count} of the {all} units lie outside the {level} limits',
  },
  one: {
    nl: '1 van de {all} eenheden valt buiten de {level}-grenzen',
    en: '1 of the {all} units lies outside the {level} limits',
  },
  ownAbove: { nl: '{own} ligt boven de {level}-grens', en: '{own} lies above the {level} limit' },
  ownBelow: { nl: '{own} ligt onder de {level}-grens', en: '{own} lies below the {level} limit' },
  ownInside: { nl: '{own} ligt binnen de grenzen', en: '{own} lies within the limits' },
  proportion: { nl: 'Aandeel per eenheid', en: 'Proportion per unit' },
  ratio: { nl: 'Waargenomen gedeeld door verwacht', en: 'Observed divided by expected' },
  mean: { nl: 'Gemiddelde per eenheid', en: 'Mean per unit' },
  subtitle: {
    nl: '{kind} tegen omvang; streefwaarde {target}, grenzen {levels}{wide}; {all} eenheden',
    en: '{kind} against size; target {target}, limits {levels}{wide}; {all} units',
  },
  wide: { nl: ', verruimd voor overdispersie', en: ', widened for overdispersion' },
  reading: {
    nl: 'Buiten de grenzen: meer dan toeval alleen; een reden om te kijken, geen oordeel. Kleine eenheden wijken eerder toevallig af.',
    en: 'Outside the limits: more than chance alone; a reason to look, not a verdict. Small units stray by chance sooner.',
  },
  meanReading: {
    nl: 'De lijnen horen bij de gemiddelde spreiding; elke eenheid is naar de eigen spreiding beoordeeld.',
    en: 'The lines belong to the average spread; each unit is judged by its own.',
  },
  target: { nl: 'streefwaarde', en: 'target' },
  above: { nl: '{unit}: erboven', en: '{unit}: above' },
  below: { nl: '{unit}: eronder', en: '{unit}: below' },
} as const satisfies Record<string, Bilingual>;

export const FUNNEL_AXIS_WORDS = {
  proportion: { nl: 'aantal (noemer) →', en: 'number (denominator) →' },
  ratio: { nl: 'verwacht aantal →', en: 'expected count →' },
  mean: { nl: 'aantal →', en: 'number →' },
} as const satisfies Record<string, Bilingual>;

export const CLASS_FIGURE_WORDS = {
  title: {
    nl: '{share} van wie twee keer is gemeten, is hersteld of betrouwbaar verbeterd',
    en: '{share} of those measured twice recovered or reliably improved',
  },
  unknown: { nl: 'Klinische betekenis van de verandering', en: 'Clinical significance of the change' },
  subtitle: {
    nl: 'Aandeel van de trajecten met voor- en nameting, methode {method}, per {by}; n = {n} van {all}',
    en: 'Share of the episodes with both measurements, method {method}, by {by}; n = {n} of {all}',
  },
  whole: {
    nl: 'Aandeel van de trajecten met voor- en nameting, methode {method}; n = {n} van {all}',
    en: 'Share of the episodes with both measurements, method {method}; n = {n} of {all}',
  },
  reading: {
    nl: 'Van links naar rechts: {list}. Wie niet is gemeten, staat er niet in; dat kan het beeld gunstiger maken.',
    en: 'From left to right: {list}. Who was not measured is not in it; that may flatter the picture.',
  },
  small: {
    nl: 'Onder {n} metingen geen balk: {count} weggelaten.',
    en: 'Under {n} measurements no bar: {count} left out.',
  },
  all: { nl: 'alle', en: 'all' },
  measured: { nl: 'Gemeten', en: 'Measured' },
  group: { nl: 'Groep', en: 'Group' },
} as const satisfies Record<string, Bilingual>;

export const SLOPE_FIGURE_WORDS = {
  own: {
    nl: '{own}: van {before} naar {after} ten opzichte van het netwerk, na casemixcorrectie',
    en: '{own}: from {before} to {after} against the network, after case-mix adjustment',
  },
  ownSame: {
    nl: '{own} blijft na casemixcorrectie op {after} ten opzichte van het netwerk',
    en: '{own} stays at {after} against the network after case-mix adjustment',
  },
  most: {
    nl: 'Casemixcorrectie verschuift {member} het meest: van {before} naar {after}',
    en: 'Case-mix adjustment moves {member} most: from {before} to {after}',
  },
  none: { nl: 'Casemixcorrectie verandert het beeld niet', en: 'Case-mix adjustment changes nothing' },
  subtitle: {
    nl: '{measure}: verschil met het gemiddelde van de instellingen, zonder en met correctie; n = {n}',
    en: '{measure}: difference from the mean of the members, without and with adjustment; n = {n}',
  },
  reading: {
    nl: 'Stippellijn: het netwerk. Een lijn die naar 0 loopt, was deels een verschil in patiënten. Correctie neemt alleen weg wat gemeten is.',
    en: 'Dashed: the network. A line that runs to 0 was partly a difference in patients. Adjustment removes only what was measured.',
  },
  before: { nl: 'zonder correctie', en: 'without adjustment' },
  after: { nl: 'met correctie', en: 'with adjustment' },
  observed: { nl: 'Gemeten', en: 'Observed' },
  adjusted: { nl: 'Gecorrigeerd', en: 'Adjusted' },
  observedDifference: { nl: 'Verschil zonder correctie', en: 'Difference without adjustment' },
  adjustedDifference: { nl: 'Verschil met correctie', en: 'Difference with adjustment' },
} as const satisfies Record<string, Bilingual>;

export const TIME_VALUE_WORDS = {
  outcome: { nl: 'verbetering', en: 'improvement' },
  duration: { nl: 'duur (dagen)', en: 'duration (days)' },
  response: { nl: 'respons', en: 'response' },
} as const satisfies Record<string, Bilingual>;

export const TIME_STEP_WORDS = {
  month: { nl: 'maand', en: 'month' },
  quarter: { nl: 'kwartaal', en: 'quarter' },
} as const satisfies Record<string, Bilingual>;

export const TIME_FIGURE_WORDS = {
  steady: {
    nl: '{value} per {step}: niets buiten de gewone variatie',
    en: '{value} by {step}: nothing beyond ordinary variation',
  },
  signals: {
    nl: '{value} per {step}: {count} van {all} punten buiten de gewone variatie',
    en: '{value} by {step}: {count} of {all} points beyond ordinary variation',
  },
  noLimits: {
    nl: '{value} per {step}: te weinig perioden voor grenzen',
    en: '{value} by {step}: too few periods for limits',
  },
  subtitle: {
    nl: 'Gemiddelde per {step} waarin de zorg eindigde, met XmR-grenzen ({screening}); {from} tot en met {until}, n = {n}',
    en: 'Mean by {step} in which care ended, with XmR limits ({screening}); {from} to {until}, n = {n}',
  },
  screened: { nl: 'grote sprongen niet meegeteld', en: 'large jumps left out' },
  unscreened: { nl: 'alle sprongen meegeteld', en: 'all jumps counted' },
  reading: {
    nl: 'Open rondje: buiten een grens, zeven aan één kant, zeven stijgend of dalend, of twee van drie bij een grens. Het zegt dat er iets veranderde, niet wat.',
    en: 'Hollow point: beyond a limit, seven on one side, seven rising or falling, or two of three near a limit. It says that something changed, not what.',
  },
  upper: { nl: 'bovengrens {value}', en: 'upper limit {value}' },
  lower: { nl: 'ondergrens {value}', en: 'lower limit {value}' },
  centre: { nl: 'gemiddelde {value}', en: 'mean {value}' },
  period: { nl: 'Periode', en: 'Period' },
  n: { nl: 'Trajecten', en: 'Episodes' },
  movingRange: { nl: 'Sprong', en: 'Moving range' },
  signal: { nl: 'Signaal', en: 'Signal' },
  limitsTitle: { nl: 'Grenzen', en: 'Limits' },
  centreColumn: { nl: 'Gemiddelde', en: 'Mean' },
  meanRange: { nl: 'Gemiddelde sprong', en: 'Mean moving range' },
  low: { nl: 'Ondergrens', en: 'Lower limit' },
  high: { nl: 'Bovengrens', en: 'Upper limit' },
  leftOut: { nl: 'Sprongen niet meegeteld', en: 'Moving ranges left out' },
  excludedTitle: { nl: 'Niet meegeteld', en: 'Left out' },
  reason: { nl: 'Reden', en: 'Reason' },
} as const satisfies Record<string, Bilingual>;

export const SIGNAL_WORDS: Readonly<Record<XmrSignal, Bilingual>> = {
  'beyond-limit': { nl: 'buiten een grens', en: 'beyond a limit' },
  'seven-on-one-side': { nl: 'zeven aan één kant', en: 'seven on one side' },
  'seven-in-a-row': { nl: 'zeven stijgend of dalend', en: 'seven rising or falling' },
  'two-of-three-near-limit': { nl: 'twee van drie bij een grens', en: 'two of three near a limit' },
};

export const TIME_EXCLUSION_WORDS: Readonly<Record<OverTimeResult['excluded'][number]['reason'], Bilingual>> =
  {
    'other-member': { nl: 'andere instelling', en: 'another member' },
    'other-instrument': { nl: 'ander meetinstrument', en: 'another instrument' },
    'still-open': { nl: 'nog in zorg', en: 'still in care' },
    'no-end': { nl: 'geen einddatum', en: 'no end date' },
    'no-value': { nl: 'niet gemeten', en: 'not measured' },
  };
