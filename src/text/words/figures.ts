/** Words in figures. Titles state the finding; readings say how to look, and what not to conclude. */

import type { Bilingual } from '../../model/text.ts';

export const CLUSTER_FIGURE_WORDS = {
  title: {
    nl: '{cluster} komt het meest voor: {share} van de adviezen',
    en: '{cluster} is the most common: {share} of the advice',
  },
  none: { nl: 'Geen enkel traject kreeg een advies', en: 'No episode got advice' },
  subtitle: {
    nl: 'Geadviseerde trajecten per cluster, in hoofdgroepen; n = {n}',
    en: 'Episodes advised per cluster, in superclusters; n = {n}',
  },
  reading: {
    nl: 'Balk: het advies. Streepje: de keuze van de behandelaar.',
    en: 'Bar: the advice. Tick: the choice of the clinician.',
  },
  supercluster: { nl: 'Hoofdgroep {code}', en: 'Supercluster {code}' },
  cluster: { nl: 'Cluster', en: 'Cluster' },
  advised: { nl: 'Geadviseerd', en: 'Advised' },
  chosen: { nl: 'Gekozen', en: 'Chosen' },
  share: { nl: 'Aandeel (%)', en: 'Share (%)' },
} as const satisfies Record<string, Bilingual>;

export const CERTAINTY_FIGURE_WORDS = {
  title: {
    nl: 'De helft van de adviezen heeft een kans van {median} of meer',
    en: 'Half of the advice has a probability of {median} or more',
  },
  subtitle: {
    nl: 'Kans die de regelset aan het geadviseerde cluster geeft, in procenten; n = {n}',
    en: 'Probability the rule set gives to the advised cluster, in percent; n = {n}',
  },
  reading: {
    nl: 'Dikke balk: de middelste helft van de adviezen. Dunne lijn: negen van de tien.',
    en: 'Thick bar: the middle half of the advice. Thin line: nine in ten.',
  },
  median: { nl: 'mediaan {value}', en: 'median {value}' },
  missing: { nl: 'Zekerheid niet te berekenen: {reason}', en: 'Certainty cannot be computed: {reason}' },
} as const satisfies Record<string, Bilingual>;

export const FIT_FIGURE_WORDS = {
  title: {
    nl: 'Past het minst: {group} ({share} van de adviezen is onzeker)',
    en: 'Fits least: {group} ({share} of the advice is uncertain)',
  },
  even: {
    nl: 'Het advies is overal ongeveer even zeker',
    en: 'The advice is about equally certain everywhere',
  },
  subtitle: {
    nl: 'Aandeel onzekere adviezen per {by}, met 95%-interval; n = {n}',
    en: 'Share of uncertain advice by {by}, with 95% interval; n = {n}',
  },
  reading: {
    nl: 'Onzeker: geen enkel cluster past, of de kans van het advies ligt onder de grens.',
    en: 'Uncertain: no cluster fits, or the probability of the advice is below the limit.',
  },
  group: { nl: 'Groep', en: 'Group' },
  n: { nl: 'Trajecten', en: 'Episodes' },
  share: { nl: 'Onzeker (%)', en: 'Uncertain (%)' },
  low: { nl: 'Ondergrens (%)', en: 'Lower limit (%)' },
  readingFew: { nl: 'Zonder lijn: te weinig trajecten.', en: 'Without a line: too few episodes.' },
  few: { nl: 'geen interval: {n} trajecten', en: 'no interval: {n} episodes' },
  high: { nl: 'Bovengrens (%)', en: 'Upper limit (%)' },
} as const satisfies Record<string, Bilingual>;

