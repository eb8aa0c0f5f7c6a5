/** Cholesky factor of a symmetric positive definite matrix, and what follows from it. */

import { lazyLibrary } from '../lazy-library.ts';

const library = lazyLibrary<typeof import('ml-matrix')>('ml-matrix');

export interface PositiveDefinite {
  /** Natural logarithm of the determinant. */
  readonly logDeterminant: number;
  /** x with A x = b. */
  solve(b: readonly number[]): number[];
  /** A^-1, row by row. */
  inverse(): number[][];
}

/** Share of a column's own square below which what is left after the earlier columns counts as nothing. */
const DEPENDENT = 1e-10;

/**
 * Factorises A (square, row by row). Where a column follows from those before it, gives its index
 * instead: `{dependent: j}`. Scale columns alike beforehand; the judgement is relative to the diagonal.
 */
export function positiveDefinite(
  rows: readonly (readonly number[])[],
): PositiveDefinite | { readonly dependent: number } {
  if (rows.length === 0) return { logDeterminant: 0, solve: () => [], inverse: () => [] };
  const { CholeskyDecomposition, Matrix } = library();
  // The lower triangle speaks for both: the two may differ in their last digit.
  const matrix = new Matrix(rows.map((_, j) => rows.map((_, l) => (l <= j ? rows[j]![l]! : rows[l]![j]!))));
  const factor = new CholeskyDecomposition(matrix);
  const lower = factor.lowerTriangularMatrix;
  let logDeterminant = 0;
  for (let j = 0; j < rows.length; j++) {
    const pivot = lower.get(j, j) ** 2;
    if (!(pivot > DEPENDENT * matrix.get(j, j))) return { dependent: j };
    logDeterminant += Math.log(pivot);
  }
  return {
    logDeterminant,
    solve: (b) => factor.solve(Matrix.columnVector([...b])).to1DArray(),
    inverse: () => factor.solve(Matrix.eye(rows.length)).to2DArray(),
  };
}
