/** The contract editor: page, the part that follows, saving. The address alone rebuilds what is typed. */

import { type Context, Hono } from 'hono';
import {
  type Contract,
  type ContractOutcome,
  contractCurve,
  type FigureContext,
  isComputed,
  Refusal,
  type ReportTable,
  type Status,
  shownDifferenceCents,
  textColumn,
} from '../../src/index.ts';
import { number, signedEuros } from '../../views/format.ts';
import { ContractPage, type ContractPageProps, type TypedContract } from '../../views/pages/contract.tsx';
import { ContractResult } from '../../views/parts/contract-result.tsx';
import { LanguageLink } from '../../views/parts/language-link.tsx';
import { fill } from '../../views/text/fill.ts';
import { shippedText } from '../../views/text/shipped.ts';
import type { View } from '../../views/view.ts';
import { needs } from '../access/needs.ts';
import { type Draw, drawings, fileFigures } from '../draw.ts';
import { figureFile } from '../figure-file.ts';
import { named, notFound, page, part, sentences, wantsPart } from '../respond.tsx';
import { storedScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { type AtChoice, atChoice } from '../simulation/at-choice.tsx';
import { changedRows, effective } from '../simulation/choice.ts';
import { CONTRACT_FIELDS, CONTRACT_FORM_NAMES } from '../simulation/contract-fields.ts';
import { readContract, typedFrom, typedOf, typedQuery } from '../simulation/contract-form.ts';
import { createFirstTerms, type FirstTerms } from '../simulation/contract-terms.ts';
import { keepScenario, type ScenarioDocument } from '../simulation/save.ts';
import { asTyped, type SaveChoice, savedAddress, saveFieldsOf } from '../simulation/save-fields.ts';
import { runSimulation, runTask } from '../simulation-run.ts';
import type { Loaded } from '../workspace.ts';

interface Position {
  /** Of the scenario's contracts; undefined = a new one. */
  readonly at: number | undefined;
  readonly typed: TypedContract;
  readonly contract: Contract | undefined;
  readonly faults: ContractPageProps['faults'];
}

function positionOf({ choice, search, view, loaded }: AtChoice): Position {
  const { contracts } = choice.asWritten;
  const asked = search.get('contract') ?? (contracts.length > 0 ? '0' : 'new');
  const at = /^\d{1,3}$/.test(asked) && Number(asked) < contracts.length ? Number(asked) : undefined;
  const typed = typedFrom(search) ?? (at === undefined ? blank(loaded) : typedOf(contracts[at]!, view.lang));
  return { at, typed, ...asContract(typed, view) };
}

function asContract(typed: TypedContract, view: View): Pick<Position, 'contract' | 'faults'> {
  const { contract, faults } = readContract(typed, view.lang, view.t.contracts);
  return { contract, faults };
}

/** A new contract: with the first payer of the data. */
function blank(loaded: Loaded): TypedContract {
  const [payer = '*'] = knownCodes(loaded, 'payer');
  const none = { setting: '', cluster: '', site: '', year: '' };
  return { form: 'revenue-cap', payer, ...none, fields: new Map() };
}

function knownCodes({ table }: Loaded, column: 'payer' | 'setting' | 'site' | 'chosen_cluster'): string[] {
  return [...(textColumn(table, column)?.words ?? [])]
    .filter((word) => word !== '')
    .sort()
    .slice(0, 200);
}

export function simulationContractRoutes(services: Services): Hono {
  const routes = new Hono();
  const firstTerms = createFirstTerms();

  async function show(
    c: Context,
    here: AtChoice,
    refused: readonly string[] = [],
    kept?: SaveChoice,
  ): Promise<Response> {
    const { choice, view, loaded, search } = here;
    const position = positionOf(here);
    const { at, typed, contract, faults } = position;
    const query = new URLSearchParams(choice.query);
    query.set('contract', at === undefined ? 'new' : String(at));
    for (const [name, value] of typedQuery(typed)) query.set(name, value);
    const canonical = `/data/${loaded.dataSet.id}/simulation/contract?${query}`;
    const shown = search.get('shownForm');
    if (shown !== null && !wantsPart(c)) return c.redirect(canonical, 303);
    // Another form has other fields: the whole page is another one.
    if (wantsPart(c) && shown !== typed.form) return c.body(null, 204, { 'HX-Redirect': canonical });
    const stored = await storedScenario(services.home, choice.listed.id);
    const { baseline } = choice.scenario;
    const { draws, ...result } = await resultOf(services, firstTerms, here, at, contract);
    const props: ContractPageProps = {
      view,
      id: loaded.dataSet.id,
      query: choice.query,
      fullQuery: query.toString(),
      scenario: choice.listed,
      ...asTyped(kept, stored?.sha256),
      baseline:
        baseline === 'current' ? view.t.scenarios.baselineCurrent : shippedText(baseline.title, view.lang),
      edits: choice.state.amounts.size,
      contracts: choice.asWritten.contracts,
      at,
      typed,
      forms: CONTRACT_FORM_NAMES,
      fields: CONTRACT_FIELDS[typed.form],
      faults,
      known: {
        payer: ['*', ...Object.keys(choice.asWritten.payerGroups), ...knownCodes(loaded, 'payer')],
        setting: knownCodes(loaded, 'setting'),
        cluster: knownCodes(loaded, 'chosen_cluster'),
        site: knownCodes(loaded, 'site'),
      },
      refused,
      ...result,
      figures: drawings(draws, context(here, result.stamps)),
    };
    if (!wantsPart(c)) return page(c, <ContractPage {...props} />, refused.length > 0 ? 400 : 200);
    c.header('HX-Replace-Url', canonical);
    return part(
      c,
      <>
        <ContractResult {...props} />
        <LanguageLink view={{ ...view, path: canonical }} along />
      </>,
    );
  }

  routes.get('/data/:id/simulation/contract', needs('viewer'), (c) =>
    atChoice(c, services, (here) => show(c, here)),
  );

  routes.get('/data/:id/simulation/contract/:file', needs('viewer'), (c) =>
    atChoice(c, services, async (here) => {
      const { at, contract } = positionOf(here);
      const { draws, stamps } = await resultOf(services, firstTerms, here, at, contract);
      const figures = fileFigures(draws, context(here, stamps));
      return (
        (await figureFile(c as Context, services, here.loaded.dataSet, figures)) ?? notFound(c, services)
      );
    }),
  );

  routes.post('/data/:id/simulation/contract', needs('analyst'), async (c) => {
    const body = await c.req.parseBody();
    const fields = saveFieldsOf(body);
    return atChoice(c, services, async (here) => {
      const { choice, view, loaded } = here;
      const { at, contract } = positionOf(here);
      const removes = body.do === 'remove';
      if (contract === undefined && !removes) return show(c, here);
      try {
        const id = await keepScenario(services, {
          ...fields,
          from: choice.listed.id,
          change: (document) => withContract(document, at, removes ? undefined : contract),
          rows: choice.state.amounts.size === 0 ? undefined : changedRows(choice, view),
          who: c.get('user').id,
          what: 'contract',
        });
        return c.redirect(savedAddress(loaded.dataSet.id, '', id), 303);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return show(c, here, sentences(error.issues, view.lang), fields);
      }
    });
  });

  return routes;
}

function withContract(
  document: ScenarioDocument,
  at: number | undefined,
  contract: Contract | undefined,
): ScenarioDocument {
  const before = (document.contracts ?? []) as readonly unknown[];
  const next = contract === undefined ? [] : [contract];
  const contracts =
    at === undefined ? [...before, ...next] : [...before.slice(0, at), ...next, ...before.slice(at + 1)];
  return { ...document, contracts };
}

interface Result extends Pick<ContractPageProps, 'outcome' | 'difference' | 'months' | 'stamps'> {
  readonly draws: readonly Draw[];
}

/** The whole scenario with this contract in its place. */
async function resultOf(
  services: Services,
  firstTerms: FirstTerms,
  here: AtChoice,
  at: number | undefined,
  contract: Contract | undefined,
): Promise<Result> {
  if (contract === undefined) {
    return { outcome: undefined, difference: undefined, draws: [], months: undefined, stamps: [] };
  }
  const { choice, view, loaded } = here;
  const scenario = effective(choice, view);
  const before = scenario.contracts;
  const place = at ?? before.length;
  const inPlace = (each: Contract) => [...before.slice(0, place), each, ...before.slice(place + 1)];
  const first = firstTerms.of([loaded.dataSet.id, choice.query, place], contract);
  const prepared = { ...scenario, contracts: inPlace(first) };
  const changes = { contracts: inPlace(contract) };
  const { outcome, stamps } = await runSimulation(services.simulator, loaded, prepared, {
    typing: choice.typing,
    target: choice.state.target,
    amounts: new Map(),
    ...changes,
    lang: view.lang,
  });
  const own = outcome.contracts[place]!;
  const [curve] = await runTask(services.simulator, loaded, prepared, choice.typing, 'curves', {
    contracts: [place],
    changes,
  });
  const { interval } = outcome.total;
  return {
    outcome: own,
    difference: {
      cents: shownDifferenceCents(outcome.total),
      interval: isComputed(interval)
        ? fill(view.t.simulation.intervalShort, {
            level: `${number(interval.level * 100, view.lang)}%`,
            low: signedEuros(interval.lowCents, view.lang),
            high: signedEuros(interval.highCents, view.lang),
          })
        : interval.undefined,
    },
    draws: [(each) => contractCurve(curve!, each)],
    months: monthsOf(own, view),
    stamps,
  };
}

function context({ loaded, view, choice }: AtChoice, stamps: readonly Status[]): FigureContext {
  const source = [named(loaded.dataSet, view.lang).name, choice.scenario.prices.list.id].join(' · ');
  return { lang: view.lang, source, stamps };
}

function monthsOf({ monthly }: ContractOutcome, view: View): ReportTable | undefined {
  if (!isComputed(monthly) || monthly.length === 0) return undefined;
  const words = view.t.contracts;
  let sum = 0;
  return {
    id: 'contract-months',
    title: words.monthTitle,
    columns: [
      { key: 'month', label: words.month, kind: 'text' },
      { key: 'grossCents', label: words.monthProduction, kind: 'cents' },
      { key: 'cumulativeCents', label: words.cumulative, kind: 'cents' },
    ],
    rows: monthly.map(({ month, grossCents }) => {
      sum += grossCents;
      return [month, grossCents, sum];
    }),
  };
}