export const EXPLAIN_FIGURE_WORDS = {
  title: { nl: 'Advies {advised} ({probability})', en: 'Advice {advised} ({probability})' },
  titleSecond: {
    nl: 'Advies {advised} ({probability}), gevolgd door {second}',
    en: 'Advice {advised} ({probability}), followed by {second}',
  },
  none: { nl: 'Geen advies voor dit geval', en: 'No advice for this case' },
  subtitle: {
    nl: 'Per vraag de score (0-4) en wat die bijdraagt aan het verschil tussen {advised} en {second}',
    en: 'Per item the rating (0-4) and what it adds to the difference between {advised} and {second}',
  },
  subtitleAlone: {
    nl: 'Per vraag de score (0-4) en wat die bijdraagt aan de som voor {advised}',
    en: 'Per item the rating (0-4) and what it adds to the sum for {advised}',
  },
  reading: {
    nl: 'Naar rechts pleit voor {advised}, naar links voor {second}. Vaste waarde van het model: {constant}.',
    en: 'To the right speaks for {advised}, to the left for {second}. Constant of the model: {constant}.',
  },
  item: { nl: 'Vraag', en: 'Item' },
  rating: { nl: 'Score', en: 'Rating' },
  missing: { nl: 'niet gescoord', en: 'not rated' },
  contribution: { nl: 'Bijdrage', en: 'Contribution' },
} as const satisfies Record<string, Bilingual>;

export const MONEY_FIGURE_WORDS = {
  falls: { nl: 'De omzet daalt met {amount} ({percent})', en: 'Revenue falls by {amount} ({percent})' },
  rises: { nl: 'De omzet stijgt met {amount} ({percent})', en: 'Revenue rises by {amount} ({percent})' },
  same: { nl: 'De omzet blijft gelijk', en: 'Revenue stays the same' },
  waterfallSubtitle: {
    nl: 'Van de basis ({baseline}) naar het scenario ({scenario}), in stappen; euro, n = {n} trajecten',
    en: 'From the baseline ({baseline}) to the scenario ({scenario}), in steps; euros, n = {n} episodes',
  },
  waterfallReading: {
    nl: '{level}-interval van het verschil: {low} tot {high}.',
    en: '{level} interval of the difference: {low} to {high}.',
  },
  baseline: { nl: 'Basis', en: 'Baseline' },
  scenario: { nl: 'Scenario', en: 'Scenario' },
  difference: { nl: 'Verschil', en: 'Difference' },
  step: { nl: 'Stap', en: 'Step' },
  differenceEuros: { nl: 'Verschil (€)', en: 'Difference (€)' },
  baselineEuros: { nl: 'Basis (€)', en: 'Baseline (€)' },
  scenarioEuros: { nl: 'Scenario (€)', en: 'Scenario (€)' },
  lowEuros: { nl: 'Ondergrens (€)', en: 'Lower limit (€)' },
  highEuros: { nl: 'Bovengrens (€)', en: 'Upper limit (€)' },
  episodes: { nl: 'Trajecten', en: 'Episodes' },
  group: { nl: 'Groep', en: 'Group' },
  cluster: { nl: 'Cluster', en: 'Cluster' },
  groupsFall: {
    nl: 'Per {by}: {down} van {all} zeker achteruit, {up} zeker vooruit',
    en: 'By {by}: {down} of {all} surely lose, {up} surely gain',
  },
  groupsUnsure: {
    nl: 'Per {by}: nergens een verschil dat zeker is',
    en: 'By {by}: no difference that is certain',
  },
  groupsSubtitle: {
    nl: 'Verschil in omzet tussen scenario en basis, euro, met {level}-interval',
    en: 'Difference in revenue between scenario and baseline, euros, with {level} interval',
  },
  groupsReading: {
    nl: 'Zeker: het hele interval ligt aan een kant van 0. Zonder lijn: te weinig patiënten voor een interval.',
    en: 'Surely: the whole interval lies on one side of 0. Without a line: too few patients for an interval.',
  },
  clustersTitle: {
    nl: '{cluster} verandert het meest: {amount}',
    en: '{cluster} changes most: {amount}',
  },
  clustersSubtitle: {
    nl: 'Betaling per cluster onder het scenario en in de basis, euro',
    en: 'Payment per cluster under the scenario and in the baseline, euros',
  },
  clustersReading: { nl: 'Balk: scenario. Streepje: basis.', en: 'Bar: scenario. Tick: baseline.' },
  million: { nl: 'mln', en: 'm' },
} as const satisfies Record<string, Bilingual>;

