/** Dutch words of the parts of the simulation that answer a question of their own: who and why, years, one patient, search. */

export const answers = {
  // Who and why
  detailTitle: 'Wie en waardoor',
  detailLead:
    'Wie wint en verliest, welke prijs het meeste doet, en hoeveel van het geld bij weinig patiënten ligt.',
  winnersMeaning:
    'De grenzen liggen vast op het uitgangspunt; wie erboven of eronder valt, verandert dus niet van groep door een andere indeling.',
  tornadoMeaning:
    'Steeds verandert één ding en blijft de rest gelijk. Staven hoeven niet even lang te zijn: een contract kan knikken.',
  tailMeaning:
    'Veel geld bij weinig patiënten maakt elke uitkomst onzeker: één patiënt meer of minder doet er dan toe.',
  // Years
  yearsTitle: 'Meerdere jaren',
  yearsLead:
    'Dezelfde zorg in latere jaren, met groei van prijzen en aantallen. Jaar één is de gewone simulatie. Dit is een aanname, geen voorspelling.',
  yearsForm: 'Wat er per jaar verandert',
  count: 'Aantal jaren',
  countHint: 'Het eerste meegeteld: 2 tot 10.',
  from: 'Eerste kalenderjaar',
  fromHint: 'Alleen voor de namen van de jaren; mag leeg blijven.',
  index: 'Prijsgroei per jaar (%)',
  indexHint: 'Eén getal voor elk jaar, of één per later jaar met een puntkomma ertussen: 3; 2,5.',
  volume: 'Groei van aantallen per jaar (%)',
  volumeHint: 'Eén getal, of één per later jaar met een puntkomma ertussen.',
  transition: 'Deel van het verschil met het oude budget (%)',
  transitionHint:
    'Eén per later jaar met een puntkomma ertussen; alleen bij een contract van de vorm overgang.',
  mix: 'Verschuiving tussen clusters',
  mixHint: 'Elk jaar verschuift dit deel van de patiënten.',
  mixFrom: 'Van cluster, regel {n}',
  mixTo: 'Naar cluster, regel {n}',
  mixShare: 'Deel (%), regel {n}',
  calculate: 'Berekenen',
  behaviour: 'Gedrag (aanname)',
  behaviourHint:
    'Niemand weet hoe mensen op prijzen reageren. Leeg: niemand doet iets anders. Wat u invult geldt ook in het eerste jaar en staat overal als aanname.',
  retypeShare: 'Zwaarder getypeerd (% van de grensgevallen)',
  retypeShareHint: 'Grensgeval: het zwaardere cluster is bijna even waarschijnlijk.',
  retypeMargin: 'Bijna even waarschijnlijk is hooguit (%-punten verschil)',
  retypeMarginHint: 'Bijvoorbeeld 10. Alleen samen met het vak hiervoor.',
  elasticity: 'Volume volgt prijs (elasticiteit)',
  elasticityHint: '0,2: bij 10% meer betaling per traject komt er ongeveer 2% zorg bij.',
  yearsSave: 'In het scenario bewaren',
  mixMay: 'Noem twee verschillende clusters en een deel van 0 tot 100%.',
  fromMay: 'Vul een jaartal in, zoals 2026, of niets.',
  shareMay: 'Vul een percentage in van 0 tot 100.',
  elasticityMay: 'Vul een getal in van −5 tot 5, zoals −0,3.',
  fieldMissing: '‘{label}’ ontbreekt.',
  fieldWrong: 'Wat bij ‘{label}’ staat, kan niet.',
  yearsFaults: 'Dit is nog niet te berekenen:',
  // One patient
  patientTitle: 'Eén patiënt',
  patientLead:
    'Van metingen via kansen, prijzen en contracten naar euro’s: elke regel die iets oplevert, tot op de cent.',
  patientRow: 'Rijnummer in het bestand',
  patientRowHint:
    'Een rij staat in het adres als nummer, nooit als pseudoniem. Andere trajecten van dezelfde patiënt komen mee.',
  patientShow: 'Toon',
  patientNone: 'Kies een rij; het rijnummer staat in de lijst met casussen.',
  patientCases: 'Naar de casussen',
  patientMissing: 'Rij {row} staat niet onder de bruikbare rijen van dit bestand.',
  patientCase: 'Waarom deze rij dit cluster krijgt',
  patientDone: 'Elke opvraging van een patiënt wordt vastgelegd.',
  // Search
  searchTitle: 'Zoeken',
  searchLead: 'Welke prijs een doel haalt, of welke lijst het budget precies uitgeeft.',
  balanceTitle: 'Lijst die het budget precies uitgeeft',
  balanceLead:
    'Alle prijzen schuiven zo weinig mogelijk, tot productie maal prijs gelijk is aan het budget (vóór contracten).',
  budget: 'Budget (€)',
  budgetHint: 'Leeg = de huidige omzet uit het bestand.',
  fix: 'Clusters die hun prijs houden',
  fixHint: 'Codes met een komma ertussen; mag leeg blijven.',
  low: 'Laagste prijs (% van de lijst)',
  high: 'Hoogste prijs (% van de lijst)',
  boundHint: 'Leeg = geen grens.',
  monotone: 'Zwaarder is nooit goedkoper',
  balanceButton: 'Lijst zoeken',
  solveTitle: 'Prijs die een doel haalt',
  solveLead:
    'Bij welke prijs komt de totale omzet van het scenario op het doel uit? Met contracten erbij; er kan geen, één of meer dan één antwoord zijn.',
  target: 'Totale omzet (€)',
  row: 'Prijs',
  highest: 'Hoogste prijs om te proberen (€)',
  highestHint: 'Leeg = ruim boven de prijs van nu.',
  solveButton: 'Prijs zoeken',
  use: 'Deze prijzen in de simulatie zetten',
  useOne: 'Deze prijs in de simulatie zetten',
  remainder: 'Met hele centen blijft {cents} over.',
  tabDetail: 'Wie en waardoor',
  exportTitle: 'Meenemen',
  exportXlsx: 'Rekenblad met formules (XLSX)',
  exportHtml: 'Verslag om te printen (HTML)',
  exportCsv: 'Groepen (CSV)',
  exportJson: 'Alle cijfers (JSON)',
  exportHint: 'Dezelfde bestanden als van zorgcluster simulate; wat u meeneemt wordt vastgelegd.',
};
