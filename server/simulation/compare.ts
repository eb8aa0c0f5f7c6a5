/** Scenarios side by side over one data set, each against its own baseline. */

import {
  DEFAULT_SIMULATION_OPTIONS,
  makeMeta,
  Refusal,
  type ReportTable,
  type ResolvedScenario,
  type SimulationBeside,
  type SimulationOutcome,
  type SimulationResult,
  type Status,
  simulateTables,
} from '../../src/index.ts';
import { shippedText } from '../../views/text/shipped.ts';
import type { View } from '../../views/view.ts';
import { sentences } from '../respond.tsx';
import { openScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { runSimulation } from '../simulation-run.ts';
import type { Loaded } from '../workspace.ts';
import { type Choice, effective } from './choice.ts';

/** What stands in the address for the scenario at hand with its changed prices. */
export const NOW = 'now';
export const MOST_BESIDE = 5;

export interface Compared {
  readonly result: SimulationResult | undefined;
  readonly stamps: readonly Status[];
  /** Titles with the reason why they could not be computed. */
  readonly failed: readonly { readonly title: string; readonly reason: string }[];
  /** Whether the baselines are not one and the same. */
  readonly different: boolean;
}

interface Done {
  readonly scenario: ResolvedScenario;
  readonly outcome: SimulationOutcome;
  readonly stamps: readonly Status[];
}

/** @param keys ids of scenarios, or `now` */
export async function compare(
  services: Services,
  loaded: Loaded,
  view: View,
  choice: Choice,
  keys: readonly string[],
): Promise<Compared> {
  const done: Done[] = [];
  const failed: { title: string; reason: string }[] = [];
  for (const key of keys.slice(0, MOST_BESIDE)) {
    try {
      const scenario =
        key === NOW ? effective(choice, view) : (await openScenario(services.home, key)).scenario;
      const run = await runSimulation(services.simulator, loaded, scenario, {
        typing: scenario.typing,
        target: choice.state.target,
        amounts: new Map(),
        lang: view.lang,
      });
      done.push({ scenario, ...run });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const title = choice.scenarios.find(({ id }) => id === key)?.title ?? key;
      failed.push({ title, reason: sentences(error.issues, view.lang).join(' ') });
    }
  }
  const baselines = new Set(done.map(({ scenario }) => baselineOf(scenario, view).id));
  return {
    result: resultOf(loaded, done, view),
    stamps: [...new Set(done.flatMap(({ stamps }) => stamps))].sort(),
    failed,
    different: baselines.size > 1,
  };
}

function baselineOf({ baseline }: ResolvedScenario, view: View): { id: string; title: string } {
  return baseline === 'current'
    ? { id: 'current', title: view.t.scenarios.baselineCurrent }
    : { id: baseline.id, title: shippedText(baseline.title, view.lang) };
}

function besideOf({ scenario, outcome }: Done, view: View): SimulationBeside {
  return {
    scenario: { id: scenario.id, title: shippedText(scenario.title, view.lang) },
    baseline: baselineOf(scenario, view),
    episodes: outcome.population.episodes,
    total: outcome.total,
    byCluster: outcome.byCluster,
  };
}

function resultOf(
  { dataSet }: Loaded,
  [first, ...others]: readonly Done[],
  view: View,
): SimulationResult | undefined {
  if (first === undefined) return undefined;
  const statuses = [first, ...others].flatMap(({ stamps }) => stamps);
  return {
    meta: makeMeta({
      command: 'simulate',
      inputs: [],
      seed: DEFAULT_SIMULATION_OPTIONS.seed,
      options: {},
      statuses,
    }),
    rows: dataSet.rows,
    issues: [],
    scenario: { id: first.scenario.id, title: shippedText(first.scenario.title, view.lang) },
    baseline: baselineOf(first.scenario, view),
    ...first.outcome,
    beside: others.map((each) => besideOf(each, view)),
  };
}

/** The table of totals as the command line has it, and the differences per cluster in columns. */
export function besideTables(result: SimulationResult, view: View): ReportTable[] {
  const { lang } = view;
  const totals = simulateTables(result, lang).filter(({ id }) => id === 'beside');
  return [...totals, clustersBeside(result, view)];
}

function clustersBeside(result: SimulationResult, view: View): ReportTable {
  const words = view.t.scenarios;
  const all = [result, ...(result.beside ?? [])];
  const clusters = [...new Set(all.flatMap(({ byCluster }) => byCluster.map(({ cluster }) => cluster)))];
  return {
    id: 'clusters-beside',
    title: words.compareClusters,
    columns: [
      { key: 'cluster', label: words.cluster, kind: 'text' },
      ...all.map(({ scenario }, at) => ({
        key: `scenario${at + 1}`,
        label: scenario.title,
        kind: 'cents' as const,
      })),
    ],
    rows: clusters.map((cluster) => [
      cluster,
      ...all.map(
        ({ byCluster }) => byCluster.find((row) => row.cluster === cluster)?.differenceCents ?? null,
      ),
    ]),
  };
}
