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
} as const satisfies Record<string, Bilingual>;
