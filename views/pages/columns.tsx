/** How the columns of a file were recognised, one choice per column of ours; sheet, notation and whose file it is. */

import type { RuleItem } from '../../src/index.ts';
import { Layout } from '../layout.tsx';
import { itemName } from '../parts/advice-points.tsx';
import { Switch } from '../parts/switch.tsx';
import { TermRow } from '../parts/term-row.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface ColumnChoice {
  readonly name: string;
  /** Index in the file's header; -1 = not read. */
  readonly index: number;
  readonly by: 'name' | 'alias' | 'map' | 'remembered' | 'none';
  /** Index of a header that looks like it, where none was recognised. */
  readonly suggestion?: number;
}

export interface ColumnsProps {
  readonly view: View;
  readonly id: string;
  readonly name: string;
  /** Of a workbook. */
  readonly sheets: readonly string[];
  readonly sheet: string | undefined;
  /** Empty where the head of the file could not be read; `refused` says why. */
  readonly header: readonly string[];
  readonly choices: readonly ColumnChoice[];
  /** Suggestions stand in the boxes, to be checked. */
  readonly suggested: boolean;
  /** Of the newest rule set: what each rating is about. */
  readonly items: readonly RuleItem[];
  readonly warnings: readonly string[];
  readonly refused: readonly string[];
  readonly options: {
    readonly decimal?: string;
    readonly dates?: string;
    readonly institution?: string;
    readonly assessments?: true;
  };
  readonly institutions: readonly string[];
}

export function Columns(props: ColumnsProps) {
  const { view, header, choices, warnings, refused } = props;
  const words = view.t.columns;
  const title = fill(words.title, { name: props.name });
  const taken = new Set(choices.map(({ index }) => index));
  const plain = header.filter((name, index) => name !== '' && !taken.has(index));
  return (
    <Layout view={view} title={title} section="data">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        <TermRow view={view} page="data" />
      </header>
      <SheetForm {...props} />
      <Sentences label={words.warnings} sentences={[...refused, ...warnings]} />
      <Suggestions {...props} />
      {header.length === 0 ? null : (
        <form method="post" action={`/data/${props.id}/columns`}>
          {props.sheet === undefined ? null : <input type="hidden" name="sheet" value={props.sheet} />}
          <section class="card">
            <h2>{words.main}</h2>
            <ChoiceTable
              view={view}
              items={props.items}
              header={header}
              label={words.main}
              choices={choices.filter(({ name }) => !name.startsWith('hv'))}
              suggested={props.suggested}
            />
            {plain.length === 0 ? null : <p class="hint">{fill(words.plain, { names: plain.join(', ') })}</p>}
          </section>
          <Ratings {...props} />
          <LastChoices {...props} />
        </form>
      )}
    </Layout>
  );
}

function Sentences({ label, sentences }: { label: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <aside class="notes" aria-label={label}>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </aside>
  );
}

/** Headers that look like what was not found; nothing is read by them before somebody sends the form. */
function Suggestions({ view, id, sheet, choices, suggested }: ColumnsProps) {
  const words = view.t.columns;
  const count = choices.filter(({ suggestion }) => suggestion !== undefined).length;
  if (count === 0) return null;
  if (suggested) {
    return (
      <p class="notes" role="status">
        {fill(words.suggestionsTaken, { count: String(count) })}
      </p>
    );
  }
  return (
    <section class="card" aria-label={words.suggestionsTake}>
      <p>{fill(words.suggestionsLead, { count: String(count) })}</p>
      <form method="get" action={`/data/${id}/columns`}>
        {sheet === undefined ? null : <input type="hidden" name="sheet" value={sheet} />}
        <button type="submit" class="quiet" name="suggested" value="1">
          {words.suggestionsTake}
        </button>
      </form>
    </section>
  );
}

