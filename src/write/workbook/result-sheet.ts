/**
 * The sheet of results: production per cluster, then the contracts. Every contract is a row that takes
 * pay so far of its parts, applies its formula, and spreads what it adds or takes back by production,
 * as the pipeline of src/simulate/contracts does.
 */

import type { FormulaCell } from '../../model/figure.ts';
import type { LedgerContract, SimulationLedger } from '../../model/ledger.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { CONTRACT_WORDS, FORM_WORDS } from '../../text/words/contracts.ts';
import { WORKBOOK_WORDS as W } from '../../text/words/workbook.ts';
import { contractFormula } from './contract-formulas.ts';

/** Columns before those of the parts. */
const FIRST_PART = 10;

/**
 * @param quantities name of the sheet of quantities
 * @param term address of a contract's term on the sheet of prices
 */
export function resultSheet(
  ledger: SimulationLedger,
  quantities: string,
  term: (contract: number, name: string) => string | undefined,
  lang: Lang,
): FormulaCell[][] {
  const { lines, parts, contracts } = ledger;
  const range = (column: string): string => `'${quantities}'!$${column}$2:$${column}$${lines.length + 1}`;
  const rows = clusterRows(ledger, range, lang);
  rows.push([]);
  const heads = [W.step, W.payBefore, W.payAfter, W.adjustment, W.patients, W.episodes, W.bedDays, W.cost];
  rows.push([
    ...[...heads, W.insidePatients, W.insideProduction].map((head) => say(head, lang)),
    ...parts.map((_, part) => `${say(W.part, lang)} ${part + 1}`),
  ]);
  const episodesRow = rows.push([
    say(W.episodes, lang),
    ...blanks(FIRST_PART - 1),
    ...parts.map((part) => part.episodes),
  ]);
  const grossRow = rows.push([
    say(W.production, lang),
    ...blanks(FIRST_PART - 1),
    ...parts.map((_, part) => money(`SUMIF(${range('D')},${part + 1},${range('I')})`)),
  ]);
  const over = (row: number, own: readonly number[]): string =>
    own.length === 0 ? '0' : `(${own.map((part) => `${column(part)}${row}`).join('+')})`;
  let before = grossRow;
  const step = (
    label: string,
    own: readonly number[],
    after: (row: number) => string,
    facts: readonly FormulaCell[],
  ): void => {
    const row = rows.length + 1;
    const from = before;
    const share = (part: number): string => {
      const at = column(part);
      const byEpisodes = `IF(${over(episodesRow, own)}<>0,${at}${episodesRow}/${over(episodesRow, own)},1/${own.length})`;
      return `IF(${over(grossRow, own)}<>0,${at}${grossRow}/${over(grossRow, own)},${byEpisodes})`;
    };
    before = rows.push([
      label,
      money(over(from, own)),
      money(after(row)),
      money(`C${row}-B${row}`),
      ...facts,
      ...parts.map((_, part) => {
        const kept = `${column(part)}${from}`;
        return money(own.includes(part) ? `${kept}+D${row}*${share(part)}` : kept);
      }),
    ]);
  };
  const acting = [...contracts.keys()].flatMap((c) => {
    const own = [...parts.keys()].filter((part) => parts[part]!.contracts.includes(c));
    return own.length === 0 ? [] : [{ c, own, each: contracts[c]! }];
  });
  for (const { c, own, each } of acting) {
    const formula = (row: number): string =>
      contractFormula(each.contract, {
        ...factsOn(row),
        gross: over(grossRow, own),
        term: (name) => term(c, name),
      });
    step(labelOf(c, each, lang), own, formula, measuresOf(each));
  }
  for (const { c, own } of acting) {
    step(`${c + 1} ${say(CONTRACT_WORDS.floor, lang)}`, own, (row) => `MAX(0,B${row})`, blanks(6));
  }
  rows.push([]);
  const total = rows.push([say(W.scenario, lang), money(over(before, [...parts.keys()]))]);
  rows.push([say(W.baseline, lang), ledger.baselineCents / 100]);
  rows.push([say(W.difference, lang), money(`B${total}-B${total + 1}`)]);
  return rows;
}

function clusterRows(
  { lines }: SimulationLedger,
  range: (column: string) => string,
  lang: Lang,
): FormulaCell[][] {
  const clusters = [...new Set(lines.map(({ cluster }) => cluster))].sort();
  const rows: FormulaCell[][] = [
    [say(W.cluster, lang), say(W.production, lang), ...blanks(FIRST_PART - 2)],
    ...clusters.map((cluster, i): FormulaCell[] => [
      cluster,
      money(`SUMIF(${range('B')},A${i + 2},${range('I')})`),
    ]),
  ];
  rows.push([say(W.before, lang), money(`SUM(B2:B${rows.length})`)]);
  return rows;
}

function factsOn(row: number) {
  return {
    pay: `B${row}`,
    patients: `E${row}`,
    episodes: `F${row}`,
    bedDays: `G${row}`,
    cost: `H${row}`,
    insidePatients: `I${row}`,
    insideProduction: `J${row}`,
  };
}

function measuresOf(each: LedgerContract): FormulaCell[] {
  const { patients, episodes, bedDays, costCents, insidePatients, insideProduction } = each;
  return [patients, episodes, bedDays, costCents / 100, insidePatients, insideProduction];
}

function labelOf(c: number, { contract }: LedgerContract, lang: Lang): string {
  return `${c + 1} ${contract.payer} ${say(FORM_WORDS[contract.form], lang)}`;
}

function column(part: number): string {
  const letters = (at: number): string =>
    at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);
  return letters(FIRST_PART + part);
}

function money(text: string): FormulaCell {
  return { formula: `=${text}`, kind: 'cents' };
}

function blanks(count: number): FormulaCell[] {
  return new Array<FormulaCell>(count).fill(null);
}
