/** Sentences about scoring and explaining. */

import type { Bilingual } from '../../model/text.ts';

export const SCORE_SENTENCES = {
  'supercluster-option': {
    nl: '--supercluster noemt geen hoofdgroep van de regelset. Kies een van: {allowed}.',
    en: '--supercluster names no supercluster of the rule set. Choose one of: {allowed}.',
  },
  'score-ties': {
    nl: 'Bij {count} rij(en) scoren twee typen even hoog; het laagste type staat dan als advies, het andere als tweede.',
    en: 'In {count} row(s) two clusters score equally high; the lowest is then the advice, the other the second.',
  },
  'score-columns-replaced': {
    nl: 'Het bestand had al kolommen van een eerdere score; die zijn vervangen: {columns}.',
    en: 'The file already had columns of an earlier score; these were replaced: {columns}.',
  },
  'score-several-sets': {
    nl: 'Naar de datum van de rij zijn meer regelsets gebruikt (rijen): {sets}.',
    en: 'By the date of the row several rule sets were used (rows): {sets}.',
  },
  'score-rows-workbook': {
    nl: 'Een werkboek met rijen kan er ten hoogste {most} bevatten. Geef -o met een naam op .csv.',
    en: 'A workbook with rows can hold {most} at most. Give -o a name that ends in .csv.',
  },
  'explain-scenario-patient': {
    nl: 'Met --scenario legt explain de betaling van een patiënt uit: geef een bestand en --patient.',
    en: 'With --scenario, explain shows what a patient is paid: give a file and --patient.',
  },
  'explain-how': {
    nl: 'Geef een bestand met --patient, of --supercluster met --items.',
    en: 'Give a case file with --patient, or --supercluster with --items.',
  },
  'explain-items': {
    nl: "--items wil {count} waarden van 0 tot en met {highest}, gescheiden door komma's (leeg, 9 of -1 = niet bekend); er zijn er {found}, of er staat een andere waarde tussen.",
    en: '--items wants {count} values from 0 to {highest}, separated by commas (blank, 9 or -1 = not known); there are {found}, or there is another value among them.',
  },
  'explain-patient-unknown': {
    nl: 'Geen gebruikte rij heeft deze patiënt in kolom {column}. Controleer het pseudoniem; afgekeurde rijen tellen niet mee.',
    en: 'No row that was used has this patient in column {column}. Check the pseudonym; rejected rows do not count.',
  },
  'assessment-amount-repeated': {
    nl: 'Kolom {column}: hetzelfde bedrag of aantal staat bij meer afnamen van een traject, en telt met --assessments bij elke afname. Verdeel het over de afnamen, of zet bij alle behalve de eerste een 0.',
    en: 'Column {column}: the same amount stands at several ratings of one episode, and with --assessments it counts at each of them. Divide it over the ratings, or write 0 at all but the first.',
  },
  'ask-answers': {
    nl: '--answers wil antwoorden als {example}=3, met komma’s ertussen: de code of het nummer van een vraag, en 0 tot en met {highest} of ?.',
    en: '--answers wants answers such as {example}=3, with commas between: the code or number of a question, and 0 to {highest} or ?.',
  },
  'ask-answer': {
    nl: 'Regel {line} van de antwoorden is niet te lezen. Geef per regel 0 tot en met {highest}, of ? als het niet bekend is.',
    en: 'Line {line} of the answers cannot be read. Give 0 to {highest} on each line, or ? where it is not known.',
  },
  'ask-supercluster': {
    nl: 'De hoofdgroep ontbreekt: daar begint het typeren mee. Geef --supercluster, een van: {allowed}.',
    en: 'The supercluster is missing: typing starts with it. Give --supercluster, one of: {allowed}.',
  },
  'ask-supercluster-line': {
    nl: 'De eerste regel noemt geen hoofdgroep van de regelset. Kies een van: {allowed}, of geef --supercluster.',
    en: 'The first line names no supercluster of the rule set. Choose one of: {allowed}, or give --supercluster.',
  },
  'ask-not-finished': {
    nl: 'Nog niet klaar: er staan {open} vragen open. Hieronder staat wat tot nu toe bekend is; geef de antwoorden met --answers om verder te gaan.',
    en: 'Not finished: {open} questions are open. Below is what is known so far; give the answers with --answers to go on.',
  },
  'review-overdue': {
    nl: 'De afname gold langer dan de herbeoordelingstermijn van het cluster. Plan de herbeoordeling, of lever een ontbrekende afname aan.',
    en: 'The rating held longer than the review term of its cluster. Plan the review, or supply a rating that is missing.',
  },
} as const satisfies Record<string, Bilingual>;
