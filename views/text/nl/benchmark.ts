/** Dutch words of the benchmark page: filters, data quality, finding, members, models, what is left out. */

export const benchmark = {
  title: 'Benchmark',
  lead: 'Uitkomst en behandelduur van instellingen naast elkaar, bij gelijke casemix en met hun onzekerheid.',

  filtersTitle: 'Wat wordt vergeleken',
  own: 'Uw instelling',
  ownNone: 'nog niet gekozen: iedereen is anoniem',
  ownChoose: 'Kies uw instelling',
  ownChange: 'Andere kiezen',
  ownUnknown: 'De gekozen instelling komt in deze gegevens niet voor. Iedereen is daarom anoniem.',
  ownLeftOut:
    'Uw instelling heeft in deze selectie minder dan 10 patiënten met volledige gegevens en doet daarom niet mee. Kies een ruimere selectie.',
  cluster: 'Cluster',
  clusterChosen: 'zoals de behandelaar koos',
  clusterAdvised: 'volgens het advies',
  clusterGroup: 'Hoofdgroep {code}',
  clusterGroupAll: 'Hele hoofdgroep {code}',
  clusterRest: 'Overige codes',
  period: 'Afgesloten in',
  setting: 'Setting',
  instrument: 'Meetinstrument',
  all: 'alles',
  method: 'Schatting',
  methods: { reml: 'REML (gebruikelijk)', ml: 'ML (om te controleren)' },
  locked: '{value} (op slot: {members} van 3)',
  lockedNote:
    'Een keuze staat op slot als minder dan 3 instellingen daar elk 10 gemeten patiënten hebben: dan zou een vergelijking over enkele mensen gaan.',
  adjust: 'Corrigeren voor (casemix)',
  adjustNone: 'Dit bestand heeft geen kolommen om voor te corrigeren, zoals leeftijd, geslacht of diagnose.',
  adjustProposed: 'Voorstel: leeftijd, geslacht, voormeting en diagnose, voor zover aanwezig en goed gevuld.',
  adjustMerged: 'Waarden met minder dan 10 trajecten zijn samengevoegd: {columns}.',
  factors: {
    age: 'leeftijd',
    sex: 'geslacht',
    pre: 'voormeting',
    diagnosis: 'diagnose',
    chosen_cluster: 'gekozen cluster',
    supercluster: 'hoofdgroep',
    setting: 'setting',
    education: 'opleiding',
    comorbidity: 'comorbiditeit',
    ses: 'sociaaleconomische status',
  },
  whyNot: {
    constant: 'in deze selectie voor iedereen gelijk',
    'too-many-levels': 'meer dan 40 verschillende waarden',
  },
  filledNote: '{share} gevuld',
  apply: 'Tonen',
  reset: 'Alle filters wissen',

  chooseTitle: 'Kies uw instelling',
  chooseLead:
    'Alleen uw eigen instelling staat bij naam in de vergelijking. De andere heten peer-01, peer-02, …; welke peer wie is, wordt nergens getoond of bewaard.',
  chooseNobody: 'Niemand: iedereen anoniem',
  chooseSubmit: 'Naar de vergelijking',
  chooseNoMembers: 'In dit bestand staan geen instellingen.',

  cannotTitle: 'Hier is geen vergelijking mogelijk',
  cannotNeed: 'Nodig',
  cannotHave: 'Aanwezig',
  cannot: {
    'no-member-column':
      'Het bestand zegt niet bij welke instelling een traject hoort. Voeg een kolom instelling toe en laad het opnieuw.',
    'nothing-to-compare':
      'Er is niets om op te vergelijken: het bestand heeft geen voor- en nameting en geen begin en einde.',
    'empty-selection': 'Geen enkel traject voldoet aan deze filters.',
    'too-few-members':
      'Met minder dan 3 instellingen zou een vergelijking verraden hoe de ander het doet. Kies een ruimere selectie, voeg gegevens van meer instellingen toe, of vergelijk in een netwerk: dan deelt ieder alleen sommen.',
    refused: 'Het model is met deze keuzes niet te berekenen.',
  },
  refusal: {
    'constant-covariate':
      'Kolom {column} is voor alle trajecten in het model gelijk; er valt niet voor te corrigeren. Vink hem uit.',
    'collinear-covariate':
      'Kolom {column} volgt volledig uit de andere gekozen kolommen. Vink een van die kolommen uit.',
  },
  needMembers: 'ten minste 3 instellingen met elk 10 patiënten met volledige gegevens',
  needOutcome: 'voor- en nameting (kolommen pre en post) van één meetinstrument',
  needDuration: 'begin en einde van het traject (kolommen start en end)',
  needColumn: 'een kolom member, instelling, zorgaanbieder of agb',
  needRows: 'trajecten die aan alle filters voldoen',
  haveMembers: 'instellingen met genoeg patiënten: {n}',
  haveRows: '{n} van de {of} trajecten',
  haveColumns: 'Herkende kolommen: {columns}',
  haveNothing: 'geen van deze kolommen',
  toData: 'Een vollediger bestand laden',
  toNetwork: 'Vergelijken in een netwerk, zonder rijen te delen',
  withoutAdjust: 'Zonder casemixcorrectie proberen',
  noOutcomeTitle: 'Geen uitkomst',
  noDurationTitle: 'Geen behandelduur',
  oneMissing: 'De rest van de vergelijking staat hieronder.',

  computingTitle: 'De vergelijking wordt berekend',
  computing: 'Bij veel trajecten duurt dat enkele seconden. De pagina ververst zichzelf.',
  reliability: 'Betrouwbaarheid van het instrument',
  reliabilityHint:
    'Tussen 0 en 1, uit de handleiding van het instrument, bijvoorbeeld 0,88. Alleen voor de klassen hersteld … verslechterd.',

  qualityTitle: 'Eerst: wie is er gemeten?',
  qualityLead:
    'Van de trajecten die klaar zijn heeft {rate} een voor- en een nameting. De vergelijking hieronder gaat alleen over hen; wie wel of niet gemeten wordt, is geen toeval.',
  qualityNone: 'Dit bestand heeft geen voormeting; over de respons valt niets te zeggen.',
  qualityPeers:
    'Van andere instellingen staan aandelen in stappen van 5%, en pas vanaf 50 trajecten; hun aantallen blijven geheim.',
  responseTitle: 'Respons per instelling',
  member: 'Instelling',
  network: 'Netwerk',
  episodes: 'Trajecten',
  statuses: {
    completer: 'Respons: voor- en nameting (%)',
    dropout: 'Alleen voormeting (%)',
    nonStarter: 'Niet gestart (%)',
    nonResponder: 'Niet gemeten (%)',
    open: 'Nog in zorg (% van alle)',
  },
  responseMeaning:
    'De respons telt trajecten die klaar zijn; ‘nog in zorg’ doet daarin niet mee. Onder ongeveer 60% respons zegt het gemiddelde van de gemetenen weinig over alle patiënten.',

  findingTitle: 'Wat er te zien is',
  findingNetwork:
    '{members} instellingen: gemiddeld {outcome} punten verbetering, in gemiddeld {duration} dagen. Bij gelijke casemix loopt de verbetering van {least} tot {most} punten.',
  findingOutside:
    'Het 95%-interval ligt naast het netwerkgemiddelde bij {outcome} van de {outcomeMembers} instellingen voor de uitkomst, en bij {duration} van de {durationMembers} voor de duur. Door toeval alleen zou dat telkens bij ongeveer 1 op de 20 zijn.',
  findingOwnOutcome:
    '{own} komt op {value} punten verbetering (95%-interval {low} tot {high}): {verdict} het netwerk ({mean}).',
  findingOwnDuration: 'De behandelduur is {value} dagen ({low} tot {high}): {verdict} het netwerk ({mean}).',
  findingOwnMissing: 'Voor {own} is de {measure} in deze selectie niet te geven.',
  measureWord: { outcome: 'uitkomst', duration: 'behandelduur' },
  verdicts: {
    outcome: { above: 'meer dan', below: 'minder dan', same: 'niet aantoonbaar anders dan' },
    duration: { above: 'langer dan', below: 'korter dan', same: 'niet aantoonbaar anders dan' },
  },

  notTitle: 'Wat mag u hieruit niet concluderen?',
  not: {
    cause:
      'Dat langer behandelen minder oplevert, of juist meer. Wie snel herstelt stopt eerder, en wie zwaarder ziek is blijft langer én verbetert minder.',
    better:
      'Dat een instelling beter is omdat haar punt hoger ligt. Kijk eerst of de intervallen elkaar overlappen.',
    measured:
      'Dat dit over alle patiënten gaat. Het gaat over de gemetenen; bij een lage respons kunnen dat anderen zijn dan de rest.',
    mix: 'Dat alle verschillen in patiënten zijn weggenomen. Er is alleen gecorrigeerd voor wat in het bestand staat.',
    person: 'Dat een patiënt van deze instelling dit mag verwachten. Het zijn gemiddelden.',
  },
  figureMissing: 'Uitkomst tegen duur is niet te tekenen: {reason}',

  meansTitle: 'Wat betekent dit?',
  meansNotTitle: 'Wat niet?',
  figureMeans: {
    response: 'Links staat wie voor en na is gemeten. Alleen over hen gaat de rest van deze pagina.',
    scatter:
      'Elke stip is een instelling bij gelijke casemix; de ellips is het gebied waar zij met 95% zekerheid ligt. De lijnen zijn het netwerkgemiddelde.',
    caterpillar:
      'De stip is de instelling bij gelijke casemix, de streep haar 95%-interval. De stippellijn is het netwerk.',
    funnel:
      'Hoe minder trajecten, hoe breder de trechter: toeval krijgt meer ruimte. Wie erbuiten valt, verschilt meer dan toeval en gewone spreiding verklaren.',
    classes:
      'Van elke 100 twee keer gemeten trajecten: hoeveel er herstelden, verbeterden, gelijk bleven of verslechterden, volgens de betrouwbare verandering.',
    caseMix:
      'Links het verschil met het netwerk zoals gemeten, rechts bij gelijke patiënten. Een steile lijn zegt dat de patiënten verschillen.',
    overTime:
      'Elk punt is een kwartaal van uw instelling. Binnen de grenzen is het gewone variatie; gemerkte punten vragen om een verklaring.',
  },
  figureNot: {
    response: 'Dat gemeten patiënten zijn zoals de niet-gemeten.',
    caterpillar: 'Dat de bovenste de beste is: intervallen die elkaar overlappen zijn niet te ordenen.',
    funnel:
      'Dat buiten de trechter goed of slecht werk betekent. De trechter is niet gecorrigeerd voor casemix; kijk daarna hoe het bij gelijke patiënten staat. Andere instellingen staan op de ondergrens van hun band.',
    classes:
      'Dat een instelling met meer herstel beter behandelt: wie zwaarder begint, herstelt minder vaak. De klassen van anderen worden niet getoond.',
    caseMix: 'Dat na correctie alle verschil in patiënten weg is.',
    overTime: 'Dat een punt boven het vorige een verbetering is. De grenzen schuiven niet vanzelf mee.',
  },
  classesAsk:
    'Vul bij de filters de betrouwbaarheid van het instrument in om de klassen van verandering te zien.',

  sensitivityTitle: 'Houden de bevindingen stand?',
  sensitivityLink: 'Houden deze bevindingen stand bij een andere aanpak?',
  sensitivityLead:
    'Dezelfde vergelijking, telkens op één punt anders gedaan. Een bevinding die bij elke aanpak blijft staan, is stevig; een die omslaat, hangt af van een keuze.',
  sensitivityCount: '{robust} van de {distinct} gevonden verschillen blijven bij elke aanpak staan.',
  sensitivityNone:
    'Geen enkele instelling verschilt aantoonbaar van het netwerk; er is niets dat om kan slaan.',
  sensitivityMissing: 'Zonder vergelijking is hier niets te tonen.',
  sensitivityBack: 'Terug naar de vergelijking',
  sensitivityFinding: 'Bevinding',
  sensitivityRobust: 'stevig',
  sensitivityFragile: 'hangt af van de aanpak',
  sensitivityOrder: 'Mag er een rangorde worden getoond?',
  holds: 'blijft',
  turns: 'slaat om',
  orderYes: 'wel een rangorde',
  orderNo: 'geen rangorde',
  verdictWord: {
    above: 'hoger dan het netwerk',
    below: 'lager dan het netwerk',
    'not-distinct': 'niet te onderscheiden',
  },
  findingWord: {
    outcome: 'uitkomst',
    duration: 'behandelduur',
    cost: 'kosten',
    recovered: 'aandeel hersteld',
  },
  variants: {
    'no-case-mix': 'zonder casemix',
    'without-column': 'zonder {detail}',
    'other-estimation': 'andere schatting',
    window: 'metingen binnen {detail} dagen',
    'no-window': 'zonder meetvenster',
    'unmeasured-worse': 'niet-gemetenen overal slechter',
    'unmeasured-better': 'niet-gemetenen overal beter',
    'unmeasured-against': 'niet-gemetenen van deze instelling tegen',
    'reliable-change': 'methode {detail}',
  },

  membersTitle: 'Instellingen in cijfers',
  membersLead:
    'Gemeten is het gewone gemiddelde; verwacht is wat het netwerk bij deze patiënten zou halen; gecorrigeerd is het netwerkgemiddelde plus het eigen verschil, met 95%-interval. Verwacht gaat uit van de gemiddelde instelling, gecorrigeerd van de gemiddelde patiënt; vergelijk daarom gemeten met verwacht, en gecorrigeerd met het netwerk. Het gekrompen effect is naar nul getrokken naarmate er minder patiënten zijn: het is de beste schatting, geen oordeel.',
  outcomeTable: 'Uitkomst (punten verbetering)',
  durationTable: 'Behandelduur (dagen)',
  ratioTable: 'Dagen behandeling per punt verbetering',
  observed: 'Gemeten',
  expected: 'Verwacht',
  adjusted: 'Gecorrigeerd',
  interval: '95%-interval',
  shrunken: 'Effect, gekrompen',
  rank: 'Verwachte rang',
  ratio: 'Dagen per punt',
  ratioNote:
    'Gemiddelde duur gedeeld door gemiddelde verbetering, over trajecten met beide, niet gecorrigeerd voor casemix; interval volgens Fieller. Een lage waarde is niet vanzelf doelmatig: kort en weinig zieken geven haar ook.',
  noRankMembers: 'Geen rangorde: daarvoor zijn ten minste 10 instellingen nodig, hier zijn het er {members}.',
  noRankRankability:
    'Geen rangorde: maar {rankability} van de verschillen tussen instellingen is geen toeval; onder 50% zou een rang vooral geluk tonen.',
  noRankUnknown: 'Geen rangorde: hoeveel van de verschillen toeval is, valt hier niet te bepalen.',
  rankNote:
    'Rang 1 = {best}. De verwachte rang telt de onzekerheid mee; dicht bijeen betekent: niet te onderscheiden.',
  rankBest: { outcome: 'meeste verbetering', duration: 'kortste duur' },
  withheld: 'niet getoond',

  modelTitle: 'Het model',
  modelLead: 'Een gemengd model per maat, met de instelling als toevallig effect ({method}). {icc}',
  modelHint:
    'Variantie tussen is tau², aandeel tussen is de ICC. Rangschikbaarheid is het deel van de verschillen tussen instellingen dat geen toeval is.',
  modelIcc: 'Van alle verschillen in uitkomst tussen patiënten hangt {icc} samen met de instelling.',
  coefficients: 'Casemixtermen van het model',
  excludedTitle: 'Wat telt niet mee, en waarom',
  excludedLead: 'Elk bruikbaar traject van de gegevensset is hier één keer geteld per kolom.',
  excludedReason: 'Reden',
  excludedUsable: 'Bruikbaar in de gegevensset',
  excludedFiltered: 'Buiten de filters',
  excludedIn: 'In het model',
  excludedModels: { outcome: 'Uitkomst', duration: 'Duur', joint: 'Beide' },
  reasons: {
    'other-instrument': 'Ander meetinstrument',
    'outside-period': 'buiten de periode',
    'no-member': 'Geen instelling ingevuld',
    'no-response': 'Geen uitkomst of duur',
    'no-covariate': 'Casemix niet volledig ingevuld',
    'member-under-10-patients': 'Instelling met minder dan 10 patiënten',
    'not-chosen': 'Niet gekozen',
    'outside-window': 'Gemeten buiten de meetperiode',
    'rest-under-10-patients': 'Instelling met 1 tot 9 niet-gekozen patiënten',
    'no-response-or-small-member': 'Geen uitkomst of duur, of instelling met minder dan 10 patiënten',
  },
  adjustedFor: 'Gecorrigeerd voor: {columns}.',
  jointNote:
    'De figuur van uitkomst tegen duur gaat over de {n} trajecten waarvan beide bekend zijn. De tabellen tellen per maat alle trajecten die haar hebben; daardoor kan de gemiddelde duur verschillen.',
  notesTitle: 'Aantekeningen',
  labelsNote:
    'De labels peer-01, peer-02, … zijn per gegevensset geloot en veranderen bij elke start van de toepassing. Met een ander filter kan een label op een andere instelling slaan.',
  downloadsTitle: 'Meenemen',
  downloadReport: 'Verslag om te printen (HTML)',
  downloadWorkbook: 'Alle tabellen (XLSX)',
  reportTitle: 'Vergelijking van instellingen',
  downloadMembers: 'Instellingen (CSV)',
  downloadResponse: 'Respons (CSV)',
  downloadJson: 'Alle uitkomsten (JSON)',
  toMethod: 'Hoe dit is berekend',
};
