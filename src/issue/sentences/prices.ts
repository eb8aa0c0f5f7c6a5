/** Sentences about price lists: reading them, what is odd in them, and lists made from others. */

import type { Bilingual } from '../../model/text.ts';

export const PRICES_SENTENCES = {
  'intensity-no-units': {
    nl: 'geen eenheden met een waarde',
    en: 'no units with a value',
  },
  'intensity-few-patients': {
    nl: 'te weinig patiënten voor een interval: {patients}, nodig zijn er {needed}',
    en: 'too few patients for an interval: {patients}, needed are {needed}',
  },
  'intensity-unsure': {
    nl: 'De intensiteit van {clusters} rust op weinig patiënten en heeft geen interval. Gebruik een prijs ervoor niet zonder andere onderbouwing.',
    en: 'The intensity of {clusters} rests on few patients and has no interval. Do not use a price for it without other grounds.',
  },
  'intensity-nothing-to-scale': {
    nl: 'Er is geen prijslijst te maken: geen enkel cluster heeft eenheden met een waarde boven 0. Vul de kolom waaruit de intensiteit volgt.',
    en: 'No list can be made: no cluster has units with a value above 0. Fill the column that intensity follows from.',
  },
  'price-without-published': {
    nl: 'Een prijs van cluster {cluster} zegt niet wanneer hij bekend is gemaakt. Vul de kolom published (gepubliceerd), zodat later te zien is welke versie toen gold.',
    en: 'A price of cluster {cluster} does not say when it was made known. Fill the column published, so that one can tell later which version held then.',
  },
  'balance-order': {
    nl: 'De vaste prijzen of grenzen spreken tegen dat zwaarder nooit goedkoper is, bij de clusters {clusters}. Laat een vaste prijs los, verruim de grenzen of laat --monotone weg.',
    en: 'The fixed prices or bounds contradict that heavier is never cheaper, for the clusters {clusters}. Free a price, widen the bounds or leave out --monotone.',
  },
  'balance-out-of-reach': {
    nl: 'Geen prijslijst binnen deze voorwaarden komt uit op {budget} euro: mogelijk is {lowest} tot {highest} euro. Laat een vaste prijs los of verruim de grenzen.',
    en: 'No price list within these terms comes to {budget} euros: possible is {lowest} to {highest} euros. Free a price or widen the bounds.',
  },
  'balance-no-single-factor': {
    nl: 'niet elke prijs verandert evenveel',
    en: 'not every price changes alike',
  },
  'balance-from-zero': {
    nl: 'de prijs was 0',
    en: 'the price was 0',
  },
  'balance-unknown-cluster': {
    nl: 'De prijslijst heeft geen cluster {cluster}; --fix kan kiezen uit: {clusters}.',
    en: 'The price list has no cluster {cluster}; --fix may name: {clusters}.',
  },
  'solve-no-row': {
    nl: 'De prijslijst heeft geen prijs voor cluster {cluster} per {unit}. Voeg de regel toe of kies een ander cluster of een andere eenheid; clusters in de lijst: {clusters}.',
    en: 'The price list has no price for cluster {cluster} per {unit}. Add the row or choose another cluster or unit; clusters in the list: {clusters}.',
  },
  'solve-several-rows': {
    nl: 'De prijslijst heeft meer prijzen voor cluster {cluster} per {unit}, op de regels {rows}. Kies er een met --setting en --payer (leeg = "").',
    en: 'The price list has several prices for cluster {cluster} per {unit}, on rows {rows}. Choose one with --setting and --payer (blank = "").',
  },
  'solve-no-volume': {
    nl: 'niets in het bestand wordt met deze prijs betaald',
    en: 'nothing in the file is paid at this price',
  },
  'solve-out-of-reach': {
    nl: 'geen oplossing binnen het onderzochte bereik',
    en: 'no solution in the range searched',
  },
  'solve-several': {
    nl: 'meer dan een prijs voldoet',
    en: 'more than one price does',
  },
  'price-missing': {
    nl: 'Cluster {cluster} komt voor, maar heeft (voor sommige dagen, settings of betalers) geen prijs en krijgt daar 0. Voeg een regel toe.',
    en: 'Cluster {cluster} occurs but has no price (for some days, settings or payers) and is paid 0 there. Add a row.',
  },
  'price-without-volume': {
    nl: 'Cluster {cluster} heeft een prijs, maar komt in het bestand niet voor. Klopt de code?',
    en: 'Cluster {cluster} has a price but does not occur in the file. Is the code right?',
  },
  'price-without-origin': {
    nl: 'De prijs van cluster {cluster} heeft geen status of geen bron. Vul beide in: elke prijs moet te verdedigen zijn.',
    en: 'The price of cluster {cluster} has no status or no source. Fill in both: every price must be defensible.',
  },
  'price-day-and-bed-day': {
    nl: 'Cluster {cluster} heeft een prijs per dag en per verblijfsdag: een dag in een bed betaalt beide. Is dat de bedoeling?',
    en: 'Cluster {cluster} has a price per day and per bed day: a day in a bed pays both. Is that intended?',
  },
  'price-units-mixed': {
    nl: 'Cluster {cluster} wordt per traject en per dag betaald. Kies één van de twee, tenzij dit zo is afgesproken.',
    en: 'Cluster {cluster} is paid per episode and per day. Choose one, unless this was agreed.',
  },
  'price-gap': {
    nl: 'Cluster {cluster}, eenheid {unit}: geen prijs van {from} tot en met {until}. Laat de geldigheid aansluiten.',
    en: 'Cluster {cluster}, unit {unit}: no price from {from} through {until}. Close the gap.',
  },
  'price-lighter-above-heavier': {
    nl: 'Cluster {cluster} is per {unit} duurder dan het zwaardere {heavier}. Klopt de volgorde?',
    en: 'Cluster {cluster} costs more per {unit} than the heavier {heavier}. Is the order right?',
  },
  'price-rewards-splitting': {
    nl: 'Cluster {cluster} betaalt elke begonnen reviewperiode: een traject in tweeën knippen levert een extra periode op. Let daar in het contract op.',
    en: 'Cluster {cluster} pays every started review period: cutting an episode in two yields one more. Mind this in the contract.',
  },
  'price-above-maximum': {
    nl: 'Cluster {cluster} kost per {unit} meer dan het maximum van {maximum} euro. Tot 10 % erboven mag met een schriftelijke overeenkomst: leg die vast.',
    en: 'Cluster {cluster} costs more per {unit} than the maximum of {maximum} euros. Up to 10 % above is allowed with a written contract: keep it at hand.',
  },
  'price-above-leeway': {
    nl: 'Cluster {cluster} kost per {unit} meer dan 10 % boven het maximum van {maximum} euro. Verlaag de prijs.',
    en: 'Cluster {cluster} costs more per {unit} than 10 % above the maximum of {maximum} euros. Lower the price.',
  },
  'index-out-of-band': {
    nl: 'De index verandert op {from} met {percent} %. Prijzen per code stegen tussen 2022 en 2024 met 6 tot 13,5 %: controleer of de factor klopt (1,05 is 5 % erbij).',
    en: 'The index changes by {percent} % on {from}. Prices per code rose by 6 to 13.5 % between 2022 and 2024: check the factor (1.05 is 5 % more).',
  },
  'tariff-overlap': {
    nl: '{group}: regels {first} en {row} gelden allebei van {from} tot en met {until} minuten. Laat elke minuut onder één regel vallen.',
    en: '{group}: rows {first} and {row} both hold from {from} through {until} minutes. Let every minute fall under one row.',
  },
  'tariff-gap': {
    nl: '{group}: tussen regels {first} en {row} heeft {from} tot en met {until} minuten geen tarief. Laat de grenzen aansluiten.',
    en: '{group}: between rows {first} and {row}, {from} through {until} minutes have no tariff. Close the gap.',
  },
  'tariff-falls': {
    nl: '{group}: regel {row} geldt voor meer minuten dan regel {first} en kost minder. Klopt de volgorde?',
    en: '{group}: row {row} is for more minutes than row {first} and costs less. Is the order right?',
  },
  'tariff-column-missing': {
    nl: 'De tarieflijst mist de kolom {name}. Nodig zijn: {allowed}.',
    en: 'The tariff list lacks the column {name}. Needed are: {allowed}.',
  },
  'tariff-value-bad': {
    nl: 'Regel {row} van de tarieflijst heeft in {column} geen getal van 0 of hoger. Verbeter de cel.',
    en: 'Row {row} of the tariff list has no number of 0 or more in {column}. Mend the cell.',
  },
  'price-list-empty': {
    nl: 'De prijslijst heeft geen regels. Verwacht: cluster;unit;setting;payer;from;until;amount;status;source.',
    en: 'The price list has no rows. Expected: cluster;unit;setting;payer;from;until;amount;status;source.',
  },
  'price-row-too-long': {
    nl: 'Regel {row} van de prijslijst heeft meer velden dan de {columns} kolommen. Zet een tekst met een scheidingsteken tussen aanhalingstekens.',
    en: 'Row {row} of the price list has more fields than the {columns} columns. Put a text with a delimiter between quotes.',
  },
  'price-column-missing': {
    nl: 'De prijslijst mist de kolom {name}. Nodig zijn cluster, unit en amount; toegestaan: {allowed}.',
    en: 'The price list lacks the column {name}. Needed are cluster, unit and amount; allowed: {allowed}.',
  },
  'price-column-unknown': {
    nl: 'De prijslijst heeft een onbekende kolom {name}. Bedoelt u {nearest}?',
    en: 'The price list has an unknown column {name}. Did you mean {nearest}?',
  },
  'price-column-twice': {
    nl: 'De prijslijst heeft de kolom {name} twee keer. Verwijder er een.',
    en: 'The price list has the column {name} twice. Remove one.',
  },
  'price-cluster-blank': {
    nl: 'Regel {row} van de prijslijst noemt geen cluster. Vul de clustercode in.',
    en: 'Row {row} of the price list names no cluster. Fill in its code.',
  },
  'price-unit-unknown': {
    nl: 'Regel {row} van de prijslijst heeft een onbekende eenheid {value}. Toegestaan: {allowed}.',
    en: 'Row {row} of the price list has an unknown unit {value}. Allowed: {allowed}.',
  },
  'price-status-unknown': {
    nl: 'Regel {row} van de prijslijst heeft een onbekende status {value}. Toegestaan: {allowed}.',
    en: 'Row {row} of the price list has an unknown status {value}. Allowed: {allowed}.',
  },
  'price-amount-bad': {
    nl: 'Regel {row} van de prijslijst: {value} is geen bedrag in euro van 0 of hoger. Schrijf bijvoorbeeld 1234,50.',
    en: 'Row {row} of the price list: {value} is not an amount in euros of 0 or more. Write for instance 1234.50.',
  },
  'price-amount-undecided': {
    nl: 'De bedragen in de prijslijst kunnen duizendtallen of decimalen hebben (regel {row}: {value}). Schrijf overal twee decimalen.',
    en: 'The amounts in the price list may have thousands or decimals (row {row}: {value}). Write two decimals everywhere.',
  },
  'price-date-bad': {
    nl: 'Regel {row} van de prijslijst: {value} in {name} is geen datum. Schrijf jjjj-mm-dd of dd-mm-jjjj.',
    en: 'Row {row} of the price list: {value} in {name} is not a date. Write yyyy-mm-dd or dd-mm-yyyy.',
  },
  'price-from-after-until': {
    nl: 'Regel {row} van de prijslijst begint na het einde. Draai from en until om.',
    en: 'Row {row} of the price list starts after it ends. Swap from and until.',
  },
  'price-overlap': {
    nl: 'Regels {first} en {row} van de prijslijst gelden voor hetzelfde cluster ({cluster}), dezelfde eenheid, setting, betaler en deels dezelfde dagen. Laat één regel over per dag.',
    en: 'Rows {first} and {row} of the price list hold for the same cluster ({cluster}), unit, setting, payer and partly the same days. Leave one row per day.',
  },
  'price-tie': {
    nl: 'Regels {first} en {row} van de prijslijst (cluster {cluster}) noemen de een setting, de ander betaler: voor een traject met beide wint geen van twee. Voeg een regel toe met beide ingevuld.',
    en: 'Rows {first} and {row} of the price list (cluster {cluster}) name a setting and a payer: for an episode with both, neither wins. Add a row with both filled in.',
  },
  'price-list-not-found': {
    nl: 'Prijslijst {name} is niet gevonden. Geef een van: {known}; of een pad met een punt of schuine streep, geteld vanaf het bestand dat haar noemt.',
    en: 'Price list {name} was not found. Give one of: {known}; or a path with a dot or slash, counted from the file that names it.',
  },
} as const satisfies Record<string, Bilingual>;
