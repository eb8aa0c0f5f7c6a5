/**
 * What can be asked of a prepared simulation, by name: the same list serves this thread and the one
 * for large data sets, so where it is computed cannot change the answer.
 */

import {
  type BalanceTerms,
  balanceList,
  currentRevenueCents,
  type Lang,
  type PreparedSimulation,
  type SimulationChanges,
  type SimulationOptions,
  type SolveTerms,
  simulate,
  simulationLedger,
  solveList,
  tornado,
} from '../../src/index.ts';

/** Cents, or what the file says is earned now. */
export type Target = number | 'current';

function cents(prepared: PreparedSimulation, target: Target): number {
  return target === 'current' ? Math.round(currentRevenueCents(prepared)) : target;
}

export const TASKS = {
  outcome: (
    prepared: PreparedSimulation,
    ask: { readonly options: SimulationOptions; readonly changes: SimulationChanges },
  ) => simulate(prepared, ask.options, ask.changes),
  ledger: (prepared: PreparedSimulation) => simulationLedger(prepared),
  tornado: (prepared: PreparedSimulation, ask: { readonly share: number; readonly baselineCents: number }) =>
    tornado(prepared, ask.share, ask.baselineCents),
  balance: (
    prepared: PreparedSimulation,
    ask: { readonly terms: Omit<BalanceTerms, 'budgetCents'>; readonly budget: Target; readonly lang: Lang },
  ) => balanceList(prepared, { ...ask.terms, budgetCents: cents(prepared, ask.budget) }, ask.lang),
  solve: (
    prepared: PreparedSimulation,
    ask: { readonly terms: Omit<SolveTerms, 'targetCents'>; readonly target: Target; readonly lang: Lang },
  ) => solveList(prepared, { ...ask.terms, targetCents: cents(prepared, ask.target) }, ask.lang),
} as const;

export type TaskName = keyof typeof TASKS;
export type TaskAsk<T extends TaskName> = Parameters<(typeof TASKS)[T]>[1];
export type TaskAnswer<T extends TaskName> = ReturnType<(typeof TASKS)[T]>;

/** Does one of them. */
export function perform<T extends TaskName>(
  prepared: PreparedSimulation,
  task: T,
  ask: TaskAsk<T>,
): TaskAnswer<T> {
  // The list pairs each name with its question and answer; a look-up by name keeps that pair.
  const work = TASKS[task] as (prepared: PreparedSimulation, ask: TaskAsk<T>) => TaskAnswer<T>;
  return work(prepared, ask);
}
