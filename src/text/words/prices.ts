/** Words of price-list answers: the budget-neutral list, the price that reaches a target. */

import type { Bilingual } from '../../model/text.ts';

export const BALANCE_WORDS = {
  title: { nl: 'Prijslijst {list}, budgetneutraal', en: 'Price list {list}, budget-neutral' },
  totals: { nl: 'Productie vóór contracten', en: 'Production before contracts' },
  budget: { nl: 'Budget', en: 'Budget' },
  listed: { nl: 'Bij de prijzen van de lijst', en: 'At the listed prices' },
  exact: { nl: 'Bij de nieuwe prijzen, niet afgerond', en: 'At the new prices, not rounded' },
  whole: { nl: 'Bij de nieuwe prijzen in hele centen', en: 'At the new prices in whole cents' },
  remainder: { nl: 'Rest door afronding', en: 'Remainder from rounding' },
  prices: { nl: 'Prijzen', en: 'Prices' },
  unit: { nl: 'Eenheid', en: 'Unit' },
  quantity: { nl: 'Aantal', en: 'Quantity' },
  listedPrice: { nl: 'Prijs (€)', en: 'Price (€)' },
  newPrice: { nl: 'Nieuwe prijs (€)', en: 'New price (€)' },
  change: { nl: 'Verandering (%)', en: 'Change (%)' },
  fixed: { nl: 'vast', en: 'fixed' },
  kept: { nl: 'Vast', en: 'Fixed' },
  newList: { nl: 'Nieuwe prijslijst', en: 'New price list' },
} as const satisfies Record<string, Bilingual>;

export const SOLVE_WORDS = {
  title: {
    nl: 'Welke prijs voor cluster {cluster} per {unit} haalt het doel?',
    en: 'Which price for cluster {cluster} per {unit} reaches the target?',
  },
  answer: { nl: 'Prijzen die het doel halen', en: 'Prices that reach the target' },
  from: { nl: 'Prijs (€)', en: 'Price (€)' },
  until: { nl: 'tot en met (€)', en: 'up to (€)' },
  total: { nl: 'Omzet in hele centen (€)', en: 'Revenue in whole cents (€)' },
  range: { nl: 'Wat de omzet doet', en: 'What revenue does' },
  price: { nl: 'Bij prijs (€)', en: 'At price (€)' },
  revenue: { nl: 'Omzet (€)', en: 'Revenue (€)' },
  target: { nl: 'Doel', en: 'Target' },
  lowest: { nl: 'Laagste prijs', en: 'Lowest price' },
  listed: { nl: 'Prijs van de lijst', en: 'Listed price' },
  highest: { nl: 'Hoogste onderzochte prijs', en: 'Highest price searched' },
} as const satisfies Record<string, Bilingual>;
