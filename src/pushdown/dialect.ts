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
}

const RULES: Readonly<Record<SqlDialect, DialectRules>> = {
  duckdb: {
    dialect: 'duckdb',
    name: (name) => `"${name.replaceAll('"', '""')}"`,
    // Without an exponent it would be a decimal with few digits.
    number: (value) => (/e/.test(String(value)) ? String(value) : `${value}e0`),
    text: 'varchar',
    fence: '',
  },
  postgres: {
    dialect: 'postgres',
    name: (name) => `"${name.replaceAll('"', '""')}"`,
    number: (value) => `float8 '${value}'`,
    text: 'text',
    fence: 'offset 0',
  },
  spark: {
    dialect: 'spark',
    name: (name) => `\`${name.replaceAll('`', '``')}\``,
    number: (value) => (value < 0 || Object.is(value, -0) ? `(${value}D)` : `${value}D`),
    text: 'string',
    fence: '',
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
