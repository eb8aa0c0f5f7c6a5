/**
 * What a workbook says of itself: its sheets, which styles show a date, and the texts that cells
 * share. Layout as in ECMA-376 part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
 */

import { refuse } from '../../issue/refusal.ts';
import { isDateFormat } from './date-format.ts';
import type { Zip } from './open-zip.ts';
import { parseXml } from './xml-events.ts';

export interface Sheet {
  readonly name: string;
  /** Entry in the ZIP file. */
  readonly entry: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Whether a cell of this style shows a date. */
  readonly dateStyles: readonly boolean[];
  readonly sharedTexts: readonly string[];
  /** Days are counted from 1 January 1904 instead of 1900. */
  readonly from1904: boolean;
}

/** More text than any case file of 100,000 rows has; what goes past it is there to fill the memory. */
const MOST_SHARED_CHARACTERS = 1 << 27;

/** @throws Refusal `file-other-format` where the ZIP file is no workbook, `xlsx-too-large` */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const main = await mainPart(zip);
  if (main === undefined) {
    const kind = zip.names.has('mimetype') ? 'OpenDocument (.ods)' : 'ZIP';
    throw refuse('file-other-format', { kind });
  }
  const targets = await relations(zip, main);
  let from1904 = false;
  const sheets: Sheet[] = [];
  await parseXml(zip.text(main), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const target = targets.get(attributes['r:id'] ?? relationId(attributes));
      if (target?.kind !== 'worksheet') return;
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', entry: target.entry, hidden });
    },
  });
  const part = (kind: string): string =>
    [...targets.values()].find((target) => target.kind === kind)?.entry ?? '';
  return {
    sheets,
    from1904,
    dateStyles: await dateStyles(zip, part('styles')),
    sharedTexts: await sharedTexts(zip, part('sharedStrings')),
  };
}

/** The relation's attribute whatever its prefix. */
function relationId(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

interface Target {
  readonly kind: string;
  readonly entry: string;
}

async function mainPart(zip: Zip): Promise<string | undefined> {
  const targets = await relations(zip, '');
  return [...targets.values()].find((target) => target.kind === 'officeDocument')?.entry;
}

/** What a part refers to, by id; the last word of the type is its kind. */
async function relations(zip: Zip, part: string): Promise<Map<string, Target>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const targets = new Map<string, Target>();
  await parseXml(zip.text(`${folder}_rels/${part.slice(slash)}.rels`), {
    open(name, { Id, Type = '', Target = '' }) {
      if (name !== 'Relationship' || Id === undefined) return;
      const entry = Target.startsWith('/') ? Target.slice(1) : joined(folder, Target);
      targets.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), entry });
    },
  });
  return targets;
}

function joined(folder: string, target: string): string {
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

async function dateStyles(zip: Zip, entry: string): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await parseXml(zip.text(entry), {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(isDateFormat(id, formats.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function sharedTexts(zip: Zip, entry: string): Promise<string[]> {
  const texts: string[] = [];
  let characters = 0;
  let text = '';
  let inText = false;
  // Phonetic readings (rPh) are said beside the text, not part of it.
  let beside = 0;
  await parseXml(zip.text(entry), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') beside += 1;
      else if (name === 't') inText = beside === 0;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      characters += piece.length;
      if (characters > MOST_SHARED_CHARACTERS) throw refuse('xlsx-too-large');
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') beside -= 1;
      else if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
