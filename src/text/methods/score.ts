/** Methods of the figures about cluster advice. */

import type { FigureMethod } from '../../model/method.ts';

const RULE_SET = {
  nl: 'De regelset zelf: bron, status en vingerafdruk staan bij elk resultaat.',
  en: 'The rule set itself: source, status and fingerprint stand with every result.',
};

export const SCORE_METHODS: readonly FigureMethod[] = [
  {
    id: 'clusters',
    title: { nl: 'Advies per cluster', en: 'Advice per cluster' },
    definition: {
      nl: 'Elk traject telt bij het cluster met de hoogste kans die de regelset toelaat. De verwachte aantallen tellen de kansen zelf op.',
      en: 'Each episode counts at the cluster with the highest probability that the rule set admits. The expected numbers add up the probabilities themselves.',
    },
    formulas: [
      's_k = c_k + sum over items b_ik(rating_i)',
      'p_k = exp(s_k) / sum over admitted k exp(s_k)',
      'advised = argmax p_k; expected_k = sum over episodes p_k',
    ],
    sources: [RULE_SET],
    agreement: {
      nl: 'Een onafhankelijke berekening in R geeft dezelfde kansen.',
      en: 'An independent calculation in R gives the same probabilities.',
    },
    evidence: ['test/reference/typing.R', 'test/reference/typing.json'],
    notWhen: [
      {
        nl: 'Niet als diagnose of als besluit: de behandelaar kiest.',
        en: 'Not as a diagnosis or a decision: the clinician chooses.',
      },
      {
        nl: 'Niet als prognose van geld met de bijgeleverde regelset: die is illustratief.',
        en: 'Not as a forecast of money with the bundled rule set: that one is illustrative.',
      },
    ],
  },
  {
    id: 'certainty',
    title: { nl: 'Zekerheid van het advies', en: 'Certainty of the advice' },
    definition: {
      nl: 'Verdeling over trajecten van de kans die de regelset aan het geadviseerde cluster geeft.',
      en: 'Distribution over episodes of the probability the rule set gives to the advised cluster.',
    },
    formulas: ['quantiles 5, 25, 50, 75, 95 % of max_k p_k', 'entropy = -sum p_k ln p_k'],
    sources: [RULE_SET],
    agreement: {
      nl: 'De kansen zijn die van R; de kwantielen zijn getoetst op bekende verdelingen.',
      en: 'The probabilities are those of R; the quantiles are tested on known distributions.',
    },
    evidence: ['test/reference/typing.json'],
    notWhen: [
      {
        nl: 'Een hoge kans zegt dat de regels duidelijk kiezen, niet dat het cluster klopt.',
        en: 'A high probability says that the rules choose clearly, not that the cluster is right.',
      },
    ],
  },
  {
    id: 'fit',
    title: { nl: 'Waar de regels slecht passen', en: 'Where the rules fit badly' },
    definition: {
      nl: 'Aandeel trajecten per groep waar geen cluster past of het advies een kans onder de grens heeft.',
      en: 'Share of episodes per group where no cluster fits or the advice has a probability under the limit.',
    },
    formulas: ['share = (none fits + p < limit) / n', 'Wilson 95 % interval of the share'],
    sources: [{ nl: 'Wilson 1927 (interval)', en: 'Wilson 1927 (interval)' }],
    agreement: {
      nl: 'Het interval is dat van R prop.test zonder correctie.',
      en: 'The interval is that of R prop.test without correction.',
    },
    evidence: ['src/stats/wilson-interval.ts'],
    notWhen: [
      {
        nl: 'Niet om afdelingen te beoordelen: een andere patiëntengroep past anders.',
        en: 'Not to judge teams: another group of patients fits otherwise.',
      },
    ],
  },
  {
    id: 'explained',
    title: { nl: 'Een advies uitgelegd', en: 'One advice explained' },
    definition: {
      nl: 'Per vraag wat de score bijdraagt aan het verschil tussen het geadviseerde cluster en het tweede.',
      en: 'Per item what the rating adds to the difference between the advised cluster and the second.',
    },
    formulas: [
      'contribution_i = b_i,advised(rating_i) - b_i,second(rating_i)',
      'constant = c_advised - c_second',
    ],
    sources: [RULE_SET],
    agreement: {
      nl: 'De bijdragen en de constante tellen precies op tot het verschil.',
      en: 'The contributions and the constant add up exactly to the difference.',
    },
    evidence: ['test/reference/typing.json'],
    notWhen: [
      {
        nl: 'Een bijdrage is geen oorzaak van de klachten.',
        en: 'A contribution is no cause of the complaints.',
      },
    ],
  },
];
