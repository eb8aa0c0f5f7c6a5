/** From a vector of numbers without blanks to typed values, without an object or a call-back per value. */

import type { DuckDBVector } from '@duckdb/node-api';

/** @param start where the first value of the vector goes */
export function copyVector(
  vector: DuckDBVector,
  into: Float64Array | Int32Array | Int16Array | Int8Array | Uint8Array,
  start: number,
): void {
  const count = vector.itemCount;
  for (let at = 0; at < count; at += 1) into[start + at] = Number(vector.getItem(at));
}
