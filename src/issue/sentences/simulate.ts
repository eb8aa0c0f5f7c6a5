/** Sentences about scenarios, contracts and simulations. */

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
    nl: 'de duurste 1% krijgt {percent}% van het geld',
    en: 'the costliest 1% receive {percent}% of the money',
  },
  'simulate-indicative-tried': {
    nl: 'in proeven met {patients} patiënten hield zo’n interval in {held}% van de gevallen, bedoeld is 95%',
    en: 'in trials with {patients} patients such an interval held in {held}% of cases, 95% is meant',
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
    nl: 'niet elk zorgtraject heeft een startdatum',
    en: 'not every episode has a start date',
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
  'contract-without-care': {
    nl: 'Het contract met {payer} dekt geen enkel zorgtraject in het bestand en betaalt niets. Controleer de code van de betaler en de reikwijdte.',
    en: "The contract with {payer} covers no episode in the file and pays nothing. Check the payer's code and the scope.",
  },
  'volume-without-care': {
    nl: '{where} raakt geen enkel betaald zorgtraject in het bestand en doet niets. Controleer cluster, betaler en locatie.',
    en: '{where} touches no paid episode in the file and does nothing. Check cluster, payer and site.',
  },
  'contract-form-unknown': {
    nl: 'Contractvorm {form} kent deze versie niet. Bekende vormen: {known}.',
    en: 'This version does not know the contract form {form}. Known forms: {known}.',
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
  'scenario-circle': {
    nl: 'Scenario {name} is via baseline zijn eigen uitgangssituatie. Verbreek de kring.',
    en: 'Scenario {name} is its own baseline by way of baselines. Break the circle.',
  },
  'scenario-conflict': {
    nl: '{where} staat in meer dan één scenario verschillend; {winner} wint.',
    en: '{where} differs between scenarios; {winner} wins.',
  },
  'sums-cannot': {
    nl: 'Uit sommen is {what} niet te berekenen: daarvoor zijn de rijen zelf nodig. Haal het uit het scenario of simuleer met het casusbestand.',
    en: 'Sums cannot give {what}: that needs the rows themselves. Leave it out of the scenario, or simulate with the case file.',
  },
  'sums-not': {
    nl: 'Het bestand {name} is geen uitkomst van een query van sql sums. Geef de tabel die de query opleverde, als CSV of Parquet en met alle kolommen.',
    en: 'The file {name} is no result of a query by sql sums. Give the table that the query produced, as CSV or Parquet and with all its columns.',
  },
  'sums-damaged': {
    nl: 'In het bestand {name} klopt de uitkomst niet meer: regels of getallen ({kind}) ontbreken, staan er dubbel of zijn veranderd. Voer de query opnieuw uit en bewaar de hele tabel.',
    en: 'In the file {name} the result no longer adds up: lines or numbers ({kind}) are missing, doubled or changed. Run the query again and keep the whole table.',
  },
  'sums-other-rules': {
    nl: 'De sommen zijn gemaakt met andere rekenregels dan gevraagd. Kies dezelfde regels met --rules, of maak de sommen opnieuw.',
    en: 'The sums were made with another rule set than asked for. Choose the same one with --rules, or make the sums again.',
  },
  'sums-other-typing': {
    nl: 'De sommen zijn gemaakt voor een andere typering of een ander soort uitgangssituatie. Maak ze opnieuw met sql sums voor dit scenario.',
    en: 'The sums were made for another typing or another kind of baseline. Make them again with sql sums for this scenario.',
  },
  'sums-other-dates': {
    nl: 'De sommen zijn gemaakt voor andere datums: een geldigheid van prijzen, een index, een contractjaar, de periode of de peildatum verschilt. Maak ze opnieuw met sql sums voor dit scenario.',
    en: 'The sums were made for other dates: the validity of prices, an index, a contract year, the period or the valuation date differs. Make them again with sql sums for this scenario.',
  },
  'sums-other-prices': {
    nl: 'De sommen zijn gemaakt voor een prijslijst met andere regels: cluster, eenheid, setting, betaler of geldigheid verschilt. Alleen bedragen mogen anders zijn; maak de sommen anders opnieuw met sql sums.',
    en: 'The sums were made for a price list with other rows: cluster, unit, setting, payer or validity differs. Only amounts may differ; otherwise make the sums again with sql sums.',
  },
  'sums-other-contracts': {
    nl: 'De sommen zijn gemaakt voor contracten met een andere betaler, reikwijdte, vorm of jaar. Alleen bedragen en andere voorwaarden mogen anders zijn; maak de sommen anders opnieuw met sql sums.',
    en: 'The sums were made for contracts with another payer, scope, form or year. Only amounts and other terms may differ; otherwise make the sums again with sql sums.',
  },
  'sums-other-groups': {
    nl: 'Het scenario kijkt naar een setting, betaler of locatie die de sommen niet uit elkaar houden. Maak ze opnieuw met sql sums voor dit scenario.',
    en: 'The scenario looks at a setting, payer or site that the sums do not tell apart. Make them again with sql sums for this scenario.',
  },
  'sums-open-episodes': {
    nl: 'De tabel heeft {episodes} open zorgtrajecten en de prijslijst telt dagen, maar het scenario heeft geen valuationDate. Zet valuationDate in het scenario en maak de sommen opnieuw.',
    en: 'The table has {episodes} open episodes and the price list counts days, but the scenario has no valuationDate. Set valuationDate in the scenario and make the sums again.',
  },
  'sums-no-review-term': {
    nl: 'De prijslijst betaalt per reviewperiode, maar van {episodes} zorgtrajecten geven de rekenregels voor het cluster geen reviewtermijn. Kies een set met reviewtermijnen of een andere eenheid.',
    en: 'The price list pays per review period, but for {episodes} episodes the rule set gives the cluster no review term. Choose a set with review terms or another unit.',
  },
  'sums-kept-back': {
    nl: 'Achter {sums} sommen en {products} producten staan minder dan {minimum} patiënten; die zijn achtergehouden, net als {episodes} zorgtrajecten in te kleine groepen. Standaardfouten en grenzen zijn daardoor niet bekend, en zonder die zorgtrajecten zijn de totalen lager dan die van alle rijen.',
    en: 'Fewer than {minimum} patients stand behind {sums} sums and {products} products; those were withheld, and so were {episodes} episodes in groups that are too small. Standard errors and limits are not known for it, and without those episodes totals are lower than those of all rows.',
  },
  'sums-incomplete': {
    nl: 'Achter {sums} sommen en {products} producten staan minder dan {minimum} patiënten; die zijn achtergehouden, net als {episodes} zorgtrajecten in te kleine groepen. Omzet onder het scenario en elk verschil zijn daardoor niet die van alle rijen; ook het teken kan anders zijn. Maak de sommen met minder uitsplitsingen (--by), of binnen de instelling met --min-patients 1; --partial rekent met wat er is.',
    en: 'Fewer than {minimum} patients stand behind {sums} sums and {products} products; those were withheld, and so were {episodes} episodes in groups that are too small. Revenue under the scenario and every difference are therefore not those of all rows; even the sign may differ. Make the sums with fewer breakdowns (--by), or inside the institution with --min-patients 1; --partial reckons with what there is.',
  },
  'sums-all-withheld': {
    nl: 'De tabel had {episodes} zorgtrajecten die meedoen, maar achter geen enkele hoeveelheid staan {minimum} patiënten of meer: alles is achtergehouden. Maak de sommen met minder uitsplitsingen (--by), of binnen de instelling met --min-patients 1.',
    en: 'The table had {episodes} episodes that take part, but no quantity has {minimum} patients or more behind it: everything was withheld. Make the sums with fewer breakdowns (--by), or inside the institution with --min-patients 1.',
  },
  'sums-needs-scenario': {
    nl: 'Voor sql sums is --scenario nodig: het scenario zegt wat er geteld wordt. Voeg het toe.',
    en: 'sql sums needs --scenario: the scenario says what is counted. Add it.',
  },
  'sums-options': {
    nl: 'Bij --from-sums past {what} niet: daarvoor zijn de rijen nodig. Laat het weg of geef het casusbestand.',
    en: '{what} does not go with --from-sums: that needs the rows. Leave it out or give the case file.',
  },
  'sums-withheld': {
    nl: 'achter een deel van de sommen staan te weinig patiënten; die zijn achtergehouden',
    en: 'too few patients stand behind some of the sums; those were withheld',
  },
  'sums-no-third-order': {
    nl: 'de sommen bevatten geen producten van drie; daarzonder is de scheefheid niet bekend (sql sums --order 3)',
    en: 'the sums hold no products of three; without them the skewness is not known (sql sums --order 3)',
  },
  'sums-no-patients': {
    nl: 'sommen tonen geen afzonderlijke patiënten',
    en: 'sums do not show single patients',
  },
  'sums-no-cluster-patients': {
    nl: 'sommen tonen niet hoeveel patiënten een cluster heeft',
    en: 'sums do not show how many patients a cluster has',
  },
  'sums-no-days': {
    nl: 'sommen kennen geen afzonderlijke dagen',
    en: 'sums do not know single days',
  },
} as const satisfies Record<string, Bilingual>;
