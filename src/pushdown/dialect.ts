/**
 * What differs between the engines a rule set is written for. Names of tables and columns are always
 * quoted and numbers always exact: no text of a user becomes anything but a name or a word.
 */

export const SQL_DIALECTS = ['duckdb', 'postgres', 'spark'] as const;
export type SqlDialect = (typeof SQL_DIALECTS)[number];

export interface DialectRules {
  readonly dialect: SqlDialect;
  /** A table or column name, quoted; a dotted table name is quoted part by part by the caller. */
  readonly name: (name: string) => string;
  /** A finite double, exactly. */
  readonly number: (value: number) => string;
  /** The type of texts. */
  readonly text: string;
  /**
   * Written after an inner query. PostgreSQL would otherwise copy each expression to every place that
   * uses it, and these build on each other: five stages would become a text of gigabytes.
   */
  readonly fence: string;
  /** The type of a double. */
  readonly double: string;
  /** Between the name of an inner query and its text: worked out once, however often it is used. */
  readonly once: string;
  /** Days since 1970-01-01 of a date, or of a text that is one. */
  readonly day: (column: string) => string;
  /** The day a number of months after a day; the last of the month where it has no such day. */
  readonly monthsLater: (day: string, months: string) => string;
  /** In a select list: one row for every whole number from 0 to `last`. */
  readonly countTo: (last: string) => string;
  /** A number per row, whatever their order; `order` are columns, for engines that ask for one. */
  readonly rowNumber: (order: readonly string[]) => string;
}

const EPOCH = "date '1970-01-01'";
const plainDay = (column: string): string => `(cast(${column} as date) - ${EPOCH})`;

const RULES: Readonly<Record<SqlDialect, DialectRules>> = {
  duckdb: {
    dialect: 'duckdb',
    name: (name) => `"${name.replaceAll('"', '""')}"`,
    // Without an exponent it would be a decimal with few digits.
    number: (value) => (/e/.test(String(value)) ? String(value) : `${value}e0`),
    text: 'varchar',
    fence: '',
    double: 'double',
    once: 'as materialized',
    day: plainDay,
    monthsLater: (day, months) =>
      plainDay(`${EPOCH} + cast(${day} as integer) + to_months(cast(${months} as integer))`),
    countTo: (last) => `unnest(generate_series(0, ${last}))`,
    rowNumber: () => 'row_number() over ()',
  },
  postgres: {
    dialect: 'postgres',
    name: (name) => `"${name.replaceAll('"', '""')}"`,
    number: (value) => `float8 '${value}'`,
    text: 'text',
    fence: 'offset 0',
    double: 'float8',
    once: 'as materialized',
    day: plainDay,
    monthsLater: (day, months) => plainDay(`${EPOCH} + ${day} + make_interval(months => ${months})`),
    countTo: (last) => `generate_series(0, ${last})`,
    rowNumber: () => 'row_number() over ()',
  },
  spark: {
    dialect: 'spark',
    name: (name) => `\`${name.replaceAll('`', '``')}\``,
    number: (value) => (value < 0 || Object.is(value, -0) ? `(${value}D)` : `${value}D`),
    text: 'string',
    fence: '',
    double: 'double',
    once: 'as',
    day: (column) => `datediff(cast(${column} as date), ${EPOCH})`,
    monthsLater: (day, months) => `datediff(add_months(date_add(${EPOCH}, ${day}), ${months}), ${EPOCH})`,
    countTo: (last) => `explode(sequence(0, ${last}))`,
    rowNumber: (order) => `row_number() over (order by ${order.join(', ')})`,
  },
};

export function dialectRules(dialect: SqlDialect): DialectRules {
  return RULES[dialect];
}

/** A word between single quotes. Backslashes are refused by callers: Spark reads them as escapes. */
export function word(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The largest of some expressions, blanks left out; an engine may want at least two. */
export function greatest(expressions: readonly string[]): string {
  return expressions.length === 1 ? expressions[0]! : `greatest(${expressions.join(', ')})`;
}
