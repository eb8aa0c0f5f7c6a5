/** English words of what a file lacks for the questions. */

export const gaps = {
  title: 'What this file does not answer yet',
  noSupercluster:
    'No column with the supercluster (X, Y or Z) or the chosen cluster: without one of them no episode gets advice.',
  fewRatings:
    'Of the {all} HoNOS+ items {found} were recognised. With too many blank items there is no advice.',
  noRevenue:
    'No column with the current revenue: a price list can then be compared with another price list only.',
  noPeriod: 'No column with the start or the end: day prices and duration cannot be calculated.',
  noMeasurements: 'No column with the first or the last measurement: no outcomes and no benchmark.',
  noMember: 'No column with the institution: all episodes count as one institution.',
  noPatient: 'No column with the patient number: each episode counts as a patient of its own.',
  pointOut: 'Are they in the file under another name? Point them out; nothing needs to be sent again.',
  sendAgain:
    'Are they in the file under another name? The file itself is no longer kept: load it again and point them out then.',
  toReport: 'To the check of the file',
  noAdviceTitle: 'No episode got advice',
};
