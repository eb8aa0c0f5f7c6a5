/** The official workbook as people may have it: every variant gives the same rules, or says what is wrong. */

import { describe, expect, it } from 'vitest';
import {
  bytesSource,
  importRuleFiles,
  Refusal,
  type RuleFileKind,
  readRuleFile,
  readRuleFiles,
  readSchemeDefaults,
  sentence,
} from '../../src/index.ts';
import { officialTables } from '../support/official-tables.ts';
import {
  officialSheets,
  officialWorkbook,
  rowsOf,
  TABS,
  type WorkbookSheets,
} from '../support/official-workbook.ts';
import { type SheetCell, workbookOf } from '../support/workbook.ts';

const scheme = await readSchemeDefaults();
const tables = officialTables();
const sheets = officialSheets();
const OPTIONS = { id: 'random', status: 'local', source: 'random numbers' } as const;

async function importFiles(files: Partial<Record<RuleFileKind, string | Uint8Array>>) {
  const open = Object.fromEntries(
    Object.entries(files).map(([kind, content]) => [
      kind,
      () => bytesSource(`${kind}.xlsx`, Buffer.from(content)),
    ]),
  );
  const { value, issues } = await readRuleFiles(open);
  return value === undefined ? { issues, mapping: [] } : importRuleFiles(value, scheme, OPTIONS);
}

const importSheets = (changed: WorkbookSheets, hidden?: readonly string[]) =>
  importFiles({ workbook: officialWorkbook(changed, hidden), redRules: tables.redRules });

const reference = (
  await importFiles({
    coefficients: tables.coefficients,
    constants: tables.constants,
    redRules: tables.redRules,
  })
).value!;

/** The sheets with one changed, and perhaps renamed. */
function change(
  tab: string,
  rows: (rows: readonly (readonly SheetCell[])[]) => SheetCell[][],
  name = tab,
): WorkbookSheets {
  return Object.fromEntries(
    Object.entries(sheets).map(([key, all]) => (key === tab ? [name, rows(all)] : [key, all])),
  );
}

const copy = (rows: readonly (readonly SheetCell[])[]) => rows.map((row) => [...row]);
const header = (names: string[]) => (rows: readonly (readonly SheetCell[])[]) => [
  names,
  ...copy(rows.slice(1)),
];
const columns = (order: readonly number[]) => (rows: readonly (readonly SheetCell[])[]) =>
  rows.map((row) => order.map((at) => row[at]!));

