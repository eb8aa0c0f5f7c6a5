/** The workbook that reckons, recalculated by another spreadsheet engine. */

import fc from 'fast-check';
import { HyperFormula } from 'hyperformula';
import { describe, expect, it } from 'vitest';
import {
  type Contract,
  DEFAULT_SIMULATION_OPTIONS,
  type FormulaSheet,
  prepareSimulation,
  type ResolvedScenario,
  type SimulationLedger,
  simulate,
  simulationLedger,
  simulationWorkbook,
  xlsxOf,
} from '../../src/index.ts';
import { anyRecord, anyScenario } from '../simulate/arbitrary.ts';
import { CONTRACT_CASES } from '../simulate/contract-cases.ts';
import { type CaseRecord, inputOf, scenarioOf } from '../simulate/make-input.ts';

/** Sheets as an engine reads them. */
function opened(sheets: readonly FormulaSheet[]): HyperFormula {
  const named = sheets.map(({ name, rows }) => [
    name,
    rows.map((row) => row.map((cell) => (typeof cell === 'object' && cell !== null ? cell.formula : cell))),
  ]);
  return HyperFormula.buildFromSheets(Object.fromEntries(named), { licenseKey: 'gpl-v3' });
}

/** Euros beside a label on the sheet of results. */
function resultOf(engine: HyperFormula, label: string): number {
  const sheet = engine.getSheetId('Live - result')!;
  const row = engine.getSheetValues(sheet).findLast(([first]) => first === label);
  if (typeof row?.[1] !== 'number') throw new Error(`${label}: ${JSON.stringify(row)}`);
  return row[1];
}

describe('contract formulas', () => {
  for (const { description, contract, gross, care = {}, net } of CONTRACT_CASES) {
    it(description, () => {
      const row = {
        cluster: 'ZT01',
        unit: 'episode',
        setting: '',
        payer: '',
        amountCents: gross,
        status: '',
        source: '',
      } as const;
      const { insideCutOffs = { patients: 1, production: 1 }, ...measures } = care;
      const ledger: SimulationLedger = {
        prices: [row],
        lines: [{ row: 0, cluster: 'ZT01', quantity: 1, volumeFactor: 1, indexFactor: 1, part: 0 }],
        parts: [{ contracts: [0], episodes: 1 }],
        contracts: [
          {
            contract,
            patients: 0,
            episodes: 0,
            bedDays: 0,
            costCents: 0,
            ...measures,
            insidePatients: insideCutOffs.patients,
            insideProduction: insideCutOffs.production,
          },
        ],
        baselineCents: 0,
        scenarioCents: net,
      };
      const paid = resultOf(opened(simulationWorkbook(ledger, 'en')), 'Scenario (€)');
      expect(paid * 100).toBeCloseTo(net, 9);
    });
  }
});

describe('a workbook', () => {
  const contracts: fc.Arbitrary<Contract[]> = fc.subarray<Contract>([
    { payer: '*', form: 'revenue-cap', agreedCents: 100_000, bridgingShare: 0.3 },
    { payer: 'VZ1', form: 'dynamic-cap-down', agreedCents: 90_000, meanPerPatientCents: 20_000 },
    { payer: 'VZ1', form: 'lump-sum', agreedCents: 50_000, scope: { setting: 'klinisch' } },
    { payer: 'groep', form: 'mean-per-patient', meanPerPatientCents: 9000, trimCents: [0, 30_000] },
    { payer: 'groep', form: 'stay-limit', agreedDays: 1, meanDayPriceCents: 40_000, year: 2024 },
  ]);

  it('gives the totals of the run, and follows a price that is changed', () => {
    const records = fc.array(anyRecord, { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(records, anyScenario, anyScenario, contracts, (rows, a, baseline, all) => {
        const scenario: ResolvedScenario = { ...a, baseline, contracts: all };
        const prepared = prepareSimulation(inputOf(rows, scenario));
        const engine = opened(simulationWorkbook(simulationLedger(prepared), 'en'));
        const expectTotals = (amountsCents: ReadonlyMap<number, number>): void => {
          const options = { ...DEFAULT_SIMULATION_OPTIONS, draws: 100 };
          const { total } = simulate(prepared, options, { amountsCents });
          const off = (label: string, cents: number) => Math.abs(resultOf(engine, label) * 100 - cents);
          expect(off('Scenario (€)', total.scenarioCents)).toBeLessThanOrEqual(0.51);
          expect(off('Baseline (€)', total.baselineCents)).toBeLessThanOrEqual(0.51);
          expect(off('Difference (€)', total.differenceCents)).toBeLessThanOrEqual(1.01);
        };
        expectTotals(new Map());
        // What a trimmed mean leaves out is a matter of patients: the sheet keeps it as it was.
        if (all.some(({ form }) => form === 'mean-per-patient')) return;
        engine.setCellContents({ sheet: engine.getSheetId('Live - prices')!, row: 1, col: 7 }, 123.45);
        expectTotals(new Map([[0, 12_345]]));
      }),
      { numRuns: 60 },
    );
  });

  it('follows a contract term that is changed', () => {
    const rows: CaseRecord[] = [
      {
        patient: 'p',
        chosen: 'ZT01',
        payer: 'VZ1',
        current_revenue: 1,
        start: '2025-01-01',
        end: '2025-01-02',
      },
    ];
    const cap: Contract = { payer: '*', form: 'revenue-cap', agreedCents: 5000 };
    const scenario = scenarioOf({ list: 'ZT01 episode 80\nZT02 episode 1', contracts: [cap] });
    const engine = opened(
      simulationWorkbook(simulationLedger(prepareSimulation(inputOf(rows, scenario))), 'en'),
    );
    expect(resultOf(engine, 'Scenario (€)')).toBe(50);
    // Header, two prices, a blank row, the header of terms.
    engine.setCellContents({ sheet: 0, row: 5, col: 7 }, 60);
    expect(resultOf(engine, 'Scenario (€)')).toBe(60);
  });

  it('writes the same bytes each time', async () => {
    const sheets: FormulaSheet[] = [
      { name: 'a', rows: [['x', 1, null, { formula: '=B1*2', kind: 'cents' }]] },
    ];
    expect(await xlsxOf([], sheets)).toEqual(await xlsxOf([], sheets));
  });
});
