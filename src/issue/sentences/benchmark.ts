/** Sentences about outcomes and the network benchmark. Reasons of `{undefined: …}` carry no parameters. */

import type { Bilingual } from '../../model/text.ts';

export const BENCHMARK_SENTENCES = {
  'outcomes-without-scores': {
    nl: 'Kolom {column} ontbreekt; uitkomsten vragen `pre` en `post`. Wijs hem aan met --map {column}=KOP.',
    en: 'Column {column} is missing; outcomes need `pre` and `post`. Point to it with --map {column}=HEADER.',
  },
  'several-instruments': {
    nl: 'Kolom instrument bevat meer dan één meetinstrument ({found}); die zijn niet te vergelijken. Kies er een met --instrument.',
    en: 'Column instrument holds more than one instrument ({found}); they cannot be compared. Choose one with --instrument.',
  },
  'unknown-instrument': {
    nl: 'Meetinstrument {instrument} komt niet voor in het bestand. Wel aanwezig: {found}.',
    en: 'Instrument {instrument} does not occur in the file. Present: {found}.',
  },
  'reliability-range': {
    nl: 'De betrouwbaarheid moet tussen 0 en 1 liggen. Geef bijvoorbeeld --reliability 0.85.',
    en: 'The reliability must lie between 0 and 1. Give for instance --reliability 0.85.',
  },
  'cutoff-needs-functional': {
    nl: 'Grens {cutoff} vraagt een functionele groep. Geef --functional GEMIDDELDE,SD, of kies --cutoff a of een getal.',
    en: 'Cut-off {cutoff} needs a functional population. Give --functional MEAN,SD, or choose --cutoff a or a number.',
  },
  'norm-range': {
    nl: 'Een normgroep is een gemiddelde en een standaarddeviatie boven 0, bijvoorbeeld 60,7.5.',
    en: 'A norm is a mean and a standard deviation above 0, for instance 60,7.5.',
  },
  'unknown-group-column': {
    nl: 'Kolom {column} om naar uit te splitsen ontbreekt of is geen tekstkolom.',
    en: 'Column {column} to break down by is missing or is not a text column.',
  },
  'conversion-column': {
    nl: 'Omrekentabel {name} mist kolom {column}. Nodig zijn instrument, version, source, raw en t; se mag.',
    en: 'Conversion table {name} lacks column {column}. Needed are instrument, version, source, raw and t; se is optional.',
  },
  'conversion-mixed': {
    nl: 'Omrekentabel {name}: kolom {column} moet in elke rij dezelfde tekst hebben. Versies zijn niet te mengen.',
    en: 'Conversion table {name}: column {column} must hold the same text in every row. Versions cannot be mixed.',
  },
  'conversion-number': {
    nl: 'Omrekentabel {name}, rij {row}: kolom {column} is geen getal. Herstel de cel.',
    en: 'Conversion table {name}, row {row}: column {column} is not a number. Mend the cell.',
  },
  'conversion-order': {
    nl: 'Omrekentabel {name}, rij {row}: kolom {column} moet van rij tot rij stijgen. Sorteer op de ruwe score en controleer de T-scores.',
    en: 'Conversion table {name}, row {row}: column {column} must rise from row to row. Sort by raw score and check the T-scores.',
  },
  'conversion-status': {
    nl: 'Omrekentabel {name}: kolom status kent {allowed}. Verbeter de cel of laat de kolom weg.',
    en: 'Conversion table {name}: column status knows {allowed}. Mend the cell or leave the column out.',
  },
  'histogram-csv': {
    nl: 'Bestand {name} is een werkmap. Sla het blad met scores op als CSV.',
    en: 'File {name} is a workbook. Save the sheet with scores as CSV.',
  },
  'histogram-column': {
    nl: 'Bestand {name} mist kolom {column}. Nodig is een kolom met de ruwe score (raw of score) en, tenzij elke rij een persoon is, een met het aantal (n of aantal); wijs ze aan met --raw en --count.',
    en: 'File {name} lacks column {column}. Needed are a column with the raw score (raw or score) and, unless each row is a person, one with the number (n or aantal); point to them with --raw and --count.',
  },
  'histogram-number': {
    nl: 'Bestand {name}, rij {row}: kolom {column} is geen bruikbaar getal. Een score is een getal, een aantal is heel en 0 of meer.',
    en: 'File {name}, row {row}: column {column} is not a usable number. A score is a number, a count is whole and 0 or more.',
  },
  'histogram-few': {
    nl: 'Bestand {name} bevat te weinig: een tabel voor de bevolking vraagt minstens {persons} personen en {scores} verschillende scores.',
    en: 'File {name} holds too little: a table for the population needs at least {persons} people and {scores} different scores.',
  },
  'note-conversion-fitted': {
    nl: 'T = 50 + 10 maal het normale kwantiel van de middenrang. De tabel geldt voor dit instrument en deze versie; scores die niemand had, liggen op de rechte lijn ertussen, en scores buiten de reeks worden geweigerd.',
    en: 'T = 50 + 10 times the normal quantile of the mid-rank. The table is for this instrument and this version; scores nobody had lie on the straight line between, and scores outside the range are refused.',
  },
  'conversion-instrument': {
    nl: 'De omrekentabel is van {conversion}, de scores zijn van {found}. Geef de tabel van dat instrument, of kies met --instrument.',
    en: 'The conversion table is of {conversion}, the scores are of {found}. Give the table of that instrument, or choose with --instrument.',
  },
  'conversion-outside': {
    nl: '{n} scores liggen buiten de omrekentabel ({low} tot {high}). Controleer of dit de tabel van deze scores is.',
    en: '{n} scores lie outside the conversion table ({low} to {high}). Check that this is the table of these scores.',
  },
  'no-member-column': {
    nl: 'Kolom {column} met de instelling ontbreekt; een vergelijking heeft die nodig. Wijs hem aan met --member KOLOM of --map member=KOP.',
    en: 'Column {column} with the institution is missing; a comparison needs it. Point to it with --member COLUMN or --map member=HEADER.',
  },
  'unknown-response': {
    nl: 'Kolom {column} om op te vergelijken ontbreekt. Controleer --outcome en --duration.',
    en: 'Column {column} to compare on is missing. Check --outcome and --duration.',
  },
  'response-not-numeric': {
    nl: 'Kolom {column} om op te vergelijken bevat niet alleen getallen. Kies een getalskolom of herstel de cellen.',
    en: 'Column {column} to compare on does not hold numbers only. Choose a numeric column or mend the cells.',
  },
  'benchmark-without-responses': {
    nl: 'Er is niets om op te vergelijken: `pre` en `post` of `start` en `end` ontbreken. Wijs kolommen aan met --map, --outcome of --duration.',
    en: 'There is nothing to compare on: `pre` and `post`, or `start` and `end`, are missing. Point to columns with --map, --outcome or --duration.',
  },
  'unknown-covariate': {
    nl: 'Kolom {column} om voor te corrigeren ontbreekt. Controleer --adjust.',
    en: 'Column {column} to adjust for is missing. Check --adjust.',
  },
  'unknown-filter-column': {
    nl: 'Kolom {column} om op te kiezen ontbreekt. Controleer --where.',
    en: 'Column {column} to choose by is missing. Check --where.',
  },
  'filter-nothing-left': {
    nl: 'Geen enkel traject heeft de gekozen waarden in {columns}. Controleer de schrijfwijze in --where.',
    en: 'No episode holds the values chosen in {columns}. Check the spelling in --where.',
  },
  'covariate-twice': {
    nl: 'Kolom {column} staat twee keer in --adjust. Noem hem een keer.',
    en: 'Column {column} stands in --adjust twice. Name it once.',
  },
  'covariate-in-use': {
    nl: 'Kolom {column} is al de instelling of de uitkomst en kan niet ook in --adjust staan. Haal hem daar weg.',
    en: 'Column {column} is already the member or a response and cannot stand in --adjust too. Remove it there.',
  },
  'constant-covariate': {
    nl: 'Kolom {column} heeft in de vergeleken episodes maar één waarde; daarvoor is niet te corrigeren. Haal hem uit --adjust.',
    en: 'Column {column} has a single value in the compared episodes; it cannot be adjusted for. Remove it from --adjust.',
  },
  'collinear-covariate': {
    nl: 'Kolom {column} volgt volledig uit de kolommen die ervoor in --adjust staan. Haal een van die kolommen weg.',
    en: 'Column {column} follows entirely from the columns before it in --adjust. Remove one of them.',
  },
  'too-few-members': {
    nl: 'Er zijn te weinig instellingen met genoeg gegevens voor een vergelijking.',
    en: 'There are too few members with enough data for a comparison.',
  },
  'network-too-small': {
    nl: 'Een vergelijking vraagt minstens {minimum} instellingen met ieder minstens 10 patiënten; hier zijn het er {members}. Voeg gegevens van meer instellingen toe.',
    en: 'A comparison needs at least {minimum} members with at least 10 patients each; here there are {members}. Add data of more members.',
  },
  'min-members-range': {
    nl: 'Het kleinste aantal instellingen is {minimum}; --min-members mag alleen hoger zijn.',
    en: 'The least number of members is {minimum}; --min-members may only be higher.',
  },
  'level-range': {
    nl: 'Een betrouwbaarheidsniveau ligt tussen 0 en 1, bijvoorbeeld 0.95.',
    en: 'A level lies between 0 and 1, for instance 0.95.',
  },
  'own-without-seed': {
    nl: 'Wie alleen zichzelf bij naam ziet, heeft een startgetal nodig voor de volgorde van de anderen.',
    en: 'A view that names one member needs a seed for the order of the others.',
  },
  'unknown-own': {
    nl: 'De instelling van --own zit niet in deze vergelijking. Controleer de schrijfwijze en of er minstens 10 patiënten zijn.',
    en: 'The member of --own is not in this comparison. Check its spelling and that it has at least 10 patients.',
  },
  'no-reliability': {
    nl: 'Zonder betrouwbaarheid van het meetinstrument zijn er geen klassen; geef --reliability.',
    en: 'Without the reliability of the instrument there are no classes; give --reliability.',
  },
  'too-few-pairs': {
    nl: 'Er zijn minder dan twee episodes met voor- en nameting.',
    en: 'Fewer than two episodes have both measurements.',
  },
  'no-spread': {
    nl: 'Alle voormetingen zijn gelijk; er is geen spreiding om mee te rekenen.',
    en: 'All first measurements are equal; there is no spread to work with.',
  },
  'no-cutoff': {
    nl: 'De grens is met deze gegevens niet te bepalen.',
    en: 'The cut-off cannot be determined from these data.',
  },
  'no-reliable-change': {
    nl: 'Deze methode is met deze gegevens niet te berekenen: de verschillen hebben geen betrouwbare spreiding.',
    en: 'This method cannot be computed from these data: the differences have no reliable spread.',
  },
  'nothing-due': {
    nl: 'Er is nog geen episode waarvan een meting verwacht wordt.',
    en: 'No episode is due for measurement yet.',
  },
  'constant-response': {
    nl: 'Alle episodes hebben dezelfde waarde.',
    en: 'All episodes have the same value.',
  },
  'too-few-episodes': {
    nl: 'Er zijn te weinig episodes voor dit model.',
    en: 'There are too few episodes for this model.',
  },
  'no-spread-within-members': {
    nl: 'Binnen de instellingen is er geen spreiding.',
    en: 'There is no spread within the members.',
  },
  'covariate-constant-within-members': {
    nl: 'Een kolom om voor te corrigeren verschilt alleen tussen instellingen; een eigen waarde per instelling is dan niet te bepalen.',
    en: 'A column to adjust for differs between members only; a value per member cannot be determined then.',
  },
  'no-outcome-column': {
    nl: 'Het bestand heeft geen uitkomst (kolommen pre en post, of --outcome).',
    en: 'The file has no outcome (columns pre and post, or --outcome).',
  },
  'no-duration-column': {
    nl: 'Het bestand heeft geen behandelduur (kolommen start en end, of --duration).',
    en: 'The file has no duration (columns start and end, or --duration).',
  },
  'no-cost-column': { nl: 'Het bestand heeft geen kosten.', en: 'The file has no cost.' },
  'no-outcome-and-cost': {
    nl: 'Uitkomst en kosten zijn niet allebei aanwezig.',
    en: 'Outcome and cost are not both present.',
  },
  'no-outcome-and-duration': {
    nl: 'Uitkomst en behandelduur zijn niet allebei aanwezig.',
    en: 'Outcome and duration are not both present.',
  },
  'member-not-in-model': {
    nl: 'Deze instelling heeft te weinig volledige episodes voor dit model.',
    en: 'This member has too few complete episodes for this model.',
  },
  'improvement-not-above-zero': {
    nl: 'De gemiddelde verbetering is niet aantoonbaar groter dan nul; een verhouding heeft dan geen betekenis.',
    en: 'The mean improvement is not demonstrably above zero; a ratio has no meaning then.',
  },
  'no-scores': {
    nl: 'Het bestand heeft geen voormeting.',
    en: 'The file has no first measurement.',
  },
  'peer-counts-withheld': {
    nl: 'Aantallen van andere instellingen worden niet getoond.',
    en: 'Counts of other members are not shown.',
  },
  'outcome-and-duration-collinear': {
    nl: 'Uitkomst en behandelduur volgen volledig uit elkaar.',
    en: 'Outcome and duration follow entirely from each other.',
  },
  'variance-not-bounded': {
    nl: 'De variantie tussen instellingen heeft geen bovengrens: binnen de instellingen is er vrijwel geen spreiding.',
    en: 'The variance between members has no upper limit: there is hardly any spread within them.',
  },
  'too-few-members-for-correlation': {
    nl: 'Onder de 8 instellingen zegt een samenhang tussen instellingen niets.',
    en: 'With fewer than 8 members a correlation between members says nothing.',
  },
  'between-covariance-singular': {
    nl: 'De verschillen tussen instellingen zijn te klein om een samenhang te schatten.',
    en: 'The differences between members are too small to estimate a correlation.',
  },
  'funnel-too-few-units': {
    nl: 'Een funnelplot vraagt minstens twee eenheden met bruikbare getallen; hier zijn het er {units}. Controleer de aangewezen kolommen.',
    en: 'A funnel plot needs at least two units with usable figures; here there are {units}. Check the columns pointed to.',
  },
  'funnel-levels': {
    nl: 'Niveaus van de grenzen liggen tussen 0 en 1, bijvoorbeeld --levels 0.95,0.998.',
    en: 'Levels of the limits lie between 0 and 1, for instance --levels 0.95,0.998.',
  },
  'funnel-winsorise': {
    nl: 'Het deel dat aan elke kant wordt ingetrokken ligt tussen 0 en 0.5, bijvoorbeeld --winsorise 0.1.',
    en: 'The share pulled in at each end lies between 0 and 0.5, for instance --winsorise 0.1.',
  },
  'funnel-columns': {
    nl: 'Een funnelplot van dit soort vraagt {options}. Wijs de kolommen aan.',
    en: 'A funnel plot of this kind needs {options}. Point to the columns.',
  },
  'too-few-units': {
    nl: 'Onder de drie eenheden is geen spreiding te schatten.',
    en: 'With fewer than three units no spread can be estimated.',
  },
  'note-no-case-mix': {
    nl: 'Er is niet gecorrigeerd voor verschillen in patiënten: verschillen tussen instellingen kunnen daardoor komen.',
    en: 'Nothing was adjusted for: differences between members may come from differences between their patients.',
  },
  'note-case-mix': {
    nl: 'Gecorrigeerd voor: {columns}.',
    en: 'Adjusted for: {columns}.',
  },
  'note-duration-is-result': {
    nl: 'Behandelduur is deels een gevolg van herstel: langer behandelen is hieruit niet als oorzaak van een uitkomst af te lezen.',
    en: 'Duration is partly a result of recovery: longer treatment cannot be read from this as a cause of an outcome.',
  },
  'note-model-undefined': {
    nl: 'Geen model voor {model}. {reason}',
    en: 'No model for {model}. {reason}',
  },
  'note-tau2-zero': {
    nl: 'Model voor {model}: de verschillen tussen instellingen zijn niet groter dan toeval (tau² = 0).',
    en: 'Model for {model}: the differences between members are no larger than chance (tau² = 0).',
  },
  'tau2-range': {
    nl: 'Een variantie tussen instellingen is een getal van 0 of hoger.',
    en: 'A variance between members is a number of 0 or more.',
  },
  'note-tau2-external': {
    nl: 'Model voor {model}: de variantie tussen instellingen (tau²) is opgegeven, niet geschat.',
    en: 'Model for {model}: the variance between members (tau²) was given, not estimated.',
  },
  'note-no-order': {
    nl: 'Model voor {model}: te weinig instellingen of te weinig onderscheid voor een rangorde; lees de verwachte rang niet als volgorde.',
    en: 'Model for {model}: too few members or too little distinction for an order; do not read the expected rank as one.',
  },
  'note-small-members': {
    nl: 'Instellingen met minder dan 10 patiënten zijn weggelaten; hun episodes tellen mee bij wat is uitgesloten.',
    en: 'Members with fewer than 10 patients were left out; their episodes are counted among the excluded.',
  },
  'note-where': {
    nl: 'Alleen trajecten met {filter}.',
    en: 'Only episodes with {filter}.',
  },
  'note-rest-members': {
    nl: 'Instellingen met 1 tot 9 niet-gekozen patiënten zijn weggelaten: het verschil met het geheel zou die enkelen tonen.',
    en: 'Members with 1 to 9 patients not chosen were left out: the difference from the whole would show those few.',
  },
  'note-windows': {
    nl: 'Metingen buiten de meetperioden ({windows}) tellen als niet gemeten.',
    en: 'Measurements outside the windows ({windows}) count as not made.',
  },
  'note-peers': {
    nl: 'Andere instellingen zijn anoniem: aantallen in banden, hun onzekerheid ruim genomen. Wie alle bijdragen samenvoegt, kan ze wel herkennen.',
    en: 'Other members are anonymous: numbers in bands, their uncertainty taken wide. Whoever combines the contributions can still recognise them.',
  },
} as const satisfies Record<string, Bilingual>;
