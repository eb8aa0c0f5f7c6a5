/**
 * A rule set as one plain SQL query that gives every row of a table its advice: the rule of `scoreCase`
 * in six stages, each an inner query of the next. No function but exp, ln, abs, greatest, lower and
 * trim is used, so that any engine can run it.
 */

import { refuse } from '../issue/refusal.ts';
import type { RedRule, RuleSet } from '../model/rule-set.ts';
import { type DialectRules, dialectRules, greatest, type SqlDialect, word } from './dialect.ts';
import { tableName } from './table-name.ts';
import { typedWords } from './typed-words.ts';

/** Table and columns a query reads. */
export interface SqlSource {
  /** Name of the table, with schema and catalogue if need be: `care.cases`, `care."Cases 2025"`. */
  readonly table: string;
  /** Column that holds a canonical name, where it is called otherwise. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Canonical columns that the table does not have; an absent item counts as missing. */
  readonly absent?: readonly string[];
}

export interface ScoreSqlOptions {
  readonly dialect: SqlDialect;
  readonly source: SqlSource;
  /** Columns to carry into the result, by canonical or own name. */
  readonly keep: readonly string[];
  /** Adds `p_<code>` per cluster. */
  readonly probabilities?: boolean;
  /** Supercluster code of rows that have neither a supercluster nor a chosen cluster. */
  readonly supercluster?: string;
}

/** Exponents below this change no digit that counts, and PostgreSQL refuses results too small to write. */
const LOWEST_EXPONENT = -700;
/** As in `scoreCase`: scores that are equal on paper differ in the last digits. */
const TIE_TOLERANCE = 1e-10;

interface Draft {
  readonly set: RuleSet;
  readonly options: ScoreSqlOptions;
  readonly rules: DialectRules;
  /** Names of the kept columns, quoted, as they leave every stage. */
  readonly kept: readonly string[];
  /** Positions in the rule set's cluster list, lowest number first: ties go to the lowest. */
  readonly order: readonly number[];
}

const ADVICE_COLUMNS = [
  'advised_cluster',
  'advised_probability',
  'second_cluster',
  'second_probability',
  'entropy',
  'items_missing',
  'status',
] as const;

/**
 * The query. Its result has the kept columns, then `advised_cluster, advised_probability,
 * second_cluster, second_probability, entropy, items_missing, status` and with `probabilities` one
 * `p_<code>` per cluster; what `score` leaves blank is null. Ratings are read from number columns: 9, -1
 * and null are missing. Rows that `score` rejects (no rating of the scale, an unknown cluster or
 * supercluster) stay, with status `rejected` and no advice.
 *
 * @throws Refusal `sql-name` when a name holds a character that engines take as an escape; `sql-table`; `sql-keep`
 */
export function scoreSql(set: RuleSet, options: ScoreSqlOptions): string {
  const rules = dialectRules(options.dialect);
  const names = [...options.keep, ...Object.values(options.source.columns ?? {}), options.source.table];
  for (const name of names) if (!/^[^\p{Cc}\\]+$/u.test(name)) throw refuse('sql-name', {}, 2);
  refuseTwice([
    ...ADVICE_COLUMNS,
    ...(options.probabilities ? set.clusters.map(({ code }) => `p_${code}`) : []),
    ...options.keep,
  ]);
  const draft: Draft = {
    set,
    options,
    rules,
    kept: options.keep.map((name) => rules.name(name)),
    order: set.clusters.map((_, at) => at).sort((a, b) => set.clusters[a]!.number - set.clusters[b]!.number),
  };
  const stages: readonly [name: string, columns: readonly string[], from: string][] = [
    ['zc_rated', ratedColumns(draft), tableName(options.source.table, rules)],
    ['zc_scored', scoredColumns(draft), 'zc_rated'],
    ['zc_highest', highestColumns(draft), 'zc_scored'],
    ['zc_first', firstColumns(draft), 'zc_highest'],
    ['zc_others', othersColumns(draft), 'zc_first'],
    ['zc_second', secondColumns(draft), 'zc_others'],
  ];
  const inner = stages.map(
    ([name, columns, from]) => `${name} as (\n${query(draft, columns, from, rules.fence)}\n)`,
  );
  return [
    `-- Advice by rule set ${set.id} (${set.status}), sha256 ${set.sha256}`,
    `with ${inner.join(', ')}`,
    query(draft, resultColumns(draft), 'zc_second', ''),
    '',
  ].join('\n');
}

