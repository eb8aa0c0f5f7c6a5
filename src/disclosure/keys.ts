/** The member's own keys: made once, kept in `keys/` of the data folder, readable by the owner alone. */

import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../issue/refusal.ts';
import { writeFileWhole } from '../write/file.ts';
import { withLock } from '../write/folder-lock.ts';

/** Fresh secret bytes, passed in: the library makes no chance of its own. */
export type Entropy = (bytes: number) => Uint8Array;

const KEY_BYTES = 32;
/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in its PKCS #8 form. */
const ED25519_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Key of the hashes in the release ledger. Whoever loses it loses the memory of what was released. */
export async function ledgerKey(home: string, entropy: Entropy): Promise<Uint8Array> {
  const text = await keyFile(home, 'ledger.key', () => `${hex(entropy(KEY_BYTES))}\n`);
  if (!/^[0-9a-f]{64}\s*$/.test(text)) throw refuse('key-damaged', { name: 'ledger.key' });
  return Buffer.from(text.trim(), 'hex');
}

/**
 * Key that pseudonyms are made with where no key file is named. The file's bytes are the key as they
 * are, so that `--pseudonymise-with` that file makes the same pseudonyms on the command line.
 */
export async function pseudonymKey(home: string, entropy: Entropy): Promise<Uint8Array> {
  const text = await keyFile(home, 'pseudonyms.key', () => `${hex(entropy(KEY_BYTES))}\n`);
  if (text.trim().length < KEY_BYTES) throw refuse('key-damaged', { name: 'pseudonyms.key' });
  return Buffer.from(text);
}

/** Ed25519 key that signs contributions. */
export async function signingKey(home: string, entropy: Entropy): Promise<KeyObject> {
  const text = await keyFile(home, 'signing.pem', () =>
    createPrivateKey({
      key: Buffer.concat([ED25519_HEAD, entropy(KEY_BYTES)]),
      format: 'der',
      type: 'pkcs8',
    })
      .export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  );
  try {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below: what the parser says may quote the key.
  }
  throw refuse('key-damaged', { name: 'signing.pem' });
}

/** The member's public key as others keep it; undefined before the first contribution, which makes it. */
export async function ownPublicKey(home: string): Promise<string | undefined> {
  try {
    return publicKeyText(createPrivateKey(await readFile(join(home, 'keys', 'signing.pem'), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The 32 bytes of the public half, base64. */
export function publicKeyText(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(x!, 'base64url').toString('base64');
}

async function keyFile(home: string, name: string, make: () => string): Promise<string> {
  const folder = join(home, 'keys');
  const path = join(folder, name);
  return withLock(folder, async () => {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    const text = make();
    await writeFileWhole(path, text);
    return text;
  });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
