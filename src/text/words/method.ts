/** Words of the method sheet: what a workbook says of how it was made. */

import type { Bilingual } from '../../model/text.ts';

export const METHOD_WORDS = {
  title: { nl: 'Verantwoording', en: 'Method' },
  part: { nl: 'Onderdeel', en: 'Part' },
  what: { nl: 'Wat', en: 'What' },
  value: { nl: 'Waarde', en: 'Value' },
  program: { nl: 'Programma', en: 'Program' },
  name: { nl: 'Naam', en: 'Name' },
  version: { nl: 'Versie', en: 'Version' },
  command: { nl: 'Opdracht', en: 'Command' },
  options: { nl: 'Opties', en: 'Options' },
  standard: { nl: 'geen die het resultaat veranderen', en: 'none that changes the result' },
  seed: { nl: 'Startwaarde van het toeval', en: 'Seed of the draws' },
  rules: { nl: 'Regelset', en: 'Rule set' },
  id: { nl: 'Kenmerk', en: 'Id' },
  status: { nl: 'Status', en: 'Status' },
  sha256: { nl: 'SHA-256', en: 'SHA-256' },
  rulesRows: { nl: 'Rijen met deze regelset', en: 'Rows with this rule set' },
  conversion: { nl: 'Omrekentabel', en: 'Conversion table' },
  source: { nl: 'Bron', en: 'Source' },
  input: { nl: 'Invoer', en: 'Input' },
  inputRows: { nl: 'Rijen', en: 'Rows' },
  rows: { nl: 'Rijen', en: 'Rows' },
  findings: { nl: 'Bevindingen', en: 'Findings' },
  errors: { nl: 'fouten', en: 'errors' },
  warnings: { nl: 'waarschuwingen', en: 'warnings' },
  notices: { nl: 'mededelingen', en: 'notices' },
  stamps: { nl: 'Let op', en: 'Mind' },
  notes: { nl: 'Toelichting', en: 'Notes' },
  again: { nl: 'Opnieuw maken', en: 'Make it again' },
  repeat: {
    nl: 'Dezelfde invoer, opties en startwaarde geven met deze versie dezelfde uitkomst.',
    en: 'The same inputs, options and seed give the same result with this version.',
  },
} as const satisfies Record<string, Bilingual>;
