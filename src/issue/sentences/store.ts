/** Sentences about the data folder and the web server. */

import type { Bilingual } from '../../model/text.ts';

export const STORE_SENTENCES = {
  'form-answer': {
    nl: 'Dat antwoord past niet bij deze vraag. Kies 0 tot en met {highest}, of niet bekend.',
    en: 'That answer does not fit this question. Choose 0 to {highest}, or not known.',
  },
  'form-start': {
    nl: 'Kies een hoofdgroep van de regelset, en wanneer u wilt stoppen.',
    en: 'Choose a supercluster of the rule set, and when you want to stop.',
  },
  'store-in-use': {
    nl: 'De gegevensmap is al in gebruik door een andere zorgcluster. Stop die eerst, of wijs met ZORGCLUSTER_HOME een andere map aan.',
    en: 'The data folder is in use by another zorgcluster. Stop that one first, or point ZORGCLUSTER_HOME at another folder.',
  },
  'store-unreadable': {
    nl: 'Het gegevensbestand in de gegevensmap is niet te openen. Controleer de rechten en de schijfruimte, of zet een reservekopie terug.',
    en: 'The data file in the data folder cannot be opened. Check permissions and disk space, or restore a backup.',
  },
  'store-newer': {
    nl: 'De gegevensmap is geschreven door een nieuwere versie (opslagversie {found}, deze kent {known}). Gebruik die nieuwere versie.',
    en: 'The data folder was written by a newer version (store version {found}, this one knows {known}). Use that newer version.',
  },
  'home-unwritable': {
    nl: 'De gegevensmap is niet aan te maken of te beschrijven. Controleer de rechten, of wijs met ZORGCLUSTER_HOME een andere map aan.',
    en: 'The data folder cannot be made or written to. Check its permissions, or point ZORGCLUSTER_HOME at another folder.',
  },
  'disk-full': {
    nl: 'De schijf met de gegevensmap is vol. Er is niets half bewaard; maak ruimte vrij en doe het opnieuw.',
    en: 'The disk that holds the data folder is full. Nothing was kept by halves; free some space and try again.',
  },
  'deleted-not-renewed': {
    nl: 'Het bestand is verwijderd, maar de schijf is vol: de plek waar het stond is nog niet overschreven. Maak ruimte vrij; binnen tien minuten daarna, of bij de volgende start, gebeurt dat vanzelf.',
    en: 'The file is deleted, but the disk is full: the place where it stood has not been overwritten yet. Free some space; within ten minutes of that, or at the next start, it is done by itself.',
  },
  'backup-no-folder': {
    nl: 'Er is nog geen gegevensmap, dus niets om te bewaren. Wijs met ZORGCLUSTER_HOME de goede map aan.',
    en: 'There is no data folder yet, so nothing to back up. Point ZORGCLUSTER_HOME at the right folder.',
  },
  'backup-inside-folder': {
    nl: 'De reservekopie mag niet in de gegevensmap zelf komen. Kies een plaats daarbuiten.',
    en: 'The backup may not stand in the data folder itself. Choose a place outside it.',
  },
  'backup-made': {
    nl: 'Reservekopie gemaakt (aantal bestanden: {files}). Ze bevat rijen en sleutels: bewaar haar even goed als de gegevensmap.',
    en: 'Backup made (number of files: {files}). It holds rows and keys: keep it as safe as the data folder.',
  },
  'server-finishing': {
    nl: 'Een bestand wordt nog opgeslagen; daarna stopt de server vanzelf.',
    en: 'A file is still being stored; then the server stops by itself.',
  },
  'snapshot-failed': {
    nl: 'De draaiende server kon geen kopie van de gegevens maken. Zie zijn logboek, en of er schijfruimte is; er is geen reservekopie gemaakt.',
    en: 'The running server could not make a copy of the data. See its log, and whether there is disk space; no backup was made.',
  },
  'backup-unknown': {
    nl: 'Dit is geen reservekopie van zorgcluster. Er is niets teruggezet.',
    en: 'This is not a zorgcluster backup. Nothing was restored.',
  },
  'backup-damaged': {
    nl: 'De reservekopie is afgekapt of beschadigd. Er is niets teruggezet; neem een andere.',
    en: 'The backup is cut off or damaged. Nothing was restored; take another one.',
  },
  'backup-altered': {
    nl: 'In de reservekopie klopt {name} niet met de inhoudsopgave (SHA-256). Er is niets teruggezet; neem een andere.',
    en: 'In the backup {name} does not agree with the list of contents (SHA-256). Nothing was restored; take another one.',
  },
  'restore-not-empty': {
    nl: 'De gegevensmap is niet leeg. Met --replace wordt wat er staat opzijgezet (niet gewist) en de reservekopie teruggezet.',
    en: 'The data folder is not empty. With --replace what is there is put aside (not erased) and the backup restored.',
  },
  'restore-done': {
    nl: 'Teruggezet en gecontroleerd: {files} bestanden, gemaakt op {date}.',
    en: 'Restored and verified: {files} files, made on {date}.',
  },
  'restore-aside': {
    nl: 'Wat er stond, staat nu in {folder} in de gegevensmap. Wis die map als alles in orde is: er staan patiëntgegevens in.',
    en: 'What was there now stands in {folder} in the data folder. Erase it once all is well: it holds patient data.',
  },
  'port-in-use': {
    nl: 'Poort {port} is al in gebruik. Stop het andere programma of kies een andere poort: PORT=3001 npm start.',
    en: 'Port {port} is already in use. Stop the other program or choose another port: PORT=3001 npm start.',
  },
  'port-invalid': {
    nl: 'PORT moet een geheel getal van 0 tot en met 65535 zijn.',
    en: 'PORT must be a whole number from 0 to 65535.',
  },
  'upload-empty': {
    nl: 'Er is geen bestand gekozen. Kies een CSV- of Excel-bestand met één rij per zorgtraject.',
    en: 'No file was chosen. Choose a CSV or Excel file with one row per care episode.',
  },
  'upload-too-large': {
    nl: 'Het bestand is groter dan {limit} MB. Splits het, of gebruik de opdrachtregel (zorgcluster score).',
    en: 'The file is larger than {limit} MB. Split it, or use the command line (zorgcluster score).',
  },
  'no-usable-rows': {
    nl: 'Er is geen enkele bruikbare rij in het bestand. Controleer of het een rij per zorgtraject heeft.',
    en: 'There is not one usable row in the file. Check that it has one row per care episode.',
  },
  'retention-invalid': {
    nl: 'Kies een termijn, of een bestaande dag na vandaag en binnen dertig jaar.',
    en: 'Choose a term, or an existing day after today and within thirty years.',
  },
  'form-unreadable': {
    nl: 'Het formulier kwam onleesbaar aan. Ga terug, laad de pagina opnieuw en verstuur het nog eens.',
    en: 'The form arrived unreadable. Go back, load the page again and send it once more.',
  },
  'upload-cut-off': {
    nl: 'Het bestand kwam niet heel aan. Er is niets bewaard; stuur het opnieuw.',
    en: 'The file did not arrive whole. Nothing was kept; send it again.',
  },
} as const satisfies Record<string, Bilingual>;
