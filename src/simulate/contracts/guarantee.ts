/**
 * Guaranteed revenue (garantieomzet): pay = max(R, g A), with g = 1 unless given; or, agreed as a
 * mean per patient K, pay = N K whatever the production. Source: agreement monitors (form 1I).
 */

import type { Guarantee } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const guarantee: FormRule<Guarantee> = {
  form: 'guarantee',
  order: 50,
  needs: ({ meanPerPatientCents }) => (meanPerPatientCents === undefined ? [] : ['patients']),
  bends: () => true,
  pay({ agreedCents = 0, guaranteeShare = 1, meanPerPatientCents }, { payCents, patients }) {
    if (meanPerPatientCents !== undefined) return patients * meanPerPatientCents;
    return Math.max(payCents, guaranteeShare * agreedCents);
  },
  limitCents: ({ agreedCents, guaranteeShare = 1 }) =>
    agreedCents === undefined ? undefined : guaranteeShare * agreedCents,
};
