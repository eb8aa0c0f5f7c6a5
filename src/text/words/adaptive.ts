/** Words of the adaptive questionnaire: the scale, the tables of `ask`, and what it says on a terminal. */

import type { Bilingual } from '../../model/text.ts';

/**
 * The scale that all HoNOS items share (Wing et al., HoNOS glossary, 1996), worded by us. An item's
 * own glossary says what each rating means for it.
 */
export const SEVERITY_WORDS: readonly Bilingual[] = [
  { nl: 'geen probleem', en: 'no problem' },
  { nl: 'gering, vraagt geen actie', en: 'minor, needs no action' },
  { nl: 'licht, maar duidelijk aanwezig', en: 'mild but clearly present' },
  { nl: 'matig ernstig', en: 'moderately severe' },
  { nl: 'ernstig tot zeer ernstig', en: 'severe to very severe' },
];

export const STOP_WORDS = {
  bound: {
    nl: 'geen open vraag kan de uitkomst nog veranderen',
    en: 'no open question can change the outcome any more',
  },
  probability: {
    nl: 'de gevraagde kans is bereikt; de volledige vragenlijst kan anders uitkomen',
    en: 'the probability asked for is reached; the full questionnaire may give another outcome',
  },
  all: { nl: 'alle vragen zijn beantwoord', en: 'every question is answered' },
  'not-finished': { nl: 'nog niet klaar', en: 'not finished' },
} as const satisfies Record<string, Bilingual>;

