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
    nl: 'Er is geen bijdrage geschreven: samen met een van de {releases} eerdere bijdragen zouden minder dan 10 patiënten te onderscheiden zijn. Wacht tot er in elke groep minstens 10 patiënten bij zijn gekomen of veranderd, of stuur de eerdere bijdrage opnieuw.',
    en: 'No contribution was written: together with one of the {releases} earlier contributions fewer than 10 patients could be told apart. Wait until every group has at least 10 patients more or changed, or send the earlier contribution again.',
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
} as const satisfies Record<string, Bilingual>;
