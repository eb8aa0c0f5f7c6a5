/** The contract editor: terms left, what they do right. Fields follow from the form as data; without script a form. */

import type { ContractForm, ContractOutcome, ReportTable, Status } from '../../src/index.ts';
import { Layout } from '../layout.tsx';
import { ContractResult } from '../parts/contract-result.tsx';
import { Refusals } from '../parts/done.tsx';
import type { FigureDrawing } from '../parts/figure.tsx';
import type { SaveFieldsProps } from '../parts/save-fields.tsx';
import { ScenarioLine, SimulationTabs, simulationAddress } from '../parts/simulation-tabs.tsx';
import { TermRow } from '../parts/term-row.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface ContractField {
  readonly key: string;
  readonly kind: 'euros' | 'percent' | 'number' | 'text' | 'flag' | 'choice' | 'rows';
  readonly needed?: boolean;
  readonly choices?: readonly ('marginal' | 'retroactive' | 'linear' | 'step')[];
  /** Fields of each line. */
  readonly rows?: readonly ContractField[];
  /** Under which name its words stand, where not its key. */
  readonly words?: string;
}

/** A contract as typed. */
export interface TypedContract {
  readonly form: ContractForm;
  readonly payer: string;
  readonly setting: string;
  readonly cluster: string;
  readonly site: string;
  readonly year: string;
  /** By key; a line's cell as `bands.0.factor`. */
  readonly fields: ReadonlyMap<string, string>;
}

export interface ContractFault {
  /** Key of the field, as in `TypedContract`. */
  readonly field: string;
  readonly message: string;
}

export interface ContractPageProps extends SaveFieldsProps {
  readonly view: View;
  /** Data set. */
  readonly id: string;
  /** Of scenario, baseline and prices. */
  readonly query: string;
  /** The whole of what stands here. */
  readonly fullQuery: string;
  readonly baseline: string;
  readonly edits: number;
  readonly contracts: readonly { readonly payer: string; readonly form: ContractForm }[];
  /** Which of them; undefined = a new one. */
  readonly at: number | undefined;
  readonly typed: TypedContract;
  readonly forms: readonly ContractForm[];
  readonly fields: readonly ContractField[];
  readonly faults: readonly ContractFault[];
  /** Codes that occur in the data, to choose from. */
  readonly known: Readonly<Record<'payer' | 'setting' | 'cluster' | 'site', readonly string[]>>;
  readonly outcome: ContractOutcome | undefined;
  readonly difference: { readonly cents: number; readonly interval: string } | undefined;
  readonly figures: readonly FigureDrawing[];
  readonly months: ReportTable | undefined;
  readonly stamps: readonly Status[];
  readonly refused: readonly string[];
}

function labelOf({ view }: ContractPageProps, field: ContractField): { label: string; help: string } {
  const words = view.t.contracts;
  const all = words.fields as Readonly<Record<string, { label: string; help: string }>>;
  const { label, help } = all[field.words ?? field.key]!;
  if (field.kind === 'euros') return { label: fill(words.euros, { label }), help };
  if (field.kind === 'percent') return { label: fill(words.percent, { label }), help };
  return { label, help };
}

function faultId(field: string): string {
  return `fault-${field.replaceAll('.', '-')}`;
}

