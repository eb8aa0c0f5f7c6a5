/** Sentences about the command itself: options, files, the machine. */

import type { Bilingual } from '../../model/text.ts';

export const COMMAND_SENTENCES = {
  usage: {
    nl: '{detail} Zie `{command} --help`.',
    en: '{detail} See `{command} --help`.',
  },
  'no-command': {
    nl: 'Kies een commando; `zorgcluster --help` noemt ze.',
    en: 'Choose a command; `zorgcluster --help` lists them.',
  },
  'file-not-found': {
    nl: 'Het bestand {name} bestaat niet of is niet te lezen. Controleer de naam en de rechten.',
    en: 'The file {name} does not exist or cannot be read. Check its name and permissions.',
  },
  'file-changed': {
    nl: 'Het bestand {name} veranderde terwijl het werd gelezen. Wacht tot het klaar is met schrijven, of lees een kopie.',
    en: 'The file {name} changed while it was being read. Wait until it is written, or read a copy.',
  },
  'output-format': {
    nl: 'Dit commando schrijft geen {extension}. Kies een van: {allowed}.',
    en: 'This command does not write {extension}. Choose one of: {allowed}.',
  },
  'output-over-input': {
    nl: '{name} is ook een bestand dat dit commando leest of schrijft. Kies een andere naam.',
    en: '{name} is also a file that this command reads or writes. Choose another name.',
  },
  'sql-name': {
    nl: 'Een naam van een tabel of kolom is leeg of bevat een backslash of stuurteken. Geef een gewone naam op.',
    en: 'A name of a table or column is empty or holds a backslash or control character. Give a plain name.',
  },
  'sql-table': {
    nl: '{name} is geen naam van een tabel. Geef een naam als schema.tabel, met dubbele aanhalingstekens om een deel met andere tekens dan letters, cijfers, _ en $; maak voor een functie of bestand (read_csv, read_parquet) eerst een view in de engine.',
    en: '{name} is no name of a table. Give a name such as schema.table, with double quotes around a part that has signs other than letters, digits, _ and $; for a function or file (read_csv, read_parquet) first make a view in the engine.',
  },
  'sql-keep': {
    nl: 'De kolom {name} staat dan twee keer in de uitkomst. Noem haar één keer, of geef haar in een view een andere naam.',
    en: 'The column {name} would stand twice in the result. Name it once, or give it another name in a view.',
  },
  'sql-column': {
    nl: 'De query leest geen kolom {name}. Kies uit: {allowed}.',
    en: 'The query reads no column {name}. Choose from: {allowed}.',
  },
  'no-figure': {
    nl: 'Bij deze uitkomst valt niets te tekenen. Vraag de tabel met een bestand dat op .csv of .json eindigt.',
    en: 'There is nothing to draw for this result. Ask for the table with a file that ends in .csv or .json.',
  },
  'output-failed': {
    nl: 'Het bestand {name} kon niet worden geschreven. Controleer map, rechten en schijfruimte; er is niets half achtergebleven.',
    en: 'The file {name} could not be written. Check folder, permissions and disk space; nothing half-written was left.',
  },
  'machine-failed': {
    nl: 'De machine werkte niet mee ({detail}). Uw bestanden zijn niet veranderd.',
    en: 'The machine failed ({detail}). Your files are unchanged.',
  },
  'machine-refused': {
    nl: 'De machine staat dit niet toe ({detail}): er is geen recht om hier te lezen of te schrijven. Controleer de rechten van de map, of kies een andere.',
    en: 'The machine does not allow this ({detail}): there is no permission to read or write here. Check the permissions of the folder, or choose another.',
  },
  'machine-full': {
    nl: 'De schijf is vol. Er is niets half geschreven; maak ruimte vrij en doe het opnieuw.',
    en: 'The disk is full. Nothing was written by halves; free some space and try again.',
  },
  'memory-full': {
    nl: 'Het geheugen is vol: dit bestand vraagt meer dan dit proces krijgt. Er is niets half geschreven. Geef het meer met NODE_OPTIONS=--max-old-space-size=MB, of verdeel het bestand.',
    en: 'Memory is full: this file asks for more than this process gets. Nothing was written by halves. Give it more with NODE_OPTIONS=--max-old-space-size=MB, or split the file.',
  },
  'run-killed': {
    nl: 'De machine heeft dit commando afgebroken ({detail}). Er is niets half geschreven. Voer het opnieuw uit; gebeurt het weer, geef het proces meer geheugen of verdeel het bestand.',
    en: 'The machine has ended this command ({detail}). Nothing was written by halves. Run it again; if that happens once more, give the process more memory or split the file.',
  },
  'program-fault': {
    nl: 'Een fout in het programma zelf ({detail}). Uw bestanden zijn niet veranderd; meld dit met de versie erbij.',
    en: 'A fault in the program itself ({detail}). Your files are unchanged; please report it with the version.',
  },
} as const satisfies Record<string, Bilingual>;
