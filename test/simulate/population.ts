/** A seeded population with repeated patients, heavy tails and uncertain clusters, for intervals. */

import { isoFromDay } from '../../src/index.ts';
import { type CaseRecord, CLUSTERS, day } from './make-input.ts';

/** `usual`: 1 patient in 25 has bed days, a few very many; `rare`: 1 in 250 stays for most of a year. */
export type Tail = 'usual' | 'rare';

/** One patient with one to three episodes and an uncertain cluster. */
export function drawPatient(name: string, random: () => number, tail: Tail = 'usual'): CaseRecord[] {
  const episodes = 1 + Math.floor(random() * random() * 3);
  const heavy = random() < (tail === 'usual' ? 0.04 : 0.004);
  return Array.from({ length: episodes }, (_, i) => {
    const first = Math.floor(random() * CLUSTERS.length);
    const second = (first + 1) % CLUSTERS.length;
    const p = 0.5 + 0.5 * random();
    const stays = heavy && tail === 'rare';
    const days = stays ? 250 + Math.floor(random() * 115) : Math.ceil(-Math.log(1 - random()) * 100);
    const bedDays = stays ? days : heavy ? Math.min(days, Math.ceil(20 * (1 - random()) ** -0.5)) : 0;
    const start = day('2024-01-01') + Math.floor(random() * 365);
    return {
      patient: name,
      site: random() < 0.5 ? 'Noord' : 'Zuid',
      payer: ['VZ1', 'VZ2', 'VZ3'][Math.floor(random() * 3)]!,
      chosen: CLUSTERS[first]!,
      probabilities: { [CLUSTERS[first]!]: p, [CLUSTERS[second]!]: 1 - p },
      start: isoFromDay(start),
      end: isoFromDay(start + days),
      ...(i > 0 && random() < 0.5 ? { date: '2024-06-01' } : {}),
      bed_days: bedDays,
      current_revenue: 800 + 12 * days + 350 * bedDays * (0.8 + 0.4 * random()),
    };
  });
}

export const POPULATION_LIST = `
ZT01 day 8
ZT02 day 11
ZT03 day 15
ZT10 day 22
ZT01 bed-day 330
ZT02 bed-day 340
ZT03 bed-day 350
ZT10 bed-day 380
ZT10 assessment 900
`;
