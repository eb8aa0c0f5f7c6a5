/**
 * Numbers as bytes of text, for files of millions of rows.
 * Invariant: the bytes are those of `String(value)`, the shortest text that reads back as the same number. Most numbers
 * from 0.00001 to 10 are worked out here; where anything is close to call, `String` is asked.
 */

/** Most bytes that a number takes. */
export const LONGEST_NUMBER = 25;

const ZERO = 48;
const POINT = 46;

/** Splits a double in two halves whose products are exact (Veltkamp). */
const SPLITTER = 2 ** 27 + 1;
/** A number times its scale has 17 digits before the point: the last 8, the 9 before. */
const LAST_DIGITS = 1e8;
/** The last digits are known to a hundred-millionth; what is closer to a border than this is left to `String`. */
const MARGIN = 1e-6;
const NEAR_END = 1000;

interface Scale {
  /** The least number that it is for. */
  readonly from: number;
  /** An exact power of ten, and its halves. */
  readonly factor: number;
  readonly high: number;
  readonly low: number;
  /** Zeros between the point and the first digit; -1: the first digit stands before the point. */
  readonly zeros: number;
}

const SCALES: readonly Scale[] = [1, 0.1, 0.01, 0.001, 0.0001, 0.00001].map((from, at) => {
  const factor = 10 ** (16 + at);
  const high = SPLITTER * factor - (SPLITTER * factor - factor);
  return { from, factor, high, low: factor - high, zeros: at - 1 };
});
const LEAST = SCALES.at(-1)!.from;

/** Half a step from one double to the next, by the exponent's bits. */
const HALF_STEPS = Float64Array.from({ length: 1027 }, (_, bits) => 2 ** (bits - 1076));

/** '00' … '99'. */
const PAIRS = Uint8Array.from({ length: 200 }, (_, at) => {
  const pair = at >> 1;
  return ZERO + (at % 2 === 0 ? Math.floor(pair / 10) : pair % 10);
});

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
/** Which of the two words has the exponent. */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/**
 * Writes a number at `at`; gives where the next byte goes. There must be room for LONGEST_NUMBER bytes.
 * @throws Error on a number that is not finite
 */
export function writeExactNumber(out: Uint8Array, at: number, value: number): number {
  if (!(value >= LEAST && value < 10)) return writeText(out, at, value);
  double[0] = value;
  const top = words[HIGH]!;
  // Below a power of two the steps are half as long.
  if (words[1 - HIGH] === 0 && (top & 0xfffff) === 0) return writeText(out, at, value);
  let place = 0;
  while (value < SCALES[place]!.from) place++;
  const { factor, high, low, zeros } = SCALES[place]!;

  // The product and what rounding took from it are together exact (Dekker).
  const product = value * factor;
  const split = SPLITTER * value;
  const a = split - (split - value);
  const b = value - a;
  const rest = a * high - product + a * low + b * high + b * low;
  let first = Math.floor(product / LAST_DIGITS);
  const last = product - first * LAST_DIGITS + rest;
  if (!(last > NEAR_END && last < LAST_DIGITS - NEAR_END)) return writeText(out, at, value);

  // Every decimal closer than half a step reads back as this number: the one with most zeros at its end is shortest.
  const reach = HALF_STEPS[top >>> 20]! * factor;
  let digits = Math.round(last);
  if (Math.abs(Math.abs(digits - last) - 0.5) < MARGIN) return writeText(out, at, value);
  let ends = 0;
  for (let unit = 10; ; unit *= 10) {
    const candidate = Math.round(last / unit) * unit;
    const gap = Math.abs(candidate - last);
    if (gap > reach + MARGIN) break;
    // On a border, between two that are as close, or shorter than is worth the trouble.
    if (gap > reach - MARGIN || Math.abs(gap - unit / 2) < MARGIN || ends === 5) {
      return writeText(out, at, value);
    }
    digits = candidate;
    ends++;
  }

  let next = at;
  const lead = Math.floor(first / 1e8);
  first -= lead * 1e8;
  if (zeros >= 0) {
    out[next++] = ZERO;
    out[next++] = POINT;
    for (let zero = 0; zero < zeros; zero++) out[next++] = ZERO;
    out[next++] = ZERO + lead;
  } else {
    out[next++] = ZERO + lead;
    out[next++] = POINT;
  }
  writeEight(out, next, first);
  writeEight(out, next + 8, digits);
  return next + 16 - ends;
}

function writeEight(out: Uint8Array, at: number, value: number): void {
  const upper = (value / 10000) | 0;
  const lower = (value - upper * 10000) | 0;
  const a = ((upper / 100) | 0) * 2;
  const b = upper * 2 - a * 100;
  const c = ((lower / 100) | 0) * 2;
  const d = lower * 2 - c * 100;
  out[at] = PAIRS[a]!;
  out[at + 1] = PAIRS[a + 1]!;
  out[at + 2] = PAIRS[b]!;
  out[at + 3] = PAIRS[b + 1]!;
  out[at + 4] = PAIRS[c]!;
  out[at + 5] = PAIRS[c + 1]!;
  out[at + 6] = PAIRS[d]!;
  out[at + 7] = PAIRS[d + 1]!;
}

function writeText(out: Uint8Array, at: number, value: number): number {
  if (!Number.isFinite(value)) throw new Error(`A table cell holds ${value}`);
  // Without the sign of a zero.
  const text = String(value === 0 ? 0 : value);
  for (let sign = 0; sign < text.length; sign++) out[at + sign] = text.charCodeAt(sign);
  return at + text.length;
}
