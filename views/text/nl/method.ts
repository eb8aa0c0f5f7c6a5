/** Dutch words of the accountability page: rule sets, methods in short, versions. */

export const method = {
  title: 'Verantwoording',
  lead: 'Waar de cijfers vandaan komen, hoe ze zijn gemaakt en wat ze niet zeggen.',
  rulesTitle: 'Regelsets',
  rulesLead: 'Een regelset bepaalt welk cluster bij welke scores hoort. De officiële tabellen laadt u zelf.',
  rulesId: 'Regelset',
  rulesStatus: 'Status',
  rulesClusters: 'Clusters',
  rulesValid: 'Geldig vanaf',
  rulesAlways: 'altijd',
  rulesSource: 'Bron',
  rulesFaulty: 'onbruikbaar',
  pricesTitle: 'Prijzen',
  prices:
    'Er bestaat geen officiële prijs per cluster, in Nederland noch in Engeland. Elke prijs hier is een aanname en draagt een status en een bron.',
  cardTitle: 'Hoe deze cijfers zijn gemaakt',
  cardSource:
    'Gegevens: {name}, {used} van {read} rijen. Regelset: {rules} ({status}). Gemaakt met zorgcluster {version}.',
  methodsTitle: 'Methoden in het kort',
  typingTitle: 'Typering',
  typing:
    'Per cluster van de hoofdgroep telt de regel een beginwaarde en een gewicht per vraag op. Rode regels sluiten clusters uit. De kansen zijn de exponenten van de scores, gedeeld door hun som binnen de hoofdgroep.',
  moneyTitle: 'Omzet',
  money:
    'De betaling van een traject is de som van prijs maal hoeveelheid per eenheid (traject, dag, verblijfsdag, reviewperiode, jaar, meting), op de prijs van de dag. Daarna werken de contracten. Een uitsplitsing telt op de cent op tot het totaal.',
  uncertaintyTitle: 'Onzekerheid',
  uncertainty:
    'Het interval hoort bij het verschil tussen scenario en uitgangspunt. Het telt twee bronnen: de typering (een patiënt kan ook een ander cluster zijn) en de steekproef (een ander jaar brengt andere patiënten). Onder 200 patiënten geven we geen interval.',
  benchmarkTitle: 'Benchmark',
  benchmark:
    'Een gemengd model met instelling als toevallig effect, voor uitkomst en duur apart, met casemixcorrectie waar die is gekozen. Getoond wordt de ongekrompen gecorrigeerde waarde met haar interval. Minder dan drie instellingen: geen vergelijking.',
  notTitle: 'Wat u niet mag concluderen',
  not1: 'Dat langer behandelen minder oplevert, of meer: wie zwaarder ziek is blijft langer én verbetert minder.',
  not2: 'Dat een instelling beter is omdat haar punt hoger ligt: kijk eerst of de intervallen elkaar overlappen.',
  not3: 'Dat de voorbeeldcijfers iets over de Nederlandse ggz zeggen: ze zijn verzonnen.',
  runsTitle: 'Wat is meegenomen',
  runsLead: 'Elke figuur of tabel die is gedownload, met de pagina die haar opnieuw maakt.',
  runsNone: 'Nog niets.',
  runKind: 'Bestand',
  runData: 'Gegevensset',
  runOn: 'Op',
  versionsTitle: 'Versies',
  version: 'zorgcluster',
  runtime: 'Node.js',
  privacyTitle: 'Privacy',
  privacy:
    'De toepassing luistert alleen op deze computer. Gegevens staan in de gegevensmap van uw account; verwijderen is echt verwijderen. Waarden van patiënten staan nooit in adressen, logboek of foutmeldingen.',
};
