/**
 * From names to a scenario with its price list and baselines loaded. A name without dot or slash is
 * the id of a file in the home folder or of one shipped in data/; otherwise it is a path counted
 * from the file (or folder) that names it.
 */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Checked, Issue } from '../model/issue.ts';
import type { InputMeta } from '../model/meta.ts';
import type { PriceList, PriceRow } from '../model/price-list.ts';
import type { PriceOverride, ResolvedScenario, Scenario } from '../model/scenario.ts';
import type { TariffBands } from '../model/tariff-bands.ts';
import { TextStream } from './decode.ts';
import { clusterKey } from './price-conflicts.ts';
import { parsePriceList } from './price-list.ts';
import { parseScenario } from './scenario.ts';
import { stackScenarios } from './stack-scenarios.ts';
import { parseTariffBands } from './tariff-bands.ts';

export interface ScenarioPlaces {
  /** Folder that relative paths count from. */
  readonly folder: string;
  /** Folders with `prices/` and `scenarios/`, searched in order for ids: home folder, then data/. */
  readonly stores: readonly string[];
}

export interface ResolvedStack {
  readonly scenario: ResolvedScenario;
  /** Scenario files and price lists read, for `meta.inputs`. */
  readonly inputs: readonly InputMeta[];
}

interface Found {
  readonly path: string;
  readonly sha256: string;
  readonly text: string;
}

const KINDS = {
  scenario: { folder: 'scenarios', extension: '.json', missing: 'scenario-not-found' },
  prices: { folder: 'prices', extension: '.csv', missing: 'price-list-not-found' },
  tariffs: { folder: 'tariffs', extension: '.csv', missing: 'price-list-not-found' },
} as const;
type Kind = keyof typeof KINDS;

/** Loads tariffs by minutes by id or path; undefined when there is no such file, or it is no such table. */
export async function loadTariffBands(
  name: string,
  places: ScenarioPlaces,
): Promise<Checked<TariffBands> | undefined> {
  const found = await new Loader(places).find('tariffs', name, places.folder);
  return found && parseTariffBands(found.text, basename(found.path).replace(/\.[^.]*$/, ''));
}

/** Loads scenarios laid over each other in the order named; conflicts come back as warnings. */
export async function resolveScenario(
  names: readonly string[],
  places: ScenarioPlaces,
): Promise<Checked<ResolvedStack>> {
  const loader = new Loader(places);
  const scenario = await loader.stack(names, places.folder, []);
  if (scenario === undefined || loader.issues.some(({ severity }) => severity === 'error')) {
    return { issues: loader.issues };
  }
  return { value: { scenario, inputs: loader.inputs }, issues: loader.issues };
}

/** Loads a price list by id or path; see `parsePriceList` for conflicts. */
export async function loadPriceList(
  name: string,
  places: ScenarioPlaces,
  conflicts: 'refuse' | 'tell' = 'refuse',
): Promise<Checked<PriceList>> {
  const loader = new Loader(places);
  const value = await loader.priceList(name, places.folder, conflicts);
  return value === undefined ? { issues: loader.issues } : { value, issues: loader.issues };
}

class Loader {
  readonly issues: Issue[] = [];
  readonly inputs: InputMeta[] = [];
  readonly #places: ScenarioPlaces;

  constructor(places: ScenarioPlaces) {
    this.#places = places;
  }

  /** @param above paths of the scenarios whose baseline this is */
  async stack(
    names: readonly string[],
    folder: string,
    above: readonly string[],
  ): Promise<ResolvedScenario | undefined> {
    const parts: { scenario: Scenario; path: string }[] = [];
    for (const name of names) {
      const found = await this.find('scenario', name, folder);
      if (found === undefined) continue;
      if (above.includes(found.path)) {
        this.#error('scenario-circle', { name: basename(found.path) });
        return undefined;
      }
      const { value, issues } = parseScenario(found.text, basename(found.path));
      this.issues.push(...issues);
      if (value === undefined) continue;
      this.#input(found, 1);
      parts.push({ scenario: value, path: found.path });
    }
    if (parts.length < names.length || parts.length === 0) return undefined;
    const { scenario, conflicts } = stackScenarios(parts.map((part) => part.scenario));
    this.issues.push(...conflicts);
    // A name counts from the file that says it: the last one that does.
    const lists = parts.findLast((part) => part.scenario.prices?.list !== undefined);
    const baselines = parts.findLast((part) => part.scenario.baseline !== undefined);
    if (lists === undefined) {
      this.#error('scenario-missing-key', { key: 'list', where: 'prices' });
      return undefined;
    }
    const list = await this.priceList(scenario.prices!.list!, dirname(lists.path));
    // Only the file that names the baseline can close a circle: what lies under it may be that baseline.
    const baseline =
      baselines === undefined || scenario.baseline === 'current'
        ? 'current'
        : await this.stack([scenario.baseline!], dirname(baselines.path), [...above, baselines.path]);
    if (list === undefined || baseline === undefined) return undefined;
    const resolved = complete(scenario, list, baseline);
    this.issues.push(...idleOverrides(resolved));
    return resolved;
  }

