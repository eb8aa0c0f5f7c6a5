/** Root of a continuous function between two points of opposite sign. */

/**
 * Chandrupatla (1997): a parabola through the last three points where they lie so that it helps, else halving. Goes on
 * until the bracket cannot be made smaller: the root moves no further than the noise in `f`, whereas a minimum can only
 * be found to the square root of that noise.
 * @throws RangeError where both ends have the same sign
 */
export function rootBetween(f: (x: number) => number, low: number, high: number): number {
  // a is the last point, the root lies between a and b, c was an end before.
  let [a, b, c] = [low, high, low];
  let [atA, atB, atC] = [f(low), f(high), 0];
  if (atA * atB > 0) throw new RangeError('rootBetween: the ends have the same sign');
  const tolerance = Number.EPSILON * Math.max(1, Math.abs(low), Math.abs(high));
  let share = 0.5;
  for (;;) {
    const best = Math.abs(atA) < Math.abs(atB) ? a : b;
    const least = tolerance / Math.abs(b - a);
    if (!(least < 0.5) || atA === 0 || atB === 0) return best;
    const x = a + Math.min(Math.max(share, least), 1 - least) * (b - a);
    const value = f(x);
    if (value * atA > 0) [c, atC] = [a, atA];
    else [c, b, atC, atB] = [b, a, atB, atA];
    [a, atA] = [x, value];
    const along = (a - b) / (c - b);
    const up = (atA - atB) / (atC - atB);
    share =
      up ** 2 < along && (1 - up) ** 2 < 1 - along
        ? (atA / (atB - atA)) * (atC / (atB - atC)) +
          ((c - a) / (b - a)) * (atA / (atC - atA)) * (atB / (atC - atB))
        : 0.5;
  }
}
