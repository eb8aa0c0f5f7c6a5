/** English words of the overview: three questions. */

export const overview = {
  title: 'Overview',
  lead: '{name}: {episodes} care episodes of {patients} patients, {period}.',
  unknownPatients: 'an unknown number of',
  leadNoPeriod: '{name}: {episodes} care episodes of {patients} patients.',
  clustersQuestion: 'Where do our patients land?',
  clustersAnswer: '{share} in cluster {cluster}',
  clustersUnder:
    'The cluster advised most; 95% interval from {low} to {high}. Half of the advice is at least {median} sure.',
  clustersNext: 'All clusters and where they do not fit',
  clustersMissing: 'no episode in this file has advice.',
  simulationQuestion: 'What does this price list do?',
  simulationUnder: 'Difference with current revenue; {level} interval from {low} to {high}.',
  simulationUnderNoInterval: 'Difference with current revenue. No interval: {reason}.',
  simulationNext: 'Change prices and watch',
  simulationMissing: 'there is nothing to draw.',
  benchmarkQuestion: 'How do outcome and duration compare?',
  benchmarkAnswer: '{n} institutions compared',
  benchmarkUnder: 'Of the episodes {rate} have a first and a last measurement.',
  benchmarkOutside:
    'Outcome: {outcome} of {outcomeMembers} depart from the network with their 95% interval; duration: {duration} of {durationMembers}.',
  benchmarkMissing: 'it takes at least three institutions, each with ten measured patients.',
  benchmarkNext: 'See the comparison',
  computing: 'Being computed; the page refreshes itself.',
  notYet: 'This answer is not there yet: {reason}.',
};
