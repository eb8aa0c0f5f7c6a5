/** Several years and assumed behaviour as tables. */

import type { ReportTable } from '../../model/figure.ts';
import type { SimulationResult, SimulationYear } from '../../model/simulation.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { CONTRACT_WORDS as C, FORM_WORDS } from '../../text/words/contracts.ts';
import { TABLE_WORDS, SIMULATE_WORDS as W } from '../../text/words/tables.ts';
import { BEHAVIOUR_WORDS as B, YEARS_WORDS as Y } from '../../text/words/years.ts';
import { cellOf, columnsIn, isComputed } from './cells.ts';

/** Tables `years`, `year-contracts` and `volume-response`; those with nothing to say are left out. */
export function yearTables({ years, behaviour }: SimulationResult, lang: Lang): ReportTable[] {
  return [
    ...(years === undefined ? [] : [yearsTable(years, lang)]),
    ...(years === undefined || years[0]!.contracts.length === 0 ? [] : [contractsTable(years, lang)]),
    ...(behaviour?.volumeResponse === undefined ? [] : [responseTable(behaviour.volumeResponse, lang)]),
  ];
}

/** The calendar year where it is known, else 0, 1, 2; the first is marked. */
export function yearName({ year, calendarYear }: SimulationYear, lang: Lang): string {
  const name = String(calendarYear ?? year);
  return year === 0 ? say(Y.first, lang, { year: name }) : name;
}

function yearsTable(years: readonly SimulationYear[], lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'years',
    title: say(Y.title, lang),
    columns: [
      col('year', Y.year, 'text'),
      col('baselineCents', W.baselineEuros, 'cents'),
      col('scenarioCents', W.scenarioEuros, 'cents'),
      col('differenceCents', W.differenceEuros, 'cents'),
      col('differencePct', W.differencePct, 'percent'),
      col('lowCents', W.lowEuros, 'cents'),
      col('highCents', W.highEuros, 'cents'),
    ],
    rows: years.map((one) => [
      yearName(one, lang),
      one.baselineCents,
      one.scenarioCents,
      one.differenceCents,
      cellOf(one.differencePct, (value) => value),
      // The reason stands with the total: a year says it in two words.
      ...(isComputed(one.interval)
        ? [one.interval.lowCents, one.interval.highCents]
        : [say(W.noInterval, lang), null]),
    ]),
  };
}

function contractsTable(years: readonly SimulationYear[], lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'year-contracts',
    title: say(Y.contractsTitle, lang),
    columns: [
      col('year', Y.year, 'text'),
      col('payer', W.payer, 'text'),
      col('form', W.form, 'text'),
      col('grossCents', W.gross, 'cents'),
      col('netCents', W.net, 'cents'),
      col('adjustmentCents', W.adjustment, 'cents'),
      col('binding', W.binding, 'text'),
    ],
    rows: years.flatMap((one) =>
      one.contracts.map(({ payer, form, grossCents, netCents, adjustmentCents, binding }) => [
        yearName(one, lang),
        payer,
        say(FORM_WORDS[form], lang),
        grossCents,
        netCents,
        adjustmentCents,
        binding === '' ? '' : say(binding === 'floor' ? C.floor : FORM_WORDS[form], lang),
      ]),
    ),
  };
}

function responseTable(
  answers: NonNullable<NonNullable<SimulationResult['behaviour']>['volumeResponse']>,
  lang: Lang,
): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'volume-response',
    title: say(B.title, lang),
    columns: [
      col('cluster', TABLE_WORDS.cluster, 'text'),
      col('elasticity', B.elasticity, 'estimate'),
      col('priceRatio', B.ratio, 'estimate'),
      col('factor', B.factor, 'estimate'),
    ],
    rows: answers.map(({ cluster, elasticity, priceRatio, factor }) => [
      cluster,
      elasticity,
      priceRatio,
      factor,
    ]),
  };
}
