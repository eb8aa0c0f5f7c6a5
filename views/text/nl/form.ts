/** Dutch words of the adaptive form: start, one question a screen, the full list, the outcome. */

export const form = {
  title: 'HoNOS+ invullen',
  lead: 'Vul HoNOS+ in voor één patiënt, vraag voor vraag. Zodra geen open vraag het advies nog kan veranderen, bent u klaar.',
  notOfficial:
    'De volgorde van de vragen is van dit programma. Het is niet de officiële verkorte route van de NZa; die is niet openbaar.',
  privacy:
    'De antwoorden staan alleen in het geheugen van deze server: nergens op schijf, niet in een adres en niet in een logboek. Na {hours} uur zonder gebruik, of als de server stopt, zijn ze weg. Vul geen naam of nummer in; daar is geen vak voor.',
  rules: 'Regelset: {id} ({status}).',
  groupTitle: '1. Kies de hoofdgroep',
  groupLead: 'De behandelaar kiest eerst de hoofdgroep; daarbinnen wordt getypeerd.',
  stopTitle: '2. Wanneer wilt u stoppen?',
  stopBound: 'Zodra het advies vaststaat',
  stopBoundHint: 'De uitkomst is dan gelijk aan die van alle vragen.',
  stopProbability: 'Bij een kans van',
  stopProbabilityHint: 'Sneller klaar, maar alle vragen kunnen anders uitkomen.',
  stopAll: 'Na alle vragen',
  stopAllHint: 'In de volgorde van het formulier.',
  start: 'Beginnen',
  deleted: 'De antwoorden zijn gewist.',
  goneTitle: 'Deze vragenlijst is er niet meer',
  gone: 'Hij is gewist, te lang niet gebruikt, of de server is opnieuw gestart. De antwoorden zijn weg.',
  again: 'Nieuwe vragenlijst',
  // One question
  questionOf: 'Vraag {number}',
  openLeft: 'nog {open} open',
  questionTitle: 'Vraag {label}: {name}',
  recent: 'Over de afgelopen twee weken.',
  historical: 'Over het verleden, niet alleen de afgelopen twee weken.',
  unknown: 'Niet bekend',
  unknownHint: 'telt niet mee; nog {left} keer mogelijk',
  unknownLast: 'dan is er geen advies meer: de regelset laat zoveel onbekende vragen niet toe',
  nowChosen: 'uw antwoord nu',
  keys: 'Toetsen: 0 tot en met 4, of ? voor niet bekend.',
  scaleNote: 'De betekenis van 0 tot en met 4 per vraag staat in de handleiding van HoNOS+.',
  whyTitle: 'Waarom deze vraag?',
  whyMost:
    'Van de open vragen zegt deze nu het meest. Naar verwachting neemt het antwoord {share} weg van de onzekerheid die er nog is over het cluster.',
  whyAll:
    'U beantwoordt alle vragen, in de volgorde van het formulier. Naar verwachting neemt dit antwoord {share} van de onzekerheid weg.',
  whyOther: 'U koos deze vraag zelf. De vraag die nu het meest zegt, is {item}.',
  whyAnswered: 'Deze vraag is al beantwoord; u kunt het antwoord wijzigen. De rest wordt opnieuw berekend.',
  whyMethod:
    'De verwachting rust op één aanname: hoe vaak elke score in een hele caseload voorkomt ({shares}). Alleen de volgorde van de vragen en de kansen tot nu toe hangen daarvan af, niet wat vaststaat.',
  back: 'Vorige vraag',
  toList: 'Alle vragen op één blad',
  toQuestion: 'Vraag voor vraag verder',
  toResult: 'Tussenstand bekijken',
  // Beside it
  soFarTitle: 'Tot nu toe',
  soFarNone: 'Nog geen antwoord. Dit is wat de regelset vooraf verwacht.',
  soFarNote: 'Nog geen advies: kansen na {asked} antwoorden.',
  chance: 'Kans (%)',
  cluster: 'Cluster',
  stillPossible: 'Nog mogelijk: {clusters}.',
  answersTitle: 'Uw antwoorden',
  answersNone: 'Nog geen.',
  change: 'Wijzigen',
  changeOf: 'Antwoord op vraag {label} wijzigen',
  answer: 'Antwoord',
  question: 'Vraag',
  takeBack: 'Antwoord terugnemen',
  erase: 'Wissen en stoppen',
  // The list
  listTitle: 'Alle vragen',
  listLead: 'Geef per vraag 0 tot en met 4, of niet bekend. Wat u leeg laat, blijft open.',
  listOpen: 'open',
  changedElsewhere:
    'In een ander venster is intussen anders geantwoord op {items}. Dat antwoord staat hier nu; kies opnieuw als het anders moet. De rest is bewaard.',
  listSave: 'Berekenen',
  // The outcome
  resultTitle: 'Uitkomst',
  interimTitle: 'Tussenstand',
  advice: 'Advies: {cluster} {name}',
  noAdvice: 'Geen advies: {reason}',
  interimLead:
    'Nog niet klaar: er staan {open} vragen open. {cluster} ligt voor, met een kans van {probability}.',
  stopBoundSaid:
    'Geen van de {open} open vragen kan dit nog veranderen: het advies is gelijk aan dat van de volledige vragenlijst, met een kans van ten minste {probability}. Dat geldt zolang van de open vragen er hoogstens {left} niet bekend zouden blijven.',
  stopNoneSaid:
    'Wat er op de {open} open vragen ook wordt geantwoord: er past geen cluster in deze hoofdgroep.',
  stopMissingSaid:
    'Er zijn {unknown} vragen niet bekend; de regelset laat er {allowed} toe. Wijzig een antwoord om toch een advies te krijgen.',
  stopProbabilitySaid:
    'De gevraagde kans van {asked} is bereikt ({probability}). De {open} open vragen kunnen het advies nog veranderen: nog mogelijk zijn {clusters}.',
  stopAllSaid:
    'Alle vragen zijn beantwoord: dit is de volledige vragenlijst. De kans die de regelset geeft is {probability}.',
  stopAllNone: 'Alle vragen zijn beantwoord: dit is de volledige vragenlijst.',
  counted: '{asked} van de {all} vragen beantwoord, waarvan {unknown} niet bekend.',
  freeToChoose: 'Het advies volgt uit de regels; de behandelaar mag een ander cluster kiezen.',
  goOn: 'Toch alle vragen beantwoorden',
  marginTitle: 'Wat kan er nog veranderen?',
  marginLead:
    'De voorsprong van {first} in punten, nu en na de ongunstigste antwoorden op de open vragen. Boven nul blijft {first} voor.',
  marginNow: 'Nu',
  marginWorst: 'Ten minste',
  marginOut: 'rode regel',
  out: 'valt af',
  chanceNote:
    'De kans is wat de regels naar verwachting na alle antwoorden geven. Een cluster dat afvalt, houdt soms een kans over maar kan niet meer het advies worden.',
  changesMore: 'En nog {n} andere.',
  openTake: 'Na de ongunstigste antwoorden op de open vragen',
  changesTitle: 'Welk ander antwoord zou dit veranderen?',
  changesLead: 'Eén antwoord anders, de rest gelijk.',
  changesNone: 'Geen enkel ander antwoord op één vraag verandert dit.',
  changesUnsettled: 'niet meer zeker; {cluster} voorop ({probability})',
  from: 'Nu',
  to: 'Wordt',
  becomes: 'Dan',
};
