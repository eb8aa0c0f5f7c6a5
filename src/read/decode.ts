/**
 * Bytes to text. The encoding comes from the byte order mark, or from where the zeros of UTF-16
 * stand, or from the first bytes above ASCII: valid UTF-8, else Windows-1252.
 * Invariant: the text does not depend on how the bytes are cut into chunks.
 */

import { isAscii, isUtf8 } from 'node:buffer';
import { refuse } from '../issue/refusal.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Enough to settle encoding, delimiter and most identity columns. */
export const HEAD_BYTES = 1 << 18;
/** Bytes looked at, from the first one above ASCII, before UTF-8 is told from Windows-1252. */
export const WINDOW_BYTES = 1 << 16;

/** What Windows-1252 has at 0x80-0x9F (WHATWG index); the five bytes it leaves open stay as they are. */
const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

/** Node 20 reads this encoding as Latin-1 (a euro sign becomes a control character), so not its decoder. */
const WINDOWS_1252: Decoder = {
  decode(bytes = new Uint8Array(0)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    return text.replace(/[\u0080-\u009f]/g, (character) => HIGH_1252[character.charCodeAt(0) - 0x80]!);
  },
};

/** UTF-16 shows in its byte order mark, or in zeros on one side of nearly every pair. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (head[2 * pair] === 0) even += 1;
    if (head[2 * pair + 1] === 0) odd += 1;
  }
  if (odd > 0.7 * pairs && even < 0.1 * pairs) return 'utf-16le';
  if (even > 0.7 * pairs && odd < 0.1 * pairs) return 'utf-16be';
  return undefined;
}

/** UTF-8 or Windows-1252, from bytes that begin at the first one above ASCII. */
export function eightBitEncoding(window: Uint8Array): Encoding {
  // The window may end inside a character: up to three bytes of it may be missing.
  for (let cut = 0; cut <= 3 && cut < window.length; cut += 1) {
    if (isUtf8(window.subarray(0, window.length - cut))) return 'utf-8';
  }
  return 'windows-1252';
}

export function firstAboveAscii(bytes: Uint8Array): number {
  if (isAscii(bytes)) return -1;
  return bytes.findIndex((byte) => byte > 127);
}

/** A stretch of bytes that is UTF-8, as text. */
export function utf8Text(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}

/** Decodes a stream piece by piece; `encoding` is known once a byte above ASCII has been seen. */
export class TextStream {
  #decoder: Decoder | undefined;
  #encoding: Encoding | undefined;
  #window: Buffer | undefined;

  constructor(head: Uint8Array) {
    const wide = utf16Of(head);
    if (wide !== undefined) this.#settle(wide, false);
    else if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) this.#settle('utf-8', false);
  }

  /** Pure ASCII is reported as UTF-8, which it is. */
  get encoding(): Encoding {
    return this.#encoding ?? 'utf-8';
  }

  /** @param ignoreBOM after the beginning a byte order mark is a sign of the text */
  #settle(encoding: Encoding, ignoreBOM: boolean): Decoder {
    this.#encoding = encoding;
    const decoder = encoding === 'windows-1252' ? WINDOWS_1252 : new TextDecoder(encoding, { ignoreBOM });
    this.#decoder = decoder;
    return decoder;
  }

  /** @throws Refusal `file-not-text` on a zero byte in an eight-bit text */
  push(bytes: Uint8Array): string {
    const wide = this.#encoding === 'utf-16le' || this.#encoding === 'utf-16be';
    if (!wide && bytes.includes(0)) throw refuse('file-not-text');
    if (this.#decoder !== undefined) return this.#decoder.decode(bytes, { stream: true });
    if (this.#window !== undefined) return this.#widen(Buffer.concat([this.#window, bytes]));
    const at = firstAboveAscii(bytes);
    if (at < 0) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    const ascii = Buffer.from(bytes.buffer, bytes.byteOffset, at).toString('latin1');
    return ascii + this.#widen(Buffer.from(bytes.subarray(at)));
  }

  #widen(window: Buffer): string {
    if (window.length < WINDOW_BYTES) {
      this.#window = window;
      return '';
    }
    this.#window = undefined;
    const decoder = this.#settle(eightBitEncoding(window.subarray(0, WINDOW_BYTES)), true);
    return decoder.decode(window, { stream: true });
  }

  /** What was still held back. */
  end(): string {
    if (this.#window !== undefined) {
      const window = this.#window;
      this.#window = undefined;
      return this.#settle(eightBitEncoding(window), true).decode(window);
    }
    return this.#decoder?.decode() ?? '';
  }
}
