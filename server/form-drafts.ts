/**
 * Half-filled forms. Invariants: they are in memory only, never on disk; each belongs to who began it
 * and is under a name that nobody can guess; one not used for a while is gone, and the one used
 * longest ago makes room.
 */

import { randomBytes } from 'node:crypto';
import { ANSWER_OPEN, type CompiledRuleSet, type StopRule } from '../src/index.ts';

/** Hours without use after which a form is gone. */
export const DRAFT_HOURS = 4;
const MOST_DRAFTS = 1000;

export interface FormDraft {
  readonly id: string;
  /** Held to the end: a rule set that is imported meanwhile changes nothing here. */
  readonly compiled: CompiledRuleSet;
  /** Index into the rule set's superclusters. */
  readonly supercluster: number;
  readonly rule: StopRule;
  /** One per item; not to be written to. */
  readonly answers: Int8Array;
  /** Items in the order in which they were answered. */
  readonly order: readonly number[];
}

export interface FormDrafts {
  /** @param owner id of the user */
  begin(owner: string, form: Pick<FormDraft, 'compiled' | 'supercluster' | 'rule'>): FormDraft;
  /** Undefined where it is gone, or somebody else's. */
  get(owner: string, id: string): FormDraft | undefined;
  /** Gives or takes back (`ANSWER_OPEN`) answers: item -> answer. */
  answer(owner: string, id: string, answers: ReadonlyMap<number, number>): FormDraft | undefined;
  stopAt(owner: string, id: string, rule: StopRule): FormDraft | undefined;
  erase(owner: string, id: string): void;
}

interface Kept {
  readonly owner: string;
  readonly usedAt: number;
  readonly draft: FormDraft;
}

export function createFormDrafts(now: () => Date): FormDrafts {
  // In the order of last use: the first was used longest ago.
  const kept = new Map<string, Kept>();
  const keep = (owner: string, draft: FormDraft): FormDraft => {
    kept.delete(draft.id);
    kept.set(draft.id, { owner, usedAt: now().getTime(), draft });
    return draft;
  };
  const forgetOld = (): void => {
    const limit = now().getTime() - DRAFT_HOURS * 3_600_000;
    for (const [id, { usedAt }] of kept) {
      if (usedAt >= limit && kept.size <= MOST_DRAFTS) return;
      kept.delete(id);
    }
  };
  const get: FormDrafts['get'] = (owner, id) => {
    forgetOld();
    const found = kept.get(id);
    return found?.owner === owner ? keep(owner, found.draft) : undefined;
  };
  return {
    get,
    begin: (owner, form) => {
      const id = randomBytes(16).toString('hex');
      const answers = new Int8Array(form.compiled.ruleSet.items.length).fill(ANSWER_OPEN);
      const draft = keep(owner, { ...form, id, answers, order: [] });
      forgetOld();
      return draft;
    },
    answer: (owner, id, given) => {
      const draft = get(owner, id);
      if (draft === undefined) return undefined;
      const answers = Int8Array.from(draft.answers);
      let order = draft.order;
      for (const [item, answer] of given) {
        // An answer that is changed keeps its place; one that is taken back loses it.
        if (answer === ANSWER_OPEN) order = order.filter((each) => each !== item);
        else if (!order.includes(item)) order = [...order, item];
        answers[item] = answer;
      }
      return keep(owner, { ...draft, answers, order });
    },
    stopAt: (owner, id, rule) => {
      const draft = get(owner, id);
      return draft === undefined ? undefined : keep(owner, { ...draft, rule });
    },
    erase: (owner, id) => {
      if (get(owner, id) !== undefined) kept.delete(id);
    },
  };
}
