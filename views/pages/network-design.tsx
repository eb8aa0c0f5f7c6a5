/** One design: in words, as a file for the members, and as a form. */

import type { BenchmarkDesign } from '../../src/index.ts';
import { Layout } from '../layout.tsx';
import { type DesignFields, rowsShown } from '../network-model.ts';
import { DesignFacts } from '../parts/design-facts.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface NetworkDesignProps {
  readonly view: View;
  /** Absent for a new one. */
  readonly stored?: {
    readonly name: string;
    /** Absent where the file cannot be read. */
    readonly design?: BenchmarkDesign;
    /** Of the file when it was shown. */
    readonly was: string;
  };
  readonly fields: DesignFields;
  /** Conversion tables here, as a design names them. */
  readonly conversions: readonly string[];
  readonly saved?: boolean;
  readonly refused?: readonly string[];
}

type FormWords = View['t']['network']['form'];
interface FieldProps {
  readonly fields: DesignFields;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'number' | 'date';
}

function Field({ fields, name, label, hint, type = 'text' }: FieldProps) {
  const id = `design-${name}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type}
        name={name}
        value={fields[name] ?? ''}
        maxlength={200}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
      />
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function Choice(props: {
  readonly fields: DesignFields;
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
}) {
  const id = `design-${props.name}`;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} name={props.name}>
        {props.options.map(([value, text]) => (
          <option value={value} selected={value === (props.fields[props.name] ?? '')}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function AdjustTable({ words, fields }: { words: FormWords; fields: DesignFields }) {
  const kinds = [
    ['number', words.number],
    ['category', words.category],
  ] as const;
  return (
    <fieldset class="field plain">
      <legend class="label">{words.adjust}</legend>
      <p class="hint">{words.adjustHint}</p>
      <section class="scroll" tabindex={0} aria-label={words.adjust}>
        <table class="fill-in">
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.levels}</th>
            </tr>
          </thead>
          <tbody>
            {rowsShown(fields, 'column').map((at) => (
              <tr>
                <td>
                  <input
                    type="text"
                    name={`column${at}`}
                    value={fields[`column${at}`] ?? ''}
                    maxlength={120}
                    aria-label={`${words.column} ${at + 1}`}
                  />
                </td>
                <td>
                  <select name={`kind${at}`} aria-label={`${words.kind} ${at + 1}`}>
                    {kinds.map(([value, text]) => (
                      <option value={value} selected={value === fields[`kind${at}`]}>
                        {text}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <input
                    type="text"
                    name={`levels${at}`}
                    value={fields[`levels${at}`] ?? ''}
                    maxlength={20_000}
                    aria-label={`${words.levels} ${at + 1}`}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </fieldset>
  );
}

/** Only episodes with one of these values: for most networks empty. */
function WhereTable({ words, fields }: { words: FormWords; fields: DesignFields }) {
  const cell = (name: string, label: string, longest: number) => (
    <td>
      <input type="text" name={name} value={fields[name] ?? ''} maxlength={longest} aria-label={label} />
    </td>
  );
  return (
    <fieldset class="field plain">
      <legend class="label">{words.where}</legend>
      <p class="hint">{words.whereHint}</p>
      <section class="scroll" tabindex={0} aria-label={words.where}>
        <table class="fill-in">
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.levels}</th>
            </tr>
          </thead>
          <tbody>
            {rowsShown(fields, 'where').map((at) => (
              <tr>
                {cell(`where${at}`, `${words.where}, ${words.column} ${at + 1}`, 120)}
                {cell(`values${at}`, `${words.where}, ${words.levels} ${at + 1}`, 20_000)}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </fieldset>
  );
}

function DesignForm({ view, stored, fields, conversions }: NetworkDesignProps) {
  const words = view.t.network;
  const form = words.form;
  const ways = [
    ['higher', form.higher],
    ['lower', form.lower],
  ] as const;
  const known = [...new Set([...conversions, fields.conversion ?? ''])].filter((name) => name !== '');
  const pair = (legend: string, hint: string, inner: readonly FieldProps[]) => (
    <fieldset class="field plain">
      <legend class="label">{legend}</legend>
      <p class="hint">{hint}</p>
      <div class="choices">
        {inner.map((field) => (
          <Field {...field} />
        ))}
      </div>
    </fieldset>
  );
  return (
    <form
      method="post"
      action={stored === undefined ? '/network/designs' : `/network/designs/${stored.name}`}
    >
      {stored === undefined ? (
        <div class="field">
          <label for="design-name">{words.designName}</label>
          <input
            id="design-name"
            type="text"
            name="name"
            value={fields.name ?? ''}
            required
            maxlength={64}
            pattern="[A-Za-z0-9][A-Za-z0-9_\-]*"
            aria-describedby="design-name-hint"
          />
          <p class="hint" id="design-name-hint">
            {words.designNameHintNew}
          </p>
        </div>
      ) : (
        <input type="hidden" name="was" value={stored.was} />
      )}
      <div class="choices">
        <Field fields={fields} name="outcome" label={form.outcome} hint={form.outcomeHint} />
        <Choice fields={fields} name="better" label={`${form.better} (${form.betterHint})`} options={ways} />
        <Choice fields={fields} name="direction" label={form.direction} options={[ways[1], ways[0]]} />
        <Field fields={fields} name="duration" label={form.duration} hint={form.durationHint} />
        <Field fields={fields} name="cost" label={form.cost} hint={form.costHint} />
      </div>
      <AdjustTable words={form} fields={fields} />
      <div class="choices">
        <Field fields={fields} name="instrument" label={form.instrument} hint={form.instrumentHint} />
        <Choice
          fields={fields}
          name="conversion"
          label={form.conversion}
          options={[['', form.conversionNone], ...known.map((name) => [name, name] as const)]}
        />
      </div>
      {pair(form.period, form.periodHint, [
        { fields, name: 'from', label: form.from, type: 'date' },
        { fields, name: 'until', label: form.until, type: 'date' },
      ])}
      {pair(
        form.windows,
        form.windowsHint,
        (['pre', 'post'] as const).flatMap((which) =>
          (['From', 'Until'] as const).map(
            (end): FieldProps => ({
              fields,
              name: `${which}${end}`,
              label: `${form[which]}, ${end === 'From' ? form.fromDays : form.untilDays}`,
              type: 'number',
            }),
          ),
        ),
      )}
      <WhereTable words={form} fields={fields} />
      <button type="submit">{words.designSave}</button>
    </form>
  );
}

export function NetworkDesign(props: NetworkDesignProps) {
  const { view, stored, saved, refused = [] } = props;
  const words = view.t.network;
  const title = stored === undefined ? words.designNew : `${words.design} ${stored.name}`;
  return (
    <Layout view={view} title={title} section="network">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">{words.designsLead}</p>
      </header>
      {saved ? (
        <div class="notes" role="status">
          <p>{words.designSaved}</p>
        </div>
      ) : null}
      {refused.length === 0 ? null : (
        <div class="notes" role="alert">
          {refused.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
      )}
      {stored?.design === undefined ? null : (
        <section class="card">
          <DesignFacts view={view} design={stored.design} />
          <p class="hint">{fill(words.designNameHint, { name: stored.name })}</p>
          <p class="actions">
            <a class="button" href={`/network/designs/${stored.name}.json`} download>
              {words.designExport}
            </a>{' '}
            {view.mayEdit ? (
              <a class="button quiet" href={`/network/contribution?design=${stored.name}`}>
                {words.designUse}
              </a>
            ) : null}
          </p>
        </section>
      )}
      {view.mayEdit ? (
        <section class="card" aria-labelledby="form-title">
          <h2 id="form-title">{stored === undefined ? words.designNew : words.designEdit}</h2>
          {stored === undefined ? null : <p class="hint">{words.designEditLead}</p>}
          <DesignForm {...props} />
        </section>
      ) : (
        <p class="hint">{words.readOnly}</p>
      )}
      {stored === undefined || !view.mayEdit ? null : (
        <section class="card">
          <form method="post" action={`/network/designs/${stored.name}/delete`}>
            <button type="submit" class="quiet">
              {words.designDelete}
            </button>
            <p class="hint">{words.designDeleteHint}</p>
          </form>
        </section>
      )}
      <p>
        <a href="/network">{words.fileBack}</a>
      </p>
    </Layout>
  );
}
