/** A few examples of a long list, for a sentence. */

const MAX_NAMED = 5;

/** Names the first few of a list and says how many there are. */
export function named(all: readonly string[]): { count: number; examples: string } {
  const more = all.length > MAX_NAMED ? ', …' : '';
  return { count: all.length, examples: all.slice(0, MAX_NAMED).join(', ') + more };
}
