/** English texts of the scenarios that come along; their files are Dutch. */

export const shipped = {
  illustrativeRules:
    'Derived by data/rules/derive-illustrative.ts from the typical profiles in profiles.csv; not the official coefficients',
  dayPrices: 'Example: price per day and per bed day, with a revenue cap at VZ2',
  dynamicCap: 'Example: price per episode, with a cap that grows with patients and a guarantee',
  sharedSavings: 'Example: price per review period, with shared savings and pay for quality',
  transition: 'Example: price per day and bed day, with a transition from the old budget and a limit to stay',
  spreadPrices:
    'The prices are hypothetical: English cost per cluster day 2014-15, spread over clusters and converted with assumptions that stand at every row.',
  derivedPrices:
    'The prices are hypothetical, derived from English cost per cluster day 2014-15 with assumptions that stand at every row.',
  bedDay: 'A bed day gets the price of a day plus what is lacking to the cost of a day on a ward.',
  madeUpCap: 'The cap at VZ2 fits the synthetic example file and is made up.',
  madeUpAmounts: 'The amounts of the contracts fit the synthetic example file and are made up.',
  americanShares: 'Rates, thresholds and limits of the shared savings are those of an American programme.',
  hospitalShare:
    'The share 0.70 of the difference with the old budget is that of the second year of transition in hospital payment.',
  own: 'own assumption',
};
