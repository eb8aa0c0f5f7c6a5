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
};
