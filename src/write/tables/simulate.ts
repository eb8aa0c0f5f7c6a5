/** A simulation as tables, the answer first: revenue, where the difference comes from, who it falls on. */

import type { Cell, ReportTable } from '../../model/figure.ts';
import type { Computed } from '../../model/meta.ts';
import type {
  GroupDimension,
  MoneyInterval,
  SimulationGroup,
  SimulationResult,
} from '../../model/simulation.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import { formatNumber } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { DIMENSION_WORDS, STEP_WORDS, TABLE_WORDS, SIMULATE_WORDS as W } from '../../text/words/tables.ts';
import { cellOf, column, columnsIn, groupName, inputTables, isComputed } from './cells.ts';
import { contractTables } from './contracts.ts';
import { joinFindings } from './lint.ts';
import { tailTables } from './tail.ts';
import { winnersTables } from './winners.ts';
import { yearTables } from './years.ts';

/**
 * Tables `total`, `beside`, those of `yearTables`, `waterfall`, `clusters`, `groups`, those of `winnersTables` and `tailTables`,
 * `tornado`, `contracts`, `monthly`, `population`, `lint`,
 * `rows`, `issues`; those with nothing to say are left out, `groups` never (it is what `-o FILE.csv` holds).
 */
export function simulateTables(result: SimulationResult, lang: Lang): ReportTable[] {
  return [
    totalTable(result, lang),
    ...besideTable(result, lang),
    ...yearTables(result, lang),
    waterfallTable(result, lang),
    clustersTable(result, lang),
    groupsTable(result, lang),
    ...winnersTables(result, lang),
    ...tailTables(result, lang),
    ...tornadoTable(result, lang),
    ...contractTables(result, lang),
    populationTable(result, lang),
    ...lintTable(result, lang),
    ...inputTables(result.rows, result.issues, lang),
  ];
}

function totalTable({ total }: SimulationResult, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const { interval, sd } = total;
  const sds: [Bilingual, 'typingCents' | 'samplingCents' | 'totalCents'][] = [
    [W.sdTyping, 'typingCents'],
    [W.sdSampling, 'samplingCents'],
    [W.sdTotal, 'totalCents'],
  ];
  return {
    id: 'total',
    title: say(W.totalTitle, lang),
    columns: [
      col('what', TABLE_WORDS.what, 'text'),
      col('cents', W.amount, 'cents'),
      col('differencePct', W.differencePct, 'percent'),
      col('lowCents', W.lowEuros, 'cents'),
      col('highCents', W.highEuros, 'cents'),
    ],
    rows: [
      [say(W.baseline, lang), total.baselineCents, null, null, null],
      [say(W.scenario, lang), total.scenarioCents, null, null, null],
      [
        say(W.difference, lang),
        total.differenceCents,
        cellOf(total.differencePct, (value) => value),
        ...intervalCells(interval),
      ],
      ...(isComputed(sd) ? sds.map(([label, key]) => [say(label, lang), sd[key], null, null, null]) : []),
    ],
  };
}

/** Lower and upper limit; the reason once where there is none. */
function intervalCells(interval: Computed<MoneyInterval>): [Cell, Cell] {
  return isComputed(interval) ? [interval.lowCents, interval.highCents] : [interval.undefined, null];
}

/** The sentence stands once, with the total: a part says it in two words. */
function partIntervalCells(interval: Computed<MoneyInterval>, lang: Lang): [Cell, Cell] {
  return isComputed(interval) ? intervalCells(interval) : [say(W.noInterval, lang), null];
}

/** This scenario and those set beside it, one row each. */
function besideTable(result: SimulationResult, lang: Lang): ReportTable[] {
  if (result.beside === undefined) return [];
  const col = columnsIn(lang);
  return [
    {
      id: 'beside',
      title: say(W.besideTitle, lang),
      columns: [
        col('scenario', W.scenario, 'text'),
        col('against', W.against, 'text'),
        col('baselineCents', W.baselineEuros, 'cents'),
        col('scenarioCents', W.scenarioEuros, 'cents'),
        col('differenceCents', W.differenceEuros, 'cents'),
        col('differencePct', W.differencePct, 'percent'),
        col('lowCents', W.lowEuros, 'cents'),
        col('highCents', W.highEuros, 'cents'),
      ],
      rows: [result, ...result.beside].map(({ scenario, baseline, total }) => [
        scenario.title,
        baseline.title,
        total.baselineCents,
        total.scenarioCents,
        total.differenceCents,
        cellOf(total.differencePct, (value) => value),
        ...partIntervalCells(total.interval, lang),
      ]),
    },
  ];
}

