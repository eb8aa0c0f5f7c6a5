/** Sentences about reading a case file: the file, its header, its rows. */

import type { Bilingual } from '../../model/text.ts';

export const READ_SENTENCES = {
  'file-empty': {
    nl: 'Het bestand is leeg. Exporteer het opnieuw, met een kopregel en een rij per zorgtraject.',
    en: 'The file is empty. Export it again, with a header line and one row per episode.',
  },
  'file-other-format': {
    nl: 'Dit lijkt een bestand van het soort {kind}, en dat wordt niet gelezen. Bewaar of exporteer het zonder wachtwoord als CSV, Excel (.xlsx) of Parquet en lees dat in.',
    en: 'This looks like a file of the kind {kind}, which is not read. Save or export it without a password as CSV, Excel (.xlsx) or Parquet and read that.',
  },
  'file-not-text': {
    nl: 'Dit bestand bevat geen leesbare tekst. Exporteer de gegevens als CSV (UTF-8, UTF-16 of Windows-1252).',
    en: 'This file holds no readable text. Export the data as CSV (UTF-8, UTF-16 or Windows-1252).',
  },
  'file-damaged': {
    nl: 'Dit bestand ({kind}) is beschadigd of niet compleet. Maak of verstuur het opnieuw.',
    en: 'This file ({kind}) is damaged or incomplete. Make it or send it again.',
  },
  'sheets-several': {
    nl: 'Meer dan één tabblad bevat gegevens: {sheets}. Kies er een met --sheet NAAM.',
    en: 'More than one sheet holds data: {sheets}. Choose one with --sheet NAME.',
  },
  'sheet-unknown': {
    nl: 'Het bestand heeft geen tabblad {sheet}. Wel aanwezig: {sheets}.',
    en: 'The file has no sheet {sheet}. Present: {sheets}.',
  },
  'sheet-not-used': {
    nl: 'Dit bestand heeft geen tabbladen; --sheet doet hier niets.',
    en: 'This file has no sheets; --sheet does nothing here.',
  },
  'xlsx-too-many-rows': {
    nl: 'Het tabblad heeft meer dan {limit} rijen; zoveel wordt uit Excel niet gelezen. Bewaar of exporteer de gegevens als CSV of Parquet.',
    en: 'The sheet has more than {limit} rows; that many are not read from Excel. Save or export the data as CSV or Parquet.',
  },
  'xlsx-too-large': {
    nl: 'Dit Excelbestand is te groot om te lezen. Bewaar of exporteer de gegevens als CSV of Parquet.',
    en: 'This Excel file is too large to read. Save or export the data as CSV or Parquet.',
  },
  'fhir-too-large': {
    nl: 'Deze FHIR-bundel is te groot om in een keer te lezen. Verdeel hem, of exporteer de gegevens als CSV of Parquet.',
    en: 'This FHIR bundle is too large to read at once. Divide it, or export the data as CSV or Parquet.',
  },
  'fhir-no-ratings': {
    nl: 'Deze FHIR-bundel bevat geen HoNOS+-Observation (vragen HV01-HV19 uit HoNOSQuestion). Exporteer de afnames van de HoNOS+.',
    en: 'This FHIR bundle holds no HoNOS+ Observation (questions HV01-HV19 of HoNOSQuestion). Export the ratings of the HoNOS+.',
  },
  'fhir-observation-not-read': {
    nl: 'Deze Observation is niet opgebouwd zoals FHIR voorschrijft en is daarom niet gelezen. Laat de leverancier haar nakijken.',
    en: 'This Observation is not built as FHIR says and was therefore not read. Have the vendor look at it.',
  },
  'fhir-other-observations': {
    nl: 'Deze Observation is geen vraag van de HoNOS+ en is daarom overgeslagen.',
    en: 'This Observation is no question of the HoNOS+ and was therefore passed over.',
  },
  'fhir-withdrawn': {
    nl: 'Deze Observation is ingetrokken (status entered-in-error of cancelled) en is daarom overgeslagen.',
    en: 'This Observation was withdrawn (status entered-in-error or cancelled) and was therefore passed over.',
  },
  'fhir-question-unknown': {
    nl: 'Deze Observation heeft een vraagcode die niet bestaat; de vraag geldt als niet ingevuld. Toegestaan: HV01 tot en met HV19.',
    en: 'This Observation has a question code that does not exist; the question counts as not answered. Allowed: HV01 to HV19.',
  },
  'fhir-answer-unknown': {
    nl: 'Kolom {column}: de antwoordcode bestaat niet of het antwoord is geen waarde of code. Toegestaan: HA01 tot en met HA95.',
    en: 'Column {column}: the answer code does not exist, or the answer is neither a value nor a code. Allowed: HA01 to HA95.',
  },
  'fhir-answer-disagrees': {
    nl: 'Kolom {column}: vraag, waarde en antwoordcode spreken elkaar tegen. De code is HA gevolgd door 5 x (vraag - 1) + 1 + ernst.',
    en: 'Column {column}: question, value and answer code contradict each other. The code is HA followed by 5 x (question - 1) + 1 + severity.',
  },
  'fhir-answer-twice': {
    nl: 'Kolom {column}: dezelfde vraag is op deze dag twee keer verschillend beantwoord. Trek een van beide in (status entered-in-error).',
    en: 'Column {column}: the same question was answered twice and differently on this day. Withdraw one of them (status entered-in-error).',
  },
  'fhir-subject-missing': {
    nl: 'Een of meer Observations noemen geen patiënt (subject.reference). Exporteer ze met die verwijzing.',
    en: 'One or more Observations name no patient (subject.reference). Export them with that reference.',
  },
  'fhir-date-missing': {
    nl: 'Een of meer Observations noemen geen hele datum (effectiveDateTime). Exporteer ze met jaar, maand en dag.',
    en: 'One or more Observations name no whole date (effectiveDateTime). Export them with year, month and day.',
  },
  'quote-not-closed': {
    nl: 'In rij {row} begint een aanhalingsteken dat nergens sluit; de rest van het bestand zou in één cel verdwijnen. Sluit of verwijder dat aanhalingsteken.',
    en: 'In row {row} a quotation mark opens that never closes; the rest of the file would vanish into one cell. Close or remove that mark.',
  },
  'no-data-rows': {
    nl: 'Onder de kopregel staat geen enkele rij. Exporteer het bestand opnieuw, met de gegevens erbij.',
    en: 'There is not a single row below the header. Export the file again, with its data.',
  },
  'header-missing': {
    nl: 'De eerste regel lijkt gegevens te bevatten en geen kolomnamen. Zet er een kopregel boven, bijvoorbeeld patient;datum;hoofdgroep;hv01.',
    en: 'The first line seems to hold data, not column names. Put a header line above it, for instance patient;date;supercluster;hv01.',
  },
  'delimiter-unknown': {
    nl: 'Het bestand leest als één kolom. Scheid de kolommen met puntkomma, komma of tab; kolom {column} is nodig.',
    en: 'The file reads as one column. Separate columns by semicolon, comma or tab; column {column} is needed.',
  },
  'header-lower': {
    nl: 'De kolomnamen staan niet in de eerste rij maar in gevulde rij {row}. Verwijder de rijen erboven en lees het bestand opnieuw.',
    en: 'The column names are not in the first row but in filled row {row}. Remove the rows above it and read the file again.',
  },
  'headers-equal': {
    nl: 'De kolomnaam {column} komt meer dan eens voor. Geef elke kolom een eigen naam.',
    en: 'The column name {column} occurs more than once. Give every column a name of its own.',
  },
  'column-missing': {
    nl: 'Kolom {column} ontbreekt. Gevonden: {found}. Staat dit in een andere kolom, geef dan --map "{column}={nearest}".',
    en: 'Column {column} is missing. Found: {found}. If another column holds this, give --map "{column}={nearest}".',
  },
  'columns-missing-any': {
    nl: 'Geen van de kolommen {columns} staat in het bestand; minstens een is nodig. Gevonden: {found}. Wijs een kolom aan met --map.',
    en: 'None of the columns {columns} is in the file; at least one is needed. Found: {found}. Point to a column with --map.',
  },
  'map-unknown-column': {
    nl: '--map kent geen kolom {column}. Kies uit: {allowed}.',
    en: '--map knows no column {column}. Choose from: {allowed}.',
  },
  'map-header-missing': {
    nl: 'Het bestand heeft geen kolom {header}, die --map voor {column} noemt. Neem een kolomnaam over zoals die in het bestand staat; het meest gelijkend: {nearest}.',
    en: 'The file has no column {header}, which --map names for {column}. Copy a column name as it stands in the file; most alike: {nearest}.',
  },
  'column-double': {
    nl: 'Kolom {column} kan ook {canonical} zijn, maar daarvoor is {used} gelezen. Is dat verkeerd, geef dan --map "{canonical}={column}".',
    en: 'Column {column} could be {canonical} too, but {used} was read for it. If that is wrong, give --map "{canonical}={column}".',
  },
  'decimal-undecided': {
    nl: 'In kolom {column} is niet te zien of punt of komma het decimaalteken is (1.234 kan beide zijn). Geef --decimal , of --decimal .',
    en: 'In column {column} nothing shows whether point or comma is the decimal sign (1.234 can be either). Give --decimal , or --decimal .',
  },
  'dates-undecided': {
    nl: 'In kolom {column} is niet te zien of de dag of de maand voorop staat (03-04-2024 kan beide zijn). Geef --dates dmy of --dates mdy.',
    en: 'In column {column} nothing shows whether day or month comes first (03-04-2024 can be either). Give --dates dmy or --dates mdy.',
  },
  'supercluster-fill-unknown': {
    nl: 'De regelset kent de opgegeven hoofdgroep niet. Toegestaan: {allowed}.',
    en: 'The rule set does not know the supercluster given. Allowed: {allowed}.',
  },
  'too-many-rejected': {
    nl: 'Afgekeurd: {rejected} van de {read} rijen, meer dan de helft. Verbeter het bestand of wijs met --map de juiste kolommen aan; --rejects BESTAND toont elke afgekeurde rij.',
    en: 'Rejected: {rejected} of {read} rows, more than half. Mend the file or point to the right columns with --map; --rejects FILE shows every rejected row.',
  },
  'strict-rejected': {
    nl: 'Afgekeurd: {rejected} van de {read} rijen, en met --strict mag dat er geen enkele zijn. Verbeter ze (--rejects BESTAND toont ze) of laat --strict weg.',
    en: 'Rejected: {rejected} of {read} rows, and --strict allows none. Mend them (--rejects FILE shows them) or leave out --strict.',
  },
  'row-too-few-fields': {
    nl: 'De rij heeft minder velden dan de {expected} van de kopregel. Vul de rij aan; ook lege velden krijgen hun scheidingsteken.',
    en: 'The row has fewer fields than the {expected} of the header. Complete the row; blank fields have their delimiter too.',
  },
  'row-too-many-fields': {
    nl: 'De rij heeft meer velden dan de {expected} van de kopregel. Zet een waarde met een scheidingsteken erin tussen aanhalingstekens.',
    en: 'The row has more fields than the {expected} of the header. Put a value that holds a delimiter between quotation marks.',
  },
  'row-quotes': {
    nl: 'In de rij staat een aanhalingsteken waar het niet kan. Verdubbel een aanhalingsteken dat bij de waarde hoort.',
    en: 'The row has a quotation mark where none can be. Double a quotation mark that belongs to the value.',
  },
  'rating-not-allowed': {
    nl: 'Kolom {column}: een score is 0, 1, 2, 3 of 4; leeg, 9 of -1 is onbekend. Verbeter de waarde of maak haar leeg.',
    en: 'Column {column}: a rating is 0, 1, 2, 3 or 4; blank, 9 or -1 is not known. Correct the value or make it blank.',
  },
  'number-not-read': {
    nl: 'Kolom {column}: dit is geen getal. Schrijf alleen een getal of laat het veld leeg.',
    en: 'Column {column}: this is not a number. Write a number only, or leave the field blank.',
  },
  'number-other-decimal': {
    nl: 'Kolom {column}: deze waarde gebruikt een ander decimaalteken dan de rest van de kolom. Schrijf alle getallen op dezelfde manier, of geef --decimal.',
    en: 'Column {column}: this value uses another decimal sign than the rest of the column. Write all numbers alike, or give --decimal.',
  },
  'number-negative': {
    nl: 'Kolom {column}: een negatief getal kan hier niet; toegestaan is 0 of meer.',
    en: 'Column {column}: a negative number cannot be here; 0 or more is allowed.',
  },
  'date-not-read': {
    nl: 'Kolom {column}: dit is geen bestaande datum. Schrijf jjjj-mm-dd of dd-mm-jjjj, of laat het veld leeg.',
    en: 'Column {column}: this is no existing date. Write yyyy-mm-dd or dd-mm-yyyy, or leave the field blank.',
  },
  'date-other-order': {
    nl: 'Kolom {column}: dag en maand staan hier andersom dan in de rest van de kolom. Schrijf alle datums op dezelfde manier, of geef --dates.',
    en: 'Column {column}: day and month stand the other way round than in the rest of the column. Write all dates alike, or give --dates.',
  },
  'date-out-of-range': {
    nl: 'Kolom {column}: de datum ligt buiten 1900-2100. Verbeter het jaar.',
    en: 'Column {column}: the date lies outside 1900-2100. Correct the year.',
  },
  'start-after-end': {
    nl: 'De begindatum ligt na de einddatum ({column}). Verbeter een van beide, of laat de einddatum leeg als het traject loopt.',
    en: 'The start lies after the end ({column}). Correct either, or leave the end blank when the episode is open.',
  },
  'duplicate-episode': {
    nl: 'Deze combinatie van patiënt en traject ({column}) stond al in een eerdere rij; de eerste telt. Verwijder de dubbele of geef het traject een eigen nummer; zijn het afnamen van één traject, lees ze dan met --assessments.',
    en: 'This combination of patient and episode ({column}) was in an earlier row; the first one counts. Remove the double or number the episode apart; if these are ratings of one episode, read them with --assessments.',
  },
  'duplicate-assessment': {
    nl: 'Kolom {column}: deze patiënt heeft op deze dag al een afname in een eerdere rij; de eerste telt. Verwijder de dubbele.',
    en: 'Column {column}: this patient already has a rating on this day in an earlier row; the first one counts. Remove the double.',
  },
  'assessment-incomplete': {
    nl: 'Kolom {column}: met --assessments heeft elke rij een patiënt en een datum nodig. Vul het veld in.',
    en: 'Column {column}: with --assessments every row needs a patient and a date. Fill in the field.',
  },
  'assessment-after-end': {
    nl: 'Kolom {column}: de afname ligt na het einde van het traject. Verbeter de datum of de einddatum.',
    en: 'Column {column}: the rating lies after the end of the episode. Correct the date or the end.',
  },
  'post-without-pre': {
    nl: 'Kolom {column}: er is een nameting zonder voormeting; verandering is dan niet te bepalen. Vul de voormeting in.',
    en: 'Column {column}: there is a second measurement without a first; change cannot be told. Fill in the first one.',
  },
  'pre-equals-post-date': {
    nl: 'Kolom {column}: voormeting en nameting zijn van dezelfde dag; waarschijnlijk is één meting twee keer ingevuld. Controleer de datums.',
    en: 'Column {column}: first and second measurement are of the same day; probably one was entered twice. Check the dates.',
  },
  'instrument-mixed': {
    nl: 'Kolom {column} bevat {n} meetinstrumenten; hun scores zijn niet met elkaar te vergelijken. Kies er een (--instrument NAAM).',
    en: 'Column {column} holds {n} instruments; their scores cannot be compared with each other. Choose one (--instrument NAME).',
  },
  'unknown-cluster': {
    nl: 'Kolom {column}: dit cluster bestaat niet in de regelset. Toegestaan: {allowed}.',
    en: 'Column {column}: this cluster is not in the rule set. Allowed: {allowed}.',
  },
  'unknown-supercluster': {
    nl: 'Kolom {column}: deze hoofdgroep bestaat niet in de regelset. Toegestaan: {allowed}.',
    en: 'Column {column}: this supercluster is not in the rule set. Allowed: {allowed}.',
  },
  'identity-bsn': {
    nl: 'Kolom {column} bevat burgerservicenummers (BSN). Vervang ze door een pseudoniem of geef --pseudonymise-with SLEUTELBESTAND.',
    en: 'Column {column} holds citizen service numbers (BSN). Replace them by a pseudonym or give --pseudonymise-with KEYFILE.',
  },
  'identity-email': {
    nl: 'Kolom {column} bevat e-mailadressen. Verwijder de kolom of geef --pseudonymise-with SLEUTELBESTAND.',
    en: 'Column {column} holds e-mail addresses. Remove the column or give --pseudonymise-with KEYFILE.',
  },
  'identity-address': {
    nl: 'Kolom {column} bevat adressen (postcode met huisnummer). Verwijder de kolom of geef --pseudonymise-with SLEUTELBESTAND.',
    en: 'Column {column} holds addresses (postcode with house number). Remove the column or give --pseudonymise-with KEYFILE.',
  },
  'identity-name': {
    nl: 'Kolom {column} bevat volgens haar naam persoonsgegevens. Verwijder of hernoem de kolom, of geef --pseudonymise-with SLEUTELBESTAND.',
    en: 'Column {column} holds personal data, its name says. Remove or rename the column, or give --pseudonymise-with KEYFILE.',
  },
  'identity-birth': {
    nl: 'Kolom {column} bevat volgens haar naam geboortedatums. Een leeftijd is genoeg: vervang de kolom, of geef --pseudonymise-with SLEUTELBESTAND.',
    en: 'Column {column} holds dates of birth, its name says. An age is enough: replace the column, or give --pseudonymise-with KEYFILE.',
  },
  'identity-late': {
    nl: 'Kolom {column} bevat verderop in het bestand gegevens die naar een persoon leiden. Verwijder de kolom en lees het bestand opnieuw in.',
    en: 'Column {column} holds data that lead to a person further down the file. Remove the column and read the file again.',
  },
  'key-empty': {
    nl: 'Het sleutelbestand is leeg. Zet er een geheime, willekeurige tekst in van minstens 32 tekens en bewaar het goed.',
    en: 'The key file is empty. Put a secret, random text of at least 32 characters in it and keep it safe.',
  },
  'identity-hashed': {
    nl: 'Kolom {column} is met uw sleutel door pseudoniemen vervangen.',
    en: 'Column {column} was replaced by pseudonyms made with your key.',
  },
  'identity-dropped': {
    nl: 'Kolom {column} is weggelaten: zij wijst personen aan.',
    en: 'Column {column} was dropped: it identifies people.',
  },
  'birth-cut-to-age': {
    nl: 'Kolom {column} is vervangen door de leeftijd op de datum van de meting of de start (kolom age).',
    en: 'Column {column} was replaced by the age on the date of the rating or the start (column age).',
  },
} as const satisfies Record<string, Bilingual>;
