/** A case file as an institution would export it: Dutch headers, semicolons, decimal commas, Dutch dates. */

import { join } from 'node:path';
import {
  csvHeader,
  csvRows,
  DATA_FOLDER,
  GENERATED_HEADER,
  generateCases,
  loadRuleSet,
} from '../../src/index.ts';

const DUTCH: Readonly<Record<string, string>> = {
  patient: 'pseudoniem',
  member: 'instelling',
  site: 'locatie',
  team: 'afdeling',
  payer: 'verzekeraar',
  supercluster: 'hoofdgroep',
  chosen_cluster: 'gekozen_zorgvraagtype',
  start: 'startdatum',
  end: 'einddatum',
  current_revenue: 'huidige_omzet',
  cost: 'kosten',
  pre: 'voormeting',
  post: 'nameting',
};

export async function exampleFile(size: { members: number; episodes: number }): Promise<string> {
  const ruleSet = (await loadRuleSet(join(DATA_FOLDER, 'rules', 'zvt-illustrative'))).value!;
  const isDate = GENERATED_HEADER.map((name) => /^(date|start|end)$|_date$/.test(name));
  const rows = [...generateCases({ ...size, seed: 7, ruleSet })]
    .flat()
    .map((row) =>
      row.map((cell, at) =>
        isDate[at] && typeof cell === 'string' ? cell.split('-').reverse().join('-') : cell,
      ),
    );
  const header = GENERATED_HEADER.map((name) => DUTCH[name] ?? name);
  return csvHeader(header, { excel: true }) + csvRows(rows, { excel: true });
}
