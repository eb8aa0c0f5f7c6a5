/** Contracts of a simulation as tables: what each did, and what was produced under each per month. */

import type { ReportTable } from '../../model/figure.ts';
import type { ContractOutcome, SimulationOutcome } from '../../model/simulation.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { CONTRACT_WORDS as C, FORM_WORDS } from '../../text/words/contracts.ts';
import { SIMULATE_WORDS as W } from '../../text/words/tables.ts';
import { cellOf, columnsIn, isComputed } from './cells.ts';

/** Tables `contracts` and `monthly`; none without contracts, no months without dates. */
export function contractTables({ contracts }: SimulationOutcome, lang: Lang): ReportTable[] {
  if (contracts.length === 0) return [];
  const months = contracts.flatMap(({ monthly }) => (isComputed(monthly) ? monthly : []));
  return [outcomes(contracts, lang), ...(months.length === 0 ? [] : [monthly(contracts, lang)])];
}

function outcomes(contracts: readonly ContractOutcome[], lang: Lang): ReportTable {
  const col = columnsIn(lang);
  // A column for few contracts stands only where one has it.
  const duty = contracts.some((row) => row.continuedCareLossCents !== undefined);
  return {
    id: 'contracts',
    title: say(W.contractsTitle, lang),
    columns: [
      col('payer', W.payer, 'text'),
      col('form', W.form, 'text'),
      col('grossCents', W.gross, 'cents'),
      col('netCents', W.net, 'cents'),
      col('adjustmentCents', W.adjustment, 'cents'),
      col('binding', W.binding, 'text'),
      col('marginalPerEuro', W.marginal, 'number'),
      col('marginalPerPatientCents', C.marginalPatient, 'cents'),
      col('exhaustedOn', W.exhausted, 'text'),
      ...(duty ? [col('continuedCareLossCents', C.continuedCare, 'cents')] : []),
    ],
    rows: contracts.map((row) => [
      row.payer,
      say(FORM_WORDS[row.form], lang),
      row.grossCents,
      row.netCents,
      row.adjustmentCents,
      bindingName(row, lang),
      row.marginalPerEuro,
      cellOf(row.marginalPerPatientCents, (value) => value),
      isComputed(row.exhaustedOn) ? row.exhaustedOn : null,
      ...(duty ? [cellOf(row.continuedCareLossCents, (value) => value)] : []),
    ]),
  };
}

function bindingName({ binding, form }: ContractOutcome, lang: Lang): string {
  if (binding === '') return '';
  return say(binding === 'floor' ? C.floor : FORM_WORDS[form], lang);
}

function monthly(contracts: readonly ContractOutcome[], lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'monthly',
    title: say(C.monthlyTitle, lang),
    columns: [
      col('payer', W.payer, 'text'),
      col('form', W.form, 'text'),
      col('month', C.month, 'text'),
      col('grossCents', W.gross, 'cents'),
    ],
    rows: contracts.flatMap(({ payer, form, monthly: months }) =>
      isComputed(months)
        ? months.map(({ month, grossCents }) => [payer, say(FORM_WORDS[form], lang), month, grossCents])
        : [],
    ),
  };
}
