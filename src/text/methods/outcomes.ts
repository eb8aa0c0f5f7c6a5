/** Methods of the figures about outcomes, response and time. */

import type { FigureMethod } from '../../model/method.ts';
import { OWN_DEFINITION } from './own-definition.ts';

export const OUTCOME_METHODS: readonly FigureMethod[] = [
  {
    id: 'response',
    title: { nl: 'Wie is gemeten', en: 'Who was measured' },
    definition: {
      nl: 'Elk afgesloten traject heeft één van vier statussen: voor- en nameting, alleen voormeting, niet gestart, niet gemeten. Lopende trajecten staan in geen percentage.',
      en: 'Every closed episode has one of four statuses: completer, drop-out, non-starter, non-responder. Episodes still running are in no percentage.',
    },
    formulas: ['rate = completers / (completers + drop-outs + non-starters + non-responders)'],
    sources: [{ nl: 'Statussen naar De Beurs e.a. 2018', en: 'Statuses after De Beurs et al. 2018' }],
    agreement: {
      nl: 'De vier statussen en de lopende trajecten tellen op tot alle trajecten.',
      en: 'The four statuses and the running episodes add up to all episodes.',
    },
    evidence: ['test/outcomes/outcomes.test.ts'],
    notWhen: [
      {
        nl: 'Een hoge respons bewijst niet dat wie ontbreekt op de anderen lijkt.',
        en: 'A high response does not prove that who is missing resembles the others.',
      },
    ],
  },
  {
    id: 'classes',
    title: { nl: 'Klinische betekenis', en: 'Clinical significance' },
    definition: {
      nl: 'Per patiënt met twee metingen: hersteld, verbeterd, onveranderd, verslechterd of ziek geworden, naar betrouwbare verandering en de grens tussen klinisch en functioneel. Precies op de grens is geen van beide.',
      en: 'Per patient measured twice: recovered, improved, unchanged, deteriorated or harmed, by reliable change and the cut-off between clinical and functional. Exactly on the cut-off is neither.',
    },
    formulas: [
      'JT: RCI = change / (sqrt(2) s_pre sqrt(1 - r)); reliable when |RCI| > 1.96',
      'c = (s_c M_f + s_f M_c) / (s_c + s_f)',
      'bounds per class: none, or all, of those not measured belong to it',
    ],
    sources: [
      { nl: 'Jacobson en Truax 1991', en: 'Jacobson and Truax 1991' },
      {
        nl: 'Hageman en Arrindell 1999; overige methoden als in Ronk e.a. 2012',
        en: 'Hageman and Arrindell 1999; other methods as in Ronk et al. 2012',
      },
      { nl: 'Manski 1989 (grenzen)', en: 'Manski 1989 (bounds)' },
    ],
    agreement: {
      nl: 'Het uitgewerkte voorbeeld van Jacobson en Truax, en de zes methoden met de hand.',
      en: 'The worked example of Jacobson and Truax, and the six methods by hand.',
    },
    evidence: ['test/outcomes/outcomes.test.ts'],
    notWhen: [
      {
        nl: 'Niet om instellingen te rangschikken: de volgorde hangt af van de methode. Gebruik daarvoor de gemiddelde verandering.',
        en: 'Not to rank institutions: the order depends on the method. Use the mean change for that.',
      },
      {
        nl: 'Niet zonder een betrouwbaarheid en normen van dit instrument.',
        en: 'Not without a reliability and norms of this instrument.',
      },
    ],
  },
  {
    id: 'over-time',
    title: { nl: 'Verloop in de tijd (XmR)', en: 'Course over time (XmR)' },
    definition: {
      nl: 'Gemiddelde verandering, duur of respons van één instelling per maand of kwartaal waarin de zorg eindigde, tussen de grenzen van de eigen gewone variatie.',
      en: 'Mean change, duration or response of one institution by the month or quarter in which care ended, between the limits of its own ordinary variation.',
    },
    formulas: [
      'limits = mean ± 2.66 x mean |x_t - x_(t-1)|',
      'signals: beyond a limit; 7 on one side; 7 rising or falling; 2 of 3 beyond two thirds of the way to a limit',
    ],
    sources: [{ nl: 'Shewhart 1931; Wheeler 1993', en: 'Shewhart 1931; Wheeler 1993' }],
    agreement: {
      nl: 'Grenzen en signalen zijn gelijk aan een onafhankelijke berekening in R.',
      en: 'Limits and signals equal an independent calculation in R.',
    },
    evidence: ['test/reference/outcomes/make-xmr.R', 'test/reference/outcomes/xmr.json'],
    notWhen: [
      {
        nl: 'Niet met minder dan 6 perioden; onder 12 zijn de grenzen voorlopig. Een periode met minder dan 10 patiënten heeft geen punt.',
        en: 'Not with fewer than 6 periods; under 12 the limits are provisional. A period under 10 patients has no point.',
      },
      {
        nl: 'De grenzen houden geen rekening met het aantal trajecten per periode.',
        en: 'The limits take no account of the number of episodes per period.',
      },
    ],
  },
  {
    id: 'unmeasured',
    title: { nl: 'Wat niet is gemeten', en: 'What was not measured' },
    definition: {
      nl: 'Hoeveel van het verschil tussen instellingen er kan ontstaan als niet-gemeten trajecten een aantal standaarddeviaties anders uitvielen dan gemeten trajecten.',
      en: 'How much of the variance between members could arise if unmeasured episodes went some standard deviations otherwise than measured ones.',
    },
    formulas: [
      'complete mean = measured mean + p d, p = 1 - response rate, d = shift x sigma',
      'same = d² var(p) / tau²; at most = d² sum p² / (m - 1) / tau²',
      'tipping shift = sqrt(tau² / (sigma² var(p)))',
    ],
    sources: [OWN_DEFINITION],
    agreement: { nl: 'Met de hand nagerekend.', en: 'Checked by hand.' },
    evidence: ['test/benchmark/sensitivity.test.ts'],
    notWhen: [
      {
        nl: 'Het zegt wat zou kunnen, niet wat is: niets hierin schat hoe de niet-gemeten trajecten zijn gegaan.',
        en: 'It says what could be, not what is: nothing in it estimates how the unmeasured episodes went.',
      },
    ],
  },
  {
    id: 'conversion',
    title: { nl: 'T-scores', en: 'T-scores' },
    definition: {
      nl: 'Ruwe scores omgezet met een tabel die de gebruiker levert, met versie en bron. T = 50 en sd 10 in de algemene bevolking.',
      en: 'Raw scores converted by a table that the user supplies, with version and source. T = 50 and sd 10 in the general population.',
    },
    formulas: [
      'T = 50 + 10 Phi^-1((below + half of those on the score) / n)',
      'straight line between two rows',
    ],
    sources: [{ nl: 'Tukey (middenrang); De Beurs e.a. 2018', en: 'Tukey (mid-rank); De Beurs et al. 2018' }],
    agreement: {
      nl: 'Kwantielen gelijk aan R qnorm.',
      en: 'Quantiles equal R qnorm.',
    },
    evidence: ['test/outcomes/conversion.test.ts'],
    notWhen: [
      {
        nl: 'Niet voor één persoon over twee instrumenten: de koppelingsfout is 5 tot 7 T-punten.',
        en: 'Not for one person over two instruments: the linking error is 5 to 7 T points.',
      },
    ],
  },
];
