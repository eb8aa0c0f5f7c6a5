/**
 * Contract forms as spreadsheet formulas: what is paid after the step. The same rules as in
 * src/simulate/contracts, said once more for a spreadsheet; a test recalculates every worked answer.
 */

import type { Contract } from '../../model/contract.ts';

/** Addresses of what a form looks at. Money in euros. */
export interface FormulaFacts {
  /** Pay so far, and production before contracts. */
  readonly pay: string;
  readonly gross: string;
  readonly patients: string;
  readonly episodes: string;
  readonly bedDays: string;
  readonly cost: string;
  readonly insidePatients: string;
  readonly insideProduction: string;
  /** Address of a term of the contract (cents in euros); undefined where it is not given. */
  readonly term: (name: string) => string | undefined;
}

type Given = (name: string, otherwise?: string) => string;
type Of<F extends Contract['form']> = Extract<Contract, { form: F }>;

/** A formula without its equals sign. */
export function contractFormula(contract: Contract, facts: FormulaFacts): string {
  const { pay, patients, term } = facts;
  const given: Given = (name, otherwise = '0') => term(name) ?? otherwise;
  const agreed = given('agreedCents');
  const mean = `${given('meanPerPatientCents')}*${patients}`;
  switch (contract.form) {
    case 'price-times-volume':
      return `${pay}*${given('factor', '1')}`;
    case 'revenue-cap': {
      const above = `MAX(0,${pay}-${agreed})`;
      const share = `${given('bridgingShare')}*${above}`;
      const most = term('bridgingMaxCents');
      return `${pay}-MAX(0,${above}-${most === undefined ? share : `MIN(${share},${most})`})`;
    }
    case 'dynamic-cap-down':
      return `MIN(${pay},${agreed},${mean})`;
    case 'dynamic-cap-up':
      return `MIN(${pay},MAX(${agreed},${mean}))`;
    case 'lump-sum': {
      const corridor = term('corridorShare');
      if (corridor === undefined) return agreed;
      return `${agreed}+MAX(0,${pay}-${agreed}*(1+${corridor}))-MAX(0,${agreed}*(1-${corridor})-${pay})`;
    }
    case 'guarantee':
      return contract.meanPerPatientCents === undefined
        ? `MAX(${pay},${given('guaranteeShare', '1')}*${agreed})`
        : mean;
    case 'mean-per-patient':
      return contract.trimCents === undefined
        ? `${pay}-MAX(0,MIN(${pay}-${given('agreedRevenueCents')},${pay}-${mean}))`
        : `${pay}-MAX(0,${pay}*${facts.insideProduction}-${mean}*${facts.insidePatients})`;
    case 'stay-limit':
      return `${pay}-MAX(0,(${facts.bedDays}-${given('agreedDays')})*${given('meanDayPriceCents')})`;
    case 'transition':
      return `${pay}+${given('share')}*(${given('oldBudgetCents')}-${pay})`;
    case 'macro-clawback': {
      const [frame, sector] = [given('frameCents'), given('sectorRevenueCents')];
      return `IF(${sector}>${frame},${pay}*${frame}/${sector},${pay})`;
    }
    case 'quality-pay':
      return `${pay}*(1-${given('weight')})+${pay}*${given('weight')}*(${qualityScore(contract)})`;
    case 'bundle':
      return bundle(facts, given, term('stopShare'));
    case 'volume-discount':
      return volumeDiscount(contract, pay);
    case 'risk-corridor':
      return riskCorridor(contract, pay, facts.cost, given('targetCents'));
    case 'shared-savings':
      return sharedSavings(contract, facts, given);
  }
}

