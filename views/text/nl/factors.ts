/** Dutch words of index, volume and prices that depart from the list. */

export const factors = {
  tab: 'Index en volume',
  pageTitle: 'Index, volume en afwijkende prijzen',
  lead: 'Wat er op de hele lijst of op een deel van de zorg verandert, zonder de lijst zelf aan te passen.',
  title: {
    index: 'Index: alle prijzen vanaf een dag',
    volume: 'Volume: meer of minder zorg',
    override: 'Afwijkende prijzen',
  },
  hint: {
    index:
      'De laatste regel die op de dag van de zorg is ingegaan, geldt; regels stapelen niet. 3 betekent 3% hoger dan de lijst, −2 betekent 2% lager.',
    volume:
      'Hoeveelheden van het cluster, de verzekeraar of de locatie; leeg betekent alle. Gelden er meer regels, dan werken ze na elkaar.',
    override:
      'Voor een deel van de lijst een eigen prijs, óf een verandering in procenten: één van de twee. Leeg betekent alle; een latere regel gaat voor.',
  },
  line: { index: 'Index, regel {n}', volume: 'Volume, regel {n}', override: 'Afwijkende prijs, regel {n}' },
  column: {
    cluster: 'Cluster',
    unit: 'Per',
    setting: 'Setting',
    payer: 'Verzekeraar',
    site: 'Locatie',
    from: 'Vanaf',
    until: 'Tot en met',
    amount: 'Prijs (€)',
    change: 'Verandering (%)',
  },
  may: {
    change: 'Vul een percentage in van −100 of meer, zoals 3 of −2,5.',
    amount: 'Vul een bedrag in van 0 of meer, zoals 1.234,50.',
    from: 'Kies een dag.',
    until: 'Kies een dag.',
  },
  every: 'alle',
  more: 'Een leeg veld telt niet mee; na het berekenen staan er weer lege regels.',
  faults: 'Er is nog niets berekend:',
  meaning: 'Elke stap vervangt één onderdeel van het uitgangspunt door dat van dit scenario.',
  save: 'Dit in het scenario bewaren',
} as const;
