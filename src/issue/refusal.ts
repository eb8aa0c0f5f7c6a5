/** The one exception of the library: an input or a request that is refused, with its findings. */

import type { Issue } from '../model/issue.ts';

/**
 * Thrown where work cannot go on. `exit` is the command line's status:
 * 1 = the input is refused, 2 = the command was used wrongly, 3 = the machine failed.
 */
export class Refusal extends Error {
  readonly issues: readonly Issue[];
  readonly exit: 1 | 2 | 3;

  constructor(issues: readonly Issue[], exit: 1 | 2 | 3 = 1) {
    super(issues.map((issue) => issue.code).join(', '));
    this.name = 'Refusal';
    this.issues = issues;
    this.exit = exit;
  }
}

/** Shorthand for a refusal with one finding. */
export function refuse(code: string, params: Issue['params'] = {}, exit: 1 | 2 | 3 = 1): Refusal {
  return new Refusal([{ code, severity: 'error', params }], exit);
}
