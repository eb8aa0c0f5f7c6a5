/** Killed with -9 at fifty moments of upload, deletion and import: nothing confirmed is lost, nothing is half there. */

import { killServer } from '../support/killed-server.ts';
import type { TrialResult } from './trial.ts';

const KILLS = 50;

export async function trial(): Promise<readonly TrialResult[]> {
  const { kills, during, whole, gone, faults } = await killServer(KILLS, 1);
  for (const fault of faults) console.log(fault);
  const when = Object.entries(during).map(([fate, count]) => `${count} ${fate}`);
  return [
    {
      text: `faults after ${kills} kills (${when.join(', ')}; not confirmed: ${whole} whole, ${gone} gone)`,
      figure: String(faults.length),
      limit: '0',
      verdict: faults.length === 0 ? 'holds' : 'fails',
    },
  ];
}
