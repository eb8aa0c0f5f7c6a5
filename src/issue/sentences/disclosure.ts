/** Sentences about what may leave a member: the gate, the ledger, contributions and putting them together. */

import type { Bilingual } from '../../model/text.ts';

export const DISCLOSURE_SENTENCES = {
  'gate-nothing-left': {
    nl: 'Er is geen bijdrage geschreven: geen enkel model kan naar buiten zonder dat een patiënt te herleiden is.',
    en: 'No contribution was written: no model can leave without a patient being recognisable.',
  },
  'gate-too-few-patients': {
    nl: 'Te weinig patiënten: een model vraagt er minstens 30, en minstens 10 per kolom om voor te corrigeren. Neem een langere periode of minder kolommen.',
    en: 'Too few patients: a model needs at least 30, and at least 10 per column adjusted for. Take a longer period or fewer columns.',
  },
  'gate-small-cell': {
    nl: 'Kolom {column}: een waarde, of een combinatie met een andere kolom, komt bij minder dan 10 patiënten voor. Een grovere indeling helpt.',
    en: 'Column {column}: a value, or a combination with another column, occurs in fewer than 10 patients. Coarser values help.',
  },
  'gate-dominated-level': {
    nl: 'Kolom {column}: bij een waarde hangt een som vrijwel aan twee patiënten. Een grovere indeling helpt.',
    en: 'Column {column}: for one value a sum hangs almost entirely on two patients. Coarser values help.',
  },
  'gate-uniform-level': {
    nl: 'Kolom {column}: bij een waarde hebben alle patiënten dezelfde uitkomst, zodat hun gemiddelde die van ieder is. Een grovere indeling helpt.',
    en: 'Column {column}: for one value all patients have the same result, so that their mean is that of each. Coarser values help.',
  },
  'gate-one-level': {
    nl: 'Kolom {column}: alle patiënten hebben dezelfde waarde, zodat die van ieder bekend zou worden. Spreek een opzet zonder deze kolom af.',
    en: 'Column {column}: all patients have the same value, so that each one’s would be known. Agree on a design without this column.',
  },
  'gate-constant-column': {
    nl: 'Kolom {column}: alle patiënten hebben hetzelfde getal, zodat dat van ieder bekend zou worden. Laat de kolom weg.',
    en: 'Column {column}: all patients have the same number, so that each one’s would be known. Leave the column out.',
  },
  'gate-determined-column': {
    nl: 'Kolom {column}: de andere kolommen verklaren deze vrijwel geheel, zodat wie die van een patiënt kent ook deze kent. Laat een van de kolommen weg.',
    en: 'Column {column}: the other columns explain it almost entirely, so that whoever knows a patient’s other values knows this one too. Leave one of the columns out.',
  },
  'gate-few-values': {
    nl: 'Kolom {column}: er zijn zo weinig verschillende getallen dat de sommen laten zien hoe vaak elk voorkomt, en een ervan hoort bij minder dan 10 patiënten. Neem de kolom als cat: op, of laat haar weg.',
    en: 'Column {column}: there are so few different numbers that the sums show how often each occurs, and one belongs to fewer than 10 patients. Take the column as cat:, or leave it out.',
  },
  'gate-leverage': {
    nl: 'Te veel patiënten wegen elk voor zich te zwaar in de sommen. Neem een langere periode of minder kolommen.',
    en: 'Too many patients each weigh too heavily in the sums. Take a longer period or fewer columns.',
  },
  'gate-dominance': {
    nl: 'Kolom {column}: twee patiënten hebben samen meer dan 85% van een som, zodat hun waarden te herleiden zijn. Controleer de uitschieters of laat de kolom weg.',
    en: 'Column {column}: two patients together have more than 85% of a sum, so that their values can be worked out. Check the outliers or leave the column out.',
  },
  'gate-overlap': {
    nl: 'Episodes van minder dan 10 patiënten staan in het ene model en niet in het andere; het verschil zou hun waarden tonen.',
    en: 'Episodes of fewer than 10 patients are in one model and not in another; the difference would show their values.',
  },
  'gate-small-count': {
    nl: 'Een aantal van 1 tot 9 zou af te lezen zijn.',
    en: 'A count of 1 to 9 could be read off.',
  },
  'withheld-by-gate': {
    nl: 'Niet vrijgegeven, omdat een klein aantal af te lezen zou zijn.',
    en: 'Not released, because a small count could be read off.',
  },
  'release-too-close': {
    nl: 'Er is geen bijdrage geschreven: samen met wat eerder naar buiten ging (bijdragen: {releases}) zouden minder dan 10 patiënten te onderscheiden zijn. Wacht tot er in elke groep minstens 10 patiënten bij zijn gekomen of veranderd, of stuur de eerdere bijdrage opnieuw.',
    en: 'No contribution was written: together with what left before (contributions: {releases}) fewer than 10 patients could be told apart. Wait until every group has at least 10 patients more or changed, or send the earlier contribution again.',
  },
  'ledger-damaged': {
    nl: 'Bestand {name} in de map releases is beschadigd, zodat niet na te gaan is wat er eerder naar buiten ging. Zet het terug uit een reservekopie.',
    en: 'File {name} in the folder releases is damaged, so that what left before cannot be checked. Restore it from a backup.',
  },
  'key-damaged': {
    nl: 'Sleutelbestand {name} in de map keys is beschadigd. Zet het terug uit een reservekopie.',
    en: 'Key file {name} in the folder keys is damaged. Restore it from a backup.',
  },
  'folder-locked': {
    nl: 'Een ander proces is bezig in de gegevensmap. Probeer het zo dadelijk opnieuw.',
    en: 'Another process is working in the data folder. Try again in a moment.',
  },
  'member-name-needed': {
    nl: 'De instelling is niet bekend: kolom {column} ontbreekt of is leeg. Geef --member-name NAAM.',
    en: 'The member is not known: column {column} is missing or blank. Give --member-name NAME.',
  },
  'several-member-names': {
    nl: 'Kolom {column} noemt {found} instellingen; een bijdrage is van één instelling. Lever de rijen van die instelling aan.',
    en: 'Column {column} names {found} members; a contribution is of one member. Give the rows of that member.',
  },
  'design-and-options': {
    nl: 'De opzet in --design legt {option} al vast. Laat de optie weg.',
    en: 'The design in --design already settles {option}. Leave the option out.',
  },
  'design-shape': {
    nl: 'Opzet {name}: {key} ontbreekt, is onbekend of heeft een verkeerde vorm. Toegestaan: outcome, duration, adjust (column, kind number of category, levels), better, direction, instrument, conversion, windows (pre en post met fromDays, untilDays), period (from, until).',
    en: 'Design {name}: {key} is missing, unknown or of a wrong form. Allowed: outcome, duration, adjust (column, kind number or category, levels), better, direction, instrument, conversion, windows (pre and post with fromDays, untilDays), period (from, until).',
  },
  'design-not-numeric': {
    nl: 'Kolom {column} is in de opzet niet van hetzelfde soort (getal of categorie) als in het bestand. Herstel de cellen of de opzet.',
    en: 'Column {column} is not of the same kind (number or category) in the design as in the file. Mend the cells or the design.',
  },
  'windows-without-dates': {
    nl: 'De opzet noemt een meetvenster; dat vraagt kolom {column}. Wijs hem aan met --map.',
    en: 'The design names a measurement window; that needs column {column}. Point to it with --map.',
  },
  'design-period-without-dates': {
    nl: 'De opzet noemt een periode; dat vraagt de kolommen `start` en `end`. Wijs ze aan met --map.',
    en: 'The design names a period; that needs the columns `start` and `end`. Point to them with --map.',
  },
  'contribution-output': {
    nl: 'Een bijdrage is een JSON-bestand. Geef -o BESTAND.json ({extension} kan niet).',
    en: 'A contribution is a JSON file. Give -o FILE.json ({extension} will not do).',
  },
  'design-conversion': {
    nl: 'De opzet vraagt omrekentabel {wanted}; gegeven is {found}. Geef de afgesproken tabel met --conversion.',
    en: 'The design wants conversion table {wanted}; given is {found}. Give the table agreed on with --conversion.',
  },
  'contribution-not-json': {
    nl: 'Bestand {name} is geen JSON. Vraag het opnieuw op bij de instelling.',
    en: 'File {name} is not JSON. Ask the member for it again.',
  },
  'contribution-shape': {
    nl: 'Bestand {name} is geen bijdrage van deze soort: {key} ontbreekt, is onbekend of heeft een verkeerde vorm. Vraag de instelling om een nieuwe.',
    en: 'File {name} is not a contribution of this kind: {key} is missing, unknown or of a wrong form. Ask the member for a new one.',
  },
  'contribution-impossible': {
    nl: 'De bijdrage van {member} kan niet uit rijen zijn ontstaan: {key} klopt niet met de rest. Vraag haar opnieuw op, ondertekend.',
    en: 'The contribution of {member} cannot have come from rows: {key} does not agree with the rest. Ask for it again, signed.',
  },
  'contribution-altered': {
    nl: 'De bijdrage van {member} is na het schrijven veranderd: de controlesom klopt niet. Vraag haar opnieuw op.',
    en: 'The contribution of {member} was changed after it was written: its hash does not agree. Ask for it again.',
  },
  'contribution-signature': {
    nl: 'De handtekening onder de bijdrage van {member} klopt niet. Vraag de bijdrage en de publieke sleutel bij de instelling zelf na.',
    en: 'The signature of the contribution of {member} does not hold. Check contribution and public key with the member itself.',
  },
  'contribution-unsigned': {
    nl: 'De bijdrage van {member} is niet ondertekend, terwijl --keys dat vraagt. Vraag een ondertekende.',
    en: 'The contribution of {member} is not signed, which --keys asks for. Ask for a signed one.',
  },
  'contribution-key-unknown': {
    nl: 'In --keys staat geen sleutel voor {member}. Vul hem aan.',
    en: 'There is no key for {member} in --keys. Add it.',
  },
  'contribution-repeated': {
    nl: 'Er is meer dan één bijdrage van {member}, of twee instellingen leverden dezelfde sommen. Geef er per instelling één.',
    en: 'There is more than one contribution of {member}, or two members gave the same sums. Give one per member.',
  },
  'keys-shape': {
    nl: 'Bestand {name} is geen lijst van sleutels. Schrijf een JSON-object met per instelling de publieke sleutel.',
    en: 'File {name} is not a list of keys. Write a JSON object with the public key of each member.',
  },
  'combine-too-few': {
    nl: 'Een vergelijking vraagt bijdragen van minstens {minimum} instellingen; hier zijn het er {members}.',
    en: 'A comparison needs contributions of at least {minimum} members; here there are {members}.',
  },
  'combine-instruments': {
    nl: '{member} gebruikt een ander meetinstrument dan {first}. Vergelijk alleen bijdragen met hetzelfde instrument.',
    en: '{member} uses another instrument than {first}. Compare contributions with the same instrument only.',
  },
  'combine-conversions': {
    nl: '{member} gebruikt een andere omrekentabel dan {first}. Versies zijn niet te mengen.',
    en: '{member} uses another conversion table than {first}. Versions cannot be mixed.',
  },
  'combine-periods': {
    nl: '{member} leverde een andere periode dan {first}. Spreek één periode af.',
    en: '{member} gave another period than {first}. Agree on one period.',
  },
  'combine-designs': {
    nl: '{member} volgt een andere opzet dan {first}; ze verschillen in: {keys}. Spreek één opzet af en geef die met --design.',
    en: '{member} follows another design than {first}; they differ in: {keys}. Agree on one design and give it with --design.',
  },
  'combine-column-kinds': {
    nl: 'De sommen van {member} passen niet bij de opzet: kolom {column}. Vraag een nieuwe bijdrage.',
    en: 'The sums of {member} do not fit the design: column {column}. Ask for a new contribution.',
  },
  'combine-too-close': {
    nl: 'De bijdrage van {member} verschilt 1 tot 9 episodes van een eerdere; het verschil zou die patiënten tonen. Vraag een bijdrage over een andere periode.',
    en: 'The contribution of {member} differs by 1 to 9 episodes from an earlier one; the difference would show those patients. Ask for a contribution over another period.',
  },
  'note-gate': {
    nl: 'Bij een of meer instellingen is iets samengevoegd of achtergehouden om patiënten te beschermen; de uitkomst kan daardoor iets afwijken van die op alle rijen samen.',
    en: 'At one or more members something was merged or kept back to protect patients; the result may therefore differ a little from that on all rows together.',
  },
  'note-rows-withheld': {
    nl: 'Niet iedere instelling gaf vrij hoeveel rijen buiten de modellen bleven; die aantallen tellen niet mee.',
    en: 'Not every member released how many rows stayed out of the models; those numbers are not counted.',
  },
  'sums-shape': {
    nl: 'Bestand {name} is niet het resultaat van een query van `sql benchmark`: kolom {column} ontbreekt, is leeg of bevat iets anders. Sla het resultaat op als CSV met een kopregel, zonder iets te wijzigen.',
    en: 'File {name} is not the result of a query of `sql benchmark`: column {column} is missing, empty or holds something else. Save the result as CSV with a header, changing nothing.',
  },
  'sums-number': {
    nl: 'Bestand {name}, regel {row}: kolom amount bevat geen getal met een decimale punt. Sla het resultaat opnieuw op.',
    en: 'File {name}, line {row}: column amount holds no number with a decimal point. Save the result again.',
  },
  'sums-made-for': {
    nl: 'Bestand {name} is gemaakt met een andere {part} dan deze bijdrage. Schrijf de query opnieuw met dezelfde en voer haar uit.',
    en: 'File {name} was made with another {part} than this contribution. Write the query again with the same one and run it.',
  },
  'sums-other-table': {
    nl: 'Bestand {name} is van een andere tabel of andere kolommen dan het andere bestand. Schrijf beide query’s met dezelfde --table, --map, --absent en --supercluster.',
    en: 'File {name} is of another table or other columns than the other file. Write both queries with the same --table, --map, --absent and --supercluster.',
  },
  'sums-other-key': {
    nl: 'Bestand {name} is gehasht met een andere sleutel dan die van deze gegevensmap; het register herkent er niemand in. Schrijf de query met dezelfde ZORGCLUSTER_HOME.',
    en: 'File {name} was hashed with another key than that of this data folder; the ledger would recognise nobody in it. Write the query with the same ZORGCLUSTER_HOME.',
  },
  'sums-ask-more': {
    nl: 'De controle op herleidbaarheid heeft nog een vraag aan de rijen. Schrijf de volgende query met `sql benchmark --with-hashes … --with-sums {name}`, voer haar uit en geef dat resultaat aan --from-sums.',
    en: 'The disclosure gate has one more question to the rows. Write the next query with `sql benchmark --with-hashes … --with-sums {name}`, run it and give that result to --from-sums.',
  },
  'sums-hashes-differ': {
    nl: 'De aantallen in {name} zijn niet die van het bestand met hashes. De tabel is tussen de twee query’s gewijzigd, of een bestand is bewerkt. Voer beide opnieuw uit.',
    en: 'The counts in {name} are not those of the file of hashes. The table changed between the two queries, or a file was edited. Run both again.',
  },
  'sums-episode-twice': {
    nl: 'De tabel heeft een episode van een patiënt meer dan eens. Welke van de rijen de eerste is, zegt een tabel niet: houd er een over en voer de query’s opnieuw uit.',
    en: 'The table has an episode of a patient more than once. A table does not say which row is the first: keep one and run the queries again.',
  },
  'sums-heavy-patients': {
    nl: 'Enkele patiënten wegen zo zwaar in de sommen dat de bijdrage hen moet weglaten, en wie dat zijn, zeggen alleen de rijen. Maak de bijdrage van het bestand met rijen, of spreek een kolom met minder uitschieters af.',
    en: 'A few patients weigh so heavily in the sums that the contribution must leave them out, and only the rows say who they are. Make the contribution from the file of rows, or agree on a column with fewer outliers.',
  },
  'sums-and-cases': {
    nl: 'Geef óf een bestand met rijen, óf --from-sums samen met --hashes en --design; kijk naar {option}.',
    en: 'Give either a file of rows, or --from-sums together with --hashes and --design; look at {option}.',
  },
  'hashes-without-patient': {
    nl: '{n} regels hebben geen bruikbaar pseudoniem: het is leeg of bevat een stuurteken. Zonder pseudoniem is niet te tellen hoeveel patiënten achter een getal staan.',
    en: '{n} lines have no usable pseudonym: it is blank or holds a control character. Without it nobody can count the patients behind a number.',
  },
  'hashes-unwritable': {
    nl: '{n} waarden van {column} zijn zo groot of zo klein dat engines ze verschillend schrijven (onder 0,001, of met decimalen vanaf 10 miljoen). Rond de kolom af, of maak de bijdrage van het bestand met rijen.',
    en: '{n} values of {column} are so large or so small that engines write them differently (under 0.001, or with decimals from 10 million). Round the column, or make the contribution from the file of rows.',
  },
  'sql-benchmark-column': {
    nl: 'Kolom {column} bevat datums en kan in SQL geen indeling of filter zijn. Maak er in de tabel een tekst of getal van.',
    en: 'Column {column} holds dates and cannot be a category or filter in SQL. Make it a text or a number in the table.',
  },
  'sql-benchmark-needs': {
    nl: 'De optie {option} gaat samen met {needs}.',
    en: 'The option {option} goes together with {needs}.',
  },
  'sql-benchmark-patient': {
    nl: 'Zonder kolom patient is niet te tellen hoeveel patiënten achter een getal staan.',
    en: 'Without a column patient nobody can count the patients behind a number.',
  },
} as const satisfies Record<string, Bilingual>;
