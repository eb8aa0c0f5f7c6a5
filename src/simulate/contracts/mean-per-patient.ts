/**
 * Agreed mean per patient: repay = max(0, min(R - A, (R / N - K) N)); what a dynamic ceiling that
 * grows with patients takes back, said per patient. Trimmed: only patients whose revenue lies inside
 * the cut-offs count, repay = max(0, (mean inside - K) x patients inside), without the limit by A; a
 * patient who crosses a cut-off makes it jump. Source: agreement monitors of Dutch insurers (forms 2x, 2N).
 */

import type { MeanPerPatient } from '../../model/contract.ts';
import type { ContractFacts, FormRule } from './form-rule.ts';

export const meanPerPatient: FormRule<MeanPerPatient> = {
  form: 'mean-per-patient',
  order: 30,
  needs: () => ['patients'],
  bends: () => true,
  pay: (contract, facts) => facts.payCents - Math.max(0, excess(contract, facts)),
  limitCents: ({ trimCents, agreedRevenueCents = 0, meanPerPatientCents }, { patients }) =>
    trimCents === undefined ? Math.max(agreedRevenueCents, meanPerPatientCents * patients) : undefined,
};

function excess(
  { agreedRevenueCents = 0, meanPerPatientCents, trimCents }: MeanPerPatient,
  { payCents, patients, insideCutOffs }: ContractFacts,
): number {
  if (trimCents !== undefined) {
    return payCents * insideCutOffs.production - meanPerPatientCents * patients * insideCutOffs.patients;
  }
  return Math.min(payCents - agreedRevenueCents, payCents - meanPerPatientCents * patients);
}
