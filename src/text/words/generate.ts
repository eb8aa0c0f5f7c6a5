/** Words of the summary of a synthetic case file. */

import type { Bilingual } from '../../model/text.ts';

export const GENERATE_WORDS = {
  title: { nl: 'Synthetische trajecten', en: 'Synthetic episodes' },
  casesTitle: { nl: 'Trajecten', en: 'Cases' },
  madeTitle: { nl: 'Wat er gemaakt is', en: 'What was made' },
  membersTitle: { nl: 'Per instelling', en: 'Per member' },
  member: { nl: 'Instelling', en: 'Member' },
  episodes: { nl: 'Trajecten', en: 'Episodes' },
  patients: { nl: 'Patiënten', en: 'Patients' },
  open: { nl: 'Nog open', en: 'Still open' },
  admitted: { nl: 'Met verblijf', en: 'With bed days' },
  measured: { nl: 'Voor- en nameting', en: 'Measured twice' },
  what: { nl: 'Wat', en: 'What' },
  count: { nl: 'Aantal', en: 'Count' },
  fileDay: {
    nl: 'Het bestand is "gemaakt" op {day}: wat toen nog liep, heeft geen einddatum.',
    en: 'The file was "made" on {day}: what was still running then has no end date.',
  },
  assumptions: {
    nl: 'Duur en verblijf volgen Engelse cijfers (2014-15), de rest is aanname; alle staan in src/generate/assumptions.ts.',
    en: 'Durations and stays follow English figures (2014-15), the rest is assumed; all stand in src/generate/assumptions.ts.',
  },
  nowhere: {
    nl: 'Er is geen bestand geschreven; vraag het met -o cases.csv.',
    en: 'No file was written; ask for it with -o cases.csv.',
  },
} as const satisfies Record<string, Bilingual>;
