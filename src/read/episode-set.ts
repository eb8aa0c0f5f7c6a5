/**
 * Which (patient, episode) pairs a file has shown, in nine to eleven bytes each.
 * Invariants: holds hashes only; two different pairs collide with a chance below 1e-6 at five million
 * rows. The table is cut into parts that grow one at a time and in their place: doubling it as a whole
 * would for a moment take three times the memory, and what was left behind waits for the collector.
 */

const PARTS = 128;
/** Places of a part at the start. */
const FIRST_PLACES = 64;
/** Filled further, a search takes many steps. */
const FULL = 0.9;
const GROWTH = 1.2;
/** Two halves of a 64-bit hash; two zeros = empty. */
const PLACE_BYTES = 8;
/** Up to here a part grows in its place: more than fifty million pairs in all. */
const MOST_BYTES = 1 << 22;

interface Part {
  buffer: ArrayBuffer;
  places: Uint32Array<ArrayBuffer>;
  filled: number;
}

export class EpisodeSet {
  readonly #parts: Part[] = Array.from({ length: PARTS }, () => {
    const buffer = new ArrayBuffer(FIRST_PLACES * PLACE_BYTES, { maxByteLength: MOST_BYTES });
    return { buffer, places: placesOf(buffer), filled: 0 };
  });
  /** What a part held before it grew. */
  #before = new Uint32Array(0);
  /** Of the pair asked for last. */
  #high = 0;
  #low = 0;

  get high(): number {
    return this.#high;
  }

  get low(): number {
    return this.#low;
  }

  /** Adds a pair; false where it was there already. */
  add(patient: string, episode: string): boolean {
    this.#hash(patient, episode);
    return this.addHash(this.#high, this.#low);
  }

  /** Adds a pair by its two halves. */
  addHash(high: number, low: number): boolean {
    const part = this.#parts[high % PARTS]!;
    if (part.filled * 2 >= part.places.length * FULL) this.#grow(part);
    const fresh = insert(part.places, high, low);
    if (fresh) part.filled += 1;
    return fresh;
  }

  /** Whether one of these pairs (two halves each) was there already. */
  hasAny(pairs: Uint32Array): boolean {
    for (let at = 0; at < pairs.length; at += 2) {
      if (isIn(this.#parts[pairs[at]! % PARTS]!.places, pairs[at]!, pairs[at + 1]!)) return true;
    }
    return false;
  }

  /** Empty again; what room it has stays. */
  clear(): void {
    for (const part of this.#parts) {
      part.places.fill(0);
      part.filled = 0;
    }
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

  #grow(part: Part): void {
    const length = part.places.length;
    if (this.#before.length < length) this.#before = new Uint32Array(Math.ceil(length * GROWTH));
    this.#before.set(part.places);
    const bytes = Math.ceil((length / 2) * GROWTH) * PLACE_BYTES;
    if (bytes <= MOST_BYTES) part.buffer.resize(bytes);
    else part.buffer = new ArrayBuffer(bytes);
    part.places = placesOf(part.buffer).fill(0);
    for (let at = 0; at < length; at += 2) {
      if (this.#before[at] !== 0) insert(part.places, this.#before[at]!, this.#before[at + 1]!);
    }
  }
}

/** All of a buffer as it is now; a view that followed its length would be slower. */
function placesOf(buffer: ArrayBuffer): Uint32Array<ArrayBuffer> {
  return new Uint32Array(buffer, 0, buffer.byteLength / 4);
}

function insert(places: Uint32Array, high: number, low: number): boolean {
  const n = places.length / 2;
  for (let at = Math.floor((low / 2 ** 32) * n); ; at = at + 1 === n ? 0 : at + 1) {
    if (places[2 * at] === 0) {
      places[2 * at] = high;
      places[2 * at + 1] = low;
      return true;
    }
    if (places[2 * at] === high && places[2 * at + 1] === low) return false;
  }
}

function isIn(places: Uint32Array, high: number, low: number): boolean {
  const n = places.length / 2;
  for (let at = Math.floor((low / 2 ** 32) * n); places[2 * at] !== 0; at = at + 1 === n ? 0 : at + 1) {
    if (places[2 * at] === high && places[2 * at + 1] === low) return true;
  }
  return false;
}

/** A set that is emptied for every part of a file, and tells which pairs a part has. */
export class PartEpisodes {
  readonly #set = new EpisodeSet();
  #pairs = new Uint32Array(1 << 12);
  #length = 0;

  add(patient: string, episode: string): boolean {
    const fresh = this.#set.add(patient, episode);
    if (!fresh) return false;
    if (this.#length === this.#pairs.length) {
      const larger = new Uint32Array(2 * this.#length);
      larger.set(this.#pairs);
      this.#pairs = larger;
    }
    this.#pairs[this.#length++] = this.#set.high;
    this.#pairs[this.#length++] = this.#set.low;
    return true;
  }

  /** Two halves a pair, in the order of the rows; the set is empty afterwards. */
  take(): Uint32Array<ArrayBuffer> {
    const pairs = this.#pairs.slice(0, this.#length);
    this.#set.clear();
    this.#length = 0;
    return pairs;
  }
}
