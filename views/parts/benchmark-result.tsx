/** A comparison as it is shown: who was measured, outcome against duration, members at equal case mix, and what it does not say. */

import { type BenchmarkDocument, isComputed, sentence } from '../../src/index.ts';
import type { ComparisonState } from '../benchmark-model.ts';
import { share } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { BenchmarkFinding } from './benchmark-finding.tsx';
import { BenchmarkMembers, reason } from './benchmark-members.tsx';
import { BenchmarkModelFacts } from './benchmark-model-facts.tsx';
import { Figure } from './figure.tsx';

interface Props {
  readonly view: View;
  readonly state: ComparisonState;
}
type ResultProps = Props & { readonly result: BenchmarkDocument };

function Quality({ view, state, result }: ResultProps) {
  const words = view.t.benchmark;
  const { response } = result;
  return (
    <section class="part" aria-labelledby="quality-title">
      <h2 id="quality-title">{words.qualityTitle}</h2>
      {isComputed(response) && isComputed(response.rate) ? (
        <p>{fill(words.qualityLead, { rate: share(response.rate, view.lang) })}</p>
      ) : (
        <p>{words.qualityNone}</p>
      )}
      {state.figures.response === undefined ? null : (
        <Figure
          view={view}
          figure={state.figures.response}
          download={{ path: state.path, query: state.query }}
          means={[words.figureMeans.response, words.responseMeaning, words.qualityPeers]}
          not={[words.figureNot.response]}
        />
      )}
    </section>
  );
}

/** One of the two measures is not there: said in its place, the rest goes on. */
function MissingMeasure({ view, result }: ResultProps) {
  const words = view.t.benchmark;
  const { outcome, duration } = result.models;
  return (
    <>
      {isComputed(outcome) ? null : (
        <section class="card cannot">
          <h2>{words.noOutcomeTitle}</h2>
          {outcome.undefined === 'no-outcome-column' ? null : <p>{reason(outcome, view)}</p>}
          <p>
            {words.cannotNeed}: {words.needOutcome}. {words.oneMissing}
          </p>
        </section>
      )}
      {isComputed(duration) ? null : (
        <section class="card cannot">
          <h2>{words.noDurationTitle}</h2>
          {duration.undefined === 'no-duration-column' ? null : <p>{reason(duration, view)}</p>}
          <p>
            {words.cannotNeed}: {words.needDuration}. {words.oneMissing}
          </p>
        </section>
      )}
    </>
  );
}

/** The sentences that belong to the figure itself: a figure passed on without them says too much. */
function Against({ view, state, result }: ResultProps) {
  const words = view.t.benchmark;
  const { scatter } = state.figures;
  const both = isComputed(result.models.outcome) && isComputed(result.models.duration);
  if (scatter === undefined) {
    const { joint } = result;
    return both && !isComputed(joint) ? (
      <p class="card">{fill(words.figureMissing, { reason: reason(joint, view) })}</p>
    ) : null;
  }
  return (
    <Figure
      view={view}
      figure={scatter}
      download={{ path: state.path, query: state.query }}
      means={[words.figureMeans.scatter]}
      notTitle={words.notTitle}
      not={Object.values(words.not)}
    />
  );
}

/** One after the other: each with what it means and what not. */
function Further({ view, state }: Props) {
  const words = view.t.benchmark;
  const { figures } = state;
  const download = { path: state.path, query: state.query };
  const { figureMeans: means, figureNot: not } = words;
  const slopes = [figures.caseMixOutcome, figures.caseMixDuration].filter((figure) => figure !== undefined);
  return (
    <>
      {figures.funnel === undefined ? null : (
        <Figure
          view={view}
          figure={figures.funnel}
          download={download}
          means={[means.funnel]}
          not={[not.funnel]}
        />
      )}
      {slopes.length === 0 ? null : (
        <div class="grid pair">
          {slopes.map((figure) => (
            <Figure
              view={view}
              figure={figure}
              download={download}
              means={[means.caseMix]}
              not={[not.caseMix]}
            />
          ))}
        </div>
      )}
      {figures.classes === undefined ? null : (
        <Figure
          view={view}
          figure={figures.classes}
          download={download}
          means={[means.classes]}
          not={[not.classes]}
        />
      )}
      {figures.overTime === undefined ? null : (
        <Figure
          view={view}
          figure={figures.overTime}
          download={download}
          means={[means.overTime]}
          not={[not.overTime]}
        />
      )}
    </>
  );
}

function Downloads({ view, state }: Props) {
  const words = view.t.benchmark;
  const href = (file: string) => `${state.path}/${file}${state.query === '' ? '' : `?${state.query}`}`;
  const languageOf = (file: string) => `${href(file)}${state.query === '' ? '?' : '&'}lang=${view.lang}`;
  return (
    <section class="card" id="downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{words.downloadsTitle}</h2>
      <p class="actions">
        <a class="button quiet" href={languageOf('benchmark.html')} download>
          {words.downloadReport}
        </a>{' '}
        <a class="button quiet" href={languageOf('benchmark.xlsx')} download>
          {words.downloadWorkbook}
        </a>{' '}
        <a class="button quiet" href={languageOf('members.csv')} download>
          {words.downloadMembers}
        </a>{' '}
        <a class="button quiet" href={languageOf('response.csv')} download>
          {words.downloadResponse}
        </a>{' '}
        <a class="button quiet" href={languageOf('benchmark.json')} download>
          {words.downloadJson}
        </a>
      </p>
      <p>
        <a href="/method">{words.toMethod}</a>
      </p>
    </section>
  );
}

/** The library's notes; the case mix in the reader's words instead of the file's. */
function notes({ view, state, result }: ResultProps): string[] {
  const words = view.t.benchmark;
  const ticked = state.caseMix.options.filter((option) => option.ticked);
  const plain = sentence(
    {
      code: 'note-case-mix',
      params: { columns: state.caseMix.adjust.map(({ column }) => column).join(', ') },
    },
    view.lang,
  );
  const said = fill(words.adjustedFor, {
    columns: ticked.map(({ factor }) => words.factors[factor]).join(', '),
  });
  return [
    ...result.notes.map((note) => (ticked.length > 0 && note === plain ? said : note)),
    words.labelsNote,
  ];
}

export function BenchmarkResult(props: ResultProps) {
  const { view, state } = props;
  const words = view.t.benchmark;
  const { outcome, duration } = state.figures;
  const download = { path: state.path, query: state.query };
  return (
    <>
      <Quality {...props} />
      <MissingMeasure {...props} />
      <BenchmarkFinding {...props} />
      <Against {...props} />
      <div class="grid pair">
        {[outcome, duration].map((figure) =>
          figure === undefined ? null : (
            <Figure
              view={view}
              figure={figure}
              download={download}
              means={[words.figureMeans.caterpillar]}
              not={[words.figureNot.caterpillar]}
            />
          ),
        )}
      </div>
      <Further {...props} />
      <BenchmarkMembers {...props} />
      <BenchmarkModelFacts {...props} />
      <section class="card" aria-labelledby="notes-title">
        <h2 id="notes-title">{words.notesTitle}</h2>
        <ul>
          {notes(props).map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      </section>
      <Downloads {...props} />
    </>
  );
}
