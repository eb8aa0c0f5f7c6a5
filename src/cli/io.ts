/** What a command may touch of the world outside; tests pass their own. */

import type { Lang } from '../index.ts';
import type { TypedAnswers } from './typed-answers.ts';

export interface Io {
  readonly stdout: (text: string) => unknown;
  readonly stderr: (text: string) => unknown;
  /** Whether a person watches stderr: only then a progress line is drawn. */
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is typed or piped in, for a command that asks; absent where nothing can be. */
  readonly answers?: () => TypedAnswers;
}

/** The language asked for, also when the options could not be parsed: Dutch unless `--lang en`. */
export function languageOf(args: readonly string[]): Lang {
  const at = args.indexOf('--lang');
  return args[at + 1] === 'en' && at >= 0 ? 'en' : args.includes('--lang=en') ? 'en' : 'nl';
}

export interface Progress {
  update(rows: number): void;
  done(): void;
}

/** A single line on a terminal that counts rows; silent elsewhere and with `--quiet`. */
export function progressLine(io: Io, quiet: boolean, lang: Lang): Progress {
  if (!io.isTerminal || quiet) return { update() {}, done() {} };
  const words = lang === 'nl' ? 'rijen gelezen' : 'rows read';
  const number = new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB');
  let drawn = false;
  return {
    update(rows) {
      drawn = true;
      io.stderr(`\r${number.format(rows)} ${words}`);
    },
    done() {
      if (drawn) io.stderr('\r\u001b[K');
    },
  };
}
