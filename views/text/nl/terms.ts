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
};
