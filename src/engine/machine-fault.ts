/** What the machine does to a write, told in our own words. */

import { refuse } from '../issue/refusal.ts';

/** A full disk becomes the refusal `disk-full` (exit 3); any other error comes back as it is. */
export function machineFault(error: unknown): unknown {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return full || /no space left on device|disk quota exceeded/i.test(message ?? '')
    ? refuse('disk-full', {}, 3)
    : error;
}
