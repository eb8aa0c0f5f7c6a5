/** The funnel as tables: the units with their limits, the spread, the limits for drawing. */

import type { Cell, ReportTable } from '../../model/figure.ts';
import type { FunnelDocument } from '../../model/funnel.ts';
import type { Lang } from '../../model/text.ts';
import { formatNumber } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { FUNNEL_WORDS as W } from '../../text/words/funnel.ts';
import { cellOf, column, columnsIn, inputTables } from './cells.ts';

/** Tables `units`, `spread`, `limits`, `rows`, `issues`. */
export function funnelTables(result: FunnelDocument, lang: Lang): ReportTable[] {
  return [
    unitsTable(result, lang),
    spreadTable(result, lang),
    limitsTable(result, lang),
    ...inputTables(result.rows, result.issues, lang),
  ];
}

function unitsTable(result: FunnelDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const levels = result.units[0]?.limits.map((limit) => limit.level) ?? [];
  return {
    id: 'units',
    title: say(W.unitsTitle, lang),
    columns: [
      col('unit', W.unit, 'text'),
      col('size', W.size, 'number'),
      col('value', W.value, 'number'),
      col('z', W.z, 'number'),
      ...levels.flatMap((level) => {
        const params = { level: formatNumber(100 * level, lang, level === 0.95 || level === 0.99 ? 0 : 1) };
        return [
          column(`low_${level}`, say(W.lowAt, lang, params), 'number'),
          column(`high_${level}`, say(W.highAt, lang, params), 'number'),
        ];
      }),
      col('outlier_level', W.level, 'share'),
      col('outlier_side', W.outlier, 'text'),
    ],
    rows: result.units.map((unit): Cell[] => [
      unit.unit,
      unit.size,
      unit.value,
      unit.z,
      ...unit.limits.flatMap((limit) => [limit.low, limit.high]),
      unit.outlier?.level ?? null,
      unit.outlier === null ? null : say(unit.outlier.side === 'high' ? W.above : W.below, lang),
    ]),
  };
}

function spreadTable(result: FunnelDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const value = (number: number) => number;
  return {
    id: 'spread',
    title: say(W.summaryTitle, lang),
    columns: [
      col('target', W.target, 'number'),
      col('phi', W.phi, 'number'),
      col('tau2', W.tau2, 'number'),
      col('tau2Unwinsorised', W.tau2Unwinsorised, 'number'),
      col('tau2Low', W.tau2Low, 'number'),
      col('tau2High', W.tau2High, 'number'),
    ],
    rows: [
      [
        result.target,
        cellOf(result.phi, value),
        cellOf(result.tau2, value),
        cellOf(result.tau2Unwinsorised, value),
        cellOf(result.tau2Interval, (interval) => interval.low),
        cellOf(result.tau2Interval, (interval) => interval.high),
      ],
    ],
  };
}

function limitsTable(result: FunnelDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'limits',
    title: say(W.limitsTitle, lang),
    columns: [
      col('size', W.size, 'number'),
      col('level', W.level, 'share'),
      col('low', W.low, 'number'),
      col('high', W.high, 'number'),
    ],
    rows: result.limits.map((limit) => [limit.size, limit.level, limit.low, limit.high]),
  };
}
