/** Text in a drawing that nobody measures: widths are estimated from the letters, on the safe side. */

/** Shares of the font size, after DejaVu Sans: the widest of the fonts a system falls back on. */
const ADVANCE = { narrow: 0.37, usual: 0.61, capital: 0.75, wide: 0.93, bold: 1.13 } as const;
const NARROW = /[iljtfrI.,:;'’|!()[\]\s·-]/;
const CAPITAL = /\p{Lu}/u;
const WIDE = /[mwMWQOGD@%€—…\p{Extended_Pictographic}]/u;

/** Estimated width in pixels. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let units = 0;
  for (const letter of text) {
    units += advance(letter);
  }
  return units * fontSize * (bold ? ADVANCE.bold : 1);
}

function advance(letter: string): number {
  if (NARROW.test(letter)) return ADVANCE.narrow;
  if (WIDE.test(letter)) return ADVANCE.wide;
  return CAPITAL.test(letter) ? ADVANCE.capital : ADVANCE.usual;
}

/** Breaks text at spaces (never at a no-break space) into lines no wider than `width`; a longer word stands alone. */
export function wrapText(text: string, width: number, fontSize: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n\t]+/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(joined, fontSize, bold) > width) {
      lines.push(line);
      line = word;
    } else line = joined;
  }
  return line === '' ? lines : [...lines, line];
}

/** Shortens a name to fit, with an ellipsis; the table beside the figure holds it whole. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, fontSize) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Room for labels beside an axis: the longest of them, within bounds. */
export function labelRoom(labels: readonly string[], fontSize: number, max: number): number {
  const widest = labels.reduce((room, label) => Math.max(room, textWidth(label, fontSize)), 0);
  return Math.min(Math.ceil(widest), max);
}

export function escapeXml(text: string): string {
  return onlyXmlCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Characters that XML does not know at all, even escaped, become spaces. */
export function onlyXmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ');
}
