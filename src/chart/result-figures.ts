/** The figures of each command's result, the main one first: what a report shows and `-o FILE.svg` holds. */

import type { BenchmarkDocument } from '../model/benchmark.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Figure } from '../model/figure.ts';
import type { Meta, NotComputed } from '../model/meta.ts';
import type { OutcomesDocument } from '../model/outcomes.ts';
import type { PaymentCurve } from '../model/payment-curve.ts';
import type { RuleCluster, RuleSupercluster } from '../model/rule-set.ts';
import type { ScoreResult } from '../model/score.ts';
import type { GroupDimension, SimulationResult } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import { caseMixSlope } from './case-mix-slope.ts';
import { certaintyStrip } from './certainty-strip.ts';
import { classStack } from './class-stack.ts';
import { clusterBars } from './cluster-bars.ts';
import { type FigureContext, figureContext } from './context.ts';
import { contractCurve } from './contract-curve.ts';
import { explainedCase } from './explained-case.ts';
import { fitDots } from './fit-dots.ts';
import { memberCaterpillar } from './member-caterpillar.ts';
import type { MemberFigureOptions } from './members.ts';
import { moneyBeside } from './money-beside.ts';
import { moneyClusters } from './money-clusters.ts';
import { moneyGroups } from './money-groups.ts';
import { moneyTornado } from './money-tornado.ts';
import { moneyWaterfall } from './money-waterfall.ts';
import { moneyWinners } from './money-winners.ts';
import { moneyYears } from './money-years.ts';
import { outcomeDuration } from './outcome-duration.ts';
import { responseBars } from './response-bars.ts';

/** Names for the labels, where a rule set is at hand. */
export interface NamedCodes {
  readonly clusters: readonly Pick<RuleCluster, 'code' | 'name'>[];
  readonly superclusters: readonly RuleSupercluster[];
}

/** Clusters, certainty, and where it fits badly, by team, diagnosis and site. */
export function scoreFigures(result: ScoreResult, lang: Lang, names?: NamedCodes): Figure[] {
  const context = figureContext(result.meta, lang);
  const byCode = (list: NamedCodes['superclusters']): Record<string, string> =>
    Object.fromEntries(list.map((one) => [one.code, one.name[lang]]));
  const dimensions = (['team', 'diagnosis', 'site'] as const).filter((by) =>
    result.fit.some((row) => row.by === by),
  );
  return [
    clusterBars(
      result,
      context,
      names === undefined
        ? {}
        : { clusterNames: byCode(names.clusters), superclusterNames: byCode(names.superclusters) },
    ),
    ...drawnOnly(certaintyStrip(result, context)),
    ...dimensions.map((by) => fitDots(result.fit, by, context)),
  ];
}

/** A figure a case, ids kept apart; none for a case without advice. */
export function explainFigures(cases: readonly Explanation[], meta: Meta, lang: Lang): Figure[] {
  return cases.flatMap((explanation, index) => {
    const idSuffix = index === 0 ? '' : `-${index + 1}`;
    return drawnOnly(explainedCase(explanation, figureContext(meta, lang, { idSuffix })));
  });
}

/** Waterfall, other scenarios and years where there are any, clusters, groups, winners, sensitivity. */
export function simulateFigures(result: SimulationResult, lang: Lang): Figure[] {
  const context = figureContext(result.meta, lang);
  const dimensions = (Object.keys(result.by) as GroupDimension[]).filter(
    (by) => (result.by[by]?.length ?? 0) > 1,
  );
  return [
    moneyWaterfall(result, context),
    ...(result.beside === undefined ? [] : [moneyBeside([result, ...result.beside], context)]),
    ...(result.years === undefined ? [] : [moneyYears(result.years, context)]),
    moneyClusters(result.byCluster, context),
    ...dimensions.map((by) => moneyGroups(result.by[by]!, by, context)),
    ...(result.winnersBy ?? []).flatMap(({ unit, bins }) =>
      'undefined' in bins ? [] : [moneyWinners({ unit, bins }, context)],
    ),
    ...(result.tornado === undefined ? [] : [moneyTornado(result.tornado, result.total, context)]),
  ];
}

/** One per contract; ids are kept apart. */
export function contractFigures(curves: readonly PaymentCurve[], meta: Meta, lang: Lang): Figure[] {
  return curves.map((curve, index) => {
    const idSuffix = index === 0 ? '' : `-${index + 1}`;
    return contractCurve(curve, figureContext(meta, lang, { idSuffix }));
  });
}

/** Who was measured, and the classes where there are any: the whole file, and per member where it names them. */
export function outcomesFigures(result: OutcomesDocument, lang: Lang): Figure[] {
  const context = figureContext(result.meta, lang);
  const members = (result.by.member ?? []).map(({ value, response }) => ({ member: value, response }));
  const by = ['member', 'team'].find((name) => (result.by[name]?.length ?? 0) > 1);
  return [
    responseBars({ response: result.response, members }, context),
    ...drawnOnly(classStack(result, context, by === undefined ? {} : { by })),
  ];
}

/** Outcome against duration; behind it data quality, each measure on its own, and what the case mix does. */
export function benchmarkFigures(
  result: BenchmarkDocument,
  lang: Lang,
  options: MemberFigureOptions = {},
): Figure[] {
  const context: FigureContext = figureContext(result.meta, lang);
  const measures = (['outcome', 'duration', 'cost'] as const).filter(
    (measure) => result.models[measure] !== undefined,
  );
  return [
    outcomeDuration(result, context, options),
    responseBars(result, context),
    ...measures.map((measure) => memberCaterpillar(result, measure, context, options)),
    ...measures.flatMap((measure) => drawnOnly(caseMixSlope(result, measure, context, options))),
  ];
}

function drawnOnly(figure: Figure | NotComputed): Figure[] {
  return 'undefined' in figure ? [] : [figure];
}
