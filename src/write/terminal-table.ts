/**
 * A table for the terminal: numbers aligned on the decimal sign, names wrapped, never wider than asked.
 * A table with more columns than fit is cut into blocks that repeat its first column.
 */

import type { ReportTable } from '../model/figure.ts';
import type { Lang } from '../model/text.ts';
import { decimalSign } from '../text/format.ts';
import { formatTable } from '../text/shown-difference.ts';

const GAP = '  ';
const MIN_TEXT_WIDTH = 16;
const REASON_WIDTH = 16;

interface Block {
  readonly label: string;
  readonly numeric: boolean;
  /** Already formatted and, when numeric, padded to line up. */
  readonly cells: readonly string[];
  width: number;
}

/** The table as lines, the last without a newline: title, header, rule, rows. `width` counts characters. */
export function terminalTable(table: ReportTable, lang: Lang, options: { width?: number } = {}): string {
  const width = options.width ?? 100;
  const texts = formatTable(table, lang);
  const blocks = table.columns.map((column, index): Block => {
    const formatted = texts[index]!.map(printable);
    const numeric = column.kind !== 'text';
    const label = printable(column.label);
    const cells = numeric
      ? alignOnSign(
          formatted,
          decimalSign(lang),
          table.rows.map((row) => typeof row[index] === 'number'),
        )
      : formatted;
    // A reason among the numbers wraps; the numbers themselves never do.
    const fixed = numeric ? cells.filter((_, row) => typeof table.rows[row]![index] !== 'string') : cells;
    const reasons = longest(cells) > longest(fixed) ? Math.min(longest(cells), REASON_WIDTH) : 0;
    return { label, numeric, cells, width: Math.max(longest(fixed), reasons, longestWord(label)) };
  });
  const parts = splitToWidth(blocks, width).map((part) => drawBlocks(part, table.rows.length, width));
  return `${printable(table.title)}\n\n${parts.join('\n\n')}`;
}

/** Control characters could rewrite the screen; they have no business in a name. */
function printable(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}

function length(text: string): number {
  return [...text].length;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((max, text) => Math.max(max, length(text)), 0);
}

function longestWord(text: string): number {
  return longest(text.split(' '));
}

/** Pads so that decimal signs stand under each other; text among the numbers is set to the right. */
function alignOnSign(cells: readonly string[], sign: string, isNumber: readonly boolean[]): string[] {
  const fractions = cells.map((cell, row) => {
    const at = isNumber[row] ? cell.lastIndexOf(sign) : -1;
    return at < 0 ? 0 : length(cell) - at;
  });
  const most = Math.max(0, ...fractions);
  return cells.map((cell, row) => (isNumber[row] ? cell + ' '.repeat(most - fractions[row]!) : cell));
}

function totalWidth(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.width, 0) + GAP.length * Math.max(0, blocks.length - 1);
}

function splitToWidth(blocks: readonly Block[], width: number): Block[][] {
  const narrowed = blocks.map((block) => ({ ...block }));
  // The widest text column gives way first: numbers cannot be cut without lying.
  while (totalWidth(narrowed) > width) {
    const widest = narrowed
      .filter((block) => !block.numeric && block.width > MIN_TEXT_WIDTH)
      .reduce<Block | undefined>((a, b) => (a === undefined || b.width > a.width ? b : a), undefined);
    if (widest === undefined) break;
    widest.width -= 1;
  }
  const [first, ...rest] = narrowed;
  if (first === undefined) return [];
  const parts: Block[][] = [[first]];
  for (const block of rest) {
    const current = parts.at(-1)!;
    if (current.length > 1 && totalWidth([...current, block]) > width) parts.push([first, block]);
    else current.push(block);
  }
  return parts;
}

function drawBlocks(blocks: readonly Block[], rows: number, width: number): string {
  spendRoomOnHeaders(blocks, width);
  const lines = [
    ...drawRow(
      blocks,
      blocks.map((block) => block.label),
      'bottom',
    ),
    blocks.map((block) => '─'.repeat(block.width)).join(GAP),
  ];
  for (let row = 0; row < rows; row += 1) {
    lines.push(
      ...drawRow(
        blocks,
        blocks.map((block) => block.cells[row]!),
        'top',
      ),
    );
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** A header on one line reads easier, where there is room. */
function spendRoomOnHeaders(blocks: readonly Block[], width: number): void {
  for (const block of blocks) {
    const wanted = length(block.label) - block.width;
    if (wanted > 0 && totalWidth(blocks) + wanted <= width) block.width += wanted;
  }
}

function drawRow(blocks: readonly Block[], texts: readonly string[], stand: 'top' | 'bottom'): string[] {
  const wrapped = blocks.map((block, index) => wrap(texts[index]!, block.width));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    blocks
      .map((block, index) => {
        const lines = wrapped[index]!;
        const text = lines[stand === 'top' ? line : line - (height - lines.length)] ?? '';
        const space = ' '.repeat(Math.max(0, block.width - length(text)));
        return block.numeric ? space + text : text + space;
      })
      .join(GAP),
  );
}

/** Breaks at spaces, and inside a word only when the word alone is too long. */
function wrap(text: string, width: number): string[] {
  if (length(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (length(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    let rest = [...word];
    while (rest.length > width) {
      lines.push(`${rest.slice(0, width - 1).join('')}-`);
      rest = rest.slice(width - 1);
    }
    line = rest.join('');
  }
  if (line !== '') lines.push(line);
  return lines;
}
