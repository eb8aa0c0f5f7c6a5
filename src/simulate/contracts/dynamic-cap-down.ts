/**
 * Ceiling that falls with fewer patients: repay = max(0, R - min(A, K N)), with N distinct patients
 * and K the agreed mean per patient. Source: agreement monitors of Dutch insurers (form 1E-1).
 */

import type { DynamicCapDown } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const dynamicCapDown: FormRule<DynamicCapDown> = {
  form: 'dynamic-cap-down',
  order: 40,
  needs: () => ['patients'],
  bends: () => true,
  pay: ({ agreedCents, meanPerPatientCents }, { payCents, patients }) =>
    Math.min(payCents, agreedCents, meanPerPatientCents * patients),
  limitCents: ({ agreedCents, meanPerPatientCents }, { patients }) =>
    Math.min(agreedCents, meanPerPatientCents * patients),
};
