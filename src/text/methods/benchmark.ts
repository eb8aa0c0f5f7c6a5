/** Methods of the figures that compare members. */

import type { FigureMethod } from '../../model/method.ts';
import { OWN_DEFINITION } from './own-definition.ts';

const NOT_CAUSAL = {
  nl: 'Niet als oorzaak: duur is deels een gevolg van herstel, en wie zieker is blijft langer en verbetert minder.',
  en: 'Not as a cause: duration is partly a result of recovery, and who is more ill stays longer and improves less.',
};
const CASE_MIX = {
  nl: 'Correctie neemt alleen verschillen weg in wat gemeten is.',
  en: 'Adjustment takes away only differences in what was measured.',
};

export const BENCHMARK_METHODS: readonly FigureMethod[] = [
  {
    id: 'outcome-duration',
    title: { nl: 'Uitkomst tegen duur', en: 'Outcome against duration' },
    definition: {
      nl: 'Gecorrigeerd gemiddelde van uitkomst en duur per instelling, met de ellips waarin beide samen liggen. Er wordt geen lijn door de instellingen getrokken.',
      en: 'Adjusted mean of outcome and duration per member, with the ellipse in which both lie together. No line is drawn through the members.',
    },
    formulas: [
      'b = W^-1 w within members; a_i = ybar_i - b’(xbar_i - xbar)',
      'covariance of the centre = (C G C)_ii S_e, G = diag(1/n) + D W^-1 D’',
      'ellipse: d’ V^-1 d = chi²(2 df)',
      'between members: values ~ N(1 mu’, G (x) S_e + I (x) T), T by REML',
    ],
    sources: [
      {
        nl: 'Bivariate meta-analyse (Van Houwelingen e.a. 2002)',
        en: 'Bivariate meta-analysis (Van Houwelingen et al. 2002)',
      },
    ],
    agreement: {
      nl: 'R metafor (rma.mv) en lm; de dekking van de ellipsen is gesimuleerd met 3 tot 100 instellingen.',
      en: 'R metafor (rma.mv) and lm; the coverage of the ellipses was simulated with 3 to 100 members.',
    },
    evidence: ['test/reference/benchmark/make.R', 'test/trials/benchmark-coverage.ts'],
    notWhen: [NOT_CAUSAL, CASE_MIX],
  },
  {
    id: 'members',
    title: { nl: 'Instellingen vergeleken', en: 'Members compared' },
    definition: {
      nl: 'Het niet-gekrompen, gecorrigeerde gemiddelde van elke instelling met een t-interval om het gemiddelde van het netwerk.',
      en: 'The unshrunken, adjusted mean of every member with a t interval, against the mean of the network.',
    },
    formulas: [
      'adjusted_i = network mean + a_i - mean(a)',
      'interval: t(N - m - p) x sqrt(s²_w (C G C)_ii)',
      'model: y_ij = x_ij b + u_i + e_ij, REML or ML',
      'rankability = tau² / (tau² + median(sigma²/n_i)); order from 10 members and 0.5 on',
    ],
    sources: [
      { nl: 'Bates e.a. 2015 (lme4)', en: 'Bates et al. 2015 (lme4)' },
      {
        nl: 'Van Houwelingen e.a. 1999; Lingsma e.a. 2010 (rangschikbaarheid)',
        en: 'Van Houwelingen et al. 1999; Lingsma et al. 2010 (rankability)',
      },
      {
        nl: 'Laird en Louis 1989; Lin e.a. 2006 (verwachte rang)',
        en: 'Laird and Louis 1989; Lin et al. 2006 (expected rank)',
      },
    ],
    agreement: {
      nl: 'R lme4 (coëfficiënten, standaardfouten, tau², sigma², log-likelihood, BLUP en variantie) en lm; dekking gesimuleerd.',
      en: 'R lme4 (coefficients, standard errors, tau², sigma², log-likelihood, BLUP and variance) and lm; coverage simulated.',
    },
    evidence: ['test/reference/benchmark/make.R', 'test/trials/benchmark-coverage.ts'],
    notWhen: [
      {
        nl: 'Niet als ranglijst onder 10 instellingen of bij een rangschikbaarheid onder 0,5.',
        en: 'Not as a league table under 10 members or with a rankability under 0.5.',
      },
      CASE_MIX,
    ],
  },
  {
    id: 'case-mix',
    title: { nl: 'Voor en na casemixcorrectie', en: 'Before and after case-mix adjustment' },
    definition: {
      nl: 'Het verschil van elke instelling met het gemiddelde van de instellingen, zonder en met correctie voor verschillen in patiënten.',
      en: 'The difference of every member from the mean of the members, without and with adjustment for differences in patients.',
    },
    formulas: [
      'before = ybar_i - mean(ybar); after = adjusted_i - mean(adjusted)',
      'explained = var(x’b) / (var(x’b) + tau² + sigma²)',
    ],
    sources: [
      { nl: 'Nakagawa en Schielzeth 2013 (verklaard)', en: 'Nakagawa and Schielzeth 2013 (explained)' },
    ],
    agreement: { nl: 'R lm en lme4.', en: 'R lm and lme4.' },
    evidence: ['test/reference/benchmark/make-variance.R'],
    notWhen: [CASE_MIX],
  },
  {
    id: 'funnel',
    title: { nl: 'Funnelplot', en: 'Funnel plot' },
    definition: {
      nl: 'Eenheden tegen hun omvang, tussen grenzen waarbinnen ze bij toeval alleen zouden vallen; verruimd voor overdispersie als dat gevraagd is.',
      en: 'Units against their size, between limits in which they would fall by chance alone; widened for overdispersion where asked.',
    },
    formulas: [
      'proportion: Y = asin sqrt(O/n), s = 1/(2 sqrt n); ratio: Y = ln(O/E), s = 1/sqrt E; mean: s = sd/sqrt n',
      'limits = target ± z_p sqrt(s² + tau²), taken back',
      'without overdispersion: exact predictive limits of a Poisson or binomial count',
      'phi = mean z², winsorised; tau² = max(0, (I phi - (I - 1)) / (sum w - sum w²/sum w))',
    ],
    sources: [{ nl: 'Spiegelhalter 2005, 2012', en: 'Spiegelhalter 2005, 2012' }],
    agreement: {
      nl: 'Grenzen, phi en tau² gelijk aan R; exacte grenzen gelijk aan R ppois en pbinom.',
      en: 'Limits, phi and tau² equal R; exact limits equal R ppois and pbinom.',
    },
    evidence: ['test/reference/benchmark/make-funnel.R', 'test/reference/benchmark/funnel.json'],
    notWhen: [
      {
        nl: 'Buiten de grenzen is een reden om te kijken, geen oordeel.',
        en: 'Outside the limits is a reason to look, not a verdict.',
      },
      {
        nl: 'Niet zonder casemixcorrectie als patiënten verschillen.',
        en: 'Not without case-mix adjustment where patients differ.',
      },
    ],
  },
  {
    id: 'per-outcome',
    title: { nl: 'Dagen en kosten per punt verbetering', en: 'Days and cost per point of improvement' },
    definition: {
      nl: 'Gemiddelde duur (of kosten) gedeeld door gemiddelde verbetering, over trajecten met beide; ook bij gelijke casemix.',
      en: 'Mean duration (or cost) over mean improvement, over episodes with both; also at equal case mix.',
    },
    formulas: ['R = D / T', '(D - R T)² <= t² (s_DD - 2 R s_DT + R² s_TT)'],
    sources: [{ nl: 'De Beurs e.a. 2018; Fieller 1954', en: 'De Beurs et al. 2018; Fieller 1954' }],
    agreement: {
      nl: 'R: gemiddelden, covarianties en lm, met de wortels van polyroot.',
      en: 'R: means, covariances and lm, with the roots of polyroot.',
    },
    evidence: ['test/reference/benchmark/make-variance.R', 'test/reference/benchmark/make-cost.R'],
    notWhen: [
      {
        nl: 'Niet als de gemiddelde verbetering niet aantoonbaar boven nul ligt; nooit het gemiddelde van verhoudingen per patiënt.',
        en: 'Not where the mean improvement is not demonstrably above zero; never the mean of ratios per patient.',
      },
      NOT_CAUSAL,
    ],
  },
  {
    id: 'sensitivity',
    title: { nl: 'Houdt een bevinding stand?', en: 'Does a finding hold?' },
    definition: {
      nl: 'Een bevinding is een instelling tegenover het netwerk: hoger, lager, of niet te onderscheiden. Het paneel doet dezelfde vergelijking zonder casemix, zonder elke kolom, met een andere schatting, meetperiode of methode van verandering, en met niet-gemeten trajecten die anders uitvielen.',
      en: 'A finding is a member against the network: above, below, or not to be told apart. The panel does the same comparison without case mix, without each column, with another estimation, window or method of change, and with unmeasured episodes that went otherwise.',
    },
    formulas: [
      'above: contrast low > 0; below: contrast high < 0',
      'unmeasured alike: contrast - (p_i - mean p) x 0.5 sigma; own alone: p_i (1 - 1/m) x 0.5 sigma',
      'recovered: share of those measured twice, as an outcome of 1 or 0',
    ],
    sources: [OWN_DEFINITION],
    agreement: {
      nl: 'Elke variant is gelijk aan dezelfde vergelijking opnieuw gedaan.',
      en: 'Every variant equals the same comparison done anew.',
    },
    evidence: ['test/benchmark/sensitivity.test.ts'],
    notWhen: [
      {
        nl: 'Standhouden is geen bewijs: alle varianten delen dezelfde gegevens.',
        en: 'Holding is no proof: all variants share the same data.',
      },
    ],
  },
  {
    id: 'contribution',
    title: { nl: 'Vergelijken zonder rijen te delen', en: 'Comparing without sharing rows' },
    definition: {
      nl: 'Elke instelling stuurt één bestand met aantallen, gemiddelden en kruisproducten, door een poort die kleine groepen samenvoegt of achterhoudt. De vergelijking uit die bestanden is gelijk aan die op alle rijen waar niets is ingehouden.',
      en: 'Every member sends one file with counts, means and cross-products, through a gate that merges or holds back small groups. The comparison from those files equals that on all rows where nothing was held back.',
    },
    formulas: [
      'n >= max(30, 10 p); counts and complements >= 10 patients; leverage <= 0.2; top two <= 85 % of a sum',
      'over all releases every membership pattern holds >= 10 patients',
    ],
    sources: [
      {
        nl: 'Hundepool e.a. 2012 (statistische beveiliging)',
        en: 'Hundepool et al. 2012 (statistical disclosure control)',
      },
      OWN_DEFINITION,
    ],
    agreement: {
      nl: 'Toevalsnetwerken: gelijk tot 1e-8. Twaalf aanvallen met een programma van de aanvaller.',
      en: 'Random networks: equal to 1e-8. Twelve attacks with a program of the attacker.',
    },
    evidence: ['test/benchmark/combine.test.ts', 'test/disclosure/attacks'],
    notWhen: [
      {
        nl: 'Labels verbergen instellingen niet voor wie de bijdragen samenvoegt.',
        en: 'Labels do not hide members from whoever combines the contributions.',
      },
    ],
  },
];
