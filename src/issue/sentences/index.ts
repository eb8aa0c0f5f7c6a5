/** Every issue code with its sentence in both languages. Codes are public: scripts rely on them. */

import type { Bilingual } from '../../model/text.ts';
import { COMMAND_SENTENCES } from './command.ts';
import { RULES_SENTENCES } from './rules.ts';
import { STORE_SENTENCES } from './store.ts';

export const SENTENCES: Readonly<Record<string, Bilingual>> = {
  ...COMMAND_SENTENCES,
  ...RULES_SENTENCES,
  ...STORE_SENTENCES,
};