export const BENCHMARK_FIGURE_WORDS = {
  quadrantTitle: { nl: 'Uitkomst tegen behandelduur', en: 'Outcome against treatment duration' },
  quadrantOwn: {
    nl: '{own}: {outcome} dan het netwerk, {duration}',
    en: '{own}: {outcome} than the network, {duration}',
  },
  moreOutcome: { nl: 'meer verbetering', en: 'more improvement' },
  lessOutcome: { nl: 'minder verbetering', en: 'less improvement' },
  shorter: { nl: 'kortere zorg', en: 'shorter care' },
  longer: { nl: 'langere zorg', en: 'longer care' },
  notDistinct: {
    nl: '{own} is niet te onderscheiden van het netwerk',
    en: '{own} cannot be told apart from the network',
  },
  quadrantSubtitle: {
    nl: 'Gemiddelde verbetering en duur (dagen) per instelling, gecorrigeerd, met {level}-ellips; n = {n}',
    en: 'Mean improvement and duration (days) per member, adjusted, with {level} ellipse; n = {n}',
  },
  quadrantReading: {
    nl: 'Lijnen: het netwerk. Zegt niet dat langer of korter behandelen de uitkomst verandert: wie zieker is blijft langer en verbetert minder.',
    en: 'Lines: the network. It does not say that longer or shorter care changes the outcome: who is more ill stays longer and improves less.',
  },
  durationAxis: { nl: 'duur (dagen) →', en: 'duration (days) →' },
  outcomeAxis: { nl: '↑ verbetering', en: '↑ improvement' },
  outcomeName: { nl: 'verbetering', en: 'improvement' },
  durationName: { nl: 'duur (dagen)', en: 'duration (days)' },
  costName: { nl: 'kosten', en: 'cost' },
  caterpillarTitle: { nl: 'Instellingen vergeleken: {measure}', en: 'Members compared: {measure}' },
  caterpillarDiffer: {
    nl: '{count} van {all} wijken af van het netwerk in {measure}',
    en: '{count} of {all} differ from the network in {measure}',
  },
  caterpillarSubtitle: {
    nl: 'Gecorrigeerd gemiddelde met {level}-interval; lijn: het netwerk; n = {n}',
    en: 'Adjusted mean with {level} interval; line: the network; n = {n}',
  },
  unranked: {
    nl: 'Op naam: met zo weinig instellingen of zulke kleine verschillen zegt een rangorde niets.',
    en: 'By name: with so few members or such small differences an order would say nothing.',
  },
  member: { nl: 'Instelling', en: 'Member' },
  episodes: { nl: 'Trajecten', en: 'Episodes' },
  adjusted: { nl: 'Gecorrigeerd', en: 'Adjusted' },
  low: { nl: 'Ondergrens', en: 'Lower limit' },
  high: { nl: 'Bovengrens', en: 'Upper limit' },
  responseTitle: {
    nl: '{share} van de afgesloten trajecten heeft voor- en nameting',
    en: '{share} of the closed episodes were measured twice',
  },
  responseUnknown: { nl: 'Respons per instelling', en: 'Response per member' },
  responseSubtitle: {
    nl: 'Meetstatus per instelling, aandeel van de trajecten die niet meer lopen; n = {n}',
    en: 'Measurement status per member, share of the episodes no longer running; n = {n}',
  },
  responseReading: { nl: 'Van links naar rechts: {list}.', en: 'From left to right: {list}.' },
  network: { nl: 'netwerk', en: 'network' },
} as const satisfies Record<string, Bilingual>;
