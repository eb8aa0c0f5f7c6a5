/** English words of the accountability page: rule sets, methods in short, versions. */

export const method = {
  title: 'Method',
  lead: 'Where the figures come from, how they were made and what they do not say.',
  rulesTitle: 'Rule sets',
  rulesLead:
    'A rule set decides which cluster belongs to which ratings. You load the official tables yourself.',
  rulesId: 'Rule set',
  rulesStatus: 'Status',
  rulesClusters: 'Clusters',
  rulesValid: 'Valid from',
  rulesAlways: 'always',
  rulesSource: 'Source',
  rulesFaulty: 'unusable',
  pricesTitle: 'Prices',
  prices:
    'No official price per cluster exists, neither in the Netherlands nor in England. Every price here is an assumption and carries a status and a source.',
  cardTitle: 'How these figures were made',
  cardSource:
    'Data: {name}, {used} of {read} rows. Rule set: {rules} ({status}). Made with zorgcluster {version}.',
  methodsTitle: 'Methods in short',
  typingTitle: 'Typing',
  typing:
    'For each cluster of the supercluster the rule adds a constant and a weight per item. Red rules exclude clusters. The probabilities are the exponentials of the scores, divided by their sum within the supercluster.',
  moneyTitle: 'Revenue',
  money:
    'The payment of an episode is the sum of price times quantity per unit (episode, day, bed day, review period, year, assessment), at the price of the day. Contracts then apply. A breakdown adds up to the total to the cent.',
  uncertaintyTitle: 'Uncertainty',
  uncertainty:
    'The interval belongs to the difference between scenario and baseline. It counts two sources: typing (a patient may be another cluster) and sampling (another year brings other patients). Under 200 patients we give no interval.',
  benchmarkTitle: 'Benchmark',
  benchmark:
    'A mixed model with institution as random effect, for outcome and duration apart, with case-mix adjustment where chosen. Shown is the unshrunken adjusted value with its interval. Fewer than three institutions: no comparison.',
  notTitle: 'What you may not conclude',
  not1: 'That longer treatment yields less, or more: who is more severely ill stays longer and improves less.',
  not2: 'That an institution is better because its point lies higher: look first whether the intervals overlap.',
  not3: 'That the example figures say anything about Dutch mental health care: they are made up.',
  runsTitle: 'What was taken out',
  runsLead: 'Every figure or table that was downloaded, with the page that makes it again.',
  runsNone: 'Nothing yet.',
  runKind: 'File',
  runData: 'Data set',
  runOn: 'On',
  versionsTitle: 'Versions',
  version: 'zorgcluster',
  runtime: 'Node.js',
  privacyTitle: 'Privacy',
  privacy:
    'The application listens on this computer only. Data stand in the data folder of your account; deleting is really deleting. Values of patients never stand in addresses, log or error messages.',
};