describe('workbooks that mean the same give the checksum of the CSV tables', () => {
  const same: Record<string, WorkbookSheets> = {
    'as it is known to be': sheets,
    'columns in another order': change(TABS.coefficients, columns([4, 3, 0, 2, 1])),
    'headers with capitals, accents and spaces': change(
      TABS.coefficients,
      header(['HoNOS vraag code', 'Ernst', 'Antwoordcode', 'Zorgvraagtype (ZVT)', 'Coëfficiënt']),
    ),
    'the accent as two signs, tabs too': change(
      TABS.coefficients,
      header(['vraag', 'ernst', 'antwoord', 'zorgvraagtype', 'coe\u0308fficie\u0308nt']),
      'zvt COE\u0308FFICIE\u0308NT ',
    ),
    'every number as text with a decimal comma': change(TABS.coefficients, () => rowsOf(tables.coefficients)),
    'some numbers real, others text with a comma': change(TABS.coefficients, (rows) => {
      const texts = rowsOf(tables.coefficients);
      return rows.map((row, at) => (at % 3 === 0 ? [...texts[at]!] : [...row]));
    }),
    'texts with a decimal point': change(TABS.constants, (rows) => rows.map((row) => row.map(String))),
    'question and severity only in the answer code': change(TABS.coefficients, columns([2, 3, 4])),
    'answer codes as HA01': change(TABS.coefficients, (rows) =>
      columns([2, 3, 4])(rows).map(([answer, ...rest], at) =>
        at === 0 ? [answer!, ...rest] : [`HA${String(answer).padStart(2, '0')}`, ...rest],
      ),
    ),
    'a title, a date and a blank line above, a remark below': change(TABS.constants, (rows) => [
      ['Codelijsten Zorgvraagtypering'],
      ['Versie', 'willekeurig 1'],
      [],
      ...copy(rows),
      [],
      ['Bron: door een script verzonnen'],
    ]),
    'types written twice, as code and as number': change(TABS.constants, (rows) =>
      rows.map((row, at) => [at === 0 ? 'zvt nummer' : Number(String(row[0]).slice(2)), ...row]),
    ),
    'a column of dates and a description beside': change(TABS.constants, (rows) =>
      rows.map(([code, value], at) =>
        at === 0
          ? [code!, 'zvt_omschrijving', 'ingangsdatum', value!]
          : [code!, 'Zorgvraagtype 3', { date: 45658 }, value!],
      ),
    ),
    'tabs with names that say nothing': Object.fromEntries(
      Object.values(sheets).map((rows, at) => [`Blad${at + 1}`, rows]),
    ),
    'tabs more: a cover, a forensic one, an empty one': {
      Voorblad: [['Codelijsten Zorgvraagtypering'], ['Willekeurige getallen']],
      ...sheets,
      'ZVT coëfficiënt fz': [
        ['zvt_code', 'vraag', 'ernst', 'coefficient'],
        ['FZ01', 'HV01', 0, 1.5],
      ],
      'ZVT constante (leeg)': [],
    },
  };

  it.each(Object.keys(same))('%s', async (name) => {
    const { value, issues } = await importSheets(same[name]!);
    const errors = issues.filter((issue) => issue.severity === 'error');
    expect(errors.map((issue) => sentence(issue, 'en'))).toEqual([]);
    expect(value!.sha256).toBe(reference.sha256);
  });

  it('an older list in a hidden tab does not count', async () => {
    const older = change(TABS.constants, (rows) => copy(rows));
    const { value } = await importSheets({ ...older, 'ZVT constante 2022': sheets[TABS.constants]! }, [
      'ZVT constante 2022',
    ]);
    expect(value!.sha256).toBe(reference.sha256);
  });

  it('a red list as a tab of the workbook, or as a workbook of its own', async () => {
    const red = rowsOf(tables.redRules, [1, 3]);
    const inside = await importFiles({ workbook: officialWorkbook({ ...sheets, 'Rode regels': red }) });
    expect(inside.value!.sha256).toBe(reference.sha256);
    expect(inside.issues.map((issue) => issue.code)).toContain('rules-tab-extra');
    const own = workbookOf([{ name: 'rode lijst', rows: red }]);
    expect((await importFiles({ workbook: officialWorkbook(), redRules: own })).value!.sha256).toBe(
      reference.sha256,
    );
  });

  it('single tables may be workbooks too', async () => {
    const { value } = await importFiles({
      coefficients: officialWorkbook(),
      constants: workbookOf([{ name: 'constante', rows: sheets[TABS.constants]! }]),
      redRules: tables.redRules,
    });
    expect(value!.sha256).toBe(reference.sha256);
  });

  it('without a red list it says so and differs', async () => {
    const { value, issues } = await importFiles({ workbook: officialWorkbook() });
    expect(issues.map((issue) => issue.code)).toContain('rules-no-red-rules');
    expect(value!.sha256).not.toBe(reference.sha256);
  });
});

describe('what the workbook adds', () => {
  it('names of the types, and the mapping of every table', async () => {
    const { value, issues, mapping } = await importSheets(sheets);
    expect(value!.clusters[4]!.name).toEqual({
      nl: 'Willekeurige naam van type 5',
      en: reference.clusters[4]!.name.en,
    });
    expect(issues.map((issue) => issue.code)).toContain('rules-names-taken');
    expect(mapping.map(({ file, table, rows }) => [file, table, rows])).toEqual([
      ['workbook.xlsx [ZVT coëfficiënt]', 'coefficients', 1900],
      ['workbook.xlsx [ZVT constante]', 'constants', 20],
      ['redRules.xlsx', 'redRules', 260],
      ['workbook.xlsx [Zorgvraagtype ggz]', 'types', 20],
    ]);
    expect(mapping[0]!.columns).toContainEqual({ header: 'zvt_coëfficiënt', role: 'coefficient' });
  });

  it('superclusters of the list of types, by code or by name', async () => {
    const names = Object.fromEntries(scheme.superclusters.map(({ code, name }) => [code, name.nl]));
    for (const write of [(code: string) => code.toLowerCase(), (code: string) => names[code]!]) {
      const { value, issues } = await importSheets(
        change(TABS.types, (rows) =>
          rows.map((row, at) => [
            ...row,
            at === 0 ? 'Hoofdgroep' : write(reference.clusters[at - 1]!.supercluster),
          ]),
        ),
      );
      expect(value!.sha256).toBe(reference.sha256);
      expect(issues.map((issue) => issue.code)).not.toContain('rules-cluster-default');
    }
  });

  it('warns of types listed without coefficients, and of types not listed', async () => {
    const { value, issues } = await importSheets(
      change(TABS.types, (rows) => [...copy(rows.slice(0, -1)), ['ZT99', 'Een oud type']]),
    );
    expect(value!.sha256).toBe(reference.sha256);
    const found = issues.filter((issue) => issue.severity === 'warning').map((issue) => issue.code);
    expect(found).toEqual(['rules-types-other', 'rules-types-unlisted']);
  });
});

