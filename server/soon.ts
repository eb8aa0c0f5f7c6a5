/** An answer that may take long: what is not there soon is `undefined`, and is computed on. */

import type { Services } from './services.ts';

const SOON_MS = 700;

export async function soon<T>({ simulator, comparer }: Services, work: Promise<T>): Promise<T | undefined> {
  // Said by the next request for it, or by nobody.
  work.catch(() => undefined);
  for (;;) {
    const done = await Promise.race([
      work.then((value) => ({ value })),
      new Promise<undefined>((resolve) => {
        setTimeout(() => resolve(undefined), SOON_MS);
      }),
    ]);
    if (done !== undefined) return done.value;
    // Slow for another reason than the thread, such as rows being read: a refresh would not be told.
    if (simulator.busy() || comparer.busy()) return undefined;
  }
}
