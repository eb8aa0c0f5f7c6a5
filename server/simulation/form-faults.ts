/**
 * What the check of scenario files finds, in words of a form: the label of the field instead of a path in a file, and
 * what may stand there instead of a bound of the schema.
 */

import type { Issue } from '../../src/index.ts';
import { fill } from '../../views/text/fill.ts';
import type { View } from '../../views/view.ts';
import { pageSentence } from '../page-sentences.ts';

export interface FieldWords {
  readonly label: string;
  /** A sentence on what may stand in it. */
  readonly hint?: string;
}

/** @param fieldOf the field of a path such as `years.mixShift[0].share`; undefined = the form has none */
export function formFaults(
  issues: readonly Issue[],
  fieldOf: (path: string) => FieldWords | undefined,
  { t, lang }: Pick<View, 't' | 'lang'>,
): string[] {
  const words = t.answers;
  const said = issues.map((issue) => {
    const { where, key } = issue.params ?? {};
    const field = fieldOf(`${where ?? ''}${key === undefined ? '' : `.${key}`}`);
    if (field === undefined) return pageSentence(issue, lang);
    const { label, hint } = field;
    if (issue.code === 'scenario-missing-key') return fill(words.fieldMissing, { label });
    if (issue.code === 'scenario-bad-value') {
      return [fill(words.fieldWrong, { label }), ...(hint === undefined ? [] : [hint])].join(' ');
    }
    return pageSentence({ ...issue, params: { ...issue.params, where: label } }, lang);
  });
  return [...new Set(said)];
}
