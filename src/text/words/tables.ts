/** Titles and column labels of result tables, with their units; and the words for what results count. */

import type { PriceUnit } from '../../model/price-list.ts';
import type { FitRow, ScoreStatus } from '../../model/score.ts';
import type { GroupDimension, WaterfallStep } from '../../model/simulation.ts';
import type { Bilingual } from '../../model/text.ts';

export const TABLE_WORDS = {
  rowsTitle: { nl: 'Rijen', en: 'Rows' },
  rowsRead: { nl: 'gelezen', en: 'read' },
  rowsUsed: { nl: 'gebruikt', en: 'used' },
  rowsRejected: { nl: 'afgekeurd', en: 'rejected' },
  issuesTitle: { nl: 'Bevindingen bij de invoer', en: 'Findings in the input' },
  severity: { nl: 'Soort', en: 'Kind' },
  error: { nl: 'fout', en: 'error' },
  warning: { nl: 'waarschuwing', en: 'warning' },
  info: { nl: 'mededeling', en: 'notice' },
  finding: { nl: 'Wat en wat te doen', en: 'What, and what to do' },
  what: { nl: 'Wat', en: 'What' },
  count: { nl: 'Aantal', en: 'Count' },
  share: { nl: 'Aandeel (%)', en: 'Share (%)' },
  cluster: { nl: 'Cluster', en: 'Cluster' },
  supercluster: { nl: 'Hoofdgroep', en: 'Supercluster' },
  episodes: { nl: 'Trajecten', en: 'Episodes' },
  group: { nl: 'Groep', en: 'Group' },
  by: { nl: 'Per', en: 'By' },
  blankGroup: { nl: '(niet ingevuld)', en: '(blank)' },
  low: { nl: 'Ondergrens', en: 'Lower limit' },
  high: { nl: 'Bovengrens', en: 'Upper limit' },
} as const satisfies Record<string, Bilingual>;

export const SCORE_WORDS = {
  clustersTitle: { nl: 'Advies per cluster', en: 'Advice per cluster' },
  advised: { nl: 'Geadviseerd', en: 'Advised' },
  expected: { nl: 'Verwacht aantal', en: 'Expected number' },
  statusTitle: { nl: 'Uitkomst van de typering', en: 'Result of the typing' },
  certaintyTitle: {
    nl: 'Zekerheid: kans van het geadviseerde cluster (%)',
    en: 'Certainty: probability of the advised cluster (%)',
  },
  q05: { nl: '5% laagste', en: 'Lowest 5%' },
  q25: { nl: 'Kwart laagste', en: 'Lowest quarter' },
  median: { nl: 'Mediaan', en: 'Median' },
  q75: { nl: 'Kwart hoogste', en: 'Highest quarter' },
  q95: { nl: '5% hoogste', en: 'Highest 5%' },
  meanEntropy: { nl: 'Gemiddelde entropie (nat)', en: 'Mean entropy (nats)' },
  reviewsTitle: { nl: 'Herbeoordelingen', en: 'Reviews' },
  assessments: { nl: 'Afnames', en: 'Ratings' },
  courses: { nl: 'Patiënten of trajecten', en: 'Patients or episodes' },
  openPeriods: { nl: 'Nog geldig', en: 'Still holding' },
  judged: { nl: 'Met termijn', en: 'With a term' },
  overdue: { nl: 'Te laat', en: 'Overdue' },
  overdueShare: { nl: 'Te laat (%)', en: 'Overdue (%)' },
  fitTitle: { nl: 'Waar past het niet', en: 'Where it fits badly' },
  noneFits: { nl: 'Geen cluster past', en: 'No cluster fits' },
  lowCertainty: { nl: 'Lage zekerheid', en: 'Low certainty' },
  lowCertaintyShare: { nl: 'Lage zekerheid (%)', en: 'Low certainty (%)' },
  agreementTitle: { nl: 'Advies tegenover keuze van de behandelaar', en: 'Advice against the clinician' },
  agreementN: { nl: 'Beide bekend', en: 'Both known' },
  agree: { nl: 'Gelijk', en: 'Equal' },
  agreeShare: { nl: 'Gelijk (%)', en: 'Equal (%)' },
  kappa: { nl: 'Kappa', en: 'Kappa' },
  chosen: { nl: 'Gekozen', en: 'Chosen' },
  ofAdvised: { nl: 'Van dit advies (%)', en: 'Of this advice (%)' },
  disagreementsTitle: {
    nl: 'Waar advies en keuze het vaakst verschillen',
    en: 'Where advice and choice differ most often',
  },
  confusionTitle: {
    nl: 'Advies tegenover keuze, per paar clusters',
    en: 'Advice against choice, per pair of clusters',
  },
  monthsTitle: {
    nl: 'Advies en keuze per maand van afname (ten minste {minimum} trajecten)',
    en: 'Advice and choice per month of rating (at least {minimum} episodes)',
  },
  month: { nl: 'Maand', en: 'Month' },
} as const satisfies Record<string, Bilingual>;