function waterfallTable(result: SimulationResult, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'waterfall',
    title: say(W.waterfallTitle, lang),
    columns: [col('step', W.step, 'text'), col('cents', W.differenceEuros, 'cents')],
    rows: result.waterfall.map(({ step, cents }) => [say(STEP_WORDS[step], lang), cents]),
  };
}

function clustersTable(result: SimulationResult, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'clusters',
    title: say(W.clustersTitle, lang),
    columns: [
      col('cluster', TABLE_WORDS.cluster, 'text'),
      col('n', TABLE_WORDS.episodes, 'number'),
      col('baselineCents', W.baselineEuros, 'cents'),
      col('scenarioCents', W.scenarioEuros, 'cents'),
      col('differenceCents', W.differenceEuros, 'cents'),
      col('lowCents', W.lowEuros, 'cents'),
      col('highCents', W.highEuros, 'cents'),
    ],
    rows: result.byCluster.map((row) => [
      row.cluster,
      row.n,
      row.baselineCents,
      row.scenarioCents,
      row.differenceCents,
      ...partIntervalCells(row.interval, lang),
    ]),
  };
}

function groupsTable(result: SimulationResult, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const dimensions = Object.entries(result.by) as [GroupDimension, readonly SimulationGroup[]][];
  return {
    id: 'groups',
    title: say(W.groupsTitle, lang),
    columns: [
      col('by', TABLE_WORDS.by, 'text'),
      col('value', TABLE_WORDS.group, 'text'),
      col('n', TABLE_WORDS.episodes, 'count'),
      col('baselineCents', W.baselineEuros, 'cents'),
      col('scenarioCents', W.scenarioEuros, 'cents'),
      col('differenceCents', W.differenceEuros, 'cents'),
      col('lowCents', W.lowEuros, 'cents'),
      col('highCents', W.highEuros, 'cents'),
    ],
    rows: dimensions.flatMap(([dimension, groups]) =>
      groups.map((group) => [
        say(DIMENSION_WORDS[dimension], lang),
        groupName(group.value, lang),
        group.n,
        group.baselineCents,
        group.scenarioCents,
        group.differenceCents,
        ...partIntervalCells(group.interval, lang),
      ]),
    ),
  };
}

function tornadoTable({ tornado }: SimulationResult, lang: Lang): ReportTable[] {
  if (tornado === undefined) return [];
  const col = columnsIn(lang);
  const percent = formatNumber(tornado.share * 100, lang, Number.isInteger(tornado.share * 100) ? 0 : 1);
  return [
    {
      id: 'tornado',
      title: say(W.tornadoTitle, lang, { percent }),
      columns: [
        col('kind', W.input, 'text'),
        col('name', TABLE_WORDS.what, 'text'),
        col('lowCents', W.lower, 'cents'),
        col('highCents', W.higher, 'cents'),
      ],
      rows: tornado.bars.map(({ kind, name, lowCents, highCents }) => [
        say(STEP_WORDS[kind], lang),
        name,
        lowCents,
        highCents,
      ]),
    },
  ];
}

function populationTable({ population: p }: SimulationResult, lang: Lang): ReportTable {
  const lines: [Bilingual, number][] = [
    [TABLE_WORDS.episodes, p.episodes],
    [W.patients, p.patients],
  ];
  const exceptions: [Bilingual, number][] = [
    [W.withoutBaseline, p.withoutBaseline],
    [W.withoutCluster, p.withoutCluster],
    [W.withoutStart, p.withoutStart],
    [W.notStarted, p.notStarted],
    [W.unpricedEpisodes, p.unpriced.episodes],
    [W.unpricedDays, p.unpriced.days],
  ];
  return {
    id: 'population',
    title: say(W.populationTitle, lang),
    columns: [
      column('what', say(TABLE_WORDS.what, lang), 'text'),
      column('n', say(TABLE_WORDS.count, lang), 'number'),
    ],
    rows: [...lines, ...exceptions.filter(([, n]) => n !== 0)].map(([label, n]) => [say(label, lang), n]),
  };
}

function lintTable({ lint }: SimulationResult, lang: Lang): ReportTable[] {
  if (lint.length === 0) return [];
  const col = columnsIn(lang);
  return [
    {
      id: 'lint',
      title: say(W.lintTitle, lang),
      columns: [
        col('severity', TABLE_WORDS.severity, 'text'),
        col('cluster', TABLE_WORDS.cluster, 'text'),
        col('message', TABLE_WORDS.finding, 'text'),
      ],
      rows: joinFindings(lint).map((finding) => [
        say(TABLE_WORDS[finding.severity], lang),
        finding.clusters.join(', '),
        finding.message,
      ]),
    },
  ];
}
