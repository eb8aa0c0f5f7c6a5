/** Numbers of rule tables: one decimal sign per column, no thousands (a coefficient has none). */

/**
 * The decimal sign of a column, or undefined when both signs occur and nothing settles which is which.
 *
 * @example
 * decimalSignOf(['1', '-0,25']) // => ','
 * decimalSignOf(['0.5', '0,5']) // => undefined
 */
export function decimalSignOf(values: Iterable<string>): ',' | '.' | undefined {
  let comma = false;
  let point = false;
  for (const value of values) {
    comma ||= value.includes(',');
    point ||= value.includes('.');
    if (comma && point) return undefined;
  }
  return comma ? ',' : '.';
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A finite number written with this decimal sign, or NaN. Typographic minus and exponents are read.
 *
 * @example
 * parseDecimal('-1,5e2', ',') // => -150
 * Number.isNaN(parseDecimal('1.234,5', ',')) // => true
 */
export function parseDecimal(text: string, sign: ',' | '.'): number {
  const plain = text.trim().replace('\u2212', '-').replace(sign, '.');
  return DECIMAL.test(plain) ? Number(plain) : Number.NaN;
}

/**
 * A severity as it may be exported: `3`, `3,0`, `3.0`; -1 for anything else.
 *
 * @example
 * parseSeverity('3,0', 5) // => 3
 * parseSeverity('5', 5) // => -1
 */
export function parseSeverity(text: string, severities: number): number {
  const match = /^(\d{1,2})([.,]0+)?$/.exec(text.trim());
  const value = match === null ? -1 : Number(match[1]);
  return value < severities ? value : -1;
}