export const ROBUSTNESS_WORDS = {
  title: {
    nl: 'Robuustheid: adviezen die omslaan als scores 1 verschuiven (kans {move} omlaag, {move} omhoog; {draws} trekkingen)',
    en: 'Robustness: advice that flips when ratings move by 1 (probability {move} down, {move} up; {draws} draws)',
  },
  n: { nl: 'Met advies', en: 'With advice' },
  oneMove: { nl: 'Eén score (%)', en: 'One rating (%)' },
  fragile: { nl: 'Kan zo omslaan (%)', en: 'Can flip so (%)' },
  allMove: { nl: 'Alle scores (%)', en: 'All ratings (%)' },
  overall: { nl: 'alle', en: 'all' },
  itemsTitle: {
    nl: 'Robuustheid per vraag: omslag als alleen deze score 1 verschuift',
    en: 'Robustness per item: flips when only this rating moves by 1',
  },
  item: { nl: 'Vraag', en: 'Item' },
  moves: { nl: 'Verschuivingen', en: 'Moves' },
  flips: { nl: 'Omgeslagen', en: 'Flipped' },
} as const satisfies Record<string, Bilingual>;

export const STATUS_WORDS: Readonly<Record<ScoreStatus, Bilingual>> = {
  advised: { nl: 'advies', en: 'advised' },
  incomplete: { nl: 'advies, enkele vragen open', en: 'advised, some items missing' },
  'too-many-missing': { nl: 'te veel vragen open', en: 'too many items missing' },
  'no-supercluster': { nl: 'geen hoofdgroep', en: 'no supercluster' },
  'none-fits': { nl: 'geen cluster past', en: 'no cluster fits' },
};

export const DIMENSION_WORDS: Readonly<Record<GroupDimension | FitRow['by'], Bilingual>> = {
  member: { nl: 'instelling', en: 'member' },
  site: { nl: 'locatie', en: 'site' },
  team: { nl: 'afdeling', en: 'team' },
  payer: { nl: 'verzekeraar', en: 'payer' },
  setting: { nl: 'setting', en: 'setting' },
  diagnosis: { nl: 'diagnose', en: 'diagnosis' },
};

/** What a price is paid for, as people say it; files keep the code. */
export const UNIT_WORDS: Readonly<Record<PriceUnit, Bilingual>> = {
  episode: { nl: 'traject', en: 'episode' },
  day: { nl: 'dag', en: 'day' },
  'bed-day': { nl: 'verblijfsdag', en: 'bed day' },
  'review-period': { nl: 'reviewperiode', en: 'review period' },
  year: { nl: 'jaar', en: 'year' },
  assessment: { nl: 'meting', en: 'assessment' },
};

