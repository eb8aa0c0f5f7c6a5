/** Everything that is fuzzed. */

import type { Target } from './target.ts';
import { COMMANDS } from './targets/commands.ts';
import { READERS } from './targets/readers.ts';
import { ROUTES } from './targets/routes.ts';

export const TARGETS: readonly Target[] = [...READERS, ...COMMANDS, ROUTES];
