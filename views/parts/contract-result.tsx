/** What a contract does: the part of its editor that follows while one types, with the form that saves it. */

import { isComputed, shownDifferenceCents } from '../../src/index.ts';
import { dayOf, euros, number, signedEuros } from '../format.ts';
import type { ContractPageProps } from '../pages/contract.tsx';
import { fill } from '../text/fill.ts';
import { Figure } from './figure.tsx';
import { SaveFields } from './save-fields.tsx';
import { simulationAddress } from './simulation-tabs.tsx';
import { StampNotes } from './stamps.tsx';
import { Table } from './table.tsx';

export function ContractResult(props: ContractPageProps) {
  const { view, id, fullQuery, faults, months, figures } = props;
  const words = view.t.contracts;
  const download = { path: simulationAddress(id, 'contract', ''), query: fullQuery };
  return (
    <div id="contract-result">
      {faults.length === 0 ? null : (
        <section class="notes" role="status" data-faults="">
          <p>{words.faults}</p>
          <ul>
            {faults.map(({ field, message }) => (
              <li data-field={`k.${field}`}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      <Outcome {...props} />
      {figures.map((figure) => (
        <Figure view={view} figure={figure} download={download} />
      ))}
      {months === undefined ? null : (
        <section class="card">
          <details>
            <summary>{words.monthTitle}</summary>
            <Table view={view} table={months} captionHidden />
          </details>
        </section>
      )}
      {view.mayEdit && faults.length === 0 ? <Save {...props} /> : null}
      <StampNotes view={view} stamps={props.stamps} />
    </div>
  );
}

function Outcome({ view, outcome, difference, baseline }: ContractPageProps) {
  if (outcome === undefined) return null;
  const words = view.t.contracts;
  const { lang } = view;
  const binding =
    outcome.binding === ''
      ? words.bindingNone
      : outcome.binding === 'floor'
        ? words.bindingFloor
        : fill(words.bindingStep, { form: words.forms[outcome.form].name.toLowerCase() });
  const patient = outcome.marginalPerPatientCents;
  const loss = outcome.continuedCareLossCents;
  const { grossCents, netCents, adjustmentCents } = outcome;
  // With other contracts on the same care the three do not make a sum.
  const adjustment =
    adjustmentCents === netCents - grossCents
      ? shownDifferenceCents({
          baselineCents: grossCents,
          scenarioCents: netCents,
          differenceCents: adjustmentCents,
        })
      : adjustmentCents;
  return (
    <section class="card headline">
      <h2>{words.resultTitle}</h2>
      {outcome.grossCents === 0 ? <p class="notes">{words.noCare}</p> : null}
      <div role="status">
        <p class="under-big">{words.adjustment}</p>
        <p class="big" id="adjustment">
          {signedEuros(adjustment, lang)}
        </p>
      </div>
      <dl class="facts">
        <Fact label={words.gross} value={euros(outcome.grossCents, lang)} />
        <Fact label={words.net} value={euros(outcome.netCents, lang)} />
        <Fact label={words.binding} small={binding} />
        <Fact
          label={words.perEuro}
          value={fill(words.perEuroValue, { euros: number(outcome.marginalPerEuro, lang, 2) })}
        />
        <Fact
          label={words.perPatient}
          {...(isComputed(patient) ? { value: signedEuros(patient, lang) } : { small: patient.undefined })}
        />
        <Fact
          label={words.exhausted}
          small={
            isComputed(outcome.exhaustedOn) ? dayOf(outcome.exhaustedOn, lang) : outcome.exhaustedOn.undefined
          }
        />
        {loss === undefined ? null : (
          <Fact
            label={words.continued}
            {...(isComputed(loss) ? { value: euros(loss, lang) } : { small: loss.undefined })}
          />
        )}
        {difference === undefined ? null : (
          <div>
            <dt>{words.effect}</dt>
            <dd>{signedEuros(difference.cents, lang)}</dd>
            <dd class="small">{difference.interval}</dd>
            <dd class="small">{fill(words.effectLead, { baseline })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Fact({ label, value, small }: { label: string; value?: string; small?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      {value === undefined ? null : <dd>{value}</dd>}
      {small === undefined ? null : <dd class="small">{small}</dd>}
    </div>
  );
}

function Save(props: ContractPageProps) {
  const { view, id, fullQuery, at } = props;
  const words = view.t.contracts;
  return (
    <section class="card">
      <h2>{view.t.scenarios.saveTitle}</h2>
      <form method="post" action={simulationAddress(id, 'contract', fullQuery)}>
        <SaveFields {...props} />
        <p class="actions">
          <button type="submit" name="do" value="save">
            {words.save}
          </button>{' '}
          {at === undefined ? null : (
            <button type="submit" class="danger" name="do" value="remove">
              {words.remove}
            </button>
          )}
        </p>
      </form>
    </section>
  );
}
