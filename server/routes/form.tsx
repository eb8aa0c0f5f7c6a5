/**
 * Filling in HoNOS+: start, one question a screen, all on one page, outcome. Invariants: answers come by
 * post and stand in no address; nothing is stored; a form is seen by who began it only.
 */

import { type Context, Hono } from 'hono';
import {
  ANSWER_OPEN,
  ANSWER_UNKNOWN,
  adaptiveStep,
  explainStep,
  isComputed,
  parseAnswer,
  type RuleSet,
  refuse,
  type StopRule,
} from '../../src/index.ts';
import { FormList } from '../../views/pages/form-list.tsx';
import { FormQuestion } from '../../views/pages/form-question.tsx';
import { FormResult } from '../../views/pages/form-result.tsx';
import { FormStart } from '../../views/pages/form-start.tsx';
import { FormGone } from '../../views/pages/message.tsx';
import { questionHref } from '../../views/parts/form-aside.tsx';
import { needs } from '../access/needs.ts';
import { createFormDrafts, DRAFT_HOURS, type FormDraft } from '../form-drafts.ts';
import { mergeAnswers } from '../merge-answers.ts';
import { notFound, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';

export function formRoutes(services: Services): Hono {
  const routes = new Hono();
  const drafts = createFormDrafts(services.now);

  const compiledNow = () => {
    const book = services.rules.book();
    return book.sets[book.choose(undefined)]!;
  };
  const draftOf = (c: Context): FormDraft | undefined =>
    drafts.get(c.get('user').id, c.req.param('id') ?? '');
  const gone = (c: Context): Response => page(c, <FormGone view={viewOf(c, services)} />, 404);
  const shown = (draft: FormDraft) => ({ ...draft, set: draft.compiled.ruleSet, step: stepOf(draft) });
  /** The next question, or the outcome where there is none to ask. */
  const onward = (c: Context, draft: FormDraft): Response => {
    const { next, stop } = stepOf(draft);
    const to =
      isComputed(next) && !isComputed(stop) ? questionHref(draft.id, next.item) : resultHref(draft.id);
    return c.redirect(to, 303);
  };

  /** Keeps what can be kept; where another window answered otherwise, back to the page, which names the questions. */
  function merge(
    c: Context,
    draft: FormDraft,
    seen: (item: number) => number | undefined,
    sent: ReadonlyMap<number, number>,
    back: string,
    then: (c: Context, draft: FormDraft) => Response,
  ): Response {
    const { given, both } = mergeAnswers(draft.answers, seen, sent);
    const kept = drafts.answer(c.get('user').id, draft.id, given);
    if (kept === undefined) return gone(c);
    if (both.length === 0) return then(c, kept);
    const codes = both.map((at) => draft.compiled.ruleSet.items[at]!.code);
    return c.redirect(`${back}?${new URLSearchParams({ changed: codes.join(',') })}`, 303);
  }

  routes.get('/form', needs('analyst'), (c) =>
    page(
      c,
      <FormStart
        view={viewOf(c, services)}
        set={compiledNow().ruleSet}
        hours={DRAFT_HOURS}
        erased={c.req.query('erased') !== undefined}
      />,
    ),
  );

  routes.post('/form', needs('analyst'), async (c) => {
    const fields = await fieldsOf(c);
    const compiled = compiledNow();
    const supercluster = compiled.superclusterAt.get(fields.get('supercluster') ?? '');
    const rule = ruleOf(fields);
    if (supercluster === undefined || rule === undefined) throw refuse('form-start');
    return onward(c, drafts.begin(c.get('user').id, { compiled, supercluster, rule }));
  });

  routes.get('/form/:id', needs('analyst'), (c) => {
    const draft = draftOf(c);
    return draft === undefined ? gone(c) : onward(c, draft);
  });

  routes.get('/form/:id/question/:item', needs('analyst'), (c) => {
    const draft = draftOf(c);
    if (draft === undefined) return gone(c);
    const at = itemAt(draft.compiled.ruleSet, c.req.param('item'));
    if (at < 0) return notFound(c, services);
    return page(
      c,
      <FormQuestion
        view={viewOf(c, services)}
        form={shown(draft)}
        at={at}
        rule={draft.rule}
        changed={changedOf(c, draft)}
      />,
    );
  });

  routes.post('/form/:id/answer', needs('analyst'), async (c) => {
    const draft = draftOf(c);
    if (draft === undefined) return gone(c);
    const fields = await fieldsOf(c);
    const at = itemAt(draft.compiled.ruleSet, fields.get('item') ?? '');
    const answer = answerOf(draft.compiled.ruleSet, fields.get('answer') ?? '');
    if (at < 0) return notFound(c, services);
    const path = questionHref(draft.id, draft.compiled.ruleSet.items[at]!);
    return merge(c, draft, seenOf(fields, at), new Map([[at, answer]]), path, onward);
  });

  routes.get('/form/:id/list', needs('analyst'), (c) => {
    const draft = draftOf(c);
    return draft === undefined
      ? gone(c)
      : page(c, <FormList view={viewOf(c, services)} form={shown(draft)} changed={changedOf(c, draft)} />);
  });

  routes.post('/form/:id/list', needs('analyst'), async (c) => {
    const draft = draftOf(c);
    if (draft === undefined) return gone(c);
    const fields = await fieldsOf(c);
    const set = draft.compiled.ruleSet;
    const answers = new Map(
      set.items.flatMap((item, at) => {
        const text = fields.get(item.code);
        return text === undefined ? [] : [[at, answerOf(set, text)] as const];
      }),
    );
    return merge(c, draft, seenOf(fields), answers, `/form/${draft.id}/list`, (_, given) =>
      c.redirect(resultHref(given.id), 303),
    );
  });

  routes.get('/form/:id/result', needs('analyst'), (c) => {
    const draft = draftOf(c);
    if (draft === undefined) return gone(c);
    const form = shown(draft);
    const explanation = explainStep(draft.compiled, draft.supercluster, draft.answers, form.step);
    return page(
      c,
      <FormResult view={viewOf(c, services)} form={form} rule={draft.rule} explanation={explanation} />,
    );
  });

  routes.post('/form/:id/stop', needs('analyst'), async (c) => {
    const rule = ruleOf(await fieldsOf(c));
    if (rule === undefined) throw refuse('form-start');
    const draft = drafts.stopAt(c.get('user').id, c.req.param('id'), rule);
    return draft === undefined ? gone(c) : onward(c, draft);
  });

  routes.post('/form/:id/erase', needs('analyst'), (c) => {
    drafts.erase(c.get('user').id, c.req.param('id'));
    return c.redirect('/form?erased', 303);
  });

  return routes;
}

function stepOf({ compiled, supercluster, answers, rule }: FormDraft) {
  return adaptiveStep(compiled, supercluster, answers, rule);
}

function resultHref(id: string): string {
  return `/form/${id}/result`;
}

async function fieldsOf(c: Context): Promise<ReadonlyMap<string, string>> {
  const body = await c.req.parseBody();
  return new Map(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}

function ruleOf(fields: ReadonlyMap<string, string>): StopRule | undefined {
  const kind = fields.get('stop');
  if (kind === 'bound' || kind === 'all') return { kind };
  const atLeast = Number(fields.get('atLeast'));
  return kind === 'probability' && atLeast > 0 && atLeast < 1 ? { kind, atLeast } : undefined;
}

/** Answers as the page showed them: of one question, or of all in their order. */
function seenOf(fields: ReadonlyMap<string, string>, at?: number): (item: number) => number | undefined {
  const seen = (fields.get('seen') ?? '').split(',');
  return (item) => {
    const text = at === undefined ? seen[item] : seen[0];
    return text === undefined || !/^-?\d$/.test(text) ? undefined : Number(text);
  };
}

/** Labels of the questions that the address says were answered in another window. */
function changedOf(c: Context, { compiled }: FormDraft): string[] {
  const codes = (c.req.query('changed') ?? '').split(',');
  return compiled.ruleSet.items.filter(({ code }) => codes.includes(code)).map(({ label }) => label);
}

function itemAt(set: RuleSet, code: string): number {
  return set.items.findIndex((item) => item.code.toLowerCase() === code.toLowerCase());
}

/** @throws Refusal `form-answer` */
function answerOf(set: RuleSet, text: string): number {
  if (text === 'open') return ANSWER_OPEN;
  if (text === 'unknown') return ANSWER_UNKNOWN;
  const answer = parseAnswer(set, text);
  if (answer === undefined) throw refuse('form-answer', { highest: set.severities - 1 });
  return answer;
}
