/**
 * Cholesky factor of a symmetric positive definite matrix, and what follows from it. Written out here: the search for
 * a variance factorises and solves thousands of times, and a library's matrices were two thirds of that.
 */

export interface PositiveDefinite {
  /** Natural logarithm of the determinant. */
  readonly logDeterminant: number;
  /** x with A x = b. */
  solve(b: ArrayLike<number>): number[];
  /** b' A^-1 b for each of `count` rows b, row by row, of which the first numbers count: never below 0. */
  quadratics(rows: Float64Array, count: number): Float64Array;
  /** A^-1, row by row. */
  inverse(): number[][];
}

/** Share of a column's own square below which what is left after the earlier columns counts as nothing. */
const DEPENDENT = 1e-10;

/**
 * Factorises A, of which only the lower triangle is read. Where a column follows from those before it, gives its
 * index instead: `{dependent: j}`. Scale columns alike beforehand; the judgement is relative to the diagonal.
 * @param rows row j holds at least j + 1 numbers
 */
export function positiveDefinite(
  rows: readonly ArrayLike<number>[],
): PositiveDefinite | { readonly dependent: number } {
  const size = rows.length;
  const lower = new Float64Array(size * size);
  let logDeterminant = 0;
  for (let j = 0; j < size; j++) {
    const row = rows[j]!;
    const own = j * size;
    let pivot = row[j]!;
    for (let l = 0; l < j; l++) {
      let rest = row[l]!;
      const other = l * size;
      for (let i = 0; i < l; i++) rest -= lower[own + i]! * lower[other + i]!;
      rest /= lower[other + l]!;
      lower[own + l] = rest;
      pivot -= rest * rest;
    }
    if (!(pivot > DEPENDENT * row[j]!)) return { dependent: j };
    lower[own + j] = Math.sqrt(pivot);
    logDeterminant += Math.log(pivot);
  }

  const solve = (b: ArrayLike<number>): number[] => {
    const x = new Float64Array(size);
    for (let j = 0; j < size; j++) {
      let rest = b[j]!;
      const own = j * size;
      for (let i = 0; i < j; i++) rest -= lower[own + i]! * x[i]!;
      x[j] = rest / lower[own + j]!;
    }
    for (let j = size - 1; j >= 0; j--) {
      const own = j * size;
      const value = x[j]! / lower[own + j]!;
      x[j] = value;
      for (let i = 0; i < j; i++) x[i]! -= lower[own + i]! * value;
    }
    return [...x];
  };
  return {
    logDeterminant,
    solve,
    quadratics: (rows, count) => squaresUnder(lower, size, rows, count),
    inverse: () =>
      rows.map((_, j) => {
        const unit = new Float64Array(size);
        unit[j] = 1;
        return solve(unit);
      }),
  };
}

/** Squares of L^-1 b, added up. Four rows at a time: none waits for the sum of another. */
function squaresUnder(lower: Float64Array, size: number, rows: Float64Array, count: number): Float64Array {
  const width = rows.length / count;
  const squares = new Float64Array(4 * Math.ceil(count / 4));
  const solved = new Float64Array(4 * size);
  for (let first = 0; first < count; first += 4) {
    const b0 = first * width;
    // Past the last row the last one is done again.
    const b1 = Math.min(first + 1, count - 1) * width;
    const b2 = Math.min(first + 2, count - 1) * width;
    const b3 = Math.min(first + 3, count - 1) * width;
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let j = 0; j < size; j++) {
      let x0 = rows[b0 + j]!;
      let x1 = rows[b1 + j]!;
      let x2 = rows[b2 + j]!;
      let x3 = rows[b3 + j]!;
      for (let i = 0, at = j * size; i < 4 * j; i += 4, at++) {
        const factor = lower[at]!;
        x0 -= factor * solved[i]!;
        x1 -= factor * solved[i + 1]!;
        x2 -= factor * solved[i + 2]!;
        x3 -= factor * solved[i + 3]!;
      }
      const pivot = lower[j * size + j]!;
      x0 /= pivot;
      x1 /= pivot;
      x2 /= pivot;
      x3 /= pivot;
      solved[4 * j] = x0;
      solved[4 * j + 1] = x1;
      solved[4 * j + 2] = x2;
      solved[4 * j + 3] = x3;
      s0 += x0 * x0;
      s1 += x1 * x1;
      s2 += x2 * x2;
      s3 += x3 * x3;
    }
    squares[first] = s0;
    squares[first + 1] = s1;
    squares[first + 2] = s2;
    squares[first + 3] = s3;
  }
  return squares.subarray(0, count);
}
