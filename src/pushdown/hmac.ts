/**
 * HMAC-SHA-256 in plain SQL, from the engine's own SHA-256: the key only stands there as the two blocks that the
 * definition (RFC 2104) makes of it. Whoever has the text of the query has the key.
 */

import type { DialectRules } from './dialect.ts';

const BLOCK = 64;
const INNER = 0x36;
const OUTER = 0x5c;

/** Hexadecimal digest of a text; blank for a blank text. @param key at most 64 bytes */
export function hmacSql({ dialect }: DialectRules, key: Uint8Array, text: string): string {
  const block = (pad: number): string =>
    Buffer.from(Array.from({ length: BLOCK }, (_, at) => (key[at] ?? 0) ^ pad)).toString('hex');
  const [inner, outer] = [block(INNER), block(OUTER)];
  switch (dialect) {
    case 'duckdb':
      return `sha256(unhex('${outer}') || unhex(sha256(unhex('${inner}') || encode(${text}))))`;
    case 'postgres':
      return `encode(sha256(decode('${outer}', 'hex') || sha256(decode('${inner}', 'hex') || convert_to(${text}, 'UTF8'))), 'hex')`;
    case 'spark':
      return `sha2(concat(unhex('${outer}'), unhex(sha2(concat(unhex('${inner}'), encode(${text}, 'UTF-8')), 256))), 256)`;
  }
}
