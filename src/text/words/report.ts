/** Words of the HTML report. */

import type { Bilingual } from '../../model/text.ts';

export const REPORT_WORDS = {
  notes: { nl: 'Bij deze cijfers', en: 'About these figures' },
  method: { nl: 'Verantwoording', en: 'How this was made' },
  methods: { nl: 'Zo zijn de figuren gemaakt', en: 'How the figures were made' },
  formula: { nl: 'Formule', en: 'Formula' },
  source: { nl: 'Bron', en: 'Source' },
  agreement: { nl: 'Klopt met', en: 'Agrees with' },
  notWhen: { nl: 'Niet gebruiken', en: 'When not to use it' },
  tool: { nl: 'Programma', en: 'Program' },
  command: { nl: 'Opdracht', en: 'Command' },
  rules: { nl: 'Regelset', en: 'Rule set' },
  rulesValue: { nl: '{id} ({status}), sha256 {sha256}', en: '{id} ({status}), sha256 {sha256}' },
  input: { nl: 'Invoer', en: 'Input' },
  inputValue: { nl: '{name}: {rows} rijen, sha256 {sha256}', en: '{name}: {rows} rows, sha256 {sha256}' },
  seed: { nl: 'Beginwaarde van de loting', en: 'Seed' },
  options: { nl: 'Opties', en: 'Options' },
  noOptions: { nl: 'geen', en: 'none' },
  repeat: {
    nl: 'Dezelfde invoer, opties en beginwaarde geven dezelfde uitkomst.',
    en: 'The same inputs, options and seed give the same result.',
  },
  data: { nl: 'Cijfers bij de figuur', en: 'Figures behind the chart' },
  empty: { nl: 'Geen rijen.', en: 'No rows.' },
} as const satisfies Record<string, Bilingual>;
