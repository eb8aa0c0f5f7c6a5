/** English words of index, volume and prices that depart from the list. */

import type { Text } from '../nl.ts';

export const factors: Text['factors'] = {
  tab: 'Index and volume',
  pageTitle: 'Index, volume and departing prices',
  lead: 'What changes on the whole list or on a part of the care, without editing the list itself.',
  title: {
    index: 'Index: all prices from a day on',
    volume: 'Volume: more or less care',
    override: 'Departing prices',
  },
  hint: {
    index:
      'The last line that had begun on the day of care applies; lines do not stack. 3 means 3% above the list, −2 means 2% below.',
    volume:
      'Quantities of the cluster, payer or site; blank means all. Where several lines apply they work one after the other.',
    override:
      'For a part of the list a price of its own, or a change in percent: one of the two. Blank means all; a later line wins.',
  },
  line: { index: 'Index, line {n}', volume: 'Volume, line {n}', override: 'Departing price, line {n}' },
  column: {
    cluster: 'Cluster',
    unit: 'Per',
    setting: 'Setting',
    payer: 'Payer',
    site: 'Site',
    from: 'From',
    until: 'Until',
    amount: 'Price (€)',
    change: 'Change (%)',
  },
  may: {
    change: 'Fill in a percentage of −100 or more, such as 3 or −2.5.',
    amount: 'Fill in an amount of 0 or more, such as 1,234.50.',
    from: 'Choose a day.',
    until: 'Choose a day.',
  },
  every: 'all',
  more: 'A blank field does not count; after calculating there are blank lines again.',
  faults: 'Nothing was calculated yet:',
  meaning: 'Each step replaces one part of the baseline by that of this scenario.',
  save: 'Keep this in the scenario',
};
