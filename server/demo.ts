/**
 * The synthetic example network of the first start: generated, then read and checked like any file.
 * Every row says `synthetic`; the data set is stamped wherever it shows.
 */

import { bytesSource, csvHeader, csvRows, GENERATED_HEADER, generateCases } from '../src/index.ts';
import { textOf } from '../views/view.ts';
import { PROGRAM } from './access/user.ts';
import { importFile } from './import-file.ts';
import type { Progress } from './jobs.ts';
import { newestSet } from './rule-book.ts';
import type { Services } from './services.ts';

const SEED = 1;
/** Kept with the data set; pages say it in their own language. */
const NAME = textOf('nl').shell.demoName;

export async function makeDemo(
  services: Services,
  id: string,
  size: { readonly members: number; readonly episodes: number },
  report: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const ruleSet = newestSet(services.rules.book());
  const parts = [csvHeader(GENERATED_HEADER)];
  for (const rows of generateCases({ ...size, seed: SEED, ruleSet })) {
    parts.push(csvRows(rows));
    // The server answers meanwhile: the first page says what is going on.
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  const source = bytesSource('voorbeeldnetwerk.csv', Buffer.from(parts.join(''), 'utf8'));
  await importFile(
    services,
    { id, source, name: NAME, origin: 'demo', options: { map: {} }, lang: 'nl', by: PROGRAM },
    report,
    signal,
  );
}
