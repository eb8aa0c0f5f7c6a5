/** Two rule sets compared on a page: what changed, and how many advices of a data set flip. */

import { type Context, Hono } from 'hono';
import {
  csvOf,
  diffRuleSets,
  type RuleSet,
  ruleChangesTable,
  rulesDiffNotes,
  rulesDiffTables,
  rulesDiffTitle,
} from '../../src/index.ts';
import { RuleDiff } from '../../views/pages/rule-diff.tsx';
import { needs } from '../access/needs.ts';
import { compareRules } from '../compare-rules.ts';
import { dataSetOf, languageOf, notFound, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';

export function ruleDiffRoutes(services: Services): Hono {
  const routes = new Hono();

  function sets(): readonly { readonly id: string; readonly set: RuleSet }[] {
    return services.rules
      .listed()
      .flatMap(({ id, checked: { value } }) => (value === undefined ? [] : { id, set: value }));
  }

  const named = (c: Context, side: 'from' | 'to') => sets().find(({ id }) => id === c.req.query(side));

  routes.get('/method/rules/diff', needs('viewer'), async (c) => {
    const view = viewOf(c, services);
    const all = sets();
    const [from, to] = [named(c, 'from'), named(c, 'to')];
    const asked = c.req.query('data');
    const dataSet = asked === undefined ? view.current : dataSetOf(services, asked);
    // Nothing chosen yet: from what the data were typed with to another one.
    const start = all.find(({ id }) => id === dataSet?.rules.id) ?? all[0];
    const choices = {
      ruleSets: all.map(({ id }) => id),
      from: from?.id ?? start?.id ?? '',
      to: to?.id ?? all.find(({ id }) => id !== (from ?? start)?.id)?.id ?? '',
      data: dataSet?.id ?? '',
    };
    if (from === undefined || to === undefined) return page(c, <RuleDiff view={view} choices={choices} />);
    const loaded = dataSet === undefined ? undefined : await services.workspace.load(dataSet.id);
    const document = await compareRules(from.set, to.set, loaded, view.lang);
    const result = {
      title: rulesDiffTitle(document, view.lang),
      tables: rulesDiffTables(document, view.lang),
      notes: rulesDiffNotes(document, view.lang),
      stamps: document.meta.stamps,
      ...(document.cases === undefined ? {} : { advice: document.cases.advice }),
    };
    return page(c, <RuleDiff view={view} choices={choices} result={result} />);
  });

  routes.get('/method/rules/diff/changes.csv', needs('viewer'), async (c) => {
    const [from, to] = [named(c, 'from'), named(c, 'to')];
    if (from === undefined || to === undefined) return notFound(c, services);
    const lang = languageOf(c);
    const changes = ruleChangesTable(diffRuleSets(from.set, to.set), lang);
    return c.body(csvOf(changes, { excel: true }), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="rules-diff.csv"',
    });
  });

  return routes;
}
