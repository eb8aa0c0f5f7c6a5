/**
 * Scored rows as plain CSV lines. What stood in the file goes out as it stood, without being cut up and put
 * together again; only a row that needs quotes, or loses a column, is written cell by cell.
 * Invariant: the text is that of `csvRows` over the same cells (kept by a test).
 */

import { csvRows, SCORE_STATUSES } from '../doors/score.ts';
import type { CaseBatch, Cell, DatedScoreColumns } from '../index.ts';

const COMMA = 44;

export interface ScoredLines {
  /** The line of a row as the file has it; undefined where it may not be kept. */
  readonly line: (batch: CaseBatch, row: number) => string | undefined;
  /** All cells of a row, for those lines. */
  readonly cells: (batch: CaseBatch, scores: DatedScoreColumns, row: number) => Cell[];
  /** Codes of the clusters, in the order of the scores. */
  readonly codes: readonly string[];
  readonly probabilities: boolean;
}

/** The rows of a batch, each line ended. */
export function scoredLines(of: ScoredLines, batch: CaseBatch, scores: DatedScoreColumns): string {
  const codes = of.codes.map(quoted);
  const { advised, second, entropy, itemsMissing, status, probabilities } = scores;
  const width = codes.length;
  let text = '';
  for (let row = 0; row < batch.n; row++) {
    const line = of.line(batch, row);
    if (line === undefined || !needsNoQuotes(line)) {
      text += csvRows([of.cells(batch, scores, row)]);
      continue;
    }
    const [first, next, start] = [advised[row]!, second[row]!, row * width];
    text +=
      first < 0
        ? `${line},,,,,,${itemsMissing[row]},${SCORE_STATUSES[status[row]!]}`
        : `${line},${codes[first]},${exact(probabilities[start + first]!)},${
            next < 0 ? ',' : `${codes[next]},${exact(probabilities[start + next]!)}`
          },${exact(entropy[row]!)},${itemsMissing[row]},${SCORE_STATUSES[status[row]!]}`;
    if (of.probabilities) {
      for (let at = start; at < start + width; at++) text += `,${exact(probabilities[at]!)}`;
    }
    text += '\n';
  }
  return text;
}

/** A line without quotes, of which no cell begins or ends with a blank or holds a sign that has to be quoted. */
function needsNoQuotes(line: string): boolean {
  if (line.includes('\r') || line.includes('\uFEFF')) return false;
  const last = line.length - 1;
  for (let at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1)) {
    if (at === 0 || at === last) return false;
    if (line.charCodeAt(at - 1) === COMMA || line.charCodeAt(at + 1) === COMMA) return false;
  }
  return true;
}

function quoted(code: string): string {
  return csvRows([[code]]).slice(0, -1);
}

function exact(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`A table cell holds ${value}`);
  // Without the sign of a zero.
  return String(value === 0 ? 0 : value);
}