/** Columns that differ only in capitals are one column to most engines. */
function refuseTwice(columns: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of columns) {
    if (seen.has(name.toLowerCase())) throw refuse('sql-keep', { name }, 2);
    seen.add(name.toLowerCase());
  }
}

function query({ kept }: Draft, columns: readonly string[], from: string, fence: string): string {
  const lines = [`select`, `  ${[...kept, ...columns].join(',\n  ')}`, `from ${from}`];
  if (fence !== '') lines.push(fence);
  return lines.join('\n');
}

/** Stage 1: ratings without codes for missing, supercluster, and whether the row can be read. */
function ratedColumns({ set, options, rules }: Draft): string[] {
  const column = (canonical: string): string | undefined =>
    options.source.absent?.includes(canonical)
      ? undefined
      : rules.name(options.source.columns?.[canonical] ?? canonical);
  const ratings = set.items.map(({ code }) => {
    const from = column(code.toLowerCase());
    return from === undefined ? 'null' : `case when ${from} not in (-1, 9) then ${from} end`;
  });
  const allowed = Array.from({ length: set.severities }, (_, severity) => severity).join(', ');
  const faults = set.items.flatMap(({ code }) => {
    const from = column(code.toLowerCase());
    return from === undefined ? [] : [`${from} not in (-1, 9, ${allowed})`];
  });
  const words = typedWords(set);
  const own = groupOf(column('supercluster'), rules, words.superclusters);
  const chosen = groupOf(column('chosen_cluster'), rules, words.clusters);
  const fallback = options.supercluster === undefined ? 'null' : word(options.supercluster);
  return [
    ...ratings.map((rating, item) => `${rating} as zc_r${item}`),
    `${set.items.map((_, item) => missingOf(ratings[item]!)).join(' + ')} as zc_missing`,
    `coalesce(${own.group}, ${chosen.group}, ${fallback}) as zc_group`,
    `case when ${[...faults, own.fault, chosen.fault].join('\n    or ')} then 1 else 0 end as zc_rejected`,
  ];
}

function missingOf(rating: string): string {
  return rating === 'null' ? '1' : `case when ${rating} is null then 1 else 0 end`;
}

/** The supercluster a word stands for, and the condition under which a word stands for none. */
function groupOf(
  column: string | undefined,
  rules: DialectRules,
  words: ReadonlyMap<string, readonly string[]>,
): { readonly group: string; readonly fault: string } {
  if (column === undefined) return { group: 'null', fault: '1 = 0' };
  const plain = `lower(trim(cast(${column} as ${rules.text})))`;
  const cases = [...words].map(
    ([group, list]) => `when ${plain} in (${list.map(word).join(', ')}) then ${word(group)}`,
  );
  const all = [...words.values()].flat();
  return {
    group: `case ${cases.join('\n    ')} end`,
    fault: `${plain} not in (${all.concat('').map(word).join(', ')})`,
  };
}

/** Stage 2: the score of every cluster of the row's supercluster that no red rule takes away. */
function scoredColumns(draft: Draft): string[] {
  const { set, rules, order } = draft;
  const readable = `zc_rejected = 0 and zc_missing <= ${set.maxMissing}`;
  const scores = order.map((cluster) => {
    const { supercluster } = set.clusters[cluster]!;
    const red = set.redRules.filter((rule) => rule.cluster === cluster).map(redCondition);
    const removed = red.length === 0 ? '' : `\n    when ${red.join(' or ')} then null`;
    const terms = set.items.map((_, item) => {
      const cells = Array.from({ length: set.severities }, (_unused, severity) => {
        const at = (item * set.severities + severity) * set.clusters.length + cluster;
        return `when ${severity} then ${rules.number(set.coefficients[at]!)}`;
      });
      return `case zc_r${item} ${cells.join(' ')} else ${rules.number(0)} end`;
    });
    const sum = [rules.number(set.constants[cluster]!), ...terms].join('\n      + ');
    return `case${removed}\n    when zc_group = ${word(supercluster)} and ${readable} then ${sum} end as zc_s${cluster}`;
  });
  return ['zc_group', 'zc_missing', 'zc_rejected', ...scores];
}

function redCondition({ item, severity, item2, severity2 }: RedRule): string {
  const first = `zc_r${item} = ${severity}`;
  return item2 === undefined ? first : `(${first} and zc_r${item2} = ${severity2})`;
}

/** Stage 3: the highest score. */
function highestColumns({ order }: Draft): string[] {
  const scores = order.map((cluster) => `zc_s${cluster}`);
  return ['zc_group', 'zc_missing', 'zc_rejected', ...scores, `${greatest(scores)} as zc_highest`];
}

