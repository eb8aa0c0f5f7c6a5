/** From units to a funnel: target, spread, limits and outliers. */

import { refuse } from '../../issue/refusal.ts';
import type {
  FunnelKind,
  FunnelLimit,
  FunnelOptions,
  FunnelResult,
  FunnelUnit,
  FunnelUnitInput,
} from '../../model/funnel.ts';
import { additiveLimits, exactLimits } from './limits.ts';
import { overdispersionOf } from './overdispersion.ts';
import { type Scale, type ScaledUnit, scaleOf } from './scale.ts';

const DRAWN_SIZES = 60;

/**
 * Spiegelhalter 2005, as the R package FunnelPlotR draws it for additive limits; without overdispersion the
 * limits of counts are exact. A value on a limit is inside.
 * @throws Refusal `funnel-too-few-units`, `funnel-levels`, `funnel-winsorise`
 */
export function funnelOf(inputs: readonly FunnelUnitInput[], options: FunnelOptions): FunnelResult {
  const { kind, overdispersion = 'additive', winsorise = 0.1, levels = [0.95, 0.998] } = options;
  if (levels.length === 0 || levels.some((level) => !(level > 0 && level < 1))) {
    throw refuse('funnel-levels', {}, 2);
  }
  if (!(winsorise >= 0 && winsorise < 0.5)) throw refuse('funnel-winsorise', {}, 2);
  const usable = inputs.filter((unit) => usability(kind, unit) === 'usable');
  if (usable.length < 2) throw refuse('funnel-too-few-units', { units: usable.length });
  const scale = scaleOf(kind, usable);
  const spread = overdispersionOf(scale, winsorise);
  const tau2 = overdispersion === 'additive' && typeof spread.tau2 === 'number' ? spread.tau2 : 0;
  const ordered = [...new Set(levels)].sort((a, b) => a - b);
  const limitsAt = (size: number, s: number) =>
    overdispersion === 'none' && kind !== 'mean'
      ? exactLimits(kind, size, scale.target, ordered)
      : additiveLimits(scale, s, tau2, ordered);
  return {
    kind,
    overdispersion,
    target: scale.target,
    ...spread,
    units: scale.units.map((unit) => judged(unit, scale, limitsAt(unit.size, unit.s))),
    limits: drawnSizes(scale, kind).flatMap((size) =>
      limitsAt(size, scale.errorAt(size)).map((limit) => ({ size, ...limit })),
    ),
    excluded: (['blank', 'out-of-range'] as const).flatMap((reason) => {
      const n = inputs.filter((unit) => usability(kind, unit) === reason).length;
      return n === 0 ? [] : [{ reason, n }];
    }),
  };
}

function usability(kind: FunnelKind, unit: FunnelUnitInput): 'usable' | 'blank' | 'out-of-range' {
  const numbers = 'mean' in unit ? [unit.mean, unit.sd, unit.n] : [unit.numerator, unit.denominator];
  if (numbers.some((value) => !Number.isFinite(value))) return 'blank';
  if ('mean' in unit) return unit.n > 0 && unit.sd > 0 ? 'usable' : 'out-of-range';
  const { numerator, denominator } = unit;
  const counts = kind === 'ratio' || (Number.isInteger(denominator) && numerator <= denominator);
  return numerator >= 0 && denominator > 0 && counts ? 'usable' : 'out-of-range';
}

function judged(unit: ScaledUnit, scale: Scale, limits: readonly FunnelLimit[]): FunnelUnit {
  const beyond = limits.filter(({ low, high }) => unit.value < low || unit.value > high).at(-1);
  return {
    unit: unit.unit,
    size: unit.size,
    value: unit.value,
    z: (unit.y - scale.centre) / unit.s,
    limits,
    outlier:
      beyond === undefined ? null : { level: beyond.level, side: unit.value > beyond.high ? 'high' : 'low' },
  };
}

/** Even in the root of the size, where the funnel bends evenly; whole numbers where a size is one. */
function drawnSizes({ units }: Scale, kind: FunnelKind): number[] {
  const sizes = units.map((unit) => unit.size);
  const [low, high] = [Math.sqrt(Math.min(...sizes)), Math.sqrt(Math.max(...sizes))];
  const drawn = Array.from({ length: DRAWN_SIZES }, (_, i) => {
    const size = (low + ((high - low) * i) / (DRAWN_SIZES - 1)) ** 2;
    return kind === 'ratio' ? size : Math.max(1, Math.round(size));
  });
  return [...new Set(drawn)];
}
