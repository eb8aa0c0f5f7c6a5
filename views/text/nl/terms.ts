/** Dutch field words with their meaning, as the pop-overs say it. `word` is how the pages write it. */

export const terms = {
  casemix: {
    word: 'casemix',
    text: 'De mix van patiënten: leeftijd, diagnose, ernst bij de start en dergelijke. Corrigeren voor casemix vergelijkt instellingen alsof zij dezelfde patiënten hadden.',
  },
  shrunken: {
    word: 'gekrompen effect',
    text: 'De schatting van het verschil, naar nul getrokken naarmate er minder patiënten zijn. Goed om te voorspellen, niet om over één instelling te oordelen.',
  },
  interval: {
    word: '95%-interval',
    text: 'Het gebied waar de echte waarde met 95% zekerheid ligt. Smal: veel patiënten. Breed: voorzichtig zijn.',
  },
  tau2: {
    word: 'tau²',
    text: 'Hoe sterk instellingen van elkaar verschillen, als variantie, nadat het toeval eraf is.',
  },
  icc: {
    word: 'ICC',
    text: 'Het deel van alle verschillen tussen patiënten dat samenhangt met de instelling. In de ggz vaak rond 5%.',
  },
  rankability: {
    word: 'rangschikbaarheid',
    text: 'Het deel van de verschillen tussen instellingen dat geen toeval is. Onder de helft zou een rangorde vooral geluk tonen.',
  },
  response: {
    word: 'respons',
    text: 'Het deel van de afgesloten trajecten met een voor- en een nameting.',
  },
  gate: {
    word: 'poort',
    text: 'De controle die vóór het vrijgeven bepaalt wat weg mag: nooit een groep van 1 tot 9 patiënten, nooit een waarde die aan één patiënt hangt.',
  },
  pseudonym: {
    word: 'pseudoniem',
    text: 'Een code in de plaats van de naam van een patiënt. Ook een pseudoniem is een persoonsgegeven en verlaat de instelling niet.',
  },
  reml: {
    word: 'REML',
    text: 'Een manier om de variantie tussen instellingen te schatten die haar met weinig instellingen niet te klein maakt.',
  },
  episode: {
    word: 'zorgtraject',
    text: 'Eén behandeling van één patiënt, van begin tot einde: een rij in het bestand. Een patiënt kan er meer hebben.',
  },
  cluster: {
    word: 'cluster',
    text: 'Een groep patiënten met een vergelijkbare zorgvraag, in het zorgprestatiemodel ‘zorgvraagtype’ geheten. Er zijn er 20, genummerd 1 tot en met 21 zonder 9.',
  },
  supercluster: {
    word: 'hoofdgroep',
    text: 'De eerste keuze van de behandelaar: X psychische aandoening, Y psychotische stoornis, Z cognitieve beperking. Het advies blijft binnen die groep.',
  },
  honos: {
    word: 'HoNOS+',
    text: 'Een vragenlijst van 19 vragen over ernst, van 0 (geen probleem) tot 4 (zeer ernstig). De behandelaar vult hem in.',
  },
  advice: {
    word: 'advies',
    text: 'Het cluster met de hoogste kans volgens de regelset. De behandelaar mag anders kiezen; beide worden bewaard.',
  },
  certainty: {
    word: 'zekerheid',
    text: 'De kans van het geadviseerde cluster. Bij 40% is een ander cluster bijna even goed mogelijk.',
  },
  redRule: {
    word: 'rode regel',
    text: 'Een regel die een cluster uitsluit bij een bepaalde score. Sluiten ze alles uit, dan past geen enkel cluster.',
  },
  kappa: {
    word: 'kappa',
    text: 'Hoe vaak advies en keuze gelijk zijn, nadat gelijk zijn door toeval eraf is: 0 is toeval, 1 is altijd gelijk.',
  },
  coefficient: {
    word: 'coëfficiënt',
    text: 'Wat een score op een vraag bij een cluster optelt of aftrekt. Opgeteld met de constante geeft dat de totaalscore, en die geeft de kans.',
  },
  ruleSet: {
    word: 'regelset',
    text: 'De tabellen waarmee scores een advies worden, met een status: officieel, eigen of illustratief.',
  },
  baseline: {
    word: 'uitgangspunt',
    text: 'Waarmee wordt vergeleken: de huidige omzet uit uw bestand, of een ander scenario. Het verschil is scenario min uitgangspunt.',
  },
  typing: {
    word: 'typering',
    text: 'Welk cluster telt: het gekozen, het geadviseerde, of alle clusters naar hun kans (verwacht).',
  },
  waterfall: {
    word: 'waterval',
    text: 'Het verschil in stappen: prijs, index, volume, typering en contract. De stappen tellen precies op.',
  },
  index: {
    word: 'index',
    text: 'Een factor op alle prijzen vanaf een dag, bijvoorbeeld 1,03 voor 3% loon- en prijsbijstelling.',
  },
  hypothetical: {
    word: 'hypothetisch',
    text: 'Een prijs die niemand heeft vastgesteld. Landelijke prijzen per cluster bestaan niet; elk bedrag hier is een aanname.',
  },
  cap: {
    word: 'omzetplafond',
    text: 'Een grens aan de betaling van een verzekeraar. Zorg daarboven wordt niet betaald, tenzij een overbrugging is afgesproken.',
  },
  duty: {
    word: 'doorleverplicht',
    text: 'De afspraak dat zorg boven het plafond doorgaat. De kosten daarvan blijven bij de instelling.',
  },
  lumpSum: {
    word: 'aanneemsom',
    text: 'Een vast bedrag, hoeveel er ook wordt geproduceerd; soms met een marge waarbuiten wordt verrekend.',
  },
  marginal: {
    word: 'marginaal',
    text: 'Wat één euro extra productie nu oplevert onder het contract. Boven een plafond is dat nul.',
  },
  binding: {
    word: 'bindend',
    text: 'Het contract verandert wat u krijgt: zonder het contract was het een ander bedrag.',
  },
  balance: {
    word: 'budgetneutraal',
    text: 'Een prijslijst die samen hetzelfde budget kost als nu, met zo klein mogelijke veranderingen.',
  },
  transition: {
    word: 'overgang',
    text: 'Een deel van het oude budget blijft nog een jaar of langer betaald; de rest volgt het nieuwe model.',
  },
  mix: {
    word: 'mixverschuiving',
    text: 'Een deel van de trajecten van een cluster dat elk jaar naar een ander cluster gaat.',
  },
};
