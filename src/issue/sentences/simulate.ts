/** Sentences about prices, scenarios, contracts and simulations. */

import type { Bilingual } from '../../model/text.ts';

export const SIMULATE_SENTENCES = {
  'simulate-no-current-revenue': {
    nl: 'De uitgangssituatie is de huidige omzet, maar het bestand heeft geen kolom current_revenue (huidige_omzet). Voeg die kolom toe of kies in het scenario een ander scenario als baseline.',
    en: 'The baseline is current revenue, but the file has no column current_revenue. Add that column, or name another scenario as baseline.',
  },
  'simulate-no-start-column': {
    nl: 'Prijzen of aantallen hangen van datums af, maar het bestand heeft geen kolom start (startdatum). Voeg die kolom toe.',
    en: 'Prices or quantities depend on dates, but the file has no column start. Add that column.',
  },
  'simulate-no-bed-days-column': {
    nl: 'De prijslijst betaalt per verblijfsdag (bed-day), maar het bestand heeft geen kolom bed_days (verblijfsdagen). Voeg die kolom toe of haal de eenheid uit de lijst.',
    en: 'The price list pays per bed-day, but the file has no column bed_days. Add that column or remove the unit from the list.',
  },
  'simulate-no-cost-column': {
    nl: 'Een contract van de vorm {form} kijkt naar kosten, maar het bestand heeft geen kolom cost (kosten). Voeg die kolom toe.',
    en: 'A contract of form {form} looks at cost, but the file has no column cost. Add that column.',
  },
  'simulate-open-episodes': {
    nl: 'Het bestand heeft open zorgtrajecten en de prijslijst telt dagen, maar het scenario heeft geen valuationDate. Zet valuationDate in het scenario (bij prices balance en solve: --valuation-date); de laatste datum in het bestand is {lastDate}.',
    en: 'The file has open episodes and the price list counts days, but the scenario has no valuationDate. Set valuationDate in the scenario (for prices balance and solve: --valuation-date); the last date in the file is {lastDate}.',
  },
  'simulate-no-review-term': {
    nl: 'De prijslijst betaalt cluster {cluster} per reviewperiode, maar de rekenregels geven voor dat cluster geen reviewtermijn. Kies een set met reviewtermijnen of een andere eenheid.',
    en: 'The price list pays cluster {cluster} per review period, but the rule set gives that cluster no review term. Choose a set with review terms or another unit.',
  },
  'typing-needs-ratings': {
    nl: 'Typering {typing} heeft HoNOS+-scores en een hoofdgroep nodig, en die heeft het bestand niet. Voeg de kolommen toe of gebruik typering chosen.',
    en: 'Typing {typing} needs HoNOS+ ratings and a supercluster, which the file does not have. Add those columns or use typing chosen.',
  },
  'simulate-nobody-left': {
    nl: 'Geen enkele rij doet mee: {withoutCluster} zonder cluster, {withoutBaseline} zonder huidige omzet, {withoutStart} zonder startdatum. Vul die kolommen.',
    en: 'No row takes part: {withoutCluster} without a cluster, {withoutBaseline} without current revenue, {withoutStart} without a start date. Fill those columns.',
  },
  'simulate-changed-coverage': {
    nl: 'Een contract met een andere vorm, betaler, reikwijdte of jaar vraagt een nieuwe berekening over het bestand. Bereken het scenario opnieuw.',
    en: 'A contract with another form, payer, scope or year needs a new pass over the file. Compute the scenario again.',
  },
  'simulate-without-start': {
    nl: '{rows} zorgtrajecten zonder startdatum tellen aan beide kanten niet mee. Vul de kolom start.',
    en: '{rows} episodes without a start date are left out on both sides. Fill the column start.',
  },
  'simulate-no-patient-column': {
    nl: 'Het bestand heeft geen kolom patient: elke rij telt als een eigen patiënt, dus intervallen kunnen te smal zijn. Voeg de kolom toe.',
    en: 'The file has no column patient: every row counts as its own patient, so intervals may be too narrow. Add the column.',
  },
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
  'intensity-source-cost': {
    nl: 'Relatieve intensiteit uit kosten, budgetneutraal geschaald',
    en: 'Relative intensity from cost, scaled to the budget',
  },
  'intensity-source-minutes': {
    nl: 'Relatieve intensiteit uit minuten, budgetneutraal geschaald',
    en: 'Relative intensity from minutes, scaled to the budget',
  },
  'price-without-published': {
    nl: 'Een prijs van cluster {cluster} zegt niet wanneer hij bekend is gemaakt. Vul de kolom published (gepubliceerd), zodat later te zien is welke versie toen gold.',
    en: 'A price of cluster {cluster} does not say when it was made known. Fill the column published, so that one can tell later which version held then.',
  },
  'years-transition-idle': {
    nl: 'years.transition noemt aandelen voor latere jaren, maar het scenario heeft geen contract van de vorm transition. Voeg dat contract toe of haal de aandelen weg.',
    en: 'years.transition gives shares for later years, but the scenario has no contract of form transition. Add that contract or remove the shares.',
  },
  'years-mix-unknown': {
    nl: 'years.mixShift noemt cluster {cluster}, dat niet in het bestand en niet in de prijslijst voorkomt. Controleer de code.',
    en: 'years.mixShift names cluster {cluster}, which is neither in the file nor in the price list. Check the code.',
  },
  'simulate-years-note': {
    nl: 'Latere jaren zijn aannames: de intervallen gaan over typering en wie er kwam, niet over de groei van prijzen en volume.',
    en: 'Later years are assumptions: intervals speak of typing and of who came, not of the growth of prices and volume.',
  },
  'simulate-behaviour-note': {
    nl: 'Aanname over gedrag, geen voorspelling: {what}.',
    en: 'Assumption about behaviour, no forecast: {what}.',
  },
  'behaviour-in-baseline': {
    nl: 'Het scenario dat als uitgangssituatie dient, laat het volume op prijzen reageren (behaviour.volumeResponse). Dat kan alleen in het scenario zelf: haal het uit de uitgangssituatie.',
    en: 'The scenario that serves as baseline lets volume answer to prices (behaviour.volumeResponse). Only the scenario itself can: take it out of the baseline.',
  },
  'simulate-row-without-baseline': {
    nl: 'doet niet mee: huidige omzet niet ingevuld',
    en: 'does not take part: current revenue is blank',
  },
  'simulate-row-without-cluster': {
    nl: 'doet niet mee: geen cluster',
    en: 'does not take part: no cluster',
  },
  'simulate-row-without-start': {
    nl: 'doet niet mee: geen startdatum',
    en: 'does not take part: no start date',
  },
  'simulate-unpriced-strict': {
    nl: '{episodes} zorgtrajecten hebben (deels) geen prijs en --strict is gegeven. Vul de prijslijst aan voor: {clusters}.',
    en: '{episodes} episodes have (partly) no price and --strict was given. Complete the price list for: {clusters}.',
  },
  'simulate-too-few-patients': {
    nl: 'Te weinig patiënten voor een interval: {patients}, nodig zijn er {needed}.',
    en: 'Too few patients for an interval: {patients}, needed are {needed}.',
  },
  'simulate-indicative': {
    nl: 'indicatief: {patients} patiënten',
    en: 'indicative: {patients} patients',
  },
  'simulate-indicative-tail': {
    nl: 'indicatief: {patients} patiënten; de duurste 1% krijgt {percent}% van het geld',
    en: 'indicative: {patients} patients; the costliest 1% receive {percent}% of the money',
  },
  'simulate-not-asked': {
    nl: 'Niet berekend: deze pagina laat het niet zien.',
    en: 'Not calculated: this page does not show it.',
  },
  'simulate-nothing-paid': {
    nl: 'er wordt niets betaald',
    en: 'nothing is paid',
  },
  'simulate-no-groups': {
    nl: 'het bestand heeft geen kolom site, team, member, payer of setting',
    en: 'the file has no column site, team, member, payer or setting',
  },
  'simulate-no-such-group': {
    nl: 'het bestand heeft deze kolom niet',
    en: 'the file does not have this column',
  },
  'simulate-current': {
    nl: 'huidige omzet',
    en: 'current revenue',
  },
  'simulate-baseline-zero': {
    nl: 'de uitgangssituatie is 0',
    en: 'the baseline is 0',
  },
  'simulate-not-exhausted': {
    nl: 'niet bereikt, of het contract kent geen grens',
    en: 'not reached, or the contract has no limit',
  },
  'simulate-no-patients-under': {
    nl: 'er vallen geen patiënten onder dit contract',
    en: 'no patients fall under this contract',
  },
  'simulate-no-cost-known': {
    nl: 'het bestand heeft geen kosten (kolom cost) voor zorg onder dit contract',
    en: 'the file has no cost (column cost) for care under this contract',
  },
  'simulate-no-dates': {
    nl: 'het bestand heeft geen startdatums',
    en: 'the file has no start dates',
  },
  'contract-cost-blank': {
    nl: 'Een contract kijkt naar kosten, maar bij {episodes} zorgtrajecten is de kolom cost leeg: die tellen als 0. Vul de kolom aan.',
    en: 'A contract looks at cost, but {episodes} episodes have a blank cost: they count as 0. Fill the column.',
  },
  'simulate-needs': {
    nl: 'Voor simulate is {what} nodig, tenzij --verify een vastgelegde berekening noemt. Voeg het toe.',
    en: 'simulate needs {what}, unless --verify names a recorded run. Add it.',
  },
  'verify-no-record': {
    nl: '{name} is geen vastgelegde berekening van simulate. Geef de JSON die simulate met --json of -o FILE.json schreef.',
    en: '{name} is no recorded run of simulate. Give the JSON that simulate wrote with --json or -o FILE.json.',
  },
  'verify-file-not-found': {
    nl: '{name}, waaruit de berekening is gemaakt, staat niet naast de vastlegging en niet in de werkmap. Zet het daar, of noem het op de opdrachtregel.',
    en: '{name}, from which the run was made, stands neither beside the record nor in the working folder. Put it there, or name it on the command line.',
  },
  'verify-same': {
    nl: '{name} geeft opnieuw precies dezelfde uitkomst.',
    en: '{name} gives exactly the same result again.',
  },
  'verify-title': {
    nl: '{name} geeft niet dezelfde uitkomst.',
    en: '{name} does not give the same result.',
  },
  'verify-differs': {
    nl: 'De berekening in {name} komt op {count} plaatsen anders uit. Vergelijk bestanden, regels en versie; de verschillen staan in de tabel.',
    en: 'The run in {name} comes out differently in {count} places. Compare files, rules and version; the table shows the differences.',
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
  'contract-without-care': {
    nl: 'Het contract met {payer} dekt geen enkel zorgtraject in het bestand en betaalt niets. Controleer de code van de betaler en de reikwijdte.',
    en: "The contract with {payer} covers no episode in the file and pays nothing. Check the payer's code and the scope.",
  },
  'contract-form-unknown': {
    nl: 'Contractvorm {form} kent deze versie niet. Bekende vormen: {known}.',
    en: 'This version does not know the contract form {form}. Known forms: {known}.',
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
  'scenario-not-json': {
    nl: '{name} is geen geldige JSON ({detail}). Controleer komma’s, aanhalingstekens en haakjes.',
    en: '{name} is not valid JSON ({detail}). Check commas, quotes and brackets.',
  },
  'scenario-unknown-key': {
    nl: 'Onbekende sleutel {key} in {where}. Bedoelt u {nearest}? Toegestaan: {allowed}.',
    en: 'Unknown key {key} in {where}. Did you mean {nearest}? Allowed: {allowed}.',
  },
  'scenario-missing-key': {
    nl: 'In {where} ontbreekt de sleutel {key}. Voeg die toe.',
    en: 'The key {key} is missing in {where}. Add it.',
  },
  'scenario-bad-value': {
    nl: 'De waarde van {where} klopt niet: verwacht wordt {expected}.',
    en: 'The value of {where} is wrong: expected is {expected}.',
  },
  'scenario-override-choice': {
    nl: '{where} moet precies één van amountCents en factor hebben. Laat er een weg of vul er een in.',
    en: '{where} must have exactly one of amountCents and factor. Remove one or add one.',
  },
  'scenario-range': {
    nl: '{where} begint na het einde. Draai from en until om.',
    en: '{where} starts after it ends. Swap from and until.',
  },
  'scenario-override-idle': {
    nl: '{where} raakt geen enkele regel van prijslijst {list}. Controleer cluster, eenheid, setting, betaler en data.',
    en: '{where} touches no row of price list {list}. Check cluster, unit, setting, payer and dates.',
  },
  'scenario-not-found': {
    nl: 'Scenario {name} is niet gevonden. Geef een van: {known}; of een pad met een punt of schuine streep, geteld vanaf het bestand dat het noemt.',
    en: 'Scenario {name} was not found. Give one of: {known}; or a path with a dot or slash, counted from the file that names it.',
  },
  'price-list-not-found': {
    nl: 'Prijslijst {name} is niet gevonden. Geef een van: {known}; of een pad met een punt of schuine streep, geteld vanaf het bestand dat haar noemt.',
    en: 'Price list {name} was not found. Give one of: {known}; or a path with a dot or slash, counted from the file that names it.',
  },
  'scenario-circle': {
    nl: 'Scenario {name} is via baseline zijn eigen uitgangssituatie. Verbreek de kring.',
    en: 'Scenario {name} is its own baseline by way of baselines. Break the circle.',
  },
  'scenario-conflict': {
    nl: '{where} staat in meer dan één scenario verschillend; {winner} wint.',
    en: '{where} differs between scenarios; {winner} wins.',
  },
} as const satisfies Record<string, Bilingual>;
