/**
 * The workbook that reckons, opened and recalculated by LibreOffice: the totals must be those of the
 * run, also with prices changed in the sheet. Every contract form takes part. Needs `soffice`.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract } from '../../src/model/contract.ts';
import type { FormulaSheet } from '../../src/model/figure.ts';
import { DEFAULT_SIMULATION_OPTIONS } from '../../src/simulate/input.ts';
import { prepareSimulation } from '../../src/simulate/prepare.ts';
import { simulate } from '../../src/simulate/simulate.ts';
import { simulationLedger } from '../../src/simulate/simulation-ledger.ts';
import { simulationWorkbook } from '../../src/write/workbook/simulation-workbook.ts';
import { xlsxOf } from '../../src/write/xlsx.ts';
import { CONTRACT_CASES } from '../simulate/contract-cases.ts';
import { type CaseRecord, day, inputOf, scenarioOf } from '../simulate/make-input.ts';
import { drawPatient } from '../simulate/population.ts';
import { randomFrom } from '../support/random.ts';
import type { TrialResult } from './trial.ts';

const REMEDY = 'install LibreOffice Calc (Debian: apt-get install libreoffice-calc) so that soffice is found';
const LIST =
  'ZT01 day 8\nZT02 day 11.5\nZT03 episode 1500\nZT10 day 22\nZT10 bed-day 380\nZT02 assessment 90';
/** The price of the first row, in the sheet and in the run. */
const NEW_PRICE = 9.87;

interface Workbook {
  readonly name: string;
  readonly sheets: readonly FormulaSheet[];
  readonly scenarioCents: number;
  readonly baselineCents: number;
}

export async function trial(): Promise<TrialResult> {
  const text = 'workbooks recalculated by LibreOffice: totals that differ from the run by more than a cent';
  if (!installed()) return { text, figure: 'soffice is not installed', limit: REMEDY, verdict: 'fails' };
  const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-trial-'));
  try {
    const books = workbooks();
    for (const { name, sheets } of books) {
      writeFileSync(join(folder, `${name}.xlsx`), await xlsxOf([], sheets));
    }
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const everySheetAsNumbers =
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
    const files = books.map(({ name }) => join(folder, `${name}.xlsx`));
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', everySheetAsNumbers, '--outdir', folder, ...files],
      { stdio: 'ignore', timeout: 600_000 },
    );
    const wrong = books.filter((book) => !agrees(book, folder)).map(({ name }) => name);
    return {
      text,
      figure: `${wrong.length} of ${books.length}${wrong.length === 0 ? '' : ` (${wrong.join(', ')})`}`,
      limit: '0',
      verdict: wrong.length === 0 ? 'holds' : 'fails',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function installed(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function workbooks(): Workbook[] {
  const random = randomFrom(17);
  const records = Array.from({ length: 60 }, (_, i) => drawPatient(`p${i}`, random))
    .flat()
    .map((record): CaseRecord => ({ ...record, cost: record.current_revenue! * 0.9 }));
  const forms = new Map(CONTRACT_CASES.map(({ contract }) => [contract.form, contract]));
  const terms: (readonly Contract[])[] = [[], ...[...forms.values()].map((contract) => [contract])];
  return terms.flatMap((contracts, at) => {
    const index = [{ from: day('2024-07-01'), factor: 1.03 }];
    const scenario = scenarioOf({ list: LIST, typing: 'expected', index, contracts: [...contracts] });
    const prepared = prepareSimulation(inputOf(records, scenario));
    const sheets = simulationWorkbook(simulationLedger(prepared), 'en');
    const name = `${at}-${contracts[0]?.form ?? 'none'}`;
    const run = (amountsCents: ReadonlyMap<number, number>) => {
      const { total } = simulate(prepared, { ...DEFAULT_SIMULATION_OPTIONS, draws: 100 }, { amountsCents });
      return { scenarioCents: total.scenarioCents, baselineCents: total.baselineCents };
    };
    const known = { name, sheets, ...run(new Map()) };
    const terms = contracts[0];
    // What a trimmed mean leaves out is a matter of patients: the sheet keeps it as it was.
    if (terms?.form === 'mean-per-patient' && terms.trimCents !== undefined) return [known];
    return [
      known,
      { name: `${name}-changed`, sheets: changed(sheets), ...run(new Map([[0, NEW_PRICE * 100]])) },
    ];
  });
}

/** The workbook as a user would change it: another price in the first row of the sheet of prices. */
function changed(sheets: readonly FormulaSheet[]): FormulaSheet[] {
  return sheets.map((sheet) =>
    sheet.name === 'Live - prices'
      ? {
          ...sheet,
          rows: sheet.rows.map((row, at) =>
            at === 1 ? row.map((cell, column) => (column === 7 ? NEW_PRICE : cell)) : row,
          ),
        }
      : sheet,
  );
}

function agrees({ name, scenarioCents, baselineCents }: Workbook, folder: string): boolean {
  const file = readdirSync(folder).find((each) => each === `${name}-Live - result.csv`);
  if (file === undefined) return false;
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  const cents = (label: string): number => {
    const line = lines.findLast((each) => each.replaceAll('"', '').startsWith(`${label},`));
    return 100 * Number(line?.replaceAll('"', '').split(',')[1] ?? Number.NaN);
  };
  return (
    Math.abs(cents('Scenario (€)') - scenarioCents) <= 1 &&
    Math.abs(cents('Baseline (€)') - baselineCents) <= 1
  );
}
