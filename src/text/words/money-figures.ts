/** Words in the figures of sensitivity, scenarios side by side, contracts, years and winners. */

import type { Bilingual } from '../../model/text.ts';

export const TORNADO_FIGURE_WORDS = {
  title: {
    nl: 'Het meest hangt af van {name}: {percent} anders verschuift het verschil met {amount}',
    en: 'Most depends on {name}: {percent} more or less moves the difference by {amount}',
  },
  none: { nl: 'Geen enkele invoer verandert het verschil', en: 'No input changes the difference' },
  subtitle: {
    nl: 'Verschil tussen scenario en basis (euro) als één ding {percent} lager of hoger is en de rest gelijk blijft',
    en: 'Difference between scenario and baseline (euros) when one thing is {percent} lower or higher and the rest stays',
  },
  subtitleSome: {
    nl: 'Verschil tussen scenario en basis (euro) als één ding {percent} lager of hoger is; de {shown} zwaarste van {all}',
    en: 'Difference between scenario and baseline (euros) when one thing is {percent} lower or higher; the {shown} heaviest of {all}',
  },
  reading: {
    nl: 'Lijn: het verschil zoals berekend, {amount}. Lichte balk: lager; donkere balk: hoger.',
    en: 'Line: the difference as computed, {amount}. Light bar: lower; dark bar: higher.',
  },
  down: {
    nl: '{name} {percent} lager: verschil {amount}',
    en: '{name} {percent} lower: difference {amount}',
  },
  up: { nl: '{name} {percent} hoger: verschil {amount}', en: '{name} {percent} higher: difference {amount}' },
} as const satisfies Record<string, Bilingual>;

export const BESIDE_FIGURE_WORDS = {
  title: {
    nl: '{best} geeft de hoogste omzet tegenover zijn basis: {amount}',
    en: '{best} gives the highest revenue against its baseline: {amount}',
  },
  unsure: {
    nl: '{best} geeft de hoogste omzet, maar de intervallen overlappen',
    en: '{best} gives the highest revenue, but intervals overlap',
  },
  subtitle: {
    nl: 'Verschil in omzet tussen elk scenario en zijn eigen basis, euro, met {level}-interval',
    en: 'Difference in revenue between each scenario and its own baseline, euros, with {level} interval',
  },
  reading: {
    nl: 'Zonder lijn: geen interval. De scenario’s gaan over dezelfde patiënten: overlap zegt niet dat ze gelijk zijn.',
    en: 'Without a line: no interval. The scenarios pay the same patients: overlap does not say that they are equal.',
  },
} as const satisfies Record<string, Bilingual>;

export const CURVE_FIGURE_WORDS = {
  title: {
    nl: 'Een euro extra productie levert nu {slope} op',
    en: 'One more euro of production now brings {slope}',
  },
  subtitle: {
    nl: 'Betaling na contracten tegen productie, euro: {form}, {payer}',
    en: 'Payment after contracts against production, euros: {form}, {payer}',
  },
  reading: {
    nl: 'Stippellijn: productie zonder contract. Patiënten, verblijfsdagen en kosten blijven gelijk. {kinks}',
    en: 'Dotted line: production without a contract. Patients, bed days and cost stay as they are. {kinks}',
  },
  growing: {
    nl: 'Stippellijn: productie zonder contract. Patiënten, verblijfsdagen en kosten groeien mee. {kinks}',
    en: 'Dotted line: production without a contract. Patients, bed days and cost grow along. {kinks}',
  },
  kink: { nl: 'Vanaf {at}: {slope} per euro.', en: 'From {at}: {slope} a euro.' },
  jump: { nl: 'Bij {at} een sprong van {jump}.', en: 'At {at} a jump of {jump}.' },
  here: { nl: 'u bent hier', en: 'you are here' },
  cents: { nl: '{cents} cent', en: '{cents} cents' },
  production: { nl: 'productie', en: 'production' },
  payment: { nl: 'betaling', en: 'payment' },
  productionEuros: { nl: 'Productie (€)', en: 'Production (€)' },
  paymentEuros: { nl: 'Betaling (€)', en: 'Payment (€)' },
  place: { nl: 'Punt', en: 'Point' },
  start: { nl: 'begin', en: 'start' },
  bend: { nl: 'knik', en: 'kink' },
  before: { nl: 'vóór de sprong', en: 'before the jump' },
  after: { nl: 'na de sprong', en: 'after the jump' },
  end: { nl: 'einde', en: 'end' },
} as const satisfies Record<string, Bilingual>;

export const YEARS_FIGURE_WORDS = {
  title: {
    nl: 'In {year} is de omzet {amount} {direction} dan de basis ({percent})',
    en: 'In {year} revenue is {amount} {direction} than the baseline ({percent})',
  },
  higher: { nl: 'hoger', en: 'higher' },
  lower: { nl: 'lager', en: 'lower' },
  same: { nl: 'In {year} is de omzet gelijk aan de basis', en: 'In {year} revenue equals the baseline' },
  subtitle: {
    nl: 'Verschil in omzet tussen scenario en basis per jaar, euro, met {level}-interval',
    en: 'Difference in revenue between scenario and baseline by year, euros, with {level} interval',
  },
  reading: {
    nl: 'Latere jaren zijn aannames: het interval gaat over typering en wie er kwam, niet over de groei.',
    en: 'Later years are assumptions: the interval speaks of typing and who came, not of growth.',
  },
} as const satisfies Record<string, Bilingual>;

export const WINNERS_FIGURE_WORDS = {
  title: {
    nl: 'Per {by}: {down} van {all} gaat erop achteruit, {up} gaat erop vooruit',
    en: 'By {by}: {down} of {all} lose, {up} gain',
  },
  subtitle: {
    nl: 'Aantal per klasse van verandering tegenover de basis; de klasse rond 0 geldt als gelijk',
    en: 'Number per class of change against the baseline; the class around 0 counts as equal',
  },
} as const satisfies Record<string, Bilingual>;
