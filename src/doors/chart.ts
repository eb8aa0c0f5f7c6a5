/** Figures: result to picture and the equal table. */

export { caseMixSlope } from '../chart/case-mix-slope.ts';
export { certaintyStrip } from '../chart/certainty-strip.ts';
export { type ClassStackOptions, classStack } from '../chart/class-stack.ts';
export { type ClusterBarOptions, clusterBars } from '../chart/cluster-bars.ts';
export { type FigureContext, figureContext } from '../chart/context.ts';
export { contractCurve } from '../chart/contract-curve.ts';
export { explainedCase } from '../chart/explained-case.ts';
export { fitDots } from '../chart/fit-dots.ts';
export { type FunnelPlotOptions, funnelPlot } from '../chart/funnel-plot.ts';
export { memberCaterpillar } from '../chart/member-caterpillar.ts';
export type { MemberFigureOptions } from '../chart/members.ts';
export { type BesideRow, moneyBeside } from '../chart/money-beside.ts';
export { moneyClusters } from '../chart/money-clusters.ts';
export { moneyGroups } from '../chart/money-groups.ts';
export { moneyTornado } from '../chart/money-tornado.ts';
export { moneyWaterfall } from '../chart/money-waterfall.ts';
export { moneyWinners } from '../chart/money-winners.ts';
export { moneyYears } from '../chart/money-years.ts';
export { outcomeDuration } from '../chart/outcome-duration.ts';
export { responseBars } from '../chart/response-bars.ts';
export {
  benchmarkFigures,
  contractFigures,
  explainFigures,
  type NamedCodes,
  outcomesFigures,
  scoreFigures,
  simulateFigures,
} from '../chart/result-figures.ts';
export { xmrChart } from '../chart/xmr-chart.ts';
