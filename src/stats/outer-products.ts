/** Sums of outer products: what every cross-product of a million rows costs. */

/**
 * Adds x x' of each row x to `sums`, lower triangle (entries just above it may get their part too).
 * Eight products a turn stand in registers: each adds its rows in their order, so that neither the tiles nor a caller's
 * choice of columns show in a digit, and none waits for the sum of another.
 * @param sums width x width, row by row
 * @param rows count x width, row by row
 * @param width a multiple of 4: fill up with columns of noughts
 */
export function addOuterProducts(sums: Float64Array, rows: Float64Array, width: number, count: number): void {
  const end = count * width;
  for (let j = 0; j < width; j += 2) {
    for (let l = 0; l <= j; l += 4) {
      let [a0, a1, a2, a3, b0, b1, b2, b3] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let row = 0; row < end; row += width) {
        const a = rows[row + j]!;
        const b = rows[row + j + 1]!;
        const v0 = rows[row + l]!;
        const v1 = rows[row + l + 1]!;
        const v2 = rows[row + l + 2]!;
        const v3 = rows[row + l + 3]!;
        a0 += a * v0;
        a1 += a * v1;
        a2 += a * v2;
        a3 += a * v3;
        b0 += b * v0;
        b1 += b * v1;
        b2 += b * v2;
        b3 += b * v3;
      }
      const first = j * width + l;
      sums[first]! += a0;
      sums[first + 1]! += a1;
      sums[first + 2]! += a2;
      sums[first + 3]! += a3;
      const second = first + width;
      sums[second]! += b0;
      sums[second + 1]! += b1;
      sums[second + 2]! += b2;
      sums[second + 3]! += b3;
    }
  }
}

/**
 * Rows such that their outer products are those of the given ones, each times its weight.
 * @param weights 0 or more, one per row
 * @param into as large as `rows`
 */
export function weighRows(rows: Float64Array, weights: Float64Array, into: Float64Array): void {
  const width = rows.length / weights.length;
  for (let i = 0; i < weights.length; i++) {
    const root = Math.sqrt(weights[i]!);
    for (let at = i * width; at < (i + 1) * width; at++) into[at] = root * rows[at]!;
  }
}
