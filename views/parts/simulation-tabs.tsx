/** The parts of the simulation as links that carry the same scenario, baseline and changed prices along. */

import { number } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export type SimulationTab =
  | 'prices'
  | 'detail'
  | 'contract'
  | 'factors'
  | 'years'
  | 'patient'
  | 'search'
  | 'compare'
  | 'scenarios';

export interface SimulationTabsProps {
  readonly view: View;
  /** Data set. */
  readonly id: string;
  readonly query: string;
  readonly tab: SimulationTab;
}

export function simulationAddress(id: string, part: string, query: string): string {
  return `/data/${id}/simulation${part === '' ? '' : `/${part}`}${query === '' ? '' : `?${query}`}`;
}

export function SimulationTabs({ view, id, query, tab }: SimulationTabsProps) {
  const words = view.t.scenarios;
  const tabs: readonly (readonly [SimulationTab, string, string])[] = [
    ['prices', words.tabPrices, simulationAddress(id, '', query)],
    ['detail', view.t.answers.tabDetail, simulationAddress(id, 'detail', query)],
    ['contract', words.tabContract, simulationAddress(id, 'contract', query)],
    ['factors', view.t.factors.tab, simulationAddress(id, 'factors', query)],
    ['years', words.tabYears, simulationAddress(id, 'years', query)],
    // Single cases are for who works with them.
    ...(view.mayEdit
      ? ([['patient', words.tabPatient, simulationAddress(id, 'patient', query)]] as const)
      : []),
    ['search', words.tabSearch, simulationAddress(id, 'search', query)],
    ['compare', words.tabCompare, simulationAddress(id, 'compare', query)],
    ['scenarios', words.tab, `/scenarios?data=${id}`],
  ];
  return (
    <nav class="tabs" aria-label={words.tabs}>
      <ul>
        {tabs.map(([name, label, href]) => (
          <li>
            <a href={href} {...(name === tab ? { 'aria-current': 'page' as const } : {})}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface ScenarioLineProps {
  readonly view: View;
  readonly scenario: string;
  readonly baseline: string;
  readonly edits: number;
}

/** Which scenario a page speaks of, where the page has no choosers of its own. */
export function ScenarioLine({ view, scenario, baseline, edits }: ScenarioLineProps) {
  const words = view.t.scenarios;
  const changed = edits === 1 ? words.changedOne : fill(words.changed, { n: number(edits, view.lang) });
  return (
    <p class="lead">
      <strong>{scenario}</strong>, {fill(words.against, { baseline })}
      {edits === 0 ? '' : `; ${changed}`}
    </p>
  );
}
