/** What the machine does to a write or a read, told in our own words. */

import { Refusal, refuse } from '../issue/refusal.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const NOT_ALLOWED = new Set(['EACCES', 'EPERM', 'EROFS']);
const NO_MEMORY = new Set(['ENOMEM', 'ERR_WORKER_OUT_OF_MEMORY', 'ERR_MEMORY_ALLOCATION_FAILED']);

/** A full disk becomes the refusal `disk-full` (exit 3); any other error comes back as it is. */
export function machineFault(error: unknown): unknown {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const full = FULL.has(code ?? '');
  return full || /no space left on device|disk quota exceeded/i.test(message ?? '')
    ? refuse('disk-full', {}, 3)
    : error;
}

/**
 * What any command says of a fault that is the machine's and not the input's.
 * @returns a refusal with exit 3: `machine-full`, `machine-refused`, `memory-full` or `machine-failed`; undefined
 * where the fault is the program's own
 */
export function refusalOfMachine(error: unknown): Refusal | undefined {
  if (error instanceof Refusal || !(error instanceof Error)) return undefined;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (machineFault(error) !== error) return refuse('machine-full', {}, 3);
  if (NOT_ALLOWED.has(code)) return refuse('machine-refused', { detail: code }, 3);
  // What an allocator says: of typed columns, and of the engine.
  if (
    NO_MEMORY.has(code) ||
    /^(Array buffer allocation failed|Out of Memory Error|std::bad_alloc)/.test(message)
  ) {
    return refuse('memory-full', {}, 3);
  }
  return /^E[A-Z]+$/.test(code) ? refuse('machine-failed', { detail: code }, 3) : undefined;
}
