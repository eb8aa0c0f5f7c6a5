/** How long it takes to score a million cases that are in memory. */

import { join } from 'node:path';
import { compileRuleSet, DATA_FOLDER, loadRuleSet, RATING_COLUMNS, scoreTable } from '../../src/index.ts';
import { randomFrom } from '../support/random.ts';
import { caseTable } from '../support/small-rule-set.ts';
import type { TrialResult } from './trial.ts';

const ROWS = 1_000_000;
const MOST_SECONDS = 5;

export async function trial(): Promise<readonly TrialResult[]> {
  const { value: set } = await loadRuleSet(join(DATA_FOLDER, 'rules', 'zvt-illustrative'));
  const random = randomFrom(1);
  const rating = () => Array.from({ length: ROWS }, () => Math.floor(random() * 5));
  const table = caseTable({
    ...Object.fromEntries(RATING_COLUMNS.map((name) => [name, rating()])),
    supercluster: Array.from({ length: ROWS }, () => ['X', 'Y', 'Z'][Math.floor(random() * 3)]!),
  });
  const compiled = compileRuleSet(set!);
  const started = performance.now();
  const scores = scoreTable(compiled, table);
  const seconds = (performance.now() - started) / 1000;
  return [
    {
      text: `seconds to score ${scores.n} cases`,
      figure: seconds.toFixed(2),
      limit: `at most ${MOST_SECONDS}`,
      verdict: seconds <= MOST_SECONDS ? 'holds' : 'fails',
    },
  ];
}
