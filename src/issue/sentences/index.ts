/** Every issue code with its sentence in both languages. Codes are public: scripts rely on them. */

import type { Bilingual } from '../../model/text.ts';
import { ACCESS_SENTENCES } from './access.ts';
import { BENCHMARK_SENTENCES } from './benchmark.ts';
import { COMMAND_SENTENCES } from './command.ts';
import { DISCLOSURE_SENTENCES } from './disclosure.ts';
import { GENERATE_SENTENCES } from './generate.ts';
import { NETWORK_SENTENCES } from './network.ts';
import { PRICES_SENTENCES } from './prices.ts';
import { QUALITY_SENTENCES } from './quality.ts';
import { READ_SENTENCES } from './read.ts';
import { RULES_SENTENCES } from './rules.ts';
import { SCENARIO_FILE_SENTENCES } from './scenario-files.ts';
import { SCORE_SENTENCES } from './score.ts';
import { SIMULATE_SENTENCES } from './simulate.ts';
import { STORE_SENTENCES } from './store.ts';

export const SENTENCES: Readonly<Record<string, Bilingual>> = {
  ...ACCESS_SENTENCES,
  ...BENCHMARK_SENTENCES,
  ...COMMAND_SENTENCES,
  ...DISCLOSURE_SENTENCES,
  ...GENERATE_SENTENCES,
  ...NETWORK_SENTENCES,
  ...RULES_SENTENCES,
  ...SCENARIO_FILE_SENTENCES,
  ...SCORE_SENTENCES,
  ...QUALITY_SENTENCES,
  ...PRICES_SENTENCES,
  ...READ_SENTENCES,
  ...SIMULATE_SENTENCES,
  ...STORE_SENTENCES,
};
