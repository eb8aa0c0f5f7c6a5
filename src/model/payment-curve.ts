/** What a contract pays for every level of production: straight pieces between kinks and jumps. */

import type { ContractForm } from './contract.ts';

export interface CurvePoint {
  readonly productionCents: number;
  /** After all contracts that cover this care. Not rounded. */
  readonly payCents: number;
}

export interface CurveKink extends CurvePoint {
  /** Pay per euro just before and just after. */
  readonly slopeBefore: number;
  readonly slopeAfter: number;
  /** What pay jumps by at this point; 0 where it only bends. */
  readonly jumpCents: number;
}

export interface PaymentCurve {
  readonly payer: string;
  readonly form: ContractForm;
  /** `held`: patients, episodes, bed days and cost stay as they are; `grow`: they grow with production. */
  readonly measures: 'held' | 'grow';
  /** Rising production; a jump has two points. Straight between points. */
  readonly points: readonly CurvePoint[];
  readonly kinks: readonly CurveKink[];
  /** Production and pay of this run. */
  readonly here: CurvePoint;
  /** Pay for one more euro where one is, measures as `measures` says. */
  readonly slopeHere: number;
}
