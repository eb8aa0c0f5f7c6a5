/** Eigenvalues and eigenvectors of a symmetric matrix. */

import { lazyLibrary } from '../lazy-library.ts';

const library = lazyLibrary<typeof import('ml-matrix')>('ml-matrix');

export interface SymmetricEigen {
  readonly values: readonly number[];
  /** `vectors[row][k]`: column k belongs to `values[k]`. */
  readonly vectors: readonly (readonly number[])[];
}

/** A = Q diag(values) Q'. */
export function symmetricEigen(rows: readonly (readonly number[])[]): SymmetricEigen {
  const { EigenvalueDecomposition, Matrix } = library();
  const matrix = new Matrix(rows.map((row) => [...row]));
  const decomposition = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  return {
    values: decomposition.realEigenvalues,
    vectors: decomposition.eigenvectorMatrix.to2DArray(),
  };
}
