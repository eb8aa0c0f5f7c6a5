/** Searching prices: a list that spends a budget exactly, and the price that reaches a target. */

import { type Context, Hono } from 'hono';
import {
  type BalanceDocument,
  balanceTables,
  isComputed,
  makeMeta,
  type PriceRow,
  Refusal,
  type ReportTable,
  refuse,
  type SolveDocument,
  solveTables,
} from '../../src/index.ts';
import { number } from '../../views/format.ts';
import { QueryFields, SimulationAnswer, TextField } from '../../views/pages/simulation-answer.tsx';
import { simulationAddress } from '../../views/parts/simulation-tabs.tsx';
import { fill } from '../../views/text/fill.ts';
import type { View } from '../../views/view.ts';
import { needs } from '../access/needs.ts';
import { parseAmount } from '../parse-amount.ts';
import { page, sentences } from '../respond.tsx';
import type { Services } from '../services.ts';
import { answerProps } from '../simulation/answer-props.ts';
import { type AtChoice, atChoice } from '../simulation/at-choice.tsx';
import { effective } from '../simulation/choice.ts';
import { againstTarget, fixedRows } from '../simulation/price-search.ts';
import type { Target } from '../simulation/tasks.ts';
import { runTask, simulationStamps } from '../simulation-run.ts';
import { stateQuery } from '../simulation-state.ts';

/** What was asked for, as typed. */
type Asked = Readonly<
  Record<'budget' | 'fix' | 'low' | 'high' | 'monotone' | 'target' | 'row' | 'highest', string>
>;

interface Found {
  readonly tables: readonly ReportTable[];
  readonly notes: readonly string[];
  /** Prices to go on with, by row of the list. */
  readonly amounts: ReadonlyMap<number, number>;
}

const TABLES_OF_INPUT: readonly string[] = ['rows', 'issues'];

export function simulationSearchRoutes(services: Services): Hono {
  const routes = new Hono();

  async function balance(at: AtChoice, asked: Asked): Promise<Found> {
    const { loaded, choice, view } = at;
    const { lang } = view;
    const budget = targetOf(asked.budget, view.t.answers.budget, view);
    const scenario = againstTarget(effective(choice, view), budget);
    const { rows } = scenario.prices.list;
    const [lowFactor, highFactor] = [factorOf(asked.low), factorOf(asked.high)];
    const found = await runTask(services.simulator, loaded, scenario, choice.typing, 'balance', {
      budget,
      lang,
      terms: {
        fixed: fixedRows(rows, codesIn(asked.fix)),
        monotone: asked.monotone === '1',
        ...(lowFactor === undefined ? {} : { lowFactor }),
        ...(highFactor === undefined ? {} : { highFactor }),
      },
    });
    const document: BalanceDocument = { ...empty(at, 'prices balance'), ...found };
    const listed = choice.scenario.prices.list.rows;
    return {
      tables: balanceTables(document, lang).filter(({ id }) => !TABLES_OF_INPUT.includes(id)),
      notes: [
        fill(view.t.answers.remainder, { cents: `${number(found.remainderCents / 100, lang, 2)} euro` }),
      ],
      amounts: new Map(
        found.prices.flatMap(({ amountCents, row }) =>
          amountCents === listed[row - 1]!.amountCents ? [] : [[row - 1, amountCents] as const],
        ),
      ),
    };
  }

  async function solve(at: AtChoice, asked: Asked): Promise<Found> {
    const { loaded, choice, view } = at;
    const { lang } = view;
    const target = targetOf(asked.target, view.t.answers.target, view);
    const highest = asked.highest === '' ? undefined : parseAmount(asked.highest, lang);
    const scenario = againstTarget(effective(choice, view), target);
    const place = Number(asked.row) || 0;
    const row = scenario.prices.list.rows[place] ?? scenario.prices.list.rows[0]!;
    const found = await runTask(services.simulator, loaded, scenario, choice.typing, 'solve', {
      target,
      lang,
      terms: {
        cluster: row.cluster,
        unit: row.unit,
        setting: row.setting,
        payer: row.payer,
        ...(highest === undefined ? {} : { highestCents: highest }),
      },
    });
    const document: SolveDocument = { ...empty(at, 'prices solve'), ...found };
    const { amountCents } = found;
    return {
      tables: solveTables(document, lang).filter(({ id }) => !TABLES_OF_INPUT.includes(id)),
      notes: isComputed(amountCents) ? [] : [amountCents.undefined],
      amounts: isComputed(amountCents)
        ? new Map([...choice.state.amounts, [found.price.row - 1, amountCents]])
        : new Map(),
    };
  }

  async function show(c: Context, at: AtChoice): Promise<Response> {
    const { view, choice, loaded, search } = at;
    const words = view.t.answers;
    const asked = askedFrom(search);
    const find = search.get('find');
    let found: Found | undefined;
    let refused: readonly string[] = [];
    try {
      if (find === 'balance') found = await balance(at, asked);
      if (find === 'solve') found = await solve(at, asked);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused = sentences(error.issues, view.lang);
    }
    const { list } = choice.scenario.prices;
    const onward =
      found === undefined || found.amounts.size === 0
        ? undefined
        : stateQuery({ ...choice.state, amounts: found.amounts }, list, {
            typing: choice.asWritten.typing,
            by: undefined,
          });
    const { id } = loaded.dataSet;
    return page(
      c,
      <SimulationAnswer
        {...answerProps(at)}
        tab="search"
        title={words.searchTitle}
        lead={words.searchLead}
        refused={refused}
        tables={found?.tables ?? []}
        notes={found?.notes ?? []}
        stamps={simulationStamps(loaded, choice.scenario, choice.typing, true)}
        after={
          onward === undefined ? null : (
            <p class="actions">
              <a class="button" href={simulationAddress(id, '', onward)}>
                {find === 'solve' ? words.useOne : words.use}
              </a>
            </p>
          )
        }
      >
        <div class="grid">
          <BalanceForm view={view} id={id} query={choice.query} asked={asked} />
          <SolveForm view={view} id={id} query={choice.query} asked={asked} rows={list.rows} />
        </div>
      </SimulationAnswer>,
    );
  }

  routes.get('/data/:id/simulation/search', needs('viewer'), (c) =>
    atChoice(c, services, (at) => show(c, at)),
  );

  return routes;
}

