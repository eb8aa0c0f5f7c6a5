/**
 * Which sign is the decimal one in a column of numbers written by people.
 * Invariant: decided once per column from all its values; what nothing settles stays undecided.
 */

export type DecimalSign = ',' | '.';

/** What one written number says of the decimal sign: settled, could be either, or nothing at all. */
type DecimalEvidence = DecimalSign | 'either' | 'none';

const GROUPED = /^[1-9]\d{0,2}([.,])\d{3}$/;

/**
 * Evidence of one cell. Both signs present: the last is decimal. One sign more than once: it
 * separates thousands, so the other is decimal. One sign once: decimal, unless it could as well
 * separate thousands (`1.234`).
 */
function decimalEvidence(cell: string): DecimalEvidence {
  return plainEvidence(cell) ?? evidenceByPattern(cell);
}

/** Digits with at most one sign, as nearly all cells are, told without a pattern; undefined for all others. */
function plainEvidence(cell: string): DecimalEvidence | undefined {
  const length = cell.length;
  let sign = -1;
  for (let at = 0; at < length; at++) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if ((code !== 44 && code !== 46) || sign >= 0) return undefined;
    sign = at;
  }
  if (sign < 0) return 'none';
  // Three digits behind it may be a thousand.
  if (length === 1 || length - sign === 4) return undefined;
  return cell.charCodeAt(sign) === 44 ? ',' : '.';
}

function evidenceByPattern(cell: string): DecimalEvidence {
  const comma = cell.lastIndexOf(',');
  const point = cell.lastIndexOf('.');
  if (comma < 0 && point < 0) return 'none';
  if (!/\d/.test(cell)) return 'none';
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  const sign = comma >= 0 ? ',' : '.';
  if (cell.indexOf(sign) !== Math.max(comma, point)) return sign === ',' ? '.' : ',';
  return GROUPED.test(cell.replace(/[^\d.,]/g, '')) ? 'either' : sign;
}

/** Counts evidence over a column; the majority decides. */
export class DecimalVotes {
  #comma = 0;
  #point = 0;
  #either = 0;

  add(cell: string): void {
    const evidence = decimalEvidence(cell);
    if (evidence === 'none') return;
    if (evidence === 'either') this.#either += 1;
    else if (evidence === ',') this.#comma += 1;
    else this.#point += 1;
  }

  /** Comma, point, either. */
  get counts(): readonly number[] {
    return [this.#comma, this.#point, this.#either];
  }

  /** Those of other cells of the column. */
  addCounts([comma, point, either]: readonly number[]): void {
    this.#comma += comma!;
    this.#point += point!;
    this.#either += either!;
  }

  /** Undefined where only groups such as `1.234` are there, or as many values say comma as point. */
  decide(): DecimalSign | undefined {
    if (this.#comma === this.#point) return this.#comma + this.#either === 0 ? '.' : undefined;
    return this.#comma > this.#point ? ',' : '.';
  }
}

/**
 * The decimal sign of a whole column.
 *
 * @example decideDecimal(['1.234', '0,5']) // ','
 * @example decideDecimal(['1.234', '5.678']) // undefined
 */
export function decideDecimal(cells: Iterable<string>): DecimalSign | undefined {
  const votes = new DecimalVotes();
  for (const cell of cells) votes.add(cell);
  return votes.decide();
}
