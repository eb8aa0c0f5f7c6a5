/** The counts beside the sums: rows, what was left out, response. Released whole, in tens, or not at all. */

import { rowsByCode } from '../../disclosure/cells.ts';
import type { GateOutcome } from '../../disclosure/gate.ts';
import type { GateCategory } from '../../disclosure/gate-input.ts';
import { type Patients, patientsIn } from '../../disclosure/patients.ts';
import { FEWEST_IN_CELL } from '../../disclosure/rules.ts';
import type { Exclusion, ModelName } from '../../model/benchmark.ts';
import type { CaseTable } from '../../model/case-table.ts';
import type { ContributionDocument, Suppression } from '../../model/disclosure.ts';
import type { ResponseCounts } from '../../model/outcomes.ts';
import { RESPONSE_STATUSES } from '../../outcomes/classes.ts';
import { countResponse } from '../../outcomes/response-status.ts';
import type { DesignCovariate } from '../design.ts';
import { EXCLUSION_REASONS, measuresIn, valuesOf } from '../model-rows.ts';
import type { MemberRows } from './open-contribution.ts';

export interface ReleasedCounts extends Pick<ContributionDocument, 'rows' | 'excluded' | 'response'> {
  /** Rows that the response counts and the levels run over. */
  readonly takingPart: readonly number[];
  /** Whether the levels may be counted over all of them. */
  readonly levelsWhole: boolean;
  readonly suppressed: readonly Suppression[];
  /** Per row, what each exact count sorts it under: for the ledger. */
  readonly categories: readonly GateCategory[];
}

interface CountInput {
  readonly table: CaseTable;
  readonly found: MemberRows['found'];
  readonly statuses: Int8Array | undefined;
  readonly patients: Patients;
  readonly gate: GateOutcome;
  readonly read: number;
  readonly rejected: number;
  /** Whether exact counts stay at home whatever they are. */
  readonly withhold: boolean;
}

const REASON_WORDS: readonly string[] = [...EXCLUSION_REASONS, 'used'];
const USED = REASON_WORDS.length - 1;

export function countsOf(input: CountInput): ReleasedCounts {
  const { table, found, statuses, patients, gate, read, rejected, withhold } = input;
  const rows = Array.from({ length: table.n }, (_, row) => row);
  const takingPart = rows.filter((row) => found.leftOut(row) === undefined);
  const reasons = found.models.map((model) => reasonColumn(model, input));
  const status: GateCategory[] =
    statuses === undefined
      ? []
      : [{ column: '#response', codes: Int32Array.from(statuses), words: RESPONSE_STATUSES }];

  const few = (own: readonly number[]) =>
    own.length > 0 && patientsIn(patients.numbers, own) < FEWEST_IN_CELL;
  const smallIn = (column: GateCategory, within: readonly number[]) =>
    [...rowsByCode(column.codes, within).values()].some(few);
  /** Also within one another: a difference of two counts is a count. */
  const smallAcross = (left: readonly GateCategory[], within: readonly number[]) =>
    left.some((column) =>
      [...rowsByCode(column.codes, within).values()].some((own) =>
        reasons.some((reason) => smallIn(reason, own)),
      ),
    );
  const small =
    withhold ||
    gate.rowsLeft ||
    (rejected > 0 && rejected < FEWEST_IN_CELL) ||
    reasons.some((reason) => smallIn(reason, rows)) ||
    smallAcross(status, takingPart);
  const levelsWhole = !withhold && !gate.rowsLeft && !smallAcross(gate.categories, takingPart);

  const withheld = { undefined: 'withheld-by-gate' };
  const suppressed: Suppression[] = [];
  if (small) suppressed.push({ what: 'row-counts', reason: 'small-count' });
  if (small && statuses !== undefined) suppressed.push({ what: 'response-counts', reason: 'small-count' });
  if (!levelsWhole) suppressed.push({ what: 'level-counts', reason: 'small-count' });
  const response = statuses === undefined ? undefined : countResponse(statuses, takingPart);
  return {
    takingPart,
    levelsWhole,
    suppressed,
    rows: small ? withheld : { read, used: table.n, rejected },
    excluded: small ? withheld : reasons.flatMap((column, at) => exclusions(found.models[at]!, column)),
    response: response === undefined ? { undefined: 'no-scores' } : small ? inTens(response) : response,
    // What is withheld, or in tens, gives no difference to take; whoever takes part is watched all the same.
    categories: [...(small ? [] : [...status, ...reasons]), ...(levelsWhole ? gate.categories : [])],
  };
}

/** Why a row is in no sums of the model; the first reason that holds, as in a comparison of pooled rows. */
function reasonColumn(model: ModelName, { table, found, gate }: CountInput): GateCategory {
  const measured = measuresIn(model).includes('outcome');
  const values = valuesOf(model, found.responses);
  const kept = gate.tables.find((each) => each.model === model);
  const inSums = kept === undefined ? undefined : new Set(kept.rows);
  const of = (reason: Exclusion['reason']) => REASON_WORDS.indexOf(reason);
  const codes = Int32Array.from({ length: table.n }, (_, row) => {
    const left = found.leftOut(row);
    if (left !== undefined) return of(left);
    if (inSums?.has(row)) return USED;
    if (measured && found.outsideWindow(row)) return of('outside-window');
    if (values.some((column) => Number.isNaN(column[row]!))) return of('no-response');
    return found.design.some((covariate) => isBlank(covariate, row)) ? of('no-covariate') : USED;
  });
  return { column: `#${model}`, codes, words: REASON_WORDS };
}

function isBlank(covariate: DesignCovariate, row: number): boolean {
  return covariate.kind === 'number' ? Number.isNaN(covariate.values[row]!) : covariate.codes[row]! < 0;
}

function exclusions(
  model: ModelName,
  { codes, words }: GateCategory,
): { model: ModelName; reason: string; n: number }[] {
  return words.flatMap((reason, code) => {
    const n = codes.reduce((count, each) => count + (each === code ? 1 : 0), 0);
    return code === USED || n === 0 ? [] : [{ model, reason, n }];
  });
}

/** To the nearest ten, so that no single patient can be read off; the rate is that of the tens. */
function inTens(counts: ResponseCounts): ResponseCounts {
  const tens = (n: number) => Math.round(n / 10) * 10;
  const { completer, dropout, nonStarter, nonResponder, open } = counts;
  const rounded = {
    completer: tens(completer),
    dropout: tens(dropout),
    nonStarter: tens(nonStarter),
    nonResponder: tens(nonResponder),
    open: tens(open),
  };
  const due = rounded.completer + rounded.dropout + rounded.nonStarter + rounded.nonResponder;
  return { ...rounded, rate: due === 0 ? { undefined: 'nothing-due' } : rounded.completer / due };
}
