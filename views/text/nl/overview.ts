/** Dutch words of the overview: three questions. */

export const overview = {
  title: 'Overzicht',
  lead: '{name}: {episodes} zorgtrajecten van {patients} patiënten, {period}.',
  unknownPatients: 'een onbekend aantal',
  leadNoPeriod: '{name}: {episodes} zorgtrajecten van {patients} patiënten.',
  clustersQuestion: 'Waar landen onze patiënten?',
  clustersAnswer: '{share} in cluster {cluster}',
  clustersUnder:
    'Het meest geadviseerde cluster; 95%-interval van {low} tot {high}. De helft van de adviezen is ten minste {median} zeker.',
  clustersNext: 'Alle clusters en waar het niet past',
  clustersMissing: 'in dit bestand heeft geen enkel traject een advies.',
  simulationQuestion: 'Wat doet deze prijslijst?',
  simulationUnder: 'Verschil met de huidige omzet; {level}-interval van {low} tot {high}.',
  simulationUnderNoInterval: 'Verschil met de huidige omzet. Geen interval: {reason}.',
  simulationNext: 'Prijzen aanpassen en meekijken',
  simulationMissing: 'er is niets te tekenen.',
  benchmarkQuestion: 'Hoe verhouden uitkomst en duur zich?',
  benchmarkAnswer: '{n} instellingen vergeleken',
  benchmarkUnder: 'Van de trajecten heeft {rate} een voor- en een nameting.',
  benchmarkOutside:
    'Uitkomst: {outcome} van {outcomeMembers} wijken met hun 95%-interval van het netwerk af; duur: {duration} van {durationMembers}.',
  benchmarkMissing: 'er zijn ten minste drie instellingen nodig, elk met tien gemeten patiënten.',
  benchmarkNext: 'De vergelijking bekijken',
  computing: 'Wordt berekend; de pagina ververst zichzelf.',
  notYet: 'Dit antwoord is er nog niet: {reason}.',
};
