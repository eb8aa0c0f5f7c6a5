/**
 * Which (patient, episode) pairs a file has shown, in nine to eleven bytes each.
 * Invariants: holds hashes only; two different pairs collide with a chance below 1e-6 at five million
 * rows. The table is cut into parts that grow one at a time and in their place: doubling it as a whole
 * would for a moment take three times the memory, and what was left behind waits for the collector.
 * Where it is known how many there will be, the parts have their room from the start.
 */

const PARTS = 128;
/** Places of a part at the start. */
const FIRST_PLACES = 64;
/** Filled further, a search takes many steps. */
const FULL = 0.9;
/** Of a part that has its room from the start: hashes fill parts evenly, but not to the last place. */
const EXPECTED_FULL = 0.84;
const GROWTH = 1.2;
/** Two halves of a 64-bit hash; two zeros = empty. */
const PLACE_BYTES = 8;
/** Up to here a part grows in its place: more than fifty million pairs in all. */
const MOST_BYTES = 1 << 22;

const HIGH_START = 0xdeadbeef;
const LOW_START = 0x41c6ce57;
const HIGH_FACTOR = 2654435761;
const LOW_FACTOR = 1597334677;
/** A code no character has keeps ('ab', 'c') apart from ('a', 'bc'). */
const APART = 0x10000;

interface Part {
  buffer: ArrayBuffer;
  places: Uint32Array<ArrayBuffer>;
  filled: number;
}

/** Two multiplicative hashes that are mixed into each other (after cyrb53, public domain, by bryc). */
class PairHash {
  /** Of the pair asked for last; never 0. */
  high = 0;
  low = 0;

  ofText(a: string, b: string): void {
    let high = HIGH_START;
    let low = LOW_START;
    for (let at = 0; at <= a.length + b.length; at += 1) {
      const code =
        at < a.length ? a.charCodeAt(at) : at === a.length ? APART : b.charCodeAt(at - a.length - 1);
      high = Math.imul(high ^ code, HIGH_FACTOR);
      low = Math.imul(low ^ code, LOW_FACTOR);
    }
    this.#mix(high, low);
  }

  /** The same of two cells of ASCII letters, digits and signs; false where one has anything else, blanks among it. */
  ofBytes(bytes: Uint8Array, from: number, to: number, from2: number, to2: number): boolean {
    let high = HIGH_START;
    let low = LOW_START;
    let odd = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      odd |= (byte - 33) | (126 - byte);
      high = Math.imul(high ^ byte, HIGH_FACTOR);
      low = Math.imul(low ^ byte, LOW_FACTOR);
    }
    high = Math.imul(high ^ APART, HIGH_FACTOR);
    low = Math.imul(low ^ APART, LOW_FACTOR);
    for (let at = from2; at < to2; at++) {
      const byte = bytes[at]!;
      odd |= (byte - 33) | (126 - byte);
      high = Math.imul(high ^ byte, HIGH_FACTOR);
      low = Math.imul(low ^ byte, LOW_FACTOR);
    }
    if (odd < 0) return false;
    this.#mix(high, low);
    return true;
  }

  #mix(high: number, low: number): void {
    const mixed = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    this.low =
      (Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixed ^ (mixed >>> 13), 3266489909)) >>> 0;
    this.high = mixed >>> 0 || 1;
  }
}

export class EpisodeSet {
  readonly #parts: Part[];
  /** What a part held before it grew. */
  #before = new Uint32Array(0);
  readonly #hash = new PairHash();

  /** @param expected pairs, about */
  constructor(expected = 0) {
    const room = Math.ceil(expected / PARTS / EXPECTED_FULL) * PLACE_BYTES;
    const least = FIRST_PLACES * PLACE_BYTES;
    this.#parts = Array.from({ length: PARTS }, () => {
      // An array that can grow is slower to reach into.
      const buffer =
        room > least ? new ArrayBuffer(room) : new ArrayBuffer(least, { maxByteLength: MOST_BYTES });
      return { buffer, places: placesOf(buffer), filled: 0 };
    });
  }

  /** Adds a pair; false where it was there already. */
  add(patient: string, episode: string): boolean {
    this.#hash.ofText(patient, episode);
    return this.addHash(this.#hash.high, this.#hash.low);
  }

  /** Adds a pair by its bytes; false where it was there already, or where these are not plain. */
  addPlain(bytes: Uint8Array, from: number, to: number, from2: number, to2: number): boolean {
    return this.#hash.ofBytes(bytes, from, to, from2, to2) && this.addHash(this.#hash.high, this.#hash.low);
  }

  /** Adds a pair by its two halves. */
  addHash(high: number, low: number): boolean {
    const part = this.#parts[high % PARTS]!;
    if (part.filled * 2 >= part.places.length * FULL) this.#grow(part);
    const fresh = insert(part.places, high, low);
    if (fresh) part.filled += 1;
    return fresh;
  }

  #grow(part: Part): void {
    const length = part.places.length;
    if (this.#before.length < length) this.#before = new Uint32Array(Math.ceil(length * GROWTH));
    this.#before.set(part.places);
    const bytes = Math.ceil((length / 2) * GROWTH) * PLACE_BYTES;
    if (part.buffer.resizable && bytes <= MOST_BYTES) part.buffer.resize(bytes);
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

/** Places of a part's set at the start; a part has some thousands of rows. */
const PART_PLACES = 1 << 14;

/** A set that is emptied for every part of a file, and tells which pairs a part has. */
export class PartEpisodes {
  readonly #hash = new PairHash();
  /** At most half of it is filled. */
  #places = new Uint32Array(PART_PLACES * 2);
  #pairs = new Uint32Array(PART_PLACES);
  #length = 0;

  add(patient: string, episode: string): boolean {
    this.#hash.ofText(patient, episode);
    return this.addHash(this.#hash.high, this.#hash.low);
  }

  addPlain(bytes: Uint8Array, from: number, to: number, from2: number, to2: number): boolean {
    return this.#hash.ofBytes(bytes, from, to, from2, to2) && this.addHash(this.#hash.high, this.#hash.low);
  }

  /** Two halves a pair, in the order of the rows; the set is empty afterwards. */
  take(): Uint32Array<ArrayBuffer> {
    const pairs = this.#pairs.slice(0, this.#length);
    this.#places.fill(0);
    this.#length = 0;
    return pairs;
  }

  addHash(high: number, low: number): boolean {
    if (!insert(this.#places, high, low)) return false;
    if (this.#length === this.#pairs.length) this.#grow();
    this.#pairs[this.#length++] = high;
    this.#pairs[this.#length++] = low;
    return true;
  }

  #grow(): void {
    const pairs = new Uint32Array(2 * this.#length);
    pairs.set(this.#pairs);
    this.#pairs = pairs;
    const last = this.#places;
    this.#places = new Uint32Array(2 * last.length);
    for (let at = 0; at < last.length; at += 2) {
      if (last[at] !== 0) insert(this.#places, last[at]!, last[at + 1]!);
    }
  }
}
