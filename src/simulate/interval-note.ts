/** When an interval is given, when it is indicative, and the sentence beside it. */

import { sentence } from '../issue/sentence.ts';
import type { Computed } from '../model/meta.ts';
import type { MoneyInterval } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import type { SimulationOptions } from './input.ts';
import { coverageAt, type MeasuredCoverage } from './measured-coverage.ts';
import type { PreparedSimulation } from './prepared.ts';
import { roundCents } from './rounding.ts';
import type { Limits } from './uncertainty-parts.ts';

/** Fewer patients than this: no interval. */
export const INTERVAL_FROM_PATIENTS = 200;
const FIRM_FROM_PATIENTS = 1000;
/** With this many no interval of the whole has a note, also where few but very long stays hide from a sample. */
export const FIRM_FROM_PATIENTS_RARE_STAYS = 2000;
const RARE_SHARE = 0.01;

/** Made once: a changed price asks for a note per group, and a format costs more than all that it writes. */
const PERCENT: Readonly<Record<Lang, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

export function moneyInterval(
  limits: Limits | undefined,
  patients: number,
  prepared: PreparedSimulation,
  topShare: number | undefined,
  options: SimulationOptions,
  missing?: string,
): Computed<MoneyInterval> {
  if (limits === undefined || patients < INTERVAL_FROM_PATIENTS) {
    const params = { needed: INTERVAL_FROM_PATIENTS, patients };
    return { undefined: sentence({ code: 'simulate-too-few-patients', params }, options.lang) };
  }
  if (missing !== undefined) return { undefined: sentence({ code: missing }, options.lang) };
  const { longStayShare: share } = prepared;
  const rareStays = share !== undefined && share > 0 && share < RARE_SHARE;
  const firm = patients >= (rareStays ? FIRM_FROM_PATIENTS_RARE_STAYS : FIRM_FROM_PATIENTS);
  return {
    target: options.intervalTarget,
    level: options.level,
    lowCents: roundCents(limits.low),
    highCents: roundCents(limits.high),
    ...(firm ? {} : { note: note(patients, topShare, rareStays ? 'rare' : 'usual', options) }),
  };
}

/** How many patients, how often such an interval held in trials, and how much hangs on a few. */
function note(
  patients: number,
  topShare: number | undefined,
  tail: MeasuredCoverage['tail'],
  { lang, level, intervalTarget }: SimulationOptions,
): string {
  const percent = (share: number): string => PERCENT[lang].format(share * 100);
  // The trials were of 95 % intervals.
  const tried = level === 0.95 ? coverageAt(tail, patients) : undefined;
  const parts = [
    { code: 'simulate-indicative', params: { patients } },
    ...(tried === undefined
      ? []
      : [
          {
            code: 'simulate-indicative-tried',
            params: { patients: tried.patients, held: percent(tried.shares[intervalTarget]) },
          },
        ]),
    ...(topShare === undefined
      ? []
      : [{ code: 'simulate-indicative-tail', params: { percent: percent(topShare) } }]),
  ];
  return parts.map((part) => sentence(part, lang)).join('; ');
}
