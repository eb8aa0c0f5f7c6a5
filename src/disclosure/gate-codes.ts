/** The sentence that says each reason of the gate. */

import type { GateReason } from '../model/disclosure.ts';

export const GATE_CODES: Readonly<Record<GateReason, string>> = {
  'too-few-patients': 'gate-too-few-patients',
  'small-cell': 'gate-small-cell',
  'dominated-level': 'gate-dominated-level',
  'uniform-level': 'gate-uniform-level',
  overlap: 'gate-overlap',
  'one-level': 'gate-one-level',
  'constant-column': 'gate-constant-column',
  'determined-column': 'gate-determined-column',
  'few-values': 'gate-few-values',
  leverage: 'gate-leverage',
  dominance: 'gate-dominance',
  'small-count': 'gate-small-count',
};
