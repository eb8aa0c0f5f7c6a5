/**
 * Whether a file of sums is whole. Its facts tell how many lines of each kind there are and what their values and
 * the logarithms of these add up to; groups, frames and segments must be known; and counts of episodes must add up to counts of rows. A line that
 * was lost, doubled or changed breaks one of these.
 */

import { refuse } from '../issue/refusal.ts';
import type { SumsLine, SumsTable } from '../model/sums.ts';

/** Kinds of lines but for facts and the description. */
export const SUMS_KINDS = [
  ...['rows', 'patients', 'episodes', 'current', 'unpriced'],
  ...['quantity', 'pair', 'typing', 'triple'],
] as const;

/** Where a row that was read may be. */
const PLACES = ['rejected', 'without-baseline', 'without-cluster', 'without-start', 'candidates'];
const COUNTS = ['read', 'rejected', 'candidates', 'episodes', 'patients', 'not-started', 'synthetic'];
/** Of a sum; engines add in any order. */
const TOLERANCE = 1e-9;
const LOG_TOLERANCE = 1e-11;

/** @throws Refusal `sums-damaged`, with the kind of line that does not fit */
export function checkWhole(table: SumsTable, name: string): void {
  const kind =
    repeated(table) ??
    miscounted(table) ??
    factThatDoesNotFit(table) ??
    outOfPlace(table) ??
    unnumbered(table) ??
    episodesThatDoNotAddUp(table);
  if (kind !== undefined) throw refuse('sums-damaged', { name, kind });
}

const place = (line: SumsLine): string =>
  JSON.stringify([line.setting, line.payer, line.site, line.team, line.member]);

/** Two lines about the same. */
function repeated({ lines }: SumsTable): string | undefined {
  const seen = new Set<string>();
  const numbered = new Set<number>();
  for (const line of lines) {
    const { kind, a, b, c, frame, item, contract, segment, cluster } = line;
    const about = kind === 'quantity' ? [] : [a, b, c];
    const key = JSON.stringify([kind, ...about, frame, item, contract, segment, cluster]) + place(line);
    if (seen.has(key) || (kind === 'quantity' && numbered.has(a))) return kind;
    seen.add(key);
    if (kind === 'quantity') numbered.add(a);
  }
  return undefined;
}

/** Fewer or more lines than were written, or other values. */
function miscounted({ lines }: SumsTable): string | undefined {
  const isTotal = ({ kind, item }: SumsLine): boolean =>
    kind === 'fact' && /^(lines|total|sizes)-/.test(item);
  const told = new Map(lines.filter(isTotal).map(({ item, value }) => [item, value]));
  const found = new Map<string, { n: number; sum: number; all: number; logs: number }>(
    [...SUMS_KINDS, 'fact'].map((kind) => [kind, { n: 0, sum: 0, all: 0, logs: 0 }]),
  );
  for (const line of lines) {
    if (isTotal(line)) continue;
    const own = found.get(line.kind);
    if (own === undefined) return line.kind;
    own.n += 1;
    own.sum += line.value;
    own.all += Math.abs(line.value);
    own.logs += Math.log(1 + Math.abs(line.value));
  }
  if (told.size !== 3 * found.size) return 'fact';
  for (const [kind, { n, sum, all, logs }] of found) {
    const gap = (what: string, own: number): number =>
      Math.abs((told.get(`${what}-${kind}`) ?? Number.NaN) - own);
    // What is absent is not a number, and fits nothing.
    const good =
      gap('lines', n) === 0 &&
      gap('total', sum) <= TOLERANCE * all &&
      gap('sizes', logs) <= LOG_TOLERANCE * Math.max(logs, 1);
    if (!good) return kind;
  }
  return undefined;
}

/** Counts that do not add up, or that deny what the file says of itself. */
function factThatDoesNotFit({ about, lines }: SumsTable): string | undefined {
  const facts = new Map(lines.flatMap(({ kind, item, value }) => (kind === 'fact' ? [[item, value]] : [])));
  const fact = (item: string): number => facts.get(item) ?? Number.NaN;
  const sum = (kind: string): number =>
    lines.reduce((total, line) => total + (line.kind === kind ? line.value : 0), 0);
  const good =
    COUNTS.every((item) => fact(item) >= 0) &&
    fact('order') === about.order &&
    fact('minimum') === about.minimum &&
    fact('cuts') === about.cuts.reduce((total, cut) => total + cut, 0) &&
    fact('read') === PLACES.reduce((total, item) => total + fact(item), 0) &&
    fact('episodes') <= fact('candidates') &&
    (about.minimum > 1 || fact('episodes') === fact('candidates')) &&
    fact('patients') <= fact('episodes') &&
    (about.order === 3 || lines.every(({ kind }) => kind !== 'triple'));
  if (!good) return 'fact';
  return sum('rows') === fact('episodes') ? undefined : 'rows';
}

/** Groups that no row has, columns that were not asked for, segments that no date begins. */
function outOfPlace({ about, lines }: SumsTable): string | undefined {
  const groups = new Set(lines.filter(({ kind }) => kind === 'rows').map(place));
  const values = about.dimensions.map(
    (name) => [name, new Set(lines.flatMap((line) => (line.kind === 'rows' ? [line[name]] : [])))] as const,
  );
  for (const line of lines) {
    const { kind, item, segment } = line;
    if (segment > about.cuts.length) return kind;
    if ((kind === 'quantity' || kind === 'episodes') && !groups.has(place(line))) return kind;
    if (kind !== 'patients') continue;
    const own = values.find(([name]) => name === item);
    if (own === undefined || !own[1].has(line[own[0]])) return kind;
  }
  const counted = lines.filter(({ kind }) => kind === 'patients').length;
  return counted === values.reduce((total, [, known]) => total + known.size, 0) ? undefined : 'patients';
}

/** Products of sums that are not there. */
function unnumbered({ lines }: SumsTable): string | undefined {
  const numbers = new Set(lines.flatMap(({ kind, a }) => (kind === 'quantity' ? [a] : [])));
  const known = (at: number): boolean => at < 0 || numbers.has(at);
  return lines.find(
    ({ kind, a, b, c }) =>
      (kind === 'pair' || kind === 'typing' || kind === 'triple') && !(known(a) && known(b) && known(c)),
  )?.kind;
}

/** Under every frame an episode is shared out over clusters: as many as there are rows, in every group. */
function episodesThatDoNotAddUp({ about, lines }: SumsTable): string | undefined {
  const shared = new Map<number, Map<string, number>>();
  for (const line of lines) {
    if (line.kind !== 'episodes') continue;
    const own = shared.get(line.frame) ?? new Map<string, number>();
    own.set(place(line), (own.get(place(line)) ?? 0) + line.value);
    shared.set(line.frame, own);
  }
  const frames = [...shared.keys()].sort((a, b) => a - b);
  if (frames.some((frame, at) => frame !== at)) return 'episodes';
  const rows = lines.filter(({ kind }) => kind === 'rows');
  if (rows.length > 0 && frames.length === 0 && about.minimum === 1) return 'episodes';
  const fits = (own: ReadonlyMap<string, number>, row: SumsLine): boolean => {
    const gap = (own.get(place(row)) ?? 0) - row.value;
    // Of few patients nothing is told.
    return gap <= TOLERANCE * row.value && (about.minimum > 1 || gap >= -TOLERANCE * row.value);
  };
  const good = [...shared.values()].every((own) => rows.every((row) => fits(own, row)));
  return good ? undefined : 'episodes';
}
