/**
 * Memory that runs out, told before the engine gives up: V8 ends the process with a page of addresses, and
 * nothing could be said or cleared away any more.
 */

import { type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, getHeapStatistics } from 'node:v8';

/** Share of the room for lasting values that is still in use after all garbage was taken out. */
const NEARLY_FULL = 0.95;
/** V8's default for short-lived values, which the limit includes (three semi-spaces of 16 MiB). */
const YOUNG_BYTES = 3 * 16 * 2 ** 20;
const MAJOR = 4;

/** An entry of a collection; its kind stands in `detail` since Node 16. */
type Collection = PerformanceEntry & { readonly detail?: { readonly kind?: number } };

/** Calls `full` once, between two steps of work, when a collection of all garbage gave hardly any room. */
export function guardMemory(full: () => void): void {
  const observer = new PerformanceObserver((list) => {
    const major = (list.getEntries() as readonly Collection[]).some(({ detail }) => detail?.kind === MAJOR);
    if (!major || lastingBytes() < NEARLY_FULL * (getHeapStatistics().heap_size_limit - YOUNG_BYTES)) return;
    observer.disconnect();
    full();
  });
  observer.observe({ entryTypes: ['gc'] });
}

function lastingBytes(): number {
  return getHeapSpaceStatistics()
    .filter(({ space_name }) => !/^(new|read_only)/.test(space_name))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0);
}
