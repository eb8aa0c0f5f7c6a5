/** Small tables with the odd cells that writers must survive. */

import type { ReportTable } from '../../src/model/figure.ts';

export const ODD_TABLE: ReportTable = {
  id: 'odd',
  title: 'Omzet per team',
  columns: [
    { key: 'team', label: 'Team', kind: 'text' },
    { key: 'n', label: 'Trajecten', kind: 'count' },
    { key: 'differenceCents', label: 'Verschil (€)', kind: 'cents' },
    { key: 'share', label: 'Aandeel (%)', kind: 'share' },
    { key: 'tau2', label: 'Tussen instellingen', kind: 'number' },
  ],
  rows: [
    ['psychosomatiek', 12345, -123456789, 0.1234, 0.25],
    ['=1+1', 3, 6550, 1, 10],
    ['a;b,"c"\nd', 0, -0, 0, null],
    ['te klein', 9, 'te weinig patiënten', null, -1.5],
  ],
};

export function tableOf(columns: ReportTable['columns'], rows: ReportTable['rows']): ReportTable {
  return { id: 't', title: 'T', columns, rows };
}
