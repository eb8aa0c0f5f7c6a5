/**
 * People at work on one data set, as a browser would send it: a price is changed twice for every four pages
 * that are opened, with time to think in between. Measures what each kind of request takes.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { quantileType7 } from '../../src/stats/quantile-type-7.ts';
import { randomFrom } from './random.ts';

export interface LoadOptions {
  readonly url: string;
  /** Data set. */
  readonly id: string;
  readonly users: number;
  /** Between two requests of one person: drawn around this mean, from half to one and a half times. */
  readonly thinkSeconds: number;
  readonly seconds: number;
}

export interface Measured {
  readonly requests: number;
  readonly errors: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly mostMs: number;
}

const PAGES = ['', '/clusters', '/cases', '/simulation', '/benchmark'];
/** Form fields of the price list: which rows there are, and of which scenario. */
const FIELD = /name="(p\d+)"[^>]*value="([^"]*)"/g;

export async function loadServer(
  options: LoadOptions,
): Promise<Readonly<Record<'price' | 'page', Measured>>> {
  const { url, id, users, thinkSeconds, seconds } = options;
  const form = await (await fetch(`${url}/data/${id}/simulation`)).text();
  const fields = [...form.matchAll(FIELD)].map(([, name, value]) => [name!, value!] as [string, string]);
  const shown = /name="shown" value="([^"]+)"/.exec(form)?.[1] ?? '';
  if (fields.length === 0) throw new Error('The simulation page has no price list');
  const took = { price: [] as number[], page: [] as number[] };
  const errors = { price: 0, page: 0 };
  const ends = performance.now() + seconds * 1000;

  const ask = async (
    kind: 'price' | 'page',
    path: string,
    headers: Record<string, string>,
  ): Promise<void> => {
    const begun = performance.now();
    const response = await fetch(`${url}${path}`, { headers }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    took[kind].push(performance.now() - begun);
    // A page that is still computing is no answer yet.
    if (response?.status !== 200 || text === undefined || text.includes('/simulation/status'))
      errors[kind] += 1;
  };

  const person = async (number: number): Promise<void> => {
    const random = randomFrom(number + 1);
    const think = (): Promise<void> => wait(thinkSeconds * 1000 * (0.5 + random()));
    const query = new URLSearchParams([['shown', shown], ...fields]);
    await wait(thinkSeconds * 1000 * random());
    for (let step = number; performance.now() < ends; step += 1) {
      if (step % 3 === 0) {
        const [name] = fields[Math.floor(random() * fields.length)]!;
        query.set(name, String(50 + Math.floor(random() * 20_000) / 100).replace('.', ','));
        await ask('price', `/data/${id}/simulation?${query}`, {
          'hx-request': 'true',
          'hx-request-type': 'partial',
          'x-layout': 'wide',
        });
      } else {
        const page = PAGES[Math.floor(random() * PAGES.length)]!;
        await ask('page', `/data/${id}${page}`, {});
      }
      await think();
    }
  };
  await Promise.all(Array.from({ length: users }, (_, number) => person(number)));
  const summary = (kind: 'price' | 'page'): Measured => {
    const sorted = took[kind].slice().sort((a, b) => a - b);
    return {
      requests: sorted.length,
      errors: errors[kind],
      medianMs: quantileType7(sorted, 0.5),
      p95Ms: quantileType7(sorted, 0.95),
      mostMs: sorted.at(-1) ?? Number.NaN,
    };
  };
  return { price: summary('price'), page: summary('page') };
}
