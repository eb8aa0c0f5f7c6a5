/** English field words with their meaning, as the pop-overs say it. `word` is how the pages write it. */

export const terms = {
  casemix: {
    word: 'case mix',
    text: 'The mix of patients: age, diagnosis, severity at the start and the like. Adjusting for case mix compares members as if they had the same patients.',
  },
  shrunken: {
    word: 'shrunken effect',
    text: 'The estimate of the difference, pulled towards zero as there are fewer patients. Good for predicting, not for judging one member.',
  },
  interval: {
    word: '95% interval',
    text: 'The range in which the true value lies with 95% certainty. Narrow: many patients. Wide: be careful.',
  },
  tau2: {
    word: 'tau²',
    text: 'How much members differ from each other, as a variance, once chance is taken off.',
  },
  icc: {
    word: 'ICC',
    text: 'The share of all differences between patients that goes with the member. In mental health care often about 5%.',
  },
  rankability: {
    word: 'rankability',
    text: 'The share of the differences between members that is not chance. Below a half an order would mostly show luck.',
  },
  response: {
    word: 'response',
    text: 'The share of closed episodes with a measurement before and after.',
  },
  gate: {
    word: 'gate',
    text: 'The check that decides before a release what may leave: never a group of 1 to 9 patients, never a value that hangs on one patient.',
  },
  pseudonym: {
    word: 'pseudonym',
    text: 'A code in the place of a patient’s name. A pseudonym is personal data too and does not leave the institution.',
  },
  reml: {
    word: 'REML',
    text: 'A way to estimate the variance between members that does not make it too small with few members.',
  },
  episode: {
    word: 'care episode',
    text: 'One treatment of one patient, from start to end: a row of the file. A patient can have several.',
  },
  cluster: {
    word: 'cluster',
    text: 'A group of patients with a like need for care. The Dutch scheme has 20 of them, numbered 1 to 21 without 9.',
  },
  supercluster: {
    word: 'supercluster',
    text: 'The clinician’s first choice: X mental disorder, Y psychotic disorder, Z cognitive impairment. The advice stays within that group.',
  },
  honos: {
    word: 'HoNOS+',
    text: 'A questionnaire of 19 questions on severity, from 0 (no problem) to 4 (very severe). The clinician fills it in.',
  },
  advice: {
    word: 'advice',
    text: 'The cluster with the highest probability by the rule set. The clinician may choose another; both are kept.',
  },
  certainty: {
    word: 'certainty',
    text: 'The probability of the advised cluster. At 40% another cluster is nearly as likely.',
  },
  redRule: {
    word: 'red rule',
    text: 'A rule that takes a cluster out at a certain rating. If they take out all, no cluster fits.',
  },
  kappa: {
    word: 'kappa',
    text: 'How often advice and choice agree once chance agreement is taken off: 0 is chance, 1 is always.',
  },
  coefficient: {
    word: 'coefficient',
    text: 'What a rating on a question adds to a cluster or takes off. With the constant they add up to the total score, which gives the probability.',
  },
  ruleSet: {
    word: 'rule set',
    text: 'The tables by which ratings become advice, with a status: official, local or illustrative.',
  },
  baseline: {
    word: 'baseline',
    text: 'What is compared with: current revenue from your file, or another scenario. The difference is scenario minus baseline.',
  },
  typing: {
    word: 'typing',
    text: 'Which cluster counts: the chosen one, the advised one, or all clusters by their probability (expected).',
  },
  waterfall: {
    word: 'waterfall',
    text: 'The difference in steps: price, index, volume, typing and contract. The steps add up exactly.',
  },
  index: {
    word: 'index',
    text: 'A factor on all prices from a day on, for example 1.03 for a rise of 3%.',
  },
  hypothetical: {
    word: 'hypothetical',
    text: 'A price that nobody has set. There are no national prices per cluster; every amount here is an assumption.',
  },
  cap: {
    word: 'revenue cap',
    text: 'A limit to what a payer pays. Care above it is not paid, unless bridging was agreed.',
  },
  duty: {
    word: 'duty to continue care',
    text: 'The agreement that care above the cap goes on. Its cost stays with the provider.',
  },
  lumpSum: {
    word: 'lump sum',
    text: 'A fixed amount whatever is produced; sometimes with a margin outside which it is settled.',
  },
  marginal: {
    word: 'marginal',
    text: 'What one more euro of production brings now under the contract. Above a cap that is nothing.',
  },
  binding: {
    word: 'binding',
    text: 'The contract changes what you get: without it the amount would be another.',
  },
  balance: {
    word: 'budget-neutral',
    text: 'A price list that costs the same budget as now, with changes as small as can be.',
  },
  transition: {
    word: 'transition',
    text: 'Part of the old budget is still paid for a year or longer; the rest follows the new model.',
  },
  mix: {
    word: 'mix shift',
    text: 'Part of the episodes of a cluster that moves to another cluster each year.',
  },
};
