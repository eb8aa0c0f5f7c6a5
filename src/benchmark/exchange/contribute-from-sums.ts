/**
 * The contribution of rows that stay in an engine elsewhere: from the sums it gave and from keyed hashes.
 * Invariant: the gate, the counts and the ledger are those of `contribute`; where an answer of the engine is missing
 * nothing is made.
 */

import { FactsLook } from '../../disclosure/facts-look.ts';
import { passGate } from '../../disclosure/gate.ts';
import { refuse } from '../../issue/refusal.ts';
import type { ConversionTable } from '../../model/conversion.ts';
import type { GatePlan } from '../../model/gate-plan.ts';
import { RESPONSE_STATUSES } from '../../outcomes/classes.ts';
import type { HashesFile, SumsFile } from '../../read/benchmark-sums.ts';
import { measuresIn } from '../model-rows.ts';
import { sameTable } from './contribute.ts';
import { type HashedRows, hashedRows } from './hashed-rows.ts';
import { checkMadeFor, type MadeFor } from './made-for.ts';
import {
  type ContributeOptions,
  gateInput,
  type OpenContribution,
  openContribution,
} from './open-contribution.ts';

export interface FromSums {
  readonly sums: SumsFile;
  readonly hashes: HashesFile;
  readonly conversion?: ConversionTable;
  readonly madeFor: MadeFor;
  /** Of the ledger: the hashes must have been made with it. */
  readonly key: Uint8Array;
}

/**
 * @throws Refusal `sums-ask-more` where the gate has another question; those of `checkMadeFor`, `hashedRows`,
 * `openContribution`; `sums-hashes-differ`, `sums-episode-twice`, `sums-heavy-patients`, `design-conversion`,
 * `conversion-instrument`, `conversion-outside`
 */
export function contributeFromSums(
  from: FromSums,
  options: Omit<ContributeOptions, 'rows' | 'hasIssues' | 'synthetic' | 'conversion'>,
): OpenContribution {
  const { sums, conversion } = from;
  const { design, memberName } = options;
  const id = conversion?.id ?? '';
  if (design.conversion !== undefined && !sameTable(design.conversion, id)) {
    throw refuse('design-conversion', { wanted: design.conversion, found: id || '-' });
  }
  const { rows, look } = looked(from, options.design);
  const rejected = amountOf(sums, 'rejected');
  const { n } = rows.found.table;
  const made = openContribution(
    rows,
    look,
    (model, own, covariates) => {
      const layout = covariates.map((each) =>
        each.kind === 'category'
          ? each
          : {
              column: each.column,
              item: `x${rows.numbers.findIndex(({ column }) => column === each.column)}`,
            },
      );
      return look.sums(memberName, { model, rows: own }, layout, measuresIn(model));
    },
    {
      ...options,
      rows: { read: n + rejected, used: n, rejected },
      hasIssues: rejected > 0 || amountOf(sums, 'warned') > 0,
      synthetic: sums.facts.some(({ fact, amount }) => fact === 'synthetic' && amount > 0),
      ...(conversion === undefined ? {} : { conversion: conversion.id }),
    },
  );
  if (!look.complete) throw refuse('sums-ask-more', { name: sums.name });
  return { ...made, tokens: rows.tokens };
}

/** What the gate has to ask of the rows, as far as can be told by now; complete where every answer is there. */
export function gatePlanOf(
  from: Omit<FromSums, 'sums'> & { readonly sums?: SumsFile },
  design: ContributeOptions['design'],
): { readonly plan: GatePlan; readonly complete: boolean } {
  const { rows, look } = looked(from, design);
  passGate(gateInput(rows, look));
  return { plan: look.plan(), complete: look.complete };
}

function looked(
  from: Omit<FromSums, 'sums'> & { readonly sums?: SumsFile },
  design: ContributeOptions['design'],
): { readonly rows: HashedRows; readonly look: FactsLook } {
  const { sums, hashes, conversion, madeFor, key } = from;
  checkMadeFor(madeFor, sums === undefined ? [hashes] : [hashes, sums], key);
  const rows = hashedRows(hashes, design);
  if (conversion !== undefined) checkConversion(rows, conversion, sums);
  if (sums !== undefined) {
    if (amountOf(sums, 'twice') > 0) throw refuse('sums-episode-twice');
    checkCounts(rows, sums);
  }
  return { rows, look: new FactsLook(rows.categories, sums?.facts ?? []) };
}

/** As `convertScores` refuses them. */
function checkConversion(
  { found }: HashedRows,
  conversion: ConversionTable,
  sums: SumsFile | undefined,
): void {
  const column = found.table.columns.get('instrument');
  if (column?.kind === 'text') {
    const other = column.codes.find(
      (code, row) =>
        code >= 0 &&
        found.leftOut(row) !== 'other-instrument' &&
        column.words[code] !== conversion.instrument,
    );
    if (other !== undefined) {
      const { instrument } = conversion;
      throw refuse('conversion-instrument', { conversion: instrument, found: column.words[other]! });
    }
  }
  const beyond = sums === undefined ? 0 : amountOf(sums, 'beyond');
  const { raw } = conversion;
  if (beyond > 0) throw refuse('conversion-outside', { n: beyond, low: raw[0]!, high: raw.at(-1)! });
}

/** Both files must be of the same rows: the table may have changed between the two queries. */
function checkCounts({ found, categories, statuses }: HashedRows, { facts, name }: SumsFile): void {
  const rowsOf = (model: string): readonly number[] =>
    [...found.selections].find(([own]) => own === model)?.[1].rows.get(0) ?? [];
  const counted = (fact: (typeof facts)[number]): number | undefined => {
    if (fact.fact === 'response') {
      const code = (RESPONSE_STATUSES as readonly string[]).indexOf(fact.item);
      return statuses?.reduce(
        (n, status, row) => n + (status === code && found.leftOut(row) === undefined ? 1 : 0),
        0,
      );
    }
    if (fact.stage !== '0') return undefined;
    if (fact.fact === 'n') return rowsOf(fact.model).length;
    if (fact.fact !== 'rows' || !fact.category.startsWith('c')) return undefined;
    const category = categories[Number(fact.category.slice(1))];
    const code = category?.words.indexOf(fact.level);
    return category === undefined
      ? undefined
      : rowsOf(fact.model).filter((row) => category.codes[row] === code).length;
  };
  for (const fact of facts) {
    const own = counted(fact);
    if (own !== undefined && own !== fact.amount) throw refuse('sums-hashes-differ', { name });
  }
}

/** A fact that every query gives. @throws Refusal `sums-shape` where the file has lost it */
function amountOf({ facts, name }: SumsFile, fact: string): number {
  const found = facts.find((each) => each.fact === fact);
  if (found === undefined) throw refuse('sums-shape', { name, column: 'fact' });
  return found.amount;
}
