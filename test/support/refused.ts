/** What a refused call says. */

import { Refusal, sentence } from '../../src/index.ts';

/** The sentences of the refusal, in English; throws when the call is not refused. */
export function refused(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof Refusal) return error.issues.map((issue) => sentence(issue, 'en')).join('\n');
    throw error;
  }
  throw new Error('The call was not refused');
}
