/** The classes and statuses in the order of their indexes in columns and tables. */

import type { OutcomeClass, ResponseStatus } from '../model/outcomes.ts';

export const OUTCOME_CLASSES = [
  'recovered',
  'improved',
  'unchanged',
  'deteriorated',
  'harmed',
  'not-measured',
] as const satisfies readonly OutcomeClass[];

export const RESPONSE_STATUSES = [
  'completer',
  'dropout',
  'nonStarter',
  'nonResponder',
  'open',
] as const satisfies readonly ResponseStatus[];
