/**
 * What can be asked of a prepared simulation, by name: the same list serves this thread and the one
 * for large data sets, so where it is computed cannot change the answer.
 */

import {
  type BalanceTerms,
  balanceList,
  currentRevenueCents,
  explainPayment,
  type Lang,
  type PreparedSimulation,
  paymentCurve,
  prepareSimulation,
  type SimulationChanges,
  type SimulationInput,
  type SimulationOptions,
  type SolveTerms,
  simulate,
  simulateYears,
  simulationLedger,
  solveList,
  tailReport,
  tornado,
} from '../../src/index.ts';

/** A simulation ready to be asked, with the rows it was made from. */
export interface Ready {
  readonly prepared: PreparedSimulation;
  readonly input: SimulationInput;
}

/** @throws Refusal when the file lacks what the scenario needs */
export function makeReady(input: SimulationInput): Ready {
  return { prepared: prepareSimulation(input), input };
}

/** Cents, or what the file says is earned now. */
export type Target = number | 'current';

function cents(prepared: PreparedSimulation, target: Target): number {
  return target === 'current' ? Math.round(currentRevenueCents(prepared)) : target;
}

export const TASKS = {
  outcome: (
    { prepared }: Ready,
    ask: { readonly options: SimulationOptions; readonly changes: SimulationChanges },
  ) => simulate(prepared, ask.options, ask.changes),
  /** The scenario's own years after the first; none where it says nothing of them. */
  years: ({ prepared, input }: Ready, ask: { readonly options: SimulationOptions }) =>
    simulateYears(input, simulate(prepared, ask.options), ask.options),
  /** Who takes part. */
  population: ({ prepared }: Ready, _ask: Record<string, never>) => prepared.population,
  ledger: ({ prepared }: Ready, _ask: Record<string, never>) => simulationLedger(prepared),
  tail: ({ prepared }: Ready, ask: { readonly lang: Lang; readonly changes: SimulationChanges }) =>
    tailReport(prepared, ask.lang, ask.changes),
  tornado: ({ prepared }: Ready, ask: { readonly share: number; readonly baselineCents: number }) =>
    tornado(prepared, ask.share, ask.baselineCents),
  /** One per contract asked for, by position. */
  curves: (
    { prepared }: Ready,
    ask: { readonly contracts: readonly number[]; readonly changes: SimulationChanges },
  ) => ask.contracts.map((contract) => paymentCurve(prepared, contract, {}, ask.changes)),
  payment: ({ prepared }: Ready, ask: { readonly rows: readonly number[]; readonly lang: Lang }) =>
    explainPayment(prepared, ask.rows, ask.lang),
  balance: (
    { prepared }: Ready,
    ask: { readonly terms: Omit<BalanceTerms, 'budgetCents'>; readonly budget: Target; readonly lang: Lang },
  ) => balanceList(prepared, { ...ask.terms, budgetCents: cents(prepared, ask.budget) }, ask.lang),
  solve: (
    { prepared }: Ready,
    ask: { readonly terms: Omit<SolveTerms, 'targetCents'>; readonly target: Target; readonly lang: Lang },
  ) => solveList(prepared, { ...ask.terms, targetCents: cents(prepared, ask.target) }, ask.lang),
} as const;

export type TaskName = keyof typeof TASKS;
export type TaskAsk<T extends TaskName> = Parameters<(typeof TASKS)[T]>[1];
export type TaskAnswer<T extends TaskName> = ReturnType<(typeof TASKS)[T]>;

/** Does one of them. */
export function perform<T extends TaskName>(ready: Ready, task: T, ask: TaskAsk<T>): TaskAnswer<T> {
  // The list pairs each name with its question and answer; a look-up by name keeps that pair.
  const work = TASKS[task] as (ready: Ready, ask: TaskAsk<T>) => TaskAnswer<T>;
  return work(ready, ask);
}
