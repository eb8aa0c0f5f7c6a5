/**
 * Secrets that are handed out: sessions, one-time links, tokens. Invariant: the store has their SHA-256
 * only; 256 bits of chance need no slow hash.
 */

import { createHash, randomBytes } from 'node:crypto';

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
