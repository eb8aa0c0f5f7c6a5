/** English words of the evidence for a contract and the improvement log. */

export const evidence = {
  title: 'Evidence for the contract',
  lead: 'The conditions of a learning quality network, with what the files show: {met} shown, {notMet} not met, {notSeen} not to be seen from these.',
  link: 'Evidence for the contract',
  minResponse: 'Response agreed on (%)',
  minResponseHint: 'The share of episodes that must have been measured before and after. Blank: no norm.',
  peers: 'Members stand here as labels and numbers in bands: this is to be passed on.',
  downloadHtml: 'Report with its method (HTML)',
  downloadJson: 'Everything (JSON)',
  logTitle: 'Improvement log',
  logLead:
    'What the figures showed, what was done about it and how it ended. This log is the evidence that results are used.',
  logNone: 'Nothing noted yet.',
  addTitle: 'Note down',
  date: 'Date',
  finding: 'Finding',
  action: 'Action',
  followUpDate: 'Date of follow-up',
  followUp: 'Follow-up',
  open: 'still open',
  noNames: 'This text goes along to the payer: name no patient and no employee.',
  add: 'Note down',
  file: 'Or a log from a file (.csv or .json)',
  fileButton: 'Add',
  removeEntry: 'Delete line {number}',
};
