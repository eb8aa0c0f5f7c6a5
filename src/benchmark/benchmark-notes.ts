/** What a reader must know beside the numbers, as sentences. */

import { sentence } from '../issue/sentence.ts';
import type { BenchmarkResult, MeasureName } from '../model/benchmark.ts';
import type { Issue } from '../model/issue.ts';
import type { MeasurementWindows } from '../model/outcomes.ts';
import type { UnmeasuredShare } from '../model/sensitivity.ts';
import type { Lang } from '../model/text.ts';
import { formatNumber, formatShare } from '../text/format.ts';
import type { ComparisonSettings } from './contribution.ts';
import { mayBeOrdered } from './order.ts';

type Note = Pick<Issue, 'code' | 'params'>;

export function benchmarkNotes(
  result: Omit<BenchmarkResult, 'notes'>,
  {
    adjust,
    tau2 = {},
    where = [],
    windows,
  }: Pick<ComparisonSettings, 'adjust' | 'tau2' | 'where' | 'windows'>,
  lang: Lang,
): string[] {
  const notes: Note[] = [
    adjust.length === 0
      ? { code: 'note-no-case-mix' }
      : { code: 'note-case-mix', params: { columns: adjust.join(', ') } },
    { code: 'note-duration-is-result' },
    ...(where.length === 0
      ? []
      : [
          {
            code: 'note-where',
            params: {
              filter: where.map(({ column, values }) => `${column} = ${values.join(' | ')}`).join('; '),
            },
          },
        ]),
    ...(windows === undefined ? [] : [{ code: 'note-windows', params: { windows: windowsText(windows) } }]),
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
    if (!mayBeOrdered(model)) notes.push({ code: 'note-no-order', params: said });
  }
  if (result.excluded.some(({ reason }) => reason === 'member-under-10-patients')) {
    notes.push({ code: 'note-small-members' });
  }
  if (result.excluded.some(({ reason }) => reason === 'rest-under-10-patients')) {
    notes.push({ code: 'note-rest-members' });
  }
  if (!('undefined' in result.unmeasured)) notes.push(unmeasuredNote(result.unmeasured, lang));
  if (result.sensitivity !== undefined) {
    const { distinct, robust } = result.sensitivity;
    notes.push({ code: 'note-sensitivity', params: { distinct, robust } });
  }
  return notes.map((note) => sentence(note, lang));
}

function unmeasuredNote({ share, tipping }: UnmeasuredShare, lang: Lang): Note {
  const params = { share: formatShare(share, lang) };
  if (typeof tipping !== 'number') return { code: 'note-unmeasured', params };
  return { code: 'note-unmeasured-tipping', params: { ...params, tipping: formatNumber(tipping, lang, 1) } };
}

/** `pre -14…28, post -30…30`, in days about start and end. */
function windowsText(windows: MeasurementWindows): string {
  return (['pre', 'post'] as const)
    .flatMap((name) => {
      const window = windows[name];
      return window === undefined ? [] : [`${name} ${window.fromDays}…${window.untilDays}`];
    })
    .join(', ');
}

const MODEL_WORDS = {
  outcome: { nl: 'uitkomst', en: 'outcome' },
  duration: { nl: 'behandelduur', en: 'duration' },
  cost: { nl: 'kosten', en: 'cost' },
} as const;
