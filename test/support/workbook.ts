/**
 * Workbooks made tag by tag, so that a test can hold what people's Excel files hold: dates under a
 * style, numbers stored as text, shared and inline texts, hidden sheets, rows out of place.
 */

import { strToU8, zipSync } from 'fflate';

/** A number, a text, a date by its Excel day number, or a cell as XML. */
export type SheetCell = number | string | { readonly date: number } | { readonly xml: string };

export interface SheetParts {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly hidden?: true;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}

function sheetXml(rows: SheetParts['rows'], shared: string[]): string {
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      const place = `r="${letters(column)}${at + 1}"`;
      if (cell === '') return '';
      if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
      if (typeof cell === 'string') return `<c ${place} t="s"><v>${shared.push(cell) - 1}</v></c>`;
      return 'date' in cell ? `<c ${place} s="1"><v>${cell.date}</v></c>` : cell.xml;
    });
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

export function workbookOf(
  sheets: readonly SheetParts[],
  options: { from1904?: true; stored?: true } = {},
): Buffer {
  const shared: string[] = [];
  const parts: Record<string, string> = {};
  for (const [at, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet.rows, shared);
  }
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  parts['_rels/.rels'] =
    `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`;
  const list = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="s${at + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  );
  const properties = options.from1904 ? '<workbookPr date1904="1"/>' : '';
  parts['xl/workbook.xml'] = `<workbook>${properties}<sheets>${list.join('')}</sheets></workbook>`;
  const targets = sheets.map((_, at) =>
    relation(`s${at + 1}`, 'worksheet', `/xl/worksheets/sheet${at + 1}.xml`),
  );
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships>${targets.join('')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`;
  parts['xl/styles.xml'] =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>';
  const texts = shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  parts['xl/sharedStrings.xml'] = `<sst>${texts.join('')}</sst>`;
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
      mtime: new Date(2024, 0, 1),
      level: options.stored ? 0 : 6,
    }),
  );
}
