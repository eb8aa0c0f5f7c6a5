/**
 * Which (patient, episode) pairs a file has shown, in sixteen bytes or so each.
 * Invariant: holds hashes only; two different pairs collide with a chance below 1e-6 at five million rows.
 */

const FIRST_SLOTS = 1 << 12;

export class EpisodeSet {
  /** Pairs of 32-bit halves of a 64-bit hash; two zeros = empty. */
  #slots = new Uint32Array(FIRST_SLOTS * 2);
  #size = 0;
  #high = 0;
  #low = 0;

  /** Adds a pair; false where it was there already. */
  add(patient: string, episode: string): boolean {
    if (this.#size * 4 >= this.#slots.length) this.#grow();
    this.#hash(patient, episode);
    const fresh = insert(this.#slots, this.#high, this.#low);
    if (fresh) this.#size += 1;
    return fresh;
  }

  /** Two multiplicative hashes that are mixed into each other (after cyrb53, public domain, by bryc). */
  #hash(a: string, b: string): void {
    let high = 0xdeadbeef;
    let low = 0x41c6ce57;
    for (let at = 0; at <= a.length + b.length; at += 1) {
      // A code no character has keeps ('ab', 'c') apart from ('a', 'bc').
      const code =
        at < a.length ? a.charCodeAt(at) : at === a.length ? 0x10000 : b.charCodeAt(at - a.length - 1);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
    const mixed = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    this.#low =
      (Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixed ^ (mixed >>> 13), 3266489909)) >>> 0;
    this.#high = mixed >>> 0 || 1;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#slots.length * 2);
    for (let at = 0; at < this.#slots.length; at += 2) {
      if (this.#slots[at] !== 0) insert(larger, this.#slots[at]!, this.#slots[at + 1]!);
    }
    this.#slots = larger;
  }
}

function insert(slots: Uint32Array, high: number, low: number): boolean {
  const mask = slots.length / 2 - 1;
  for (let at = low & mask; ; at = (at + 1) & mask) {
    if (slots[2 * at] === 0) {
      slots[2 * at] = high;
      slots[2 * at + 1] = low;
      return true;
    }
    if (slots[2 * at] === high && slots[2 * at + 1] === low) return false;
  }
}