function SheetForm({ view, id, sheets, sheet }: ColumnsProps) {
  if (sheets.length < 2) return null;
  const words = view.t.columns;
  return (
    <section class="card" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{words.sheetTitle}</h2>
      <p>{words.sheetLead}</p>
      <form method="get" action={`/data/${id}/columns`}>
        <div class="choices">
          <div class="field">
            <label for="sheet">{words.sheetTitle}</label>
            <select id="sheet" name="sheet">
              {sheets.map((name) => (
                <option value={name} selected={name === sheet}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" class="quiet">
            {words.sheetShow}
          </button>
        </div>
      </form>
    </section>
  );
}

/** Nineteen questions that are all found need no room. */
function Ratings({ view, items, header, choices, suggested }: ColumnsProps) {
  const words = view.t.columns;
  const ratings = choices.filter(({ name }) => name.startsWith('hv'));
  const found = ratings.filter(({ index }) => index >= 0).length;
  return (
    <section class="card">
      <h2>{words.ratings}</h2>
      <details open={found !== ratings.length}>
        <summary>{fill(words.ratingsFound, { found: String(found), all: String(ratings.length) })}</summary>
        <ChoiceTable
          view={view}
          items={items}
          header={header}
          label={words.ratings}
          choices={ratings}
          suggested={suggested}
        />
      </details>
    </section>
  );
}

interface ChoiceTableProps {
  readonly view: View;
  readonly items: readonly RuleItem[];
  readonly header: readonly string[];
  readonly label: string;
  readonly choices: readonly ColumnChoice[];
  readonly suggested: boolean;
}

function ChoiceTable({ view, items, header, label, choices, suggested }: ChoiceTableProps) {
  const words = view.t.columns;
  return (
    <div class="scroll">
      <table class="choose">
        <caption class="hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.header}</th>
          </tr>
        </thead>
        <tbody>
          {choices.map(({ name, index, by, suggestion }) => (
            <tr>
              <th scope="row">
                <label for={`column-${name}`}>
                  {nameOf(view, items, name)} <code>{name}</code>
                </label>
              </th>
              <td>
                <select id={`column-${name}`} name={`column-${name}`} aria-describedby={`how-${name}`}>
                  <option value="">{words.unread}</option>
                  {header.map((text, at) =>
                    text === '' ? null : (
                      <option
                        value={String(at)}
                        selected={at === (suggested ? (suggestion ?? index) : index)}
                      >
                        {text}
                      </option>
                    ),
                  )}
                </select>
                <span class={by === 'none' && suggestion === undefined ? 'hidden' : 'how'} id={`how-${name}`}>
                  {suggestion === undefined
                    ? words.by[by]
                    : suggested
                      ? words.suggested
                      : fill(words.suggestion, { header: header[suggestion] ?? '' })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Of a rating: what the form asks. */
function nameOf(view: View, items: readonly RuleItem[], name: string): string {
  const names: Readonly<Record<string, string>> = view.t.columns.names;
  const known = items.some(({ code }) => code.toLowerCase() === name);
  return names[name] ?? (known ? itemName(items, name, view) : '');
}

function LastChoices({ view, options, institutions }: ColumnsProps) {
  const words = view.t.columns;
  const { data } = view.t;
  const decimals: readonly (readonly [string, string])[] = [
    ['', data.decimalAuto],
    [',', data.decimalComma],
    ['.', data.decimalPoint],
  ];
  const dates: readonly (readonly [string, string])[] = [
    ['', data.datesAuto],
    ['dmy', data.datesDmy],
    ['mdy', data.datesMdy],
  ];
  const chooser = (name: string, label: string, list: typeof decimals, chosen: string | undefined) => (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {list.map(([value, text]) => (
          <option value={value} selected={value === (chosen ?? '')}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <section class="card">
      <h2>{words.notation}</h2>
      <div class="choices">
        {chooser('decimal', data.decimal, decimals, options.decimal)}
        {chooser('dates', data.dates, dates, options.dates)}
      </div>
      <Switch
        name="assessments"
        label={data.assessments}
        hint={data.assessmentsHint}
        on={options.assessments === true}
      />
      <h2>{words.remember}</h2>
      <div class="field">
        <label for="institution">{words.institution}</label>
        <input
          id="institution"
          type="text"
          name="institution"
          list="institutions"
          maxlength={80}
          value={options.institution ?? ''}
          aria-describedby="institution-hint"
        />
        <datalist id="institutions">
          {institutions.map((name) => (
            <option value={name} />
          ))}
        </datalist>
        <p class="hint" id="institution-hint">
          {words.institutionHint}
        </p>
      </div>
      <button type="submit">{words.submit}</button>
      <p class="hint">{words.keptNote}</p>
    </section>
  );
}
