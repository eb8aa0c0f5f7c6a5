/** Several years to and from the fields of a page; read by the check of scenario files. */

import { type Lang, parseScenario, type YearsBlock } from '../../src/index.ts';
import { fill } from '../../views/text/fill.ts';
import type { View } from '../../views/view.ts';
import { type FieldWords, formFaults } from './form-faults.ts';

export interface TypedYears {
  readonly count: string;
  readonly from: string;
  readonly index: string;
  readonly volume: string;
  readonly transition: string;
  readonly mix: readonly { readonly from: string; readonly to: string; readonly share: string }[];
}

const LINES = 3;

/** Growth factor(s) as percentages. */
function growth(value: number | readonly number[] | undefined, lang: Lang): string {
  if (value === undefined) return '';
  return (typeof value === 'number' ? [value] : value).map((one) => percent(one - 1, lang)).join('; ');
}

export function percent(share: number, lang: Lang): string {
  return Number((share * 100).toFixed(8)).toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    maximumFractionDigits: 6,
  });
}

export function typedYears(years: YearsBlock | undefined, lang: Lang): TypedYears {
  const whole = years?.volume?.find(
    ({ cluster, payer, site }) => cluster === undefined && payer === undefined && site === undefined,
  );
  const mix = years?.mixShift ?? [];
  return {
    count: String(years?.count ?? 3),
    from: years?.from === undefined ? '' : String(years.from),
    index: growth(years?.index, lang),
    volume: growth(whole?.factor, lang),
    transition: (years?.transition ?? []).map((share) => percent(share, lang)).join('; '),
    mix: Array.from({ length: Math.max(LINES, mix.length) }, (_, at) => {
      const line = mix[at];
      return line === undefined
        ? { from: '', to: '', share: '' }
        : { from: line.from, to: line.to, share: percent(line.share, lang) };
    }),
  };
}

export function yearsFrom(search: URLSearchParams): TypedYears | undefined {
  if (!search.has('y.count')) return undefined;
  const text = (name: string): string => (search.get(`y.${name}`) ?? '').trim().slice(0, 100);
  return {
    count: text('count'),
    from: text('from'),
    index: text('index'),
    volume: text('volume'),
    transition: text('transition'),
    mix: Array.from({ length: linesIn(search) }, (_, at) => ({
      from: text(`mix.${at}.from`),
      to: text(`mix.${at}.to`),
      share: text(`mix.${at}.share`),
    })),
  };
}

/** Every line that was sent: a scenario may hold more than a blank form shows. */
function linesIn(search: URLSearchParams): number {
  const sent = [...search.keys()].flatMap((name) => /^y\.mix\.(\d{1,2})\./.exec(name)?.[1] ?? []);
  return Math.max(LINES, ...sent.map((at) => Number(at) + 1));
}

/** For the address: only what is filled in. */
export function yearsQuery(typed: TypedYears): [string, string][] {
  const plain = (['count', 'from', 'index', 'volume', 'transition'] as const).map(
    (name): [string, string] => [`y.${name}`, typed[name]],
  );
  const mix = typed.mix.flatMap((line, at) =>
    (['from', 'to', 'share'] as const).map((name): [string, string] => [`y.mix.${at}.${name}`, line[name]]),
  );
  return [...plain, ...mix].filter(([, value]) => value !== '');
}

export function numberOf(typed: string): number | string {
  const text = typed.trim().replace('%', '').trim().replace(',', '.').replace('−', '-');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : typed;
}

/** One number, or one per later year; what is no number stays text for the check to say so. */
function listOf(typed: string, plus: number): number | string | (number | string)[] | undefined {
  if (typed === '') return undefined;
  const values = typed
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const value = numberOf(part);
      return typeof value === 'number' ? Number((plus + value / 100).toFixed(10)) : value;
    });
  return values.length === 1 ? values[0]! : values;
}

/** The years typed, or why they cannot be read. Volume of single clusters stays as the scenario has it. */
export function readYears(
  typed: TypedYears,
  before: YearsBlock | undefined,
  view: Pick<View, 't' | 'lang'>,
): { readonly years?: YearsBlock; readonly faults: readonly string[] } {
  const [index, volume, transition] = [
    listOf(typed.index, 1),
    listOf(typed.volume, 1),
    listOf(typed.transition, 0),
  ];
  const special = (before?.volume ?? []).filter(
    ({ cluster, payer, site }) => cluster !== undefined || payer !== undefined || site !== undefined,
  );
  const mix = typed.mix.filter(({ from, to, share }) => from !== '' || to !== '' || share !== '');
  const raw = {
    count: numberOf(typed.count),
    ...(typed.from === '' ? {} : { from: numberOf(typed.from) }),
    ...(index === undefined ? {} : { index }),
    ...(volume === undefined && special.length === 0
      ? {}
      : { volume: [...(volume === undefined ? [] : [{ factor: volume }]), ...special] }),
    ...(transition === undefined ? {} : { transition: [transition].flat() }),
    ...(mix.length === 0
      ? {}
      : {
          mixShift: mix.map(({ from, to, share }) => ({ from, to, share: listOf(share, 0) })),
        }),
  };
  const { value, issues } = parseScenario({ id: 'years', years: raw }, 'years');
  if (value?.years === undefined) return { faults: formFaults(issues, (path) => fieldOf(path, view), view) };
  return { years: value.years, faults: [] };
}

function fieldOf(path: string, { t }: Pick<View, 't'>): FieldWords | undefined {
  const words = t.answers;
  const mix = /^years\.mixShift\[(\d+)\](?:\.(from|to|share))?/.exec(path);
  if (mix !== null) {
    const label =
      { from: words.mixFrom, to: words.mixTo, share: words.mixShare }[mix[2] ?? 'from'] ?? words.mix;
    return { label: fill(label, { n: Number(mix[1]) + 1 }), hint: words.mixMay };
  }
  const name = /^years\.(count|from|index|volume|transition)\b/.exec(path)?.[1] as
    | keyof typeof fields
    | undefined;
  const fields = {
    count: { label: words.count, hint: words.countHint },
    from: { label: words.from, hint: words.fromMay },
    index: { label: words.index, hint: words.indexHint },
    volume: { label: words.volume, hint: words.volumeHint },
    transition: { label: words.transition, hint: words.transitionHint },
  };
  return name === undefined ? undefined : fields[name];
}