interface FormProps {
  readonly view: View;
  readonly id: string;
  readonly query: string;
  readonly asked: Asked;
}

function BalanceForm({ view, id, query, asked }: FormProps) {
  const words = view.t.answers;
  return (
    <form method="get" action={simulationAddress(id, 'search', '')} class="card">
      <QueryFields query={query} />
      <h2>{words.balanceTitle}</h2>
      <p class="hint">{words.balanceLead}</p>
      <TextField name="budget" label={words.budget} value={asked.budget} hint={words.budgetHint} />
      <TextField name="fix" label={words.fix} value={asked.fix} hint={words.fixHint} numeric={false} />
      <TextField name="low" label={words.low} value={asked.low} hint={words.boundHint} />
      <TextField name="high" label={words.high} value={asked.high} hint={words.boundHint} />
      <label class="pick">
        <input type="checkbox" name="monotone" value="1" checked={asked.monotone === '1'} />
        {words.monotone}
      </label>
      <p class="actions">
        <button type="submit" name="find" value="balance">
          {words.balanceButton}
        </button>
      </p>
    </form>
  );
}

function SolveForm({ view, id, query, asked, rows }: FormProps & { rows: readonly PriceRow[] }) {
  const words = view.t.answers;
  const name = (row: PriceRow): string =>
    [row.cluster, view.t.simulation.units[row.unit], row.setting, row.payer]
      .filter((part) => part !== '')
      .join(', ');
  return (
    <form method="get" action={simulationAddress(id, 'search', '')} class="card">
      <QueryFields query={query} />
      <h2>{words.solveTitle}</h2>
      <p class="hint">{words.solveLead}</p>
      <div class="field">
        <label for="field-row">{words.row}</label>
        <select id="field-row" name="row">
          {rows.map((row, at) => (
            <option value={String(at)} selected={String(at) === asked.row}>
              {name(row)}
            </option>
          ))}
        </select>
      </div>
      <TextField name="total" label={words.target} value={asked.target} hint={words.budgetHint} />
      <TextField name="highest" label={words.highest} value={asked.highest} hint={words.highestHint} />
      <p class="actions">
        <button type="submit" name="find" value="solve">
          {words.solveButton}
        </button>
      </p>
    </form>
  );
}

function askedFrom(search: URLSearchParams): Asked {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, 200);
  return {
    budget: text('budget'),
    fix: text('fix'),
    low: text('low'),
    high: text('high'),
    monotone: text('monotone'),
    // `target` in the address says of whom the interval speaks.
    target: text('total'),
    row: text('row'),
    highest: text('highest'),
  };
}

/** Blank = what is earned now. */
function targetOf(typed: string, field: string, { lang, t }: View): Target {
  if (typed === '') return 'current';
  const cents = parseAmount(typed, lang);
  if (cents === undefined) throw refuse('search-amount', { field: field || t.answers.budget });
  return Math.round(cents);
}

function factorOf(typed: string): number | undefined {
  const value = Number(typed.replace('%', '').replace(',', '.'));
  return typed === '' || !Number.isFinite(value) || value < 0 ? undefined : value / 100;
}

function codesIn(typed: string): string[] {
  return typed.split(/[,;\s]+/).filter((code) => code !== '');
}

function empty({ loaded }: AtChoice, command: string): Pick<BalanceDocument, 'meta' | 'rows' | 'issues'> {
  return {
    meta: makeMeta({ command, inputs: [], options: {}, statuses: [] }),
    rows: loaded.dataSet.rows,
    issues: [],
  };
}
