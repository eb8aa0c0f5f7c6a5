/**
 * A workbook laid out as the official one is known to be, filled with the random numbers of
 * `officialTables`: it says nothing about any patient, and none of its coefficients is official.
 */

import { officialTables } from './official-tables.ts';
import { type SheetCell, type SheetParts, workbookOf } from './workbook.ts';

export const TABS = {
  types: 'Zorgvraagtype ggz',
  forensic: 'Zorgvraagtype fz',
  questions: 'Honos+-vragen',
  answers: 'Honos+-antwoorden',
  coefficients: 'ZVT coëfficiënt',
  constants: 'ZVT constante',
} as const;

type Rows = readonly (readonly SheetCell[])[];
export type WorkbookSheets = Readonly<Record<string, Rows>>;

const real = (text: string): number => Number(text.replace(',', '.'));

/** The rows of a CSV table; columns named in `numbers` become real numbers, as Excel keeps them. */
export function rowsOf(csv: string, numbers: readonly number[] = []): SheetCell[][] {
  const [header, ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
  return [
    header!,
    ...rows.map((cells) =>
      cells.map((cell, at) => (numbers.includes(at) && cell !== '' ? real(cell) : cell)),
    ),
  ];
}

/** Every tab by its name. */
export function officialSheets(seed?: number): WorkbookSheets {
  const tables = officialTables(seed);
  const codes = [...tables.parsed.constant.keys()];
  const two = (number: number): string => String(number).padStart(2, '0');
  const questions = Array.from({ length: 19 }, (_, at) => `HV${two(at + 1)}`);
  return {
    [TABS.types]: [
      ['zvt_code', 'zvt_omschrijving'],
      ...codes.map((code) => [`ZT${two(code)}`, `Willekeurige naam van type ${code}`]),
    ],
    [TABS.forensic]: [
      ['zvt_code', 'zvt_omschrijving'],
      ['FZ01', 'Forensisch type'],
    ],
    [TABS.questions]: [
      ['honosvraag_code', 'honosvraag_omschrijving'],
      ...questions.map((code) => [code, `Vraag ${code}`]),
    ],
    [TABS.answers]: [
      ['honosvraag_code', 'honosantwoord_code', 'ernst', 'omschrijving'],
      ...questions.flatMap((code, item) =>
        [0, 1, 2, 3, 4].map((severity) => [
          code,
          5 * item + 1 + severity,
          severity,
          'Omschrijving van een ernst',
        ]),
      ),
    ],
    [TABS.coefficients]: rowsOf(tables.coefficients, [1, 2, 4]),
    [TABS.constants]: rowsOf(tables.constants, [1]),
  };
}

export function officialWorkbook(
  sheets: WorkbookSheets = officialSheets(),
  hidden: readonly string[] = [],
): Buffer {
  return workbookOf(
    Object.entries(sheets).map(
      ([name, rows]): SheetParts => ({ name, rows, ...(hidden.includes(name) ? { hidden: true } : {}) }),
    ),
  );
}
