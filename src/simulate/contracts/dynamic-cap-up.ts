/**
 * Ceiling that grows with more patients: repay = max(0, R - max(A, K N)), with N distinct patients
 * and K the agreed mean per patient. Source: agreement monitors of Dutch insurers (form 1E-2).
 */

import type { DynamicCapUp } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const dynamicCapUp: FormRule<DynamicCapUp> = {
  form: 'dynamic-cap-up',
  order: 40,
  needs: () => ['patients'],
  bends: () => true,
  pay: ({ agreedCents, meanPerPatientCents }, { payCents, patients }) =>
    Math.min(payCents, Math.max(agreedCents, meanPerPatientCents * patients)),
  limitCents: ({ agreedCents, meanPerPatientCents }, { patients }) =>
    Math.max(agreedCents, meanPerPatientCents * patients),
};
