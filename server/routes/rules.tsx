/** Official tables by upload: read, shown with their mapping and every fault, stored when the user says so. */

import { type Context, Hono } from 'hono';
import { diffRuleSets, IssueCollector, Refusal } from '../../src/index.ts';
import { type ImportFields, type ImportResult, RuleImport } from '../../views/pages/rule-import.tsx';
import { needs } from '../access/needs.ts';
import { pageSentence } from '../page-sentences.ts';
import { rescore } from '../rescore.ts';
import { dataSetOf, notFound, page, sentences, viewOf } from '../respond.tsx';
import { newestSet } from '../rule-book.ts';
import { buildImport, createRuleImports, storeImport, type WaitingImport } from '../rule-imports.ts';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';

const DRAFT = { id: 'draft', status: 'local', source: '' } as const;

export function ruleRoutes(services: Services): Hono {
  const routes = new Hono();
  const imports = createRuleImports(services);

  async function show(
    c: Context,
    id: string,
    waiting: WaitingImport,
    fields: ImportFields,
    refused: readonly string[],
  ) {
    const view = viewOf(c, services);
    const built = await buildImport(waiting, DRAFT);
    const collector = new IssueCollector();
    collector.addAll(built.issues);
    const result = built.value === undefined ? undefined : resultOf(built.value);
    const status = result === undefined || refused.length > 0 ? 400 : 200;
    return page(
      c,
      <RuleImport
        view={view}
        id={id}
        files={waiting.names}
        mapping={built.mapping}
        issues={collector.summaries(view.lang, pageSentence)}
        {...(result === undefined ? {} : { result })}
        fields={fields}
        refused={refused}
      />,
      status,
    );
  }

  function resultOf(set: Parameters<typeof diffRuleSets>[1]): ImportResult {
    const now = newestSet(services.rules.book());
    const diff = diffRuleSets(now, set);
    return {
      items: set.items.length,
      clusters: set.clusters.length,
      redRules: set.redRules.length,
      coefficients: set.coefficients.length,
      sha256: set.sha256,
      against: {
        id: now.id,
        same: diff.same,
        coefficients: diff.coefficients.changed,
        constants: diff.constants.changed,
        red: diff.redRules.added + diff.redRules.removed,
      },
    };
  }

  routes.post('/method/rules', needs('administrator'), async (c) =>
    c.redirect(`/method/rules/${await imports.receive(c.req.raw)}`, 303),
  );

  routes.get('/method/rules/:id', needs('administrator'), (c) => {
    const id = c.req.param('id');
    const waiting = imports.get(id);
    if (waiting === undefined) return notFound(c, services);
    const fields = {
      id: '',
      status: 'official',
      source: waiting.names,
      validFrom: '',
      replace: false,
    } as const;
    return show(c, id, waiting, fields, []);
  });

  routes.post('/method/rules/:id', needs('administrator'), async (c) => {
    const id = c.req.param('id');
    const waiting = imports.get(id);
    if (waiting === undefined) return notFound(c, services);
    const fields = fieldsOf(await c.req.parseBody());
    try {
      const set = await storeImport(services, waiting, fields);
      const at = services.now().toISOString();
      const detail = { rules: set.id, status: set.status, sha256: set.sha256 };
      await services.engine.transaction((transaction) =>
        addAudit(transaction, { at, action: 'rules', dataSet: '', who: c.get('user').id, detail }),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return show(c, id, waiting, fields, sentences(error.issues, viewOf(c, services).lang));
    }
    imports.forget(id);
    return c.redirect(`/method?stored=${fields.id}`, 303);
  });

  routes.post('/data/:id/score', needs('analyst'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    await rescore(services, dataSet.id, c.get('user').id);
    const { back } = await c.req.parseBody();
    // Back to a page of this server only.
    const own = typeof back === 'string' && /^\/(?![/\\])/.test(back);
    return c.redirect(own ? back : `/data/${dataSet.id}`, 303);
  });

  return routes;
}

function fieldsOf(body: Readonly<Record<string, unknown>>): ImportFields {
  const text = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    id: text('id'),
    status: text('status') === 'official' ? 'official' : 'local',
    source: text('source'),
    validFrom: text('validFrom'),
    replace: text('replace') === '1',
  };
}
