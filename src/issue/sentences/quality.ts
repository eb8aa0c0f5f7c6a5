/** Sentences about figures over time, sensitivity, and the evidence for a contract. */

import type { Bilingual } from '../../model/text.ts';

export const QUALITY_SENTENCES = {
  'xmr-columns': {
    nl: 'Kolom {column} ontbreekt; een verloop in de tijd heeft die nodig. Wijs hem aan met --map {column}=KOP, of kies een andere --value.',
    en: 'Column {column} is missing; a course over time needs it. Point to it with --map {column}=HEADER, or choose another --value.',
  },
  'xmr-several-members': {
    nl: 'Kolom {column} bevat {found} instellingen; een verloop is van één instelling. Kies er een met --own NAAM.',
    en: 'Column {column} holds {found} members; a course over time is of one. Choose one with --own NAME.',
  },
  'xmr-unknown-member': {
    nl: 'De instelling van --own komt niet voor in kolom {column}. Controleer de schrijfwijze.',
    en: 'The member of --own does not occur in column {column}. Check its spelling.',
  },
  'xmr-no-periods': {
    nl: 'Geen enkel traject heeft een waarde en een einddatum; er is niets om in de tijd te zetten. Controleer de kolommen met metingen en datums.',
    en: 'No episode has a value and an end date; there is nothing to put in time. Check the columns of measurements and dates.',
  },
  'too-few-points': {
    nl: 'Er zijn te weinig perioden met een waarde voor grenzen.',
    en: 'There are too few periods with a value for limits.',
  },
  'too-few-patients-in-period': {
    nl: 'In deze periode zijn er te weinig patiënten.',
    en: 'There are too few patients in this period.',
  },
  'first-point': {
    nl: 'Voor het eerste punt is er geen punt ervoor.',
    en: 'No point comes before the first.',
  },
  'note-ranges-screened': {
    nl: 'Grote sprongen (meer dan 3,27 keer de gemiddelde) tellen niet mee in de breedte van de grenzen.',
    en: 'Large moving ranges (more than 3.27 times their mean) do not count in the width of the limits.',
  },
  'note-ranges-not-screened': {
    nl: 'Alle sprongen tellen mee in de breedte van de grenzen, ook grote.',
    en: 'All moving ranges count in the width of the limits, large ones too.',
  },
  'note-too-few-points': {
    nl: 'Geen grenzen: {points} perioden met een waarde, nodig zijn er {minimum}.',
    en: 'No limits: {points} periods with a value, {minimum} are needed.',
  },
  'note-limits-provisional': {
    nl: 'De grenzen zijn voorlopig: ze rusten op {points} perioden.',
    en: 'The limits are provisional: they rest on {points} periods.',
  },
  'note-periods-without-value': {
    nl: '{n} perioden met minder dan {minimum} patiënten hebben geen punt.',
    en: '{n} periods with fewer than {minimum} patients have no point.',
  },
  'note-not-rebased': {
    nl: 'Eén gemiddelde over de hele reeks; er wordt niet vanzelf een nieuw gemiddelde begonnen. De laatste periode kan onvolledig zijn.',
    en: 'One mean for the whole series; no new mean is started by itself. The last period may be incomplete.',
  },
  'note-unmeasured': {
    nl: 'Van {share} van de trajecten is de uitkomst niet gemeten; de respons is overal even hoog.',
    en: 'Of {share} of the episodes the outcome was not measured; the response is alike everywhere.',
  },
  'note-unmeasured-tipping': {
    nl: 'Van {share} van de trajecten is de uitkomst niet gemeten. Verschilden die overal {tipping} standaarddeviatie van de gemeten trajecten, dan verklaarden verschillen in respons alle verschil tussen instellingen.',
    en: 'Of {share} of the episodes the outcome was not measured. Were these {tipping} standard deviations away from the measured ones everywhere, differences in response would explain all variance between members.',
  },
  'note-sensitivity': {
    nl: '{distinct} bevindingen wijken af van het netwerk; {robust} daarvan houden stand bij elke andere analyse.',
    en: '{distinct} findings differ from the network; {robust} of them hold under every other analysis.',
  },
  'response-not-known': {
    nl: 'Van niet elke instelling is de respons bekend.',
    en: 'The response is not known for every member.',
  },
  'response-alike-everywhere': {
    nl: 'De respons is overal gelijk.',
    en: 'The response is alike everywhere.',
  },
  'no-variance-to-explain': {
    nl: 'Tussen instellingen is er geen verschil boven toeval om te verklaren.',
    en: 'Between members there is no difference beyond chance to explain.',
  },
  'other-outcome': {
    nl: 'De respons gaat over voor- en nameting, niet over deze uitkomst.',
    en: 'The response is about the two measurements, not about this outcome.',
  },
  'log-not-json': {
    nl: 'Verbeterlogboek {name} is geen CSV en geen JSON-lijst. Bewaar een regel per actie met date, finding en action.',
    en: 'Improvement log {name} is neither CSV nor a JSON list. Keep one line an action with date, finding and action.',
  },
  'log-column': {
    nl: 'Verbeterlogboek {name}: {column} ontbreekt of is geen bekende kolom. Nodig zijn date, finding en action; member, followUpDate en followUp mogen.',
    en: 'Improvement log {name}: {column} is missing or not a known column. Needed are date, finding and action; member, followUpDate and followUp are optional.',
  },
  'log-blank': {
    nl: 'Verbeterlogboek {name}, rij {row}: {column} is leeg. Vul de cel of haal de regel weg.',
    en: 'Improvement log {name}, row {row}: {column} is blank. Fill the cell or remove the line.',
  },
  'log-date': {
    nl: 'Verbeterlogboek {name}, rij {row}: {column} is geen datum. Schrijf jjjj-mm-dd of dd-mm-jjjj.',
    en: 'Improvement log {name}, row {row}: {column} is not a date. Write yyyy-mm-dd or dd-mm-yyyy.',
  },
  'log-order': {
    nl: 'Verbeterlogboek {name}, rij {row}: het vervolg ligt voor de bevinding, of heeft een datum zonder tekst. Verbeter de regel.',
    en: 'Improvement log {name}, row {row}: the follow-up lies before the finding, or has a date without text. Mend the line.',
  },
  'log-member': {
    nl: 'Verbeterlogboek {name}, rij {row}: de instelling ontbreekt. Voeg kolom member toe.',
    en: 'Improvement log {name}, row {row}: the member is missing. Add a column member.',
  },
  'log-identity': {
    nl: 'Verbeterlogboek {name}: kolom {column} lijkt een persoon te noemen (BSN, e-mail of adres). Haal dat weg: het logboek gaat mee naar buiten.',
    en: 'Improvement log {name}: column {column} seems to name a person (BSN, e-mail or address). Remove that: the log is passed on.',
  },
  'result-not-json': {
    nl: 'Bestand {name} is geen JSON. Geef bijdragen, of de uitvoer van benchmark run of combine met --json.',
    en: 'File {name} is not JSON. Give contributions, or the output of benchmark run or combine with --json.',
  },
  'result-shape': {
    nl: 'Bestand {name} is geen vergelijking van dit programma: {key} klopt niet. Maak hem opnieuw met benchmark run of combine.',
    en: 'File {name} is no comparison of this program: {key} is wrong. Make it again with benchmark run or combine.',
  },
  'note-evidence': {
    nl: 'Een oordeel gaat alleen over wat in deze bestanden staat. Wat er niet in te zien is, moet op een andere manier worden aangetoond.',
    en: 'A verdict is only about what these files hold. What they cannot show must be shown otherwise.',
  },
  'note-log-strangers': {
    nl: 'Het verbeterlogboek noemt {n} instellingen die niet in de vergelijking zitten; hun acties tellen niet mee.',
    en: 'The improvement log names {n} members that are not in the comparison; their actions do not count.',
  },
} as const satisfies Record<string, Bilingual>;
