/** A design in words: what is compared, adjusted for what, measured when. */

import type { BenchmarkDesign, MeasurementWindows } from '../../src/index.ts';
import { day } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

const DAY_MS = 86_400_000;

export function DesignFacts({ view, design }: { view: View; design: BenchmarkDesign }) {
  const words = view.t.network.facts;
  const {
    outcome,
    duration,
    adjust,
    better,
    direction,
    instrument,
    conversion,
    windows,
    cost,
    where = [],
  } = design;
  const columns = adjust.map(({ column, kind, levels }) => {
    const name = kind === 'category' ? fill(words.asCategory, { column }) : column;
    return levels === undefined ? name : `${name}: ${levels.join(', ')}`;
  });
  const scale =
    outcome === undefined && better !== 'lower'
      ? direction === 'higher'
        ? words.betterWord.higher
        : ''
      : words.betterWord[better ?? 'higher'];
  const facts: readonly (readonly [string, string])[] = [
    [words.outcome, [outcome ?? words.change, scale].filter((part) => part !== '').join(', ')],
    [words.duration, duration ?? words.days],
    // Sums of it leave where the file has it: silence here would hide that.
    [words.cost, cost ?? words.costColumn],
    [words.adjust, columns.length === 0 ? words.none : columns.join(', ')],
    [words.instrument, instrument === undefined || instrument === '' ? words.any : instrument],
    [words.conversion, conversion === undefined || conversion === '' ? words.raw : conversion],
    ...(windows === undefined ? [] : [[words.windows, windowsText(view, windows)] as const]),
    [words.period, periodText(view, design)],
    ...where.map(({ column, values }) => [words.where, `${column}: ${values.join(', ')}`] as const),
  ];
  return (
    <dl class="facts words">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function windowsText(view: View, windows: MeasurementWindows): string {
  const words = view.t.network;
  return (['pre', 'post'] as const)
    .flatMap((which) => {
      const window = windows[which];
      if (window === undefined) return [];
      const { fromDays, untilDays } = window;
      return [fill(words.facts.window, { which: words.form[which], from: fromDays, until: untilDays })];
    })
    .join('; ');
}

/** A period in words. */
function periodText(view: View, { period }: Pick<BenchmarkDesign, 'period'>): string {
  const words = view.t.network.facts;
  const text = (iso: string) => day(Date.parse(iso) / DAY_MS, view.lang);
  const { from, until } = period ?? {};
  if (from === undefined && until === undefined) return words.always;
  if (until === undefined) return fill(words.since, { from: text(from!) });
  if (from === undefined) return fill(words.before, { until: text(until) });
  return fill(words.between, { from: text(from), until: text(until) });
}

/** A design in one line, for a table. */
export function designLine(view: View, design: BenchmarkDesign): string {
  const words = view.t.network.facts;
  const mix = design.adjust.map(({ column }) => column).join(', ');
  return [
    design.outcome ?? words.change,
    design.duration ?? words.days,
    `${words.adjust.toLowerCase()}: ${mix === '' ? words.none : mix}`,
    periodText(view, design),
  ].join(' · ');
}
