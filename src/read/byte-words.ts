/**
 * Words by their bytes: the number that a reader of text gave for them, so that a word is made into text once.
 * Invariant: holds a limited number of short words; what it does not know is asked again.
 */

/** Room for words; half of it stays free. */
const PLACES = 1 << 11;
const MOST_WORDS = PLACES / 2;
const MOST_BYTES = 1 << 14;

export const UNKNOWN_WORD = -2147483648;

export class ByteWords {
  /** One more than the word's place in the lists below; 0 = free. */
  readonly #places = new Uint16Array(PLACES);
  readonly #starts = new Int32Array(MOST_WORDS + 1);
  readonly #values = new Int32Array(MOST_WORDS);
  readonly #pool = new Uint8Array(MOST_BYTES);
  #words = 0;

  /** What was put for these bytes, or UNKNOWN_WORD. */
  get(bytes: Uint8Array, from: number, to: number): number {
    const starts = this.#starts;
    const pool = this.#pool;
    const length = to - from;
    for (let place = placeOf(bytes, from, to); ; place = (place + 1) % PLACES) {
      const word = this.#places[place]! - 1;
      if (word < 0) return UNKNOWN_WORD;
      const start = starts[word]!;
      if (starts[word + 1]! - start !== length) continue;
      let at = 0;
      while (at < length && pool[start + at] === bytes[from + at]) at++;
      if (at === length) return this.#values[word]!;
    }
  }

  /** Remembers a word that `get` does not know, where there is room. */
  put(bytes: Uint8Array, from: number, to: number, value: number): void {
    const start = this.#starts[this.#words]!;
    if (this.#words === MOST_WORDS || start + to - from > MOST_BYTES) return;
    let place = placeOf(bytes, from, to);
    while (this.#places[place] !== 0) place = (place + 1) % PLACES;
    this.#pool.set(bytes.subarray(from, to), start);
    this.#values[this.#words] = value;
    this.#words += 1;
    this.#starts[this.#words] = start + to - from;
    this.#places[place] = this.#words;
  }
}

/** Words of one column differ at their ends, in the middle or in length; those that do not share a way to search. */
function placeOf(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length === 0) return 0;
  let hash = Math.imul(length, 0x9e3779b1) ^ bytes[from]!;
  hash = Math.imul(hash, 0x85ebca6b) ^ bytes[from + (length >> 1)]!;
  hash = Math.imul(hash, 0x85ebca6b) ^ bytes[from + (length >> 2)]!;
  hash = Math.imul(hash, 0x85ebca6b) ^ bytes[to - 1]!;
  if (length > 1) hash = Math.imul(hash, 0x85ebca6b) ^ bytes[to - 2]!;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 15)) & (PLACES - 1);
}
