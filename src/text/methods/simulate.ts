/** Methods of the figures about money. */

import type { FigureMethod } from '../../model/method.ts';
import { OWN_DEFINITION } from './own-definition.ts';

const HYPOTHETICAL = {
  nl: 'Niet als begroting zolang prijzen of contracten hypothetisch zijn; dat staat dan op de figuur.',
  en: 'Not as a budget as long as prices or contracts are hypothetical; the figure then says so.',
};

export const SIMULATE_METHODS: readonly FigureMethod[] = [
  {
    id: 'waterfall',
    title: { nl: 'Van basis naar scenario', en: 'From baseline to scenario' },
    definition: {
      nl: 'De stappen prijs, index, volume, typering en contract; elke stap vervangt dat deel van de basis door dat van het scenario. Samen zijn ze precies het verschil.',
      en: 'The steps price, index, volume, typing and contract; each replaces that part of the baseline by the scenario’s. Together they are exactly the difference.',
    },
    formulas: [
      'payment = sum over units price x quantity',
      'difference = sum of the five steps, to the cent',
      'interval of the difference: total² = typing² + sampling², skew-corrected',
    ],
    sources: [{ nl: 'Hall 1992 (scheefheidscorrectie)', en: 'Hall 1992 (skew correction)' }, OWN_DEFINITION],
    agreement: {
      nl: 'Berekening rij voor rij en bootstrap geven hetzelfde; de dekking van het interval is gesimuleerd.',
      en: 'Row-by-row calculation and bootstrap give the same; the coverage of the interval was simulated.',
    },
    evidence: ['test/trials/simulate-coverage.ts'],
    notWhen: [
      HYPOTHETICAL,
      {
        nl: 'De volgorde van de stappen bepaalt hun grootte; alleen het geheel hangt er niet van af.',
        en: 'The order of the steps sets their sizes; only the whole does not depend on it.',
      },
    ],
  },
  {
    id: 'payment',
    title: { nl: 'Betaling per cluster', en: 'Payment per cluster' },
    definition: {
      nl: 'Betaling onder het scenario en in de basis, verdeeld naar het cluster waaronder betaald wordt, na contracten.',
      en: 'Payment under the scenario and in the baseline, by the cluster it is paid under, after contracts.',
    },
    formulas: ['largest remainder: the clusters add up to the total in cents'],
    sources: [OWN_DEFINITION],
    agreement: {
      nl: 'Elke uitsplitsing telt op tot het totaal; dat is een toets in het programma.',
      en: 'Every breakdown adds up to the total; a test of the program keeps that.',
    },
    evidence: ['test/simulate'],
    notWhen: [HYPOTHETICAL],
  },
  {
    id: 'groups',
    title: { nl: 'Verschil per groep', en: 'Difference by group' },
    definition: {
      nl: 'Verschil tussen scenario en basis per locatie, afdeling, verzekeraar, setting of instelling, met interval over patiënten.',
      en: 'Difference between scenario and baseline by site, team, payer, setting or member, with an interval over patients.',
    },
    formulas: [
      'sampling variance = n / (n - 1) (sum d_i² - (sum d_i)² / n), d_i per patient, 0 outside the group',
      'surely: the whole interval on one side of 0',
    ],
    sources: [{ nl: 'Hall 1992 (scheefheidscorrectie)', en: 'Hall 1992 (skew correction)' }],
    agreement: {
      nl: 'Monte Carlo van de typering en bootstrap van patiënten geven dezelfde spreiding.',
      en: 'Monte Carlo of the typing and bootstrap of patients give the same spread.',
    },
    evidence: ['test/trials/simulate-coverage.ts'],
    notWhen: [
      { nl: 'Onder 200 patiënten geen interval.', en: 'Under 200 patients no interval.' },
      HYPOTHETICAL,
    ],
  },
  {
    id: 'tornado',
    title: { nl: 'Wat elke aanname doet', en: 'What each assumption does' },
    definition: {
      nl: 'Elke prijs, index en volumefactor een voor een omlaag en omhoog; de balk is wat het verschil met de basis dan wordt.',
      en: 'Each price, index and volume factor down and up, one at a time; the bar is what the difference from the baseline becomes.',
    },
    formulas: ['difference(value x (1 - share)) and difference(value x (1 + share)), everything else held'],
    sources: [OWN_DEFINITION],
    agreement: {
      nl: 'Volgorde en waarden met de hand op een klein geval.',
      en: 'Order and values by hand on a small case.',
    },
    evidence: ['test/simulate'],
    notWhen: [
      HYPOTHETICAL,
      {
        nl: 'Een voor een: samenhang tussen aannames zit er niet in.',
        en: 'One at a time: what assumptions do together is not in it.',
      },
    ],
  },
  {
    id: 'winners',
    title: { nl: 'Wie erop vooruit- en achteruitgaat', en: 'Who gains and who loses' },
    definition: {
      nl: 'Aandeel eenheden per klasse van verandering ten opzichte van de basis.',
      en: 'Share of units per class of change against the baseline.',
    },
    formulas: ['change = difference / baseline of the unit; the shares of the classes add up to 1'],
    sources: [
      {
        nl: 'Winnaars en verliezers zoals bij belastingsimulaties (EUROMOD, PolicyEngine)',
        en: 'Winners and losers as in tax-benefit simulation (EUROMOD, PolicyEngine)',
      },
    ],
    agreement: {
      nl: 'De aandelen tellen op tot het geheel; dat is een toets in het programma.',
      en: 'The shares add up to the whole; a test of the program keeps that.',
    },
    evidence: ['test/simulate'],
    notWhen: [HYPOTHETICAL],
  },
  {
    id: 'years',
    title: { nl: 'Meerdere jaren', en: 'Several years' },
    definition: {
      nl: 'Basis en scenario per jaar, met de index, het volume en de overgang die voor dat jaar zijn aangenomen.',
      en: 'Baseline and scenario per year, with the index, volume and transition assumed for that year.',
    },
    formulas: ['year 0 = the simulation of one year'],
    sources: [OWN_DEFINITION],
    agreement: {
      nl: 'Jaar 0 is gelijk aan de simulatie van één jaar.',
      en: 'Year 0 equals the simulation of one year.',
    },
    evidence: ['test/simulate'],
    notWhen: [
      HYPOTHETICAL,
      {
        nl: 'Aannames over latere jaren zijn geen voorspelling.',
        en: 'Assumptions about later years are no forecast.',
      },
    ],
  },
  {
    id: 'beside',
    title: { nl: 'Scenario’s naast elkaar', en: 'Scenarios side by side' },
    definition: {
      nl: 'Het verschil van elk scenario met zijn eigen basis, met interval.',
      en: 'The difference of each scenario from its own baseline, with its interval.',
    },
    formulas: ['difference = scenario - its own baseline'],
    sources: [OWN_DEFINITION],
    agreement: {
      nl: 'Elk scenario is gelijk aan zijn eigen simulatie.',
      en: 'Each scenario equals its own simulation.',
    },
    evidence: ['test/simulate'],
    notWhen: [
      HYPOTHETICAL,
      {
        nl: 'Verschillen met ongelijke bases zijn niet van elkaar af te trekken.',
        en: 'Differences from unequal baselines cannot be subtracted from one another.',
      },
    ],
  },
  {
    id: 'contract-curve',
    title: { nl: 'Wat een contract betaalt', en: 'What a contract pays' },
    definition: {
      nl: 'Netto betaling onder het contract bij meer of minder productie, bij gelijk aantal patiënten.',
      en: 'Net payment under the contract with more or less production, at the same number of patients.',
    },
    formulas: ['net = gross + adjustment of every form in its order'],
    sources: [
      {
        nl: 'De bron van elke contractvorm staat bij de vorm.',
        en: 'The source of each contract form stands with the form.',
      },
    ],
    agreement: {
      nl: 'De uitgewerkte gevallen per contractvorm.',
      en: 'The worked cases per contract form.',
    },
    evidence: ['test/simulate'],
    notWhen: [HYPOTHETICAL],
  },
];
