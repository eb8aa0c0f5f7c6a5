/**
 * A simulation as a workbook that reckons: a sheet with prices and contract terms to change, one with
 * quantities, and one with results that refers to both. Money in euros.
 */

import type { FormulaCell, FormulaSheet } from '../../model/figure.ts';
import type { LedgerContract, SimulationLedger } from '../../model/ledger.ts';
import type { Lang } from '../../model/text.ts';
import { isoFromDay } from '../../table/day.ts';
import { say } from '../../text/say.ts';
import { FORM_WORDS } from '../../text/words/contracts.ts';
import { WORKBOOK_WORDS as W } from '../../text/words/workbook.ts';
import { resultSheet } from './result-sheet.ts';

/** Column of amounts and values on the sheet of prices. */
const VALUES = 'H';

/** Sheets prices, quantities and result, in this order. */
export function simulationWorkbook(ledger: SimulationLedger, lang: Lang): FormulaSheet[] {
  const prices = say(W.prices, lang);
  const quantities = say(W.quantities, lang);
  const first = termRows(ledger);
  const term = (contract: number, name: string): string | undefined => {
    const at = termsOf(ledger.contracts[contract]!).findIndex(([key]) => key === name);
    return at < 0 ? undefined : `'${prices}'!$${VALUES}$${first[contract]! + at}`;
  };
  return [
    { name: prices, rows: pricesSheet(ledger, lang) },
    { name: quantities, rows: quantitiesSheet(ledger, prices, lang) },
    { name: say(W.result, lang), rows: resultSheet(ledger, quantities, term, lang) },
  ];
}

/** Terms of a contract that are one number; amounts in euros. */
function termsOf({ contract }: LedgerContract): [string, number][] {
  return Object.entries(contract).flatMap(([key, value]): [string, number][] =>
    typeof value === 'number' && key !== 'year' ? [[key, key.endsWith('Cents') ? value / 100 : value]] : [],
  );
}

/** First row of each contract's terms on the sheet of prices, 1 = top. */
function termRows({ prices, contracts }: SimulationLedger): number[] {
  let row = prices.length + 4;
  return contracts.map((contract) => {
    const first = row;
    row += termsOf(contract).length;
    return first;
  });
}

function pricesSheet({ prices, contracts }: SimulationLedger, lang: Lang): FormulaCell[][] {
  const day = (value: number | undefined): string => (value === undefined ? '' : isoFromDay(value));
  const heads = [W.row, W.cluster, W.unit, W.setting, W.payer, W.from, W.until, W.amount, W.status, W.source];
  const blanks: FormulaCell[] = [null, null, null, null];
  const terms = contracts.flatMap((each, c) =>
    termsOf(each).map(([key, value]): FormulaCell[] => {
      const form = say(FORM_WORDS[each.contract.form], lang);
      return [c + 1, form, key.replace(/Cents$/, ''), ...blanks, value];
    }),
  );
  return [
    heads.map((head) => say(head, lang)),
    ...prices.map((row, i): FormulaCell[] => {
      const where = [row.cluster, row.unit, row.setting, row.payer, day(row.from), day(row.until)];
      return [i + 1, ...where, row.amountCents / 100, row.status, row.source];
    }),
    [],
    terms.length === 0
      ? []
      : [say(W.contract, lang), say(W.form, lang), say(W.term, lang), ...blanks, say(W.value, lang)],
    ...terms,
  ];
}

function quantitiesSheet({ lines, prices }: SimulationLedger, sheet: string, lang: Lang): FormulaCell[][] {
  const heads = [W.row, W.cluster, W.unit, W.part, W.quantity, W.volume, W.index, W.price, W.production];
  return [
    heads.map((head) => say(head, lang)),
    ...lines.map((line, i): FormulaCell[] => {
      const listed = `='${sheet}'!${VALUES}${line.row + 2}`;
      const factor = line.overrideFactor === undefined ? '' : `*${line.overrideFactor}`;
      const price: FormulaCell =
        line.overrideCents === undefined
          ? { formula: listed + factor, kind: 'price' }
          : line.overrideCents / 100;
      const row = i + 2;
      return [
        line.row + 1,
        line.cluster,
        prices[line.row]!.unit,
        line.part + 1,
        line.quantity,
        line.volumeFactor,
        line.indexFactor,
        price,
        { formula: `=E${row}*F${row}*G${row}*H${row}`, kind: 'cents' },
      ];
    }),
  ];
}
