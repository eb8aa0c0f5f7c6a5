/**
 * Pay under one contract as a function of production, its mix unchanged. All forms are straight
 * between kinks and jumps, so that following the line until it leaves finds every one of them.
 */

import type { CurveKink, CurvePoint, PaymentCurve } from '../model/payment-curve.ts';
import { formRule } from './contracts/forms.ts';
import { contractPipeline } from './contracts/pipeline.ts';
import type { SimulationChanges } from './input.ts';
import { paidSides } from './paid-sides.ts';
import { sum } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';

export interface CurveOptions {
  /** Default `held`, as for the pay of one more euro. */
  readonly measures?: PaymentCurve['measures'];
  /** End of the curve. Default: one and a half times production, or just beyond the agreed amount. */
  readonly untilCents?: number;
}

/** Pieces that are looked into apart: two kinks within one are still told apart by following the line. */
const PIECES = 240;
/** How far a point may be from the line: cents, plus what a double holds of amounts so large. */
const ON_LINE = 1e-3;
const STEP = 1e-7;

/**
 * @param contract position in the scenario's contracts
 * @throws RangeError for a position that is not there
 */
export function paymentCurve(
  prepared: PreparedSimulation,
  contract: number,
  options: CurveOptions = {},
  changes: SimulationChanges = {},
): PaymentCurve {
  const terms = prepared.scenario.contracts[contract];
  if (terms === undefined) throw new RangeError(`paymentCurve: no contract ${contract}`);
  const measures = options.measures ?? 'held';
  const { pay, production, limit = 0 } = payFunction(prepared, contract, measures, changes);
  const until = options.untilCents ?? Math.max(1.5 * production, 1.1 * limit, 1);
  const kinks = kinksOf(pay, until);
  const points: CurvePoint[] = [{ productionCents: 0, payCents: pay(0) }];
  for (const { productionCents, payCents, jumpCents } of kinks) {
    if (jumpCents !== 0) points.push({ productionCents, payCents: payCents - jumpCents });
    points.push({ productionCents, payCents });
  }
  points.push({ productionCents: until, payCents: pay(until) });
  const delta = Math.max(1, production * STEP);
  return {
    payer: terms.payer,
    form: terms.form,
    measures,
    points,
    kinks,
    here: { productionCents: production, payCents: pay(production) },
    slopeHere: tidy((pay(production + delta) - pay(production)) / delta),
  };
}

type Pay = (productionCents: number) => number;

function payFunction(
  prepared: PreparedSimulation,
  contract: number,
  measures: PaymentCurve['measures'],
  changes: SimulationChanges,
): { readonly pay: Pay; readonly production: number; readonly limit: number | undefined } {
  const { paid, values } = paidSides(prepared, changes);
  const atoms = prepared.side.frame.atoms[0]!;
  const episodes = atoms.map((_, atom) => prepared.side.frame.episodes[0]![atom] ?? 0);
  const pipeline = contractPipeline({ contracts: values.layers[0]!.contracts, atoms, episodes });
  const under = [...atoms.keys()].filter((atom) => atoms[atom]!.includes(contract));
  const over = (amounts: ArrayLike<number>): number =>
    under.reduce((total, atom) => total + amounts[atom]!, 0);
  const production = over(paid.gross);
  const care = under.reduce((total, atom) => total + episodes[atom]!, 0);
  const elsewhere = sum(paid.output.net) - over(paid.output.net);
  const pay = (cents: number): number => {
    const gross = paid.gross.slice();
    for (const atom of under) {
      const share = production > 0 ? paid.gross[atom]! / production : care > 0 ? episodes[atom]! / care : 0;
      gross[atom] = cents * share;
    }
    const growth = measures === 'grow' && production > 0 ? cents / production : 1;
    const grown = paid.measures.map((measure, c) =>
      growth === 1 || !under.some((atom) => atoms[atom]!.includes(c))
        ? measure
        : {
            ...measure,
            patients: measure.patients * growth,
            episodes: measure.episodes * growth,
            bedDays: measure.bedDays * growth,
            costCents: measure.costCents * growth,
          },
    );
    // Other care under a shared contract is paid differently too: that belongs to this production.
    return sum(pipeline({ gross, measures: grown }).net) - elsewhere;
  };
  const terms = values.layers[0]!.contracts[contract]!;
  const facts = { payCents: production, grossCents: production, ...paid.measures[contract]! };
  return { pay, production, limit: formRule(terms).limitCents(terms, facts) };
}

function kinksOf(pay: Pay, until: number): CurveKink[] {
  const kinks: CurveKink[] = [];
  const width = until / PIECES;
  const nudge = until * STEP;
  for (let piece = 0; piece < PIECES; piece++) {
    const end = (piece + 1) * width;
    // A little of the piece before it: a kink may lie on the very border.
    let from = Math.max(0, piece * width - 4 * nudge);
    // At most a few in a piece; the limit only guards against a form that is not straight.
    for (let found = 0; found < 4 && from < end - nudge; found++) {
      const kink = firstKink(pay, from, end, nudge);
      if (kink === undefined) break;
      const last = kinks.at(-1);
      if (last === undefined || kink.productionCents - last.productionCents > 8 * nudge) kinks.push(kink);
      from = kink.productionCents + nudge;
    }
  }
  return kinks;
}

/** Where pay first leaves the straight line on which it begins. */
function firstKink(pay: Pay, from: number, end: number, nudge: number): CurveKink | undefined {
  const start = pay(from);
  const slope = (pay(from + nudge) - start) / nudge;
  const onLine = (at: number): boolean => {
    const expected = start + slope * (at - from);
    return Math.abs(pay(at) - expected) <= ON_LINE + 1e-9 * Math.abs(expected) + 1e-8 * (at - from);
  };
  if (onLine(end) && onLine(from + (end - from) * 0.37)) return undefined;
  let low = from;
  let high = end;
  for (let i = 0; i < 60 && high - low > 1e-6; i++) {
    const middle = (low + high) / 2;
    if (onLine(middle)) low = middle;
    else high = middle;
  }
  const after = (pay(high + 2 * nudge) - pay(high + nudge)) / nudge;
  const before = start + slope * (high - from);
  // A jump is what remains after following both lines to the same point.
  const jump = pay(high + nudge) - after * nudge - before;
  const jumps = Math.abs(jump) > Math.max(1, nudge);
  if (!jumps && Math.abs(after - slope) < 1e-5) return undefined;
  const at = jumps ? high : meeting(from, start, slope, high + nudge, pay(high + nudge), after);
  const reached = start + slope * (at - from);
  return {
    productionCents: at,
    payCents: reached + (jumps ? jump : 0),
    slopeBefore: tidy(slope),
    slopeAfter: tidy(after),
    jumpCents: jumps ? jump : 0,
  };
}

/** Two lines that bend into each other meet here: sharper than the bisection can say. */
function meeting(x1: number, y1: number, s1: number, x2: number, y2: number, s2: number): number {
  return (y2 - y1 + s1 * x1 - s2 * x2) / (s1 - s2);
}

function tidy(slope: number): number {
  return Number(slope.toFixed(4)) || 0;
}