describe('workbooks that are refused', () => {
  const faults: Record<string, { sheets: WorkbookSheets; codes: string[] }> = {
    'a tab is missing': {
      sheets: Object.fromEntries(Object.entries(sheets).filter(([name]) => name !== TABS.constants)),
      codes: ['rules-tab-absent'],
    },
    'two tabs may be the constants': {
      sheets: { ...sheets, 'ZVT constante nieuw': sheets[TABS.constants]! },
      codes: ['rules-tab-ambiguous'],
    },
    'a rank is no constant, even where no name points at another': {
      sheets: Object.fromEntries(
        Object.entries(sheets).map(([name, rows], at) => [
          name === TABS.constants ? 'Blad9' : `Blad${at}`,
          name === TABS.constants ? rows.map(([code], row) => [code!, row === 0 ? 'volgnummer' : row]) : rows,
        ]),
      ),
      codes: ['rules-tab-absent'],
    },
    'a row twice, a value no number, a severity of 5, an unknown type: all at once': {
      sheets: change(TABS.coefficients, (rows) => {
        const all = copy(rows);
        all.push([...all[1]!]);
        all[2]![4] = 'nvt';
        all[3]![1] = 5;
        all[4]![3] = 'overig';
        return all;
      }),
      codes: [
        'rules-number',
        'rules-severity',
        'rules-code-unknown',
        'rules-coefficient-twice',
        'rules-coefficient-missing',
      ],
    },
    'a row without its value': {
      sheets: change(TABS.constants, (rows) => rows.map((row, at) => (at === 7 ? [row[0]!, ''] : [...row]))),
      codes: ['rules-number'],
    },
    'texts with comma and texts with point in one column': {
      sheets: change(TABS.constants, (rows) =>
        rows.map(([code, value], at) =>
          at === 0 ? [code!, value!] : [code!, at % 2 === 0 ? `${at},5` : `${at}.5`],
        ),
      ),
      codes: ['rules-decimal-mixed'],
    },
    'two columns that may be the coefficient': {
      sheets: change(TABS.coefficients, (rows) =>
        rows.map((row, at) => [...row, at === 0 ? 'coefficient oud' : Number(row[4]) + 1]),
      ),
      codes: ['rules-role-ambiguous'],
    },
    'an answer code that does not exist': {
      sheets: change(TABS.coefficients, (rows) =>
        columns([2, 3, 4])(rows).map((row, at) => (at === 9 ? [96, ...row.slice(1)] : row)),
      ),
      codes: ['rules-code-unknown', 'rules-coefficient-missing'],
    },
  };

  it.each(Object.keys(faults))('%s', async (name) => {
    const { sheets: broken, codes } = faults[name]!;
    const { value, issues } = await importSheets(broken);
    expect(value).toBeUndefined();
    expect(issues.filter((issue) => issue.severity === 'error').map((issue) => issue.code)).toEqual(codes);
    for (const issue of issues) for (const lang of ['nl', 'en'] as const) sentence(issue, lang);
  });

  it('a remark below a table of its own file is left out, and said; in a red list it is a fault', async () => {
    const note = 'Bron: willekeurige getallen;;;;\r\n';
    const { value, issues } = await importFiles({
      coefficients: tables.coefficients + note,
      constants: tables.constants + note,
      redRules: tables.redRules,
    });
    expect(value!.sha256).toBe(reference.sha256);
    expect(issues.filter(({ code }) => code === 'rules-tab-notes')).toHaveLength(2);
    const { coefficients, constants, redRules } = tables;
    const red = await importFiles({ coefficients, constants, redRules: redRules + note });
    expect(red.value).toBeUndefined();
  });

  it('a CSV file as the workbook; files that are neither; all said together', async () => {
    const csv = await importFiles({ workbook: tables.coefficients });
    expect(csv.issues.map((issue) => issue.code)).toContain('rules-no-workbook');
    const broken = await importFiles({ workbook: Buffer.from('PK\u0003\u0004 cut off'), redRules: '' });
    expect(broken.issues.map((issue) => issue.code)).toEqual(['file-damaged', 'rules-table-empty']);
    await expect(readRuleFile(bytesSource('x.xlsx', workbookOf([{ name: 'a', rows: [] }])))).rejects.toThrow(
      Refusal,
    );
  });
});