function qualityScore({ indicators }: Of<'quality-pay'>): string {
  const weights = indicators.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const scores = indicators.map(({ value, threshold, target = threshold, weight = 1, shape = 'linear' }) => {
    if (shape === 'step' || target === threshold) {
      return `${weight}*IF((${value})${target < threshold ? '<=' : '>='}(${threshold}),1,0)`;
    }
    return `${weight}*MIN(1,MAX(0,((${value})-(${threshold}))/((${target})-(${threshold}))))`;
  });
  return `(${scores.join('+')})/${weights}`;
}

function bundle({ pay, episodes, cost }: FormulaFacts, given: Given, stop: string | undefined): string {
  const factors = `${given('trend', '1')}*${given('caseMix', '1')}*(1-${given('discount')})`;
  const target = `${given('baseCents')}*${factors}*${episodes}`;
  const settled = `${target}-${cost}`;
  return stop === undefined
    ? `${pay}+${settled}`
    : `${pay}+MIN(${stop}*${target},MAX(-${stop}*${target},${settled}))`;
}

function volumeDiscount({ mode, bands }: Of<'volume-discount'>, pay: string): string {
  const euros = (cents: number): string => String(cents / 100);
  if (mode === 'retroactive') {
    const factors = bands.reduce(
      (below, { fromCents, factor }) => `IF(${pay}>=${euros(fromCents)},${factor},${below})`,
      '1',
    );
    return `${pay}*${factors}`;
  }
  return bands.reduce((formula, { fromCents, factor }, i) => {
    const next = bands[i + 1];
    const upTo = next === undefined ? pay : `MIN(${pay},${euros(next.fromCents)})`;
    return `${formula}+(${factor}-1)*MAX(0,${upTo}-${euros(fromCents)})`;
  }, pay);
}

function riskCorridor({ bands }: Of<'risk-corridor'>, pay: string, cost: string, target: string): string {
  const origin = (bands[0]?.upTo ?? 0) >= 1 ? 1 : 0;
  const distance = `ABS(${cost}-${target})`;
  let from = '0';
  const settled = bands.map(({ upTo, share }) => {
    const until = upTo === undefined ? undefined : `(${upTo}-${origin})*${target}`;
    const inside = until === undefined ? distance : `MIN(${distance},${until})`;
    const part = `${share}*MAX(0,${inside}-${from})`;
    from = until ?? from;
    return part;
  });
  return `${pay}+SIGN(${cost}-${target})*(${settled.join('+')})`;
}

function sharedSavings(contract: Of<'shared-savings'>, { pay, gross }: FormulaFacts, given: Given): string {
  const { quality, qualityGate, alternativeGate, savingsCap, lossRate, minimumLossRate, lossCap } = contract;
  const benchmark = given('benchmarkCents');
  const full = given('sharingRate');
  const q = given('quality', '1');
  const below = alternativeGate === undefined ? '0' : `IF(${q}>=${given('alternativeGate')},${full}*${q},0)`;
  const rate = qualityGate === undefined ? full : `IF(${q}>=${given('qualityGate')},${full},${below})`;
  const capped = (amount: string, cap: string | undefined): string =>
    cap === undefined ? amount : `MIN(${amount},${cap}*${benchmark})`;
  const between = (amount: string, minimum: string, then: string): string =>
    `IF(AND(${amount}>0,${amount}>=${given(minimum)}*${benchmark}),${then},0)`;
  const saved = `(${benchmark}-${gross})`;
  const shared = capped(`${rate}*${saved}`, savingsCap === undefined ? undefined : given('savingsCap'));
  const savings = `${pay}+${between(saved, 'minimumSavingsRate', shared)}`;
  const twoSided = [quality, lossRate, minimumLossRate, lossCap].some((value) => value !== undefined);
  if (!twoSided) return savings;
  const lost = `(${gross}-${benchmark})`;
  const share = given('lossRate', `MIN(0.75,MAX(0.4,1-0.75*${q}))`);
  const borne = capped(`${share}*${lost}`, lossCap === undefined ? undefined : given('lossCap'));
  return `${savings}-${between(lost, 'minimumLossRate', borne)}`;
}