  async priceList(
    name: string,
    folder: string,
    conflicts: 'refuse' | 'tell' = 'refuse',
  ): Promise<PriceList | undefined> {
    const found = await this.find('prices', name, folder);
    if (found === undefined) return undefined;
    const { value, issues } = parsePriceList(
      found.text,
      basename(found.path).replace(/\.[^.]*$/, ''),
      conflicts,
    );
    this.issues.push(...issues);
    if (value === undefined) return undefined;
    this.#input(found, value.rows.length);
    // Of the file as it lies there, so that anyone can check it.
    return { ...value, sha256: found.sha256 };
  }

  async find(kind: Kind, name: string, folder: string): Promise<Found | undefined> {
    const { folder: store, extension, missing } = KINDS[kind];
    const isId = !/[./\\]/.test(name);
    const candidates = isId
      ? this.#places.stores.map((place) => join(place, store, name + extension))
      : [resolve(folder, name)];
    for (const path of candidates) {
      const bytes = await readFile(path).catch(() => undefined);
      if (bytes === undefined) continue;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { path, sha256, text: textOfBytes(bytes) };
    }
    this.#error(missing, { name: basename(name), known: (await this.#known(kind)).join(', ') || '-' });
    return undefined;
  }

  /** The ids in reach. */
  async #known(kind: Kind): Promise<string[]> {
    const { folder, extension } = KINDS[kind];
    const files = await Promise.all(
      this.#places.stores.map((place) => readdir(join(place, folder)).catch(() => [])),
    );
    const ids = files.flat().filter((file) => file.endsWith(extension) && !file.startsWith('.'));
    return [...new Set(ids.map((file) => file.slice(0, -extension.length)))].sort();
  }

  #input({ path, sha256 }: Found, rows: number): void {
    const name = basename(path);
    if (!this.inputs.some((known) => known.name === name && known.sha256 === sha256)) {
      this.inputs.push({ name, rows, sha256 });
    }
  }

  #error(code: string, params: Readonly<Record<string, string>>): void {
    this.issues.push({ code, severity: 'error', params });
  }
}

/** As a case file is read: a list saved by an older Excel is Windows-1252. */
function textOfBytes(bytes: Uint8Array): string {
  const stream = new TextStream(bytes);
  return stream.push(bytes) + stream.end();
}

function complete(
  scenario: Scenario,
  list: PriceList,
  baseline: 'current' | ResolvedScenario,
): ResolvedScenario {
  return {
    id: scenario.id,
    title: scenario.title ?? scenario.id,
    baseline,
    typing: scenario.typing ?? 'chosen',
    valuationDate: scenario.valuationDate,
    period: scenario.period,
    prices: { list, overrides: scenario.prices?.overrides ?? [] },
    index: scenario.index ?? [],
    volume: scenario.volume ?? [],
    payerGroups: scenario.payerGroups ?? {},
    contracts: scenario.contracts ?? [],
    ...(scenario.years === undefined ? {} : { years: scenario.years }),
    ...(scenario.behaviour === undefined ? {} : { behaviour: scenario.behaviour }),
    assumptions: scenario.assumptions ?? [],
  };
}

/** An override that touches no row does nothing: nearly always a misspelt code. */
function idleOverrides({ prices, payerGroups }: ResolvedScenario): Issue[] {
  const touches = (override: PriceOverride, row: PriceRow): boolean =>
    (override.cluster === undefined || clusterKey(override.cluster) === clusterKey(row.cluster)) &&
    (override.unit === undefined || override.unit === row.unit) &&
    (override.setting === undefined || row.setting === '' || override.setting === row.setting) &&
    (override.payer === undefined ||
      row.payer === '' ||
      override.payer === row.payer ||
      payerGroups[override.payer]?.includes(row.payer) === true) &&
    (override.from ?? Number.NEGATIVE_INFINITY) <= (row.until ?? Number.POSITIVE_INFINITY) &&
    (override.until ?? Number.POSITIVE_INFINITY) >= (row.from ?? Number.NEGATIVE_INFINITY);
  return prices.overrides.flatMap((override, i): Issue[] =>
    prices.list.rows.some((row) => touches(override, row))
      ? []
      : [
          {
            code: 'scenario-override-idle',
            severity: 'error',
            params: { where: `prices.overrides[${i}]`, list: prices.list.id },
          },
        ],
  );
}