export const ASK_WORDS = {
  outcomeTitle: { nl: 'Uitkomst', en: 'Outcome' },
  advised: { nl: 'Advies', en: 'Advice' },
  noAdvice: { nl: 'nog geen', en: 'none yet' },
  stop: { nl: 'Gestopt omdat', en: 'Stopped because' },
  same: { nl: 'Gelijk aan de volledige vragenlijst', en: 'Same as the full questionnaire' },
  yes: { nl: 'ja', en: 'yes' },
  notPromised: { nl: 'niet beloofd', en: 'not promised' },
  asked: { nl: 'Beantwoord', en: 'Answered' },
  askedOf: {
    nl: '{asked} van {all}, waarvan {unknown} niet bekend',
    en: '{asked} of {all}, of which {unknown} not known',
  },
  bound: { nl: 'Wat vaststaat', en: 'What is settled' },
  boundHolds: {
    nl: 'wat er ook nog wordt ingevuld, het advies blijft {cluster}, met een kans van ten minste {probability}; hoogstens {left} open vragen mogen niet bekend blijven',
    en: 'whatever is still filled in, the advice stays {cluster}, with a probability of at least {probability}; at most {left} open questions may stay unknown',
  },
  boundNone: {
    nl: 'wat er ook nog wordt ingevuld, er past geen cluster',
    en: 'whatever is still filled in, no cluster fits',
  },
  boundMissing: {
    nl: 'er zijn meer vragen niet bekend dan de regelset toelaat: geen advies',
    en: 'more questions are unknown than the rule set allows: no advice',
  },
  boundOpen: {
    nl: 'nog mogelijk: {clusters}',
    en: 'still possible: {clusters}',
  },
  next: { nl: 'Volgende vraag', en: 'Next question' },
  way: { nl: 'Manier van vragen', en: 'Way of asking' },
  wayText: {
    nl: 'eigen volgorde naar verwachte informatie; niet de officiële verkorte route',
    en: 'an order of our own by expected information; not the official short route',
  },
  answersTitle: { nl: 'Antwoorden, in de volgorde van vragen', en: 'Answers, in the order asked' },
  item: { nl: 'Vraag', en: 'Item' },
  label: { nl: 'Nr', en: 'No.' },
  name: { nl: 'Omschrijving', en: 'Name' },
  answer: { nl: 'Ernst', en: 'Rating' },
  unknown: { nl: 'niet bekend', en: 'not known' },
  clustersTitle: { nl: 'Clusters na deze antwoorden', en: 'Clusters after these answers' },
  cluster: { nl: 'Cluster', en: 'Cluster' },
  probability: { nl: 'Kans (%)', en: 'Probability (%)' },
  lead: { nl: 'Voorsprong van {first}', en: 'Lead of {first}' },
  leadAtLeast: { nl: 'Blijft ten minste', en: 'Stays at least' },
  possible: { nl: 'Nog mogelijk', en: 'Still possible' },
  no: { nl: 'nee', en: 'no' },
  pointsTitle: {
    nl: 'Punten per antwoord: {first} tegenover {second}',
    en: 'Points per answer: {first} against {second}',
  },
  constant: { nl: 'Constante', en: 'Constant' },
  together: { nl: 'Samen', en: 'Together' },
  openLeave: {
    nl: 'Na de ongunstigste antwoorden op de open vragen',
    en: 'After the least favourable answers to the open questions',
  },
  points: { nl: 'Punten', en: 'Points' },
  changesTitle: {
    nl: 'Eén ander antwoord dat het advies losmaakt of verandert',
    en: 'One other answer that unsettles or changes the advice',
  },
  from: { nl: 'Nu', en: 'Now' },
  to: { nl: 'Wordt', en: 'Becomes' },
  becomes: { nl: 'Dan', en: 'Then' },
  thenOpen: { nl: 'open; {cluster} voorop', en: 'open; {cluster} ahead' },
  redTitle: { nl: 'Rode regels die golden', en: 'Red rules that applied' },
  because: { nl: 'Omdat', en: 'Because' },
  // On the terminal
  intro: {
    nl: 'HoNOS+ invullen, vraag voor vraag. De volgorde is van dit programma; het is niet de officiële verkorte route.',
    en: 'Filling in HoNOS+, question by question. The order is this program’s own; it is not the official short route.',
  },
  chooseGroup: { nl: 'Kies eerst de hoofdgroep:', en: 'First choose the supercluster:' },
  groupPrompt: { nl: 'Hoofdgroep', en: 'Supercluster' },
  question: {
    nl: 'Vraag {number} (er staan er nog {open} open)',
    en: 'Question {number} ({open} still open)',
  },
  recent: { nl: 'over de afgelopen twee weken', en: 'about the last two weeks' },
  historical: {
    nl: 'over het verleden, niet alleen de afgelopen twee weken',
    en: 'historical, not only the last two weeks',
  },
  why: {
    nl: 'Deze vraag zegt nu naar verwachting het meest: de onzekerheid daalt met {share}.',
    en: 'This question is expected to tell most now: the uncertainty falls by {share}.',
  },
  soFar: { nl: 'Tot nu toe: {clusters}', en: 'So far: {clusters}' },
  keys: {
    nl: '? = niet bekend; b = terug; {example} = ander antwoord; q = stoppen',
    en: '? = not known; b = back; {example} = another answer; q = stop',
  },
  prompt: { nl: 'Ernst 0-{highest}', en: 'Rating 0-{highest}' },
  stopped: { nl: 'Klaar: {reason}.', en: 'Done: {reason}.' },
  afterStop: {
    nl: 'Enter = uitkomst; b = terug; {example} = ander antwoord',
    en: 'Enter = outcome; b = back; {example} = another answer',
  },
  again: {
    nl: 'Dat antwoord is niet te lezen. Geef 0 tot en met {highest}, of ? als het niet bekend is.',
    en: 'That answer cannot be read. Give 0 to {highest}, or ? where it is not known.',
  },
  againStopped: {
    nl: 'Er is geen vraag meer open om te stellen. Noem de vraag erbij om een antwoord te wijzigen.',
    en: 'There is no question left to ask. Name the question to change an answer.',
  },
  groupAgain: { nl: 'Kies een van: {allowed}.', en: 'Choose one of: {allowed}.' },
  nothingBack: { nl: 'Er is nog niets beantwoord.', en: 'Nothing is answered yet.' },
} as const satisfies Record<string, Bilingual>;
