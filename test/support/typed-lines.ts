/** Answers for a command that asks: lines as if piped in, or as if a person typed them. */

import type { TypedAnswers } from '../../src/cli/typed-answers.ts';

export function typedLines(lines: readonly string[], isTerminal: boolean): () => TypedAnswers {
  return () => {
    const rest = [...lines];
    return { isTerminal, next: async () => rest.shift(), close: () => {} };
  };
}
