/** What a reader must know beside the numbers, as sentences. */

import { sentence } from '../issue/sentence.ts';
import type { BenchmarkResult, MeasureName, MixedModel } from '../model/benchmark.ts';
import type { Issue } from '../model/issue.ts';
import type { Lang } from '../model/text.ts';
import type { ComparisonSettings } from './contribution.ts';

/** Below this many members, or below this rankability, no order is shown. */
const FEWEST_FOR_ORDER = 10;
const LEAST_RANKABILITY = 0.5;

type Note = Pick<Issue, 'code' | 'params'>;

export function benchmarkNotes(
  result: Omit<BenchmarkResult, 'notes'>,
  { adjust, tau2 = {} }: Pick<ComparisonSettings, 'adjust' | 'tau2'>,
  lang: Lang,
): string[] {
  const notes: Note[] = [
    adjust.length === 0
      ? { code: 'note-no-case-mix' }
      : { code: 'note-case-mix', params: { columns: adjust.join(', ') } },
    { code: 'note-duration-is-result' },
  ];
  for (const [name, model] of Object.entries(result.models)) {
    const said = { model: MODEL_WORDS[name as keyof typeof MODEL_WORDS][lang] };
    if ('undefined' in model) {
      notes.push({
        code: 'note-model-undefined',
        params: { ...said, reason: sentence({ code: model.undefined }, lang) },
      });
      continue;
    }
    if (tau2[name as MeasureName] !== undefined) notes.push({ code: 'note-tau2-external', params: said });
    else if (model.tau2 === 0) notes.push({ code: 'note-tau2-zero', params: said });
    if (noOrder(model)) notes.push({ code: 'note-no-order', params: said });
  }
  if (result.excluded.some(({ reason }) => reason === 'member-under-10-patients')) {
    notes.push({ code: 'note-small-members' });
  }
  return notes.map((note) => sentence(note, lang));
}

const MODEL_WORDS = {
  outcome: { nl: 'uitkomst', en: 'outcome' },
  duration: { nl: 'behandelduur', en: 'duration' },
  cost: { nl: 'kosten', en: 'cost' },
} as const;

function noOrder(model: MixedModel): boolean {
  const { rankability } = model;
  return (
    model.members < FEWEST_FOR_ORDER || typeof rankability !== 'number' || rankability < LEAST_RANKABILITY
  );
}
