/** Sentences about rule sets: their files, their completeness, their import. */

import type { Bilingual } from '../../model/text.ts';

export const RULES_SENTENCES = {
  'rules-import-files': {
    nl: 'Geef --workbook met de werkmap, of --coefficients en --constants met de CSV-bestanden.',
    en: 'Give --workbook with the workbook, or --coefficients and --constants with the CSV files.',
  },
  'rules-table-empty': {
    nl: '{file} bevat geen gegevensrijen. Verwacht: een kopregel en daaronder de rijen.',
    en: '{file} holds no data rows. Expected: a header line and the rows below it.',
  },
  'rules-table-binary': {
    nl: '{file} is geen tekst en geen werkmap (.xlsx). Sla de tabel op als CSV (puntkomma, UTF-8) of als .xlsx en geef dat bestand.',
    en: '{file} is neither text nor a workbook (.xlsx). Save the table as CSV (semicolon, UTF-8) or as .xlsx and give that file.',
  },
  'rules-table-ragged': {
    nl: '{file}: rij {row} heeft meer cellen dan de {columns} kolommen van de kopregel. Controleer het scheidingsteken.',
    en: '{file}: row {row} has more cells than the {columns} columns of the header. Check the delimiter.',
  },
  'rules-folder': {
    nl: '{name} is geen map met een regelset (rule-set.json ontbreekt). `zorgcluster rules list` toont wat er is.',
    en: '{name} is not the folder of a rule set (rule-set.json is not there). `zorgcluster rules list` shows what there is.',
  },
  'rules-unknown': {
    nl: 'Er is geen regelset {id}. Beschikbaar: {known}. Een pad naar een map mag ook.',
    en: 'There is no rule set {id}. Available: {known}. A path to a folder may be given too.',
  },
  'rules-head-json': {
    nl: '{file} is geen geldige JSON. Herstel het bestand of importeer de regelset opnieuw.',
    en: '{file} is not valid JSON. Mend the file or import the rule set again.',
  },
  'rules-head-key': {
    nl: '{file}: sleutel "{key}" klopt niet; verwacht {expected}.',
    en: '{file}: key "{key}" is not right; expected {expected}.',
  },
  'rules-column-absent': {
    nl: '{file} mist de kolom {column}. Voeg haar toe.',
    en: '{file} lacks the column {column}. Add it.',
  },
  'rules-code-unknown': {
    nl: '{file}: kolom {column} bevat een code die niet in de lijst van de regelset staat. Verbeter de code.',
    en: '{file}: column {column} holds a code that is not in the list of the rule set. Correct the code.',
  },
  'rules-severity': {
    nl: '{file}: kolom {column} moet een ernst van 0 tot en met {highest} bevatten.',
    en: '{file}: column {column} must hold a severity from 0 to {highest}.',
  },
  'rules-number': {
    nl: '{file}: kolom {column} bevat geen eindig getal. Schrijf bijvoorbeeld -0,25 (of -0.25) zonder duizendtallen.',
    en: '{file}: column {column} does not hold a finite number. Write for instance -0.25 (or -0,25) without thousands.',
  },
  'rules-decimal-mixed': {
    nl: '{file}: kolom {column} gebruikt zowel komma als punt. Gebruik één decimaalteken in de hele kolom.',
    en: '{file}: column {column} uses both comma and point. Use one decimal sign in the whole column.',
  },
  'rules-review-term': {
    nl: '{file}: een reviewtermijn is een geheel getal in review_length met day of month in review_unit, of beide leeg.',
    en: '{file}: a review term is a whole number in review_length with day or month in review_unit, or both blank.',
  },
  'rules-coefficient-twice': {
    nl: '{file}: een combinatie van item, ernst en type komt meer dan eens voor. Laat één rij staan.',
    en: '{file}: a combination of item, severity and cluster occurs more than once. Keep one row.',
  },
  'rules-coefficient-missing': {
    nl: '{file}: {count} combinatie(s) van item, ernst en type ontbreken: {examples}. Vul de tabel aan.',
    en: '{file}: {count} combination(s) of item, severity and cluster are missing: {examples}. Complete the table.',
  },
  'rules-constant-twice': {
    nl: '{file}: een type heeft meer dan één constante. Laat één rij staan.',
    en: '{file}: a cluster has more than one constant. Keep one row.',
  },
  'rules-constant-missing': {
    nl: '{file}: {count} type(n) zonder constante: {examples}. Voeg de constante toe.',
    en: '{file}: {count} cluster(s) without a constant: {examples}. Add the constant.',
  },
  'rules-empty-list': {
    nl: 'De regelset heeft een lege lijst: {list}. Vul haar.',
    en: 'The rule set has an empty list: {list}. Fill it.',
  },
  'rules-shape': {
    nl: 'De regelset heeft {found} coëfficiënten of een ander aantal constanten dan typen; verwacht {expected} coëfficiënten.',
    en: 'The rule set has {found} coefficients, or another number of constants than clusters; {expected} coefficients are expected.',
  },
  'rules-max-missing': {
    nl: 'maxMissing moet een geheel getal van 0 tot en met {highest} zijn.',
    en: 'maxMissing must be a whole number from 0 to {highest}.',
  },
  'rules-code-twice': {
    nl: '{count} code(s) of nummer(s) komen dubbel voor in de lijst {list}: {examples}. Elke code hoort één keer voor te komen.',
    en: '{count} code(s) or number(s) occur twice in the list {list}: {examples}. Every code belongs there once.',
  },
  'rules-supercluster-unknown': {
    nl: '{count} type(n) horen bij een hoofdgroep die niet in de lijst staat: {examples}. Verbeter de hoofdgroep.',
    en: '{count} cluster(s) belong to a supercluster that is not in the list: {examples}. Correct the supercluster.',
  },
  'rules-supercluster-empty': {
    nl: '{count} hoofdgroep(en) zonder type: {examples}.',
    en: '{count} supercluster(s) without a cluster: {examples}.',
  },
  'rules-not-finite': {
    nl: '{count} coëfficiënt(en) of constante(n) zijn geen eindig getal.',
    en: '{count} coefficient(s) or constant(s) are not finite numbers.',
  },
  'rules-red-rule-index': {
    nl: '{count} rode regel(s) verwijzen naar een item, ernst of type dat niet bestaat.',
    en: '{count} red rule(s) refer to an item, severity or cluster that does not exist.',
  },
  'rules-red-rule-twice': {
    nl: '{count} rode regel(s) staan dubbel; dat verandert niets aan het advies.',
    en: '{count} red rule(s) are given twice; this does not change any advice.',
  },
  'rules-cluster-never': {
    nl: '{count} type(n) kunnen nooit worden geadviseerd, want rode regels sluiten elke ernst van een item uit: {examples}. Controleer de rode lijst.',
    en: '{count} cluster(s) can never be advised, as red rules exclude every severity of an item: {examples}. Check the red list.',
  },
  'rules-no-header': {
    nl: '{file} lijkt geen kopregel te hebben. Zet kolomnamen in de eerste regel.',
    en: '{file} seems to have no header line. Put column names in the first line.',
  },
  'rules-role-absent': {
    nl: '{file}: geen kolom gevonden voor "{role}". Gezien: {headers}. Geef de juiste kolom die naam.',
    en: '{file}: no column found for "{role}". Seen: {headers}. Give the right column that name.',
  },
  'rules-role-ambiguous': {
    nl: '{file}: meer dan één kolom kan "{role}" zijn: {headers}. Geef alleen de juiste die naam, of laat de andere weg.',
    en: '{file}: more than one column may be "{role}": {headers}. Give only the right one that name, or leave the other out.',
  },
  'rules-mapping': {
    nl: '{file} gelezen als: {mapping}.',
    en: '{file} read as: {mapping}.',
  },
  'rules-cluster-default': {
    nl: 'Geen hoofdgroepen gegeven (--superclusters): typen 1-8 horen bij X, 10-17 bij Y en 18-21 bij Z, naar het nummer van de code.',
    en: 'No superclusters given (--superclusters): clusters 1-8 belong to X, 10-17 to Y and 18-21 to Z, by the number of the code.',
  },
  'rules-review-default': {
    nl: 'Reviewtermijnen en namen komen uit data/instruments/zvt-clusters.csv (Engelse termijnen 2014/15; Nederlandse namen zijn een eigen vertaling).',
    en: 'Review terms and names come from data/instruments/zvt-clusters.csv (English terms 2014/15; Dutch names are our own translation).',
  },
  'rules-names-taken': {
    nl: 'Namen van {count} typen komen uit {file}; reviewtermijnen (en Engelse namen) uit data/instruments/zvt-clusters.csv (Engelse termijnen 2014/15).',
    en: 'Names of {count} clusters come from {file}; review terms (and English names) from data/instruments/zvt-clusters.csv (English terms 2014/15).',
  },
  'rules-types-unread': {
    nl: '{file}: geen kolom met typen gevonden; de namen komen van elders. Noem de kolom zorgvraagtype, met naast haar omschrijving.',
    en: '{file}: no column with clusters found; names come from elsewhere. Call the column zorgvraagtype, with omschrijving beside it.',
  },
  'rules-types-other': {
    nl: '{file} noemt {count} code(s) waarvoor geen coëfficiënten of constanten zijn gegeven: {examples}. Horen ze bij deze regelset, vul de tabellen dan aan.',
    en: '{file} lists {count} code(s) for which no coefficients or constants are given: {examples}. If they belong to this rule set, complete the tables.',
  },
  'rules-types-unlisted': {
    nl: '{file} noemt {count} type(n) niet die wel coëfficiënten of een constante hebben: {examples}. Controleer of de tabellen bij elkaar horen.',
    en: '{file} does not list {count} cluster(s) that do have coefficients or a constant: {examples}. Check that the tables belong together.',
  },
  'rules-by-answer': {
    nl: '{file} heeft geen kolommen voor vraag en ernst; beide volgen uit de antwoordcode (5 x (vraag - 1) + 1 + ernst).',
    en: '{file} has no columns for item and severity; both follow from the answer code (5 x (item - 1) + 1 + severity).',
  },
  'rules-tab-absent': {
    nl: '{file} heeft geen tabblad met {what}. Gezien: {tabs}. Geef het tabblad een naam waar dat woord in staat, of geef die tabel als CSV.',
    en: '{file} has no tab with {what}. Seen: {tabs}. Give the tab a name that holds that word, or give that table as CSV.',
  },
  'rules-tab-ambiguous': {
    nl: '{file}: meer dan één tabblad kan {what} zijn: {tabs}. Laat er één staan, of geef die tabel als CSV.',
    en: '{file}: more than one tab may be {what}: {tabs}. Keep one, or give that table as CSV.',
  },
  'rules-tab-extra': {
    nl: '{file}: de rode lijst komt uit een tabblad van de werkmap, {tab}.',
    en: '{file}: the red list comes from a tab of the workbook, {tab}.',
  },
  'rules-no-workbook': {
    nl: '{file} is geen werkmap (.xlsx). Geef CSV-bestanden als coëfficiënten en constanten afzonderlijk op.',
    en: '{file} is not a workbook (.xlsx). Give CSV files as coefficients and constants separately.',
  },
  'rules-tab-long': {
    nl: '{file}: tabblad {tab} heeft meer dan 50.000 rijen; dat is geen tabel van een regelset. Laat het weg.',
    en: '{file}: tab {tab} has more than 50,000 rows; that is no table of a rule set. Leave it out.',
  },
  'rules-answer-disagrees': {
    nl: '{file}: kolom {column} heeft een andere antwoordcode dan bij de vraag en de ernst van de rij hoort (5 x (vraag - 1) + 1 + ernst). Vraag en ernst zijn gebruikt; controleer of de kolommen bij elkaar horen.',
    en: '{file}: column {column} has another answer code than belongs to the question and severity of the row (5 x (question - 1) + 1 + severity). Question and severity were used; check that the columns belong together.',
  },
  'rules-tab-notes': {
    nl: '{file}: {count} regel(s) met alleen een opmerking overgeslagen.',
    en: '{file}: {count} line(s) with nothing but a remark left out.',
  },
  'rules-cluster-no-supercluster': {
    nl: '{count} type(n) zonder hoofdgroep: {examples}. Geef --superclusters met kolommen type en hoofdgroep.',
    en: '{count} cluster(s) without a supercluster: {examples}. Give --superclusters with the columns cluster and supercluster.',
  },
  'rules-clusters-absent': {
    nl: 'De tabellen bevatten {count} van de bekende typen niet: {examples}. Klopt dat niet, importeer dan de volledige tabellen.',
    en: 'The tables do not hold {count} of the known clusters: {examples}. If that is not right, import the complete tables.',
  },
  'rules-no-red-rules': {
    nl: 'Geen rode lijst gegeven: geen enkel type is ooit onmogelijk. Geef --red-rules als die lijst er is.',
    en: 'No red list given: no cluster is ever impossible. Give --red-rules if there is such a list.',
  },
  'rules-id': {
    nl: 'Een naam van een regelset bestaat uit letters, cijfers, streepjes en lage streepjes (ten hoogste 64).',
    en: 'The name of a rule set consists of letters, digits, hyphens and underscores (at most 64).',
  },
  'rules-id-taken': {
    nl: 'Er is al een andere regelset {id}. Kies een andere naam, of vervang haar (--replace).',
    en: 'There is already another rule set {id}. Choose another name, or replace it (--replace).',
  },
  'rules-id-shipped': {
    nl: '{id} is de naam van een meegeleverde regelset. Kies een andere naam.',
    en: '{id} is the name of a rule set that comes with the product. Choose another name.',
  },
  'rules-day': {
    nl: 'De eerste dag van geldigheid is geen datum. Schrijf jjjj-mm-dd, of laat haar leeg.',
    en: 'The first day of validity is not a date. Write yyyy-mm-dd, or leave it blank.',
  },
  'rules-upload-empty': {
    nl: 'Kies de werkmap, of de coëfficiënten én de constanten.',
    en: 'Choose the workbook, or both the coefficients and the constants.',
  },
  'rules-broken': {
    nl: 'Niet bruikbaar: {names}. `zorgcluster rules check NAAM` noemt elke fout.',
    en: 'Not usable: {names}. `zorgcluster rules check NAME` names every fault.',
  },
  'rules-sound': {
    nl: 'Regelset {id} is volledig en klopt.',
    en: 'Rule set {id} is complete and sound.',
  },
  'rules-stored': {
    nl: 'Regelset {id} is bewaard. Gebruik haar met --rules {id}; een officiële wordt vanaf de geldigheidsdatum vanzelf gekozen.',
    en: 'Rule set {id} is stored. Use it with --rules {id}; an official one is chosen by itself from its first day on.',
  },
  'rules-stored-before': {
    nl: 'Regelset {id} stond er al precies zo; er is niets veranderd.',
    en: 'Rule set {id} was there exactly like this; nothing has changed.',
  },
} as const satisfies Record<string, Bilingual>;
