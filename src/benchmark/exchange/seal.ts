/** Hash and signature of a contribution: who reads it can see whether a digit was changed. */

import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { ContributionDocument, ContributionSignature } from '../../model/disclosure.ts';

/**
 * Canonical JSON (RFC 8785): no spaces, keys in order of their UTF-16 units, shortest exact numbers.
 * @example
 * canonicalForm({ b: [1, 0.5], a: 'x' }) // => '{"a":"x","b":[1,0.5]}'
 */
export function canonicalForm(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalForm).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalForm(item)}`).join(',')}}`;
}

/** What hash and signature are about: everything but themselves. Who asks for both writes it out once. */
export function sealedContent({
  sha256: _,
  signature: __,
  ...content
}: Partial<ContributionDocument>): Buffer {
  return Buffer.from(canonicalForm(content), 'utf8');
}

export function contributionHash(
  document: Partial<ContributionDocument>,
  content = sealedContent(document),
): string {
  return createHash('sha256').update(content).digest('hex');
}

/** @param key Ed25519; @param publicKey its public half, 32 bytes in base64 */
export function sealContribution(
  open: Omit<ContributionDocument, 'sha256' | 'signature'>,
  key: KeyObject,
  publicKey: string,
): ContributionDocument {
  const content = sealedContent(open);
  const value = sign(undefined, content, key).toString('base64');
  return { ...open, sha256: contributionHash(open, content), signature: { publicKey, value } };
}

/** Whether the signature is that of the key it names, over this content. */
export function signatureHolds(
  document: ContributionDocument,
  signature: ContributionSignature,
  content = sealedContent(document),
): boolean {
  try {
    const x = Buffer.from(signature.publicKey, 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(undefined, content, key, Buffer.from(signature.value, 'base64'));
  } catch {
    // A key that is none verifies nothing.
    return false;
  }
}