/** One field with its help and, where it is wrong, its sentence. */
function Field(props: {
  readonly page: ContractPageProps;
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly field: ContractField;
  readonly list?: string;
}) {
  const { page, name, field, label, help, value, list } = props;
  const { view, faults } = page;
  const words = view.t.contracts;
  const own = faults.filter((fault) => fault.field === name);
  const inputId = `k-${name.replaceAll('.', '-')}`;
  const attributes = {
    id: inputId,
    name: `k.${name}`,
    'aria-describedby': [help === undefined ? '' : `${inputId}-help`, faultId(name)].join(' ').trim(),
    ...(own.length > 0 ? { 'aria-invalid': 'true' as const } : {}),
  };
  if (field.kind === 'flag') {
    return (
      <div class="field">
        <label class="pick">
          <input {...attributes} type="checkbox" value="1" checked={value === '1'} />
          {label}
        </label>
        <p class="hint" id={`${inputId}-help`}>
          {help}
        </p>
        <p class="field-fault" id={faultId(name)} />
      </div>
    );
  }
  return (
    <div class="field">
      <label for={inputId}>{label}</label>
      {field.kind === 'choice' ? (
        <select {...attributes}>
          {(field.choices ?? []).map((choice) => (
            <option value={choice} selected={choice === value}>
              {words.choices[choice]}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...attributes}
          type="text"
          value={value}
          autocomplete="off"
          {...(field.kind === 'text' ? {} : { inputmode: 'decimal' as const })}
          {...(list === undefined ? {} : { list })}
        />
      )}
      {help === undefined ? null : (
        <p class="hint" id={`${inputId}-help`}>
          {help}
        </p>
      )}
      <p class="field-fault" id={faultId(name)}>
        {own.map(({ message }) => message).join(' ')}
      </p>
    </div>
  );
}

function Lines({ page, field }: { page: ContractPageProps; field: ContractField }) {
  const { typed, view } = page;
  const words = view.t.contracts;
  const { label, help } = labelOf(page, field);
  const filled = [...typed.fields.keys()]
    .filter((key) => key.startsWith(`${field.key}.`))
    .map((key) => Number(key.split('.')[1]) + 1);
  // One empty line to go on with.
  const count = Math.min(12, Math.max(0, ...filled) + 1);
  const own = page.faults.filter((fault) => fault.field === field.key);
  return (
    <fieldset class="plain lines">
      <legend class="label">{label}</legend>
      <p class="hint">{help}</p>
      <p class="field-fault" id={faultId(field.key)}>
        {own.map(({ message }) => message).join(' ')}
      </p>
      {Array.from({ length: count }, (_, at) => (
        <div class="line">
          {(field.rows ?? []).map((cell) => {
            const name = `${field.key}.${at}.${cell.key}`;
            const cellLabel = labelOf(page, cell).label;
            return (
              <Field
                page={page}
                name={name}
                label={fill(words.lineOf, { label: cellLabel, n: at + 1 })}
                value={typed.fields.get(name) ?? ''}
                field={cell}
              />
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}

function Terms(page: ContractPageProps) {
  const { view, typed, forms, fields, known } = page;
  const words = view.t.contracts;
  const lists = ['payer', 'setting', 'cluster', 'site'] as const;
  return (
    <section class="card prices" aria-labelledby="terms-title">
      <h2 id="terms-title">{words.terms}</h2>
      {lists.map((name) => (
        <datalist id={`known-${name}`}>
          {known[name].map((code) => (
            <option value={code} />
          ))}
        </datalist>
      ))}
      <div class="field">
        <label for="k-form">{words.form}</label>
        <select id="k-form" name="k.form" aria-describedby="k-form-help">
          {forms.map((form) => (
            <option value={form} selected={form === typed.form}>
              {words.forms[form].name}
            </option>
          ))}
        </select>
        <p class="hint" id="k-form-help">
          {words.forms[typed.form].help}
        </p>
      </div>
      <Field
        page={page}
        name="payer"
        label={words.payer}
        help={words.payerHint}
        value={typed.payer}
        field={{ key: 'payer', kind: 'text' }}
        list="known-payer"
      />
      {fields.map((field) =>
        field.kind === 'rows' ? (
          <Lines page={page} field={field} />
        ) : (
          <Field
            page={page}
            name={field.key}
            {...labelOf(page, field)}
            value={typed.fields.get(field.key) ?? ''}
            field={field}
          />
        ),
      )}
      <fieldset class="plain">
        <legend class="label">{words.scope}</legend>
        <p class="hint">{words.scopeHint}</p>
        {(['setting', 'cluster', 'site'] as const).map((name) => (
          <Field
            page={page}
            name={name}
            label={words[name]}
            value={typed[name]}
            field={{ key: name, kind: 'text' }}
            list={`known-${name}`}
          />
        ))}
        <Field
          page={page}
          name="year"
          label={words.year}
          help={words.yearHint}
          value={typed.year}
          field={{ key: 'year', kind: 'number' }}
        />
      </fieldset>
      <p class="actions">
        <button type="submit">{words.recalculate}</button>
      </p>
    </section>
  );
}

export function ContractPage(props: ContractPageProps) {
  const { view, id, query, contracts, at, typed } = props;
  const words = view.t.contracts;
  const path = simulationAddress(id, 'contract', '');
  const to = (which: string): string => {
    const next = new URLSearchParams(query);
    next.set('contract', which);
    return `${path}?${next}`;
  };
  return (
    <Layout view={view} title={words.title} section="simulation">
      <SimulationTabs view={view} id={id} query={query} tab="contract" />
      <header class="page-head">
        <h1>{words.title}</h1>
        <ScenarioLine
          view={view}
          scenario={props.scenario.title}
          baseline={props.baseline}
          edits={props.edits}
        />
        <p class="hint">{words.lead}</p>
        <TermRow view={view} page="contract" />
      </header>
      <Refusals view={view} refused={props.refused} />
      <nav class="pills" aria-label={words.choose}>
        <ul>
          {contracts.map(({ payer, form }, each) => (
            <li>
              <a href={to(String(each))} {...(each === at ? { 'aria-current': 'true' as const } : {})}>
                {fill(words.number, { n: each + 1, payer, form: words.forms[form].name })}
              </a>
            </li>
          ))}
          <li>
            <a href={to('new')} {...(at === undefined ? { 'aria-current': 'true' as const } : {})}>
              {words.newOne}
            </a>
          </li>
        </ul>
      </nav>
      {contracts.length === 0 ? <p class="hint">{words.none}</p> : null}
      <div class="bench">
        <form
          method="get"
          action={path}
          hx-get={path}
          hx-trigger="input delay:250ms, change delay:20ms, submit"
          hx-target="#contract-result"
          hx-swap="outerMorph"
          hx-sync="this:replace"
        >
          {[...new URLSearchParams(query)].map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="contract" value={at === undefined ? 'new' : String(at)} />
          <input type="hidden" name="shownForm" value={typed.form} />
          <Terms {...props} />
        </form>
        <ContractResult {...props} />
      </div>
    </Layout>
  );
}
