/**
 * Text to small whole numbers, one dictionary per column and file.
 * Invariant: a code, once given, never changes; `words` only grows.
 */

export class TextDictionary {
  readonly #codes = new Map<string, number>();
  readonly #words: string[] = [];

  /** Shared with the columns that use it: code -> word. */
  get words(): readonly string[] {
    return this.#words;
  }

  /** The word's code; blank is -1; a new word gets the next code. */
  code(word: string): number {
    if (word === '') return -1;
    const known = this.#codes.get(word);
    if (known !== undefined) return known;
    // A cell is a slice of the text chunk it was cut from and would keep that whole chunk in memory.
    const own = Buffer.from(word, 'utf8').toString('utf8');
    const code = this.#words.length;
    this.#words.push(own);
    this.#codes.set(own, code);
    return code;
  }
}
