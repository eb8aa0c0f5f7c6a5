/** Answers that are typed or piped in: a line at a time, prompts on stderr only where a person types. */

import { createInterface } from 'node:readline';

/** Where a command gets its answers from. */
export interface TypedAnswers {
  /** Whether a person types: only then something is asked again. */
  readonly isTerminal: boolean;
  /** The next line; undefined at the end of the input, or when the person breaks it off. */
  next(prompt: string): Promise<string | undefined>;
  close(): void;
}

/** Reads lines from a stream; on a terminal with the line editing that people are used to. */
export function typedAnswers(
  input: NodeJS.ReadableStream & { readonly isTTY?: boolean },
  output: NodeJS.WritableStream,
): TypedAnswers {
  const isTerminal = input.isTTY === true;
  const lines = createInterface({
    input,
    ...(isTerminal ? { output } : {}),
    terminal: isTerminal,
    historySize: 0,
  });
  const iterator = lines[Symbol.asyncIterator]();
  return {
    isTerminal,
    async next(prompt) {
      if (isTerminal) {
        lines.setPrompt(prompt);
        lines.prompt();
      }
      const { done, value } = await iterator.next();
      if (done) {
        // The prompt stands without an answer: the outcome starts on a line of its own.
        if (isTerminal) output.write('\n');
        return undefined;
      }
      return value;
    },
    close: () => lines.close(),
  };
}
