/** Libraries that are loaded at their first use: most runs never touch them, and together they took most of a start. */

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Gives the library when it is called, the same one each time. A plain `require`, because what uses it is
 * synchronous; Node loads ES modules that way too.
 */
export function lazyLibrary<Library>(name: string): () => Library {
  let library: Library | undefined;
  return () => {
    library ??= require(name) as Library;
    return library;
  };
}