export const SIMULATE_WORDS = {
  totalTitle: { nl: 'Omzet', en: 'Revenue' },
  baseline: { nl: 'Basis', en: 'Baseline' },
  scenario: { nl: 'Scenario', en: 'Scenario' },
  difference: { nl: 'Verschil', en: 'Difference' },
  amount: { nl: 'Bedrag (€)', en: 'Amount (€)' },
  baselineEuros: { nl: 'Basis (€)', en: 'Baseline (€)' },
  scenarioEuros: { nl: 'Scenario (€)', en: 'Scenario (€)' },
  differenceEuros: { nl: 'Verschil (€)', en: 'Difference (€)' },
  differencePct: { nl: 'Verschil (%)', en: 'Difference (%)' },
  noInterval: { nl: 'geen interval', en: 'no interval' },
  lowEuros: { nl: 'Ondergrens (€)', en: 'Lower limit (€)' },
  highEuros: { nl: 'Bovengrens (€)', en: 'Upper limit (€)' },
  sdTyping: { nl: 'Standaardfout door de typering', en: 'Standard error from typing' },
  sdSampling: { nl: 'Standaardfout door wie er kwam', en: 'Standard error from sampling' },
  sdTotal: { nl: 'Standaardfout samen', en: 'Standard error together' },
  tornadoTitle: {
    nl: 'Het verschil als één ding {percent} % lager of hoger is',
    en: 'The difference when one thing is {percent} % lower or higher',
  },
  input: { nl: 'Invoer', en: 'Input' },
  lower: { nl: 'Verschil bij lager (€)', en: 'Difference when lower (€)' },
  higher: { nl: 'Verschil bij hoger (€)', en: 'Difference when higher (€)' },
  besideTitle: { nl: 'Scenario’s naast elkaar', en: 'Scenarios side by side' },
  against: { nl: 'Tegenover', en: 'Against' },
  clustersTitle: { nl: 'Per cluster', en: 'Per cluster' },
  groupsTitle: { nl: 'Per groep', en: 'Per group' },
  waterfallTitle: { nl: 'Waar het verschil vandaan komt', en: 'Where the difference comes from' },
  step: { nl: 'Stap', en: 'Step' },
  winnersTitle: { nl: 'Wie wint, wie verliest (per {unit})', en: 'Who gains, who loses (by {unit})' },
  change: { nl: 'Verandering', en: 'Change' },
  units: { nl: 'Eenheden', en: 'Units' },
  below: { nl: 'onder {to}', en: 'under {to}' },
  between: { nl: '{from} tot {to}', en: '{from} to {to}' },
  above: { nl: '{from} en meer', en: '{from} and over' },
  tailTitle: {
    nl: 'Aandeel van het geld bij de duurste patiënten',
    en: 'Share of the money of the costliest patients',
  },
  tailUnits: {
    nl: 'De duurste 1%: waar het geld voor is, vóór contract',
    en: 'The costliest 1%: what the money is for, before contract',
  },
  tailPayers: { nl: 'De duurste 1%: wie het betaalt', en: 'The costliest 1%: who pays for it' },
  costliest: { nl: 'Duurste', en: 'Costliest' },
  ofBaseline: { nl: 'Van de basis (%)', en: 'Of the baseline (%)' },
  ofScenario: { nl: 'Van het scenario (%)', en: 'Of the scenario (%)' },
  ofDifference: { nl: 'Van alle verschuiving (%)', en: 'Of all movement (%)' },
  unit: { nl: 'Eenheid', en: 'Unit' },
  topEuros: { nl: 'Duurste 1% (€)', en: 'Costliest 1% (€)' },
  allEuros: { nl: 'Alle patiënten (€)', en: 'All patients (€)' },
  contractsTitle: { nl: 'Contracten', en: 'Contracts' },
  payer: { nl: 'Verzekeraar', en: 'Payer' },
  form: { nl: 'Contractvorm', en: 'Contract form' },
  gross: { nl: 'Bruto (€)', en: 'Gross (€)' },
  net: { nl: 'Na contract (€)', en: 'After contract (€)' },
  adjustment: { nl: 'Bijstelling (€)', en: 'Adjustment (€)' },
  binding: { nl: 'Wat knelt', en: 'What binds' },
  marginal: { nl: 'Per euro extra productie (€)', en: 'Per extra euro of production (€)' },
  exhausted: { nl: 'Bereikt op', en: 'Reached on' },
  populationTitle: { nl: 'Wie telt mee', en: 'Who takes part' },
  patients: { nl: 'Patiënten', en: 'Patients' },
  withoutBaseline: { nl: 'Zonder huidige omzet, weggelaten', en: 'Without current revenue, left out' },
  withoutCluster: { nl: 'Zonder cluster, weggelaten', en: 'Without a cluster, left out' },
  withoutStart: { nl: 'Zonder startdatum, weggelaten', en: 'Without a start date, left out' },
  notStarted: { nl: 'Nog niet begonnen op de peildatum', en: 'Not started on the valuation date' },
  unpricedEpisodes: { nl: 'Trajecten zonder prijs', en: 'Episodes without a price' },
  unpricedDays: { nl: 'Dagen zonder prijs', en: 'Days without a price' },
  lintTitle: { nl: 'Aandachtspunten bij de prijzen', en: 'Points about the prices' },
  listRow: { nl: 'Regel', en: 'Row' },
} as const satisfies Record<string, Bilingual>;

export const STEP_WORDS: Readonly<Record<WaterfallStep, Bilingual>> = {
  price: { nl: 'prijzen', en: 'prices' },
  index: { nl: 'indexatie', en: 'index' },
  volume: { nl: 'volume', en: 'volume' },
  typing: { nl: 'typering', en: 'typing' },
  contract: { nl: 'contracten', en: 'contracts' },
};
