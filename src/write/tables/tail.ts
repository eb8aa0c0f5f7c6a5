/** The tail of a simulation as tables: shares of the money, then units and payers of the costliest 1 %. */

import type { ReportTable } from '../../model/figure.ts';
import type { SimulationResult, TailReport } from '../../model/simulation.ts';
import type { Lang } from '../../model/text.ts';
import { formatNumber } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { TABLE_WORDS, UNIT_WORDS, SIMULATE_WORDS as W } from '../../text/words/tables.ts';
import { cellOf, columnsIn, groupName } from './cells.ts';

/** Tables `tail`, `tail-units` and, where the file names payers, `tail-payers`; none when not asked for. */
export function tailTables({ tail }: SimulationResult, lang: Lang): ReportTable[] {
  if (tail === undefined) return [];
  return [levels(tail, lang), units(tail, lang), ...(tail.byPayer.length === 0 ? [] : [payers(tail, lang)])];
}

function levels({ levels: all }: TailReport, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'tail',
    title: say(W.tailTitle, lang),
    columns: [
      col('share', W.costliest, 'text'),
      col('patients', W.patients, 'count'),
      col('baseline', W.ofBaseline, 'share'),
      col('scenario', W.ofScenario, 'share'),
      col('difference', W.ofDifference, 'share'),
    ],
    rows: all.map(({ share, patients, baseline, scenario, difference }) => [
      `${formatNumber(share * 100, lang, share < 0.01 ? 1 : 0)}%`,
      patients,
      ...[baseline, scenario, difference].map((money) => cellOf(money.share, (value) => value)),
    ]),
  };
}

function units({ byUnit }: TailReport, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'tail-units',
    title: say(W.tailUnits, lang),
    columns: [
      col('unit', W.unit, 'text'),
      col('topCents', W.topEuros, 'cents'),
      col('allCents', W.allEuros, 'cents'),
      col('share', TABLE_WORDS.share, 'share'),
    ],
    rows: byUnit.map(({ unit, topCents, allCents, share }) => [
      say(UNIT_WORDS[unit], lang),
      topCents,
      allCents,
      cellOf(share, (value) => value),
    ]),
  };
}

function payers({ byPayer }: TailReport, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'tail-payers',
    title: say(W.tailPayers, lang),
    columns: [
      col('payer', W.payer, 'text'),
      col('topCents', W.topEuros, 'cents'),
      col('allCents', W.allEuros, 'cents'),
      col('share', TABLE_WORDS.share, 'share'),
    ],
    rows: byPayer.map(({ payer, topCents, allCents, share }) => [
      groupName(payer, lang),
      topCents,
      allCents,
      cellOf(share, (value) => value),
    ]),
  };
}
