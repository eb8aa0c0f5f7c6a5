/** English words of the benchmark page: filters, data quality, finding, members, models, what is left out. */

export const benchmark = {
  title: 'Benchmark',
  lead: 'Outcome and treatment duration of institutions side by side, at equal case mix and with their uncertainty.',

  filtersTitle: 'What is compared',
  own: 'Your institution',
  ownNone: 'not chosen yet: everybody is anonymous',
  ownChoose: 'Choose your institution',
  ownChange: 'Choose another',
  ownUnknown: 'The chosen institution does not occur in these data. Everybody is anonymous therefore.',
  ownLeftOut:
    'Your institution has fewer than 10 patients with complete data in this selection and takes no part. Choose a wider selection.',
  cluster: 'Cluster',
  clusterChosen: 'as the clinician chose',
  clusterAdvised: 'as advised',
  clusterGroup: 'Supercluster {code}',
  clusterGroupAll: 'Whole supercluster {code}',
  clusterRest: 'Other codes',
  period: 'Closed in',
  setting: 'Setting',
  instrument: 'Instrument',
  all: 'all',
  method: 'Estimation',
  methods: { reml: 'REML (usual)', ml: 'ML (to check)' },
  locked: '{value} (locked: {members} of 3)',
  lockedNote:
    'A choice is locked where fewer than 3 institutions have 10 measured patients each: a comparison would be about a few people.',
  adjust: 'Adjust for (case mix)',
  adjustNone: 'This file has no columns to adjust for, such as age, sex or diagnosis.',
  adjustProposed: 'Proposal: age, sex, first measurement and diagnosis, where present and well filled.',
  adjustMerged: 'Values with fewer than 10 episodes were merged: {columns}.',
  factors: {
    age: 'age',
    sex: 'sex',
    pre: 'first measurement',
    diagnosis: 'diagnosis',
    chosen_cluster: 'chosen cluster',
    supercluster: 'supercluster',
    setting: 'setting',
    education: 'education',
    comorbidity: 'comorbidity',
    ses: 'socio-economic status',
  },
  whyNot: {
    constant: 'the same for everybody in this selection',
    'too-many-levels': 'more than 40 different values',
  },
  filledNote: '{share} filled in',
  apply: 'Show',
  reset: 'Clear all filters',

  chooseTitle: 'Choose your institution',
  chooseLead:
    'Only your own institution is named in the comparison. The others are peer-01, peer-02, …; which peer is who is shown and kept nowhere.',
  chooseNobody: 'Nobody: everybody anonymous',
  chooseSubmit: 'To the comparison',
  chooseNoMembers: 'There are no institutions in this file.',

  cannotTitle: 'No comparison is possible here',
  cannotNeed: 'Needed',
  cannotHave: 'Present',
  cannot: {
    'no-member-column':
      'The file does not say to which institution an episode belongs. Add a column with the institution and load it again.',
    'nothing-to-compare':
      'There is nothing to compare on: the file has no first and second measurement, and no start and end.',
    'empty-selection': 'No episode meets these filters.',
    'too-few-members':
      'With fewer than 3 institutions a comparison would give away how the other does. Choose a wider selection, add data of more institutions, or compare in a network: then everyone shares sums only.',
    refused: 'The model cannot be computed with these choices.',
  },
  refusal: {
    'constant-covariate':
      'Column {column} is the same for all episodes in the model; there is nothing to adjust for. Untick it.',
    'collinear-covariate':
      'Column {column} follows entirely from the other chosen columns. Untick one of them.',
  },
  needMembers: 'at least 3 institutions with 10 patients with complete data each',
  needOutcome: 'first and second measurement (columns pre and post) of one instrument',
  needDuration: 'start and end of the episode (columns start and end)',
  needColumn: 'a column member, instelling, zorgaanbieder or agb',
  needRows: 'episodes that meet all filters',
  haveMembers: 'institutions with enough patients: {n}',
  haveRows: '{n} of the {of} episodes',
  haveColumns: 'Columns recognised: {columns}',
  haveNothing: 'none of these columns',
  toData: 'Load a more complete file',
  toNetwork: 'Compare in a network, without sharing rows',
  withoutAdjust: 'Try without case-mix adjustment',
  noOutcomeTitle: 'No outcome',
  noDurationTitle: 'No duration',
  oneMissing: 'The rest of the comparison follows below.',

  computingTitle: 'The comparison is being computed',
  computing: 'With many episodes that takes some seconds. The page refreshes itself.',
  reliability: 'Reliability of the instrument',
  reliabilityHint:
    'Between 0 and 1, from the manual of the instrument, for instance 0.88. Only for the classes recovered … deteriorated.',

  qualityTitle: 'First: who was measured?',
  qualityLead:
    'Of the episodes that are finished {rate} have a first and a second measurement. The comparison below is about them only; who is measured and who is not is no accident.',
  qualityNone: 'This file has no first measurement; nothing can be said of the response.',
  qualityPeers:
    'Of other institutions shares are shown in steps of 5%, and only from 50 episodes on; their counts stay secret.',
  responseTitle: 'Response per institution',
  member: 'Institution',
  network: 'Network',
  episodes: 'Episodes',
  statuses: {
    completer: 'Response: measured twice (%)',
    dropout: 'First only (%)',
    nonStarter: 'Never started (%)',
    nonResponder: 'Not measured (%)',
    open: 'Still in care (% of all)',
  },
  responseMeaning:
    'The response counts finished episodes; ‘still in care’ takes no part in it. Below about 60% response the mean of those measured says little about all patients.',

  findingTitle: 'What there is to see',
  findingNetwork:
    '{members} institutions: {outcome} points of improvement on average, in {duration} days on average. At equal case mix improvement runs from {least} to {most} points.',
  findingOutside:
    'The 95% interval lies beside the network mean for {outcome} of the {outcomeMembers} institutions in outcome, and for {duration} of the {durationMembers} in duration. By chance alone that would be about 1 in 20 each time.',
  findingOwnOutcome:
    '{own} has {value} points of improvement (95% interval {low} to {high}): {verdict} the network ({mean}).',
  findingOwnDuration: 'The duration is {value} days ({low} to {high}): {verdict} the network ({mean}).',
  findingOwnMissing: 'For {own} the {measure} cannot be given in this selection.',
  measureWord: { outcome: 'outcome', duration: 'duration' },
  verdicts: {
    outcome: { above: 'more than', below: 'less than', same: 'not demonstrably different from' },
    duration: { above: 'longer than', below: 'shorter than', same: 'not demonstrably different from' },
  },

  notTitle: 'What may you not conclude from this?',
  not: {
    cause:
      'That longer treatment yields less, or more. Who recovers fast stops earlier, and who is more severely ill stays longer and improves less.',
    better:
      'That an institution is better because its point lies higher. First see whether the intervals overlap.',
    measured:
      'That this is about all patients. It is about those measured; with a low response they may differ from the rest.',
    mix: 'That all differences between patients were taken away. Only what the file holds was adjusted for.',
    person: 'That a patient of this institution may expect this. These are means.',
  },
  figureMissing: 'Outcome against duration cannot be drawn: {reason}',

  meansTitle: 'What does this mean?',
  meansNotTitle: 'What not?',
  figureMeans: {
    response: 'On the left who was measured before and after. The rest of this page is about them only.',
    scatter:
      'Each dot is a member at equal case mix; the ellipse is the area where it lies with 95% certainty. The lines are the network mean.',
    caterpillar:
      'The dot is the member at equal case mix, the bar its 95% interval. The dashed line is the network.',
    funnel:
      'The fewer episodes, the wider the funnel: chance has more room. Who is outside differs by more than chance and ordinary spread explain.',
    classes:
      'Of every 100 episodes measured twice: how many recovered, improved, stayed alike or deteriorated, by reliable change.',
    caseMix:
      'On the left the difference from the network as measured, on the right at equal patients. A steep line says that the patients differ.',
    overTime:
      'Each point is a quarter of your institution. Within the limits is ordinary variation; marked points ask for an explanation.',
  },
  figureNot: {
    response: 'That patients measured are like those not measured.',
    caterpillar: 'That the upper one is the best: intervals that overlap cannot be put in order.',
    funnel:
      'That outside the funnel means good or bad work. The funnel is not adjusted for case mix; look next at how it stands at equal patients. Other members stand at the lowest number of their band.',
    classes:
      'That a member with more recovery treats better: who starts worse recovers less often. The classes of others are not shown.',
    caseMix: 'That after adjustment all difference in patients is gone.',
    overTime:
      'That a point above the one before is an improvement. The limits do not move along by themselves.',
  },
  classesAsk: 'Fill in the reliability of the instrument among the filters to see the classes of change.',

  sensitivityTitle: 'Do the findings hold?',
  sensitivityLink: 'Do these findings hold under another approach?',
  sensitivityLead:
    'The same comparison, each time done otherwise on one point. A finding that stays under every approach is firm; one that turns depends on a choice.',
  sensitivityCount: '{robust} of the {distinct} differences found stay under every approach.',
  sensitivityNone: 'No member can be told apart from the network; there is nothing that could turn.',
  sensitivityMissing: 'Without a comparison there is nothing to show here.',
  sensitivityBack: 'Back to the comparison',
  sensitivityFinding: 'Finding',
  sensitivityRobust: 'firm',
  sensitivityFragile: 'depends on the approach',
  sensitivityOrder: 'May an order be shown?',
  holds: 'stays',
  turns: 'turns',
  orderYes: 'an order',
  orderNo: 'no order',
  verdictWord: {
    above: 'above the network',
    below: 'below the network',
    'not-distinct': 'not to be told apart',
  },
  findingWord: { outcome: 'outcome', duration: 'duration', cost: 'cost', recovered: 'share recovered' },
  variants: {
    'no-case-mix': 'without case mix',
    'without-column': 'without {detail}',
    'other-estimation': 'other estimation',
    window: 'measurements within {detail} days',
    'no-window': 'without a window',
    'unmeasured-worse': 'unmeasured worse everywhere',
    'unmeasured-better': 'unmeasured better everywhere',
    'unmeasured-against': 'this member’s unmeasured against it',
    'reliable-change': 'method {detail}',
  },

  membersTitle: 'Institutions in numbers',
  membersLead:
    'Observed is the plain mean; expected is what the network would reach with these patients; adjusted is the network mean plus the own deviation, with its 95% interval. Expected starts from the average institution, adjusted from the average patient; compare observed with expected, therefore, and adjusted with the network. The shrunken effect is drawn towards zero the fewer patients there are: it is the best estimate, not a verdict.',
  outcomeTable: 'Outcome (points of improvement)',
  durationTable: 'Treatment duration (days)',
  ratioTable: 'Days of treatment per point of improvement',
  observed: 'Observed',
  expected: 'Expected',
  adjusted: 'Adjusted',
  interval: '95% interval',
  shrunken: 'Effect, shrunken',
  rank: 'Expected rank',
  ratio: 'Days per point',
  ratioNote:
    'Mean duration divided by mean improvement, over episodes with both, not adjusted for case mix; interval by Fieller. A low value is not efficient of itself: short care for the mildly ill gives it too.',
  noRankMembers: 'No order: that takes at least 10 institutions, here there are {members}.',
  noRankRankability:
    'No order: only {rankability} of the differences between institutions is not chance; below 50% a rank would mostly show luck.',
  noRankUnknown: 'No order: how much of the differences is chance cannot be determined here.',
  rankNote:
    'Rank 1 = {best}. The expected rank reckons with uncertainty; close together means: cannot be told apart.',
  rankBest: { outcome: 'most improvement', duration: 'shortest duration' },
  withheld: 'not shown',

  modelTitle: 'The model',
  modelLead: 'A mixed model for each measure, with the institution as a random effect ({method}). {icc}',
  modelHint:
    'Variance between is tau², share between is the ICC. Rankability is the part of the differences between institutions that is not chance.',
  modelIcc: 'Of all differences in outcome between patients {icc} goes with the institution.',
  coefficients: 'Case-mix terms of the model',
  excludedTitle: 'What does not count, and why',
  excludedLead: 'Every usable episode of the data set is counted here once per column.',
  excludedReason: 'Reason',
  excludedUsable: 'Usable in the data set',
  excludedFiltered: 'Outside the filters',
  excludedIn: 'In the model',
  excludedModels: { outcome: 'Outcome', duration: 'Duration', joint: 'Both' },
  reasons: {
    'other-instrument': 'Another instrument',
    'outside-period': 'outside the period',
    'no-member': 'No institution filled in',
    'no-response': 'No outcome or duration',
    'no-covariate': 'Case mix not complete',
    'member-under-10-patients': 'Institution with fewer than 10 patients',
    'not-chosen': 'Not chosen',
    'outside-window': 'Measured outside the window',
    'rest-under-10-patients': 'Institution with 1 to 9 patients not chosen',
    'no-response-or-small-member': 'No outcome or duration, or institution with fewer than 10 patients',
  },
  adjustedFor: 'Adjusted for: {columns}.',
  jointNote:
    'The figure of outcome against duration is about the {n} episodes with both known. The tables count, for each measure, all episodes that have it; mean duration may differ therefore.',
  notesTitle: 'Notes',
  labelsNote:
    'The labels peer-01, peer-02, … are drawn per data set and change with every start of the application. Under another filter a label may stand for another institution.',
  downloadsTitle: 'Take along',
  downloadReport: 'Report to print (HTML)',
  downloadWorkbook: 'All tables (XLSX)',
  reportTitle: 'Comparison of members',
  downloadMembers: 'Institutions (CSV)',
  downloadResponse: 'Response (CSV)',
  downloadJson: 'All results (JSON)',
  toMethod: 'How this was computed',
};
