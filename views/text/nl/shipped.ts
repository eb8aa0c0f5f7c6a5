/** Dutch texts of the files that come along: of the scenarios exactly as they have them; the rule set’s source is English there. */

export const shipped = {
  illustrativeRules:
    'Afgeleid met data/rules/derive-illustrative.ts van de typische profielen in profiles.csv; niet de officiële coëfficiënten',
  dayPrices: 'Voorbeeld: prijs per dag en per verblijfsdag, met een omzetplafond bij VZ2',
  dynamicCap: 'Voorbeeld: prijs per traject, met een plafond dat meegroeit met patiënten en een garantie',
  sharedSavings: 'Voorbeeld: prijs per reviewperiode, met gedeelde besparingen en prestatiebeloning',
  transition:
    'Voorbeeld: prijs per dag en verblijfsdag, met een overgang van het oude budget en een grens aan verblijf',
  spreadPrices:
    'De prijzen zijn hypothetisch: Engelse kosten per clusterdag 2014-15, verdeeld over clusters en omgerekend met aannames die bij elke regel staan.',
  derivedPrices:
    'De prijzen zijn hypothetisch, afgeleid van Engelse kosten per clusterdag 2014-15 met aannames die bij elke regel staan.',
  bedDay: 'Een verblijfsdag krijgt de dagprijs plus een toeslag tot de kosten van een opnamedag.',
  madeUpCap: 'Het plafond bij VZ2 past bij het synthetische voorbeeldbestand en is verzonnen.',
  madeUpAmounts:
    'De bedragen van de contracten passen bij het synthetische voorbeeldbestand en zijn verzonnen.',
  americanShares:
    'Deelpercentages, drempels en grenzen van de gedeelde besparingen zijn die van een Amerikaans programma.',
  hospitalShare:
    'Het aandeel 0,70 van het verschil met het oude budget is dat van het tweede overgangsjaar van de ziekenhuisbekostiging.',
  own: 'eigen aanname',
};
