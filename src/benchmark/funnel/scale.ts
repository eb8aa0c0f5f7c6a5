/** The scale on which a figure's chance is even: there and back (Spiegelhalter 2005). */

import type { FunnelKind, FunnelUnitInput } from '../../model/funnel.ts';

export interface ScaledUnit {
  readonly unit: string;
  readonly size: number;
  /** Natural scale. */
  readonly value: number;
  /** Transformed value and its standard error by chance alone. */
  readonly y: number;
  readonly s: number;
}

export interface Scale {
  /** Natural scale. */
  readonly target: number;
  /** Transformed. */
  readonly centre: number;
  readonly units: readonly ScaledUnit[];
  /** Standard error of a unit of that size. */
  readonly errorAt: (size: number) => number;
  readonly back: (y: number) => number;
}

type Counted = Extract<FunnelUnitInput, { readonly numerator: number }>;
type Averaged = Extract<FunnelUnitInput, { readonly mean: number }>;

/** @param inputs usable units of one kind */
export function scaleOf(kind: FunnelKind, inputs: readonly FunnelUnitInput[]): Scale {
  if (kind === 'mean') return meanScale(inputs as readonly Averaged[]);
  return kind === 'proportion'
    ? proportionScale(inputs as readonly Counted[])
    : ratioScale(inputs as readonly Counted[]);
}

/** Arcsine of the root: its spread does not depend on the proportion. */
function proportionScale(inputs: readonly Counted[]): Scale {
  const target = sum(inputs, (unit) => unit.numerator) / sum(inputs, (unit) => unit.denominator);
  const errorAt = (size: number) => 1 / (2 * Math.sqrt(size));
  return {
    target,
    centre: Math.asin(Math.sqrt(target)),
    errorAt,
    units: inputs.map(({ unit, numerator, denominator }) => ({
      unit,
      size: denominator,
      value: numerator / denominator,
      y: Math.asin(Math.sqrt(numerator / denominator)),
      s: errorAt(denominator),
    })),
    // Outside a quarter turn the sine comes back down: a limit would fold into the plot.
    back: (y) => Math.sin(Math.min(Math.PI / 2, Math.max(0, y))) ** 2,
  };
}

/** Logarithm of observed to expected; nothing observed counts half an event on both sides. */
function ratioScale(inputs: readonly Counted[]): Scale {
  const errorAt = (size: number) => 1 / Math.sqrt(size);
  return {
    target: 1,
    centre: 0,
    errorAt,
    units: inputs.map(({ unit, numerator, denominator }) => {
      const half = numerator === 0 ? 0.5 : 0;
      return {
        unit,
        size: denominator,
        value: numerator / denominator,
        y: Math.log((numerator + half) / (denominator + half)),
        s: errorAt(denominator + half),
      };
    }),
    back: Math.exp,
  };
}

function meanScale(inputs: readonly Averaged[]): Scale {
  const n = sum(inputs, (unit) => unit.n);
  const target = sum(inputs, (unit) => unit.n * unit.mean) / n;
  const pooled = Math.sqrt(sum(inputs, (unit) => unit.n * unit.sd ** 2) / n);
  return {
    target,
    centre: target,
    errorAt: (size) => pooled / Math.sqrt(size),
    units: inputs.map((unit) => ({
      unit: unit.unit,
      size: unit.n,
      value: unit.mean,
      y: unit.mean,
      s: unit.sd / Math.sqrt(unit.n),
    })),
    back: (y) => y,
  };
}

function sum<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}