/** Stage 4: weights with the highest score at 0, the advised cluster, and the highest score but for it. */
function firstColumns({ order, rules }: Draft): string[] {
  const weights = order.map((cluster) => {
    const exponent = `zc_s${cluster} - zc_highest`;
    return `case when ${exponent} >= ${rules.number(LOWEST_EXPONENT)} then exp(${exponent}) else ${rules.number(0)} end as zc_w${cluster}`;
  });
  return [
    'zc_group',
    'zc_missing',
    'zc_rejected',
    'zc_highest',
    ...order.map((cluster) => `zc_s${cluster}`),
    ...weights,
    `${nearest(order, 'zc_highest', rules, () => '')} as zc_advised`,
  ];
}

/** Stage 5: the highest score but for that of the advised cluster. */
function othersColumns({ order, rules }: Draft): string[] {
  const others = order.map((cluster) => `case when zc_advised <> ${cluster} then zc_s${cluster} end`);
  return [
    ...['zc_group', 'zc_missing', 'zc_rejected', 'zc_highest', 'zc_advised'],
    ...order.map((cluster) => `zc_s${cluster}`),
    ...order.map((cluster) => `zc_w${cluster}`),
    // A rule set of one cluster has no runner-up; the type must still be that of a score.
    `${order.length === 1 ? `zc_highest - ${rules.number(1)}` : greatest(others)} as zc_next`,
  ];
}

/** Stage 6: the runner-up, and the sums behind probabilities and entropy. */
function secondColumns({ order, rules }: Draft): string[] {
  const shares = order.map(
    (cluster) => `zc_w${cluster} * coalesce(zc_s${cluster} - zc_highest, ${rules.number(0)})`,
  );
  const whereAny = (terms: readonly string[]): string =>
    `case when zc_highest is not null then ${terms.join(' + ')} end`;
  return [
    ...['zc_group', 'zc_missing', 'zc_rejected', 'zc_advised'],
    ...order.map((cluster) => `zc_w${cluster}`),
    `${nearest(order, 'zc_next', rules, (cluster) => `zc_advised <> ${cluster} and `)} as zc_runner_up`,
    `${whereAny(order.map((cluster) => `zc_w${cluster}`))} as zc_total`,
    `${whereAny(shares)} as zc_spread`,
  ];
}

/** The lowest cluster whose score is the highest one, to the digits that count. */
function nearest(
  order: readonly number[],
  highest: string,
  rules: DialectRules,
  condition: (cluster: number) => string,
): string {
  const limit = `${highest} - ${rules.number(TIE_TOLERANCE)} * greatest(${rules.number(1)}, abs(${highest}))`;
  const cases = order.map(
    (cluster) => `when ${condition(cluster)}zc_s${cluster} >= ${limit} then ${cluster}`,
  );
  return `case ${cases.join('\n    ')} else -1 end`;
}

/** What leaves the query: the columns of `score`. */
function resultColumns({ set, options, rules, order }: Draft): string[] {
  const code = (from: string): string =>
    `case ${from} ${order.map((cluster) => `when ${cluster} then ${word(set.clusters[cluster]!.code)}`).join(' ')} end`;
  const probability = (from: string): string =>
    `case ${from} ${order.map((cluster) => `when ${cluster} then zc_w${cluster} / zc_total`).join(' ')} end`;
  const status = [
    `case when zc_rejected = 1 then 'rejected'`,
    `when zc_group is null then 'no-supercluster'`,
    `when zc_missing > ${set.maxMissing} then 'too-many-missing'`,
    `when zc_advised < 0 then 'none-fits'`,
    `when zc_missing > 0 then 'incomplete'`,
    `else 'advised' end`,
  ];
  const all = order.map((cluster) => {
    const { code: name, supercluster } = set.clusters[cluster]!;
    const own = `zc_group = ${word(supercluster)} and zc_advised >= 0`;
    return `case when ${own} then zc_w${cluster} / zc_total end as ${rules.name(`p_${name}`)}`;
  });
  return [
    ...[
      code('zc_advised'),
      probability('zc_advised'),
      code('zc_runner_up'),
      probability('zc_runner_up'),
      'ln(zc_total) - zc_spread / zc_total',
      'zc_missing',
      status.join('\n    '),
    ].map((value, at) => `${value} as ${ADVICE_COLUMNS[at]!}`),
    ...(options.probabilities ? all : []),
  ];
}
