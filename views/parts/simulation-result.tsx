/**
 * What the prices do: the part of the simulation page that follows while one types. The headline is a
 * live region; the rest is swapped in place below it, so the page does not jump.
 */

import {
  isComputed,
  type LintFinding,
  type ReportTable,
  type ResolvedScenario,
  readableSentence,
  type SimulationOutcome,
  type Status,
  shownDifferenceCents,
} from '../../src/index.ts';
import { asClause, euros, number, signedEuros, signedPercent } from '../format.ts';
import { fill } from '../text/fill.ts';
import { shippedText } from '../text/shipped.ts';
import type { View } from '../view.ts';
import { Figure, type FigureDrawing } from './figure.tsx';
import { lintId } from './lint-marks.ts';
import { StampNotes } from './stamps.tsx';
import { Table } from './table.tsx';

export interface SimulationResultProps {
  readonly view: View;
  readonly id: string;
  readonly scenario: ResolvedScenario;
  readonly outcome: SimulationOutcome;
  readonly figures: readonly { readonly figure: FigureDrawing; readonly meaning?: string }[];
  readonly tables: readonly ReportTable[];
  readonly stamps: readonly Status[];
  /** Names of prices that could not be read, and what was typed by row of the list. */
  readonly unread: readonly string[];
  readonly unreadRows: ReadonlyMap<number, string>;
  readonly edits: number;
  /** Query of the canonical address; without the edits for the reset link. */
  readonly query: string;
  readonly resetQuery: string;
}

export function SimulationResult(props: SimulationResultProps) {
  const { view, id, figures, tables, query } = props;
  const path = `/data/${id}/simulation`;
  return (
    <div id="result">
      <InView {...props} />
      <Headline {...props} />
      {figures.map(({ figure, meaning }) => (
        <Figure
          view={view}
          figure={figure}
          download={{ path, query }}
          means={meaning === undefined ? [] : [meaning]}
        />
      ))}
      <Population {...props} />
      <Lint view={view} lint={props.outcome.lint} />
      <section class="card">
        <details>
          <summary>{view.t.simulation.fileTable}</summary>
          {tables.map((table) => (
            <Table view={view} table={table} />
          ))}
        </details>
      </section>
      <Exports view={view} path={path} query={query} />
      <Assumptions {...props} />
      <StampNotes view={view} stamps={props.stamps} />
    </div>
  );
}

/** On a narrow screen the headline is out of view while a price is typed: the same in one line that stays. */
function InView({ view: { lang, t }, outcome: { total } }: SimulationResultProps) {
  const { interval } = total;
  return (
    <p class="in-view" aria-hidden="true">
      <strong>{signedEuros(shownDifferenceCents(total), lang)}</strong>{' '}
      {isComputed(interval)
        ? fill(t.simulation.intervalShort, {
            level: `${number(interval.level * 100, lang)}%`,
            low: signedEuros(interval.lowCents, lang),
            high: signedEuros(interval.highCents, lang),
          })
        : t.simulation.noIntervalShort}
    </p>
  );
}

function Headline({ view, id, scenario, outcome, edits, resetQuery, ...rest }: SimulationResultProps) {
  const words = view.t.simulation;
  const { lang } = view;
  const { total } = outcome;
  const { interval, sd } = total;
  const difference = shownDifferenceCents(total);
  const direction = difference > 0 ? words.rises : difference < 0 ? words.falls : words.same;
  return (
    <section class="card headline">
      <div role="status">
        <p class="under-big">{direction}</p>
        <p class="big" id="difference">
          {signedEuros(difference, lang)}
        </p>
        {isComputed(total.differencePct) ? (
          <p>{fill(words.ofBaseline, { percent: signedPercent(total.differencePct, lang) })}</p>
        ) : null}
        <p>
          {isComputed(interval)
            ? fill(words.interval, {
                level: `${number(interval.level * 100, lang)}%`,
                low: signedEuros(interval.lowCents, lang),
                high: signedEuros(interval.highCents, lang),
              })
            : fill(words.noInterval, { reason: asClause(interval.undefined) })}
          {isComputed(interval) && interval.note !== undefined ? ` ${interval.note}` : ''}
        </p>
        {rest.unread.length === 0 ? null : (
          <p
            class="notes"
            id="unread"
            data-fields={[...rest.unreadRows.keys()].map((row) => `p${row}`).join(' ')}
          >
            {fill(words.badAmount, { where: rest.unread.join('; ') })}
          </p>
        )}
      </div>
      <dl class="facts">
        <div>
          <dt>{words.baseline}</dt>
          <dd>{euros(total.baselineCents, lang)}</dd>
          <dd class="small">
            {scenario.baseline === 'current'
              ? words.baselineCurrent
              : shippedText(scenario.baseline.title, lang)}
          </dd>
        </div>
        <div>
          <dt>{words.scenarioMoney}</dt>
          <dd>{euros(total.scenarioCents, lang)}</dd>
          <dd class="small">{shippedText(scenario.title, lang)}</dd>
        </div>
        {isComputed(sd) && isComputed(interval) ? (
          <div>
            <dt>{words.sources}</dt>
            <dd class="small">
              {words.sdTyping} {euros(sd.typingCents, lang)}
              <br />
              {words.sdSampling} {euros(sd.samplingCents, lang)}
              <br />
              {words.sdNote}
            </dd>
          </div>
        ) : null}
      </dl>
      <p class="hint">
        {edits === 0
          ? words.editedNone
          : edits === 1
            ? words.editedOne
            : fill(words.edited, { n: number(edits, lang) })}{' '}
        {edits === 0 ? null : (
          <a href={`/data/${id}/simulation${resetQuery === '' ? '' : `?${resetQuery}`}`}>{words.reset}</a>
        )}
      </p>
    </section>
  );
}

function Population({ view, outcome }: SimulationResultProps) {
  const words = view.t.simulation;
  const { population } = outcome;
  const count = (n: number) => number(n, view.lang);
  const lines = [
    [population.withoutBaseline, words.withoutBaseline],
    [population.withoutCluster, words.withoutCluster],
    [population.withoutStart, words.withoutStart],
    [population.notStarted, words.notStarted],
    [population.unpriced.episodes, words.unpriced],
  ] as const;
  return (
    <section class="card">
      <h2>{words.populationTitle}</h2>
      <p>
        {fill(words.population, {
          episodes: count(population.episodes),
          patients: count(population.patients),
        })}
      </p>
      {lines.every(([n]) => n === 0) ? null : (
        <ul>{lines.map(([n, sentence]) => (n === 0 ? null : <li>{fill(sentence, { n: count(n) })}</li>))}</ul>
      )}
    </section>
  );
}

/** Findings of one kind together: the first in full, the others one step away. */
function Lint({ view, lint }: { view: View; lint: readonly LintFinding[] }) {
  if (lint.length === 0) return null;
  const kinds = new Map<string, LintFinding[]>();
  for (const finding of lint) kinds.set(finding.code, [...(kinds.get(finding.code) ?? []), finding]);
  const line = (finding: LintFinding) => (
    <li
      {...(finding.row === undefined || finding.severity === 'info'
        ? {}
        : { id: lintId(finding), 'data-price': `p${finding.row - 1}` })}
    >
      <span class={`kind ${finding.severity}`}>{view.t.data.severity[finding.severity]}:</span>{' '}
      {readableSentence(finding.message, view.lang)}
    </li>
  );
  return (
    <section class="card" id="lint">
      <h2>{view.t.simulation.lintTitle}</h2>
      {[...kinds.values()].map(([first, ...others]) => (
        <>
          <ul class="findings">{line(first!)}</ul>
          {others.length === 0 ? null : (
            <details>
              <summary>{fill(view.t.simulation.lintMore, { n: number(others.length, view.lang) })}</summary>
              <ul class="findings">{others.map(line)}</ul>
            </details>
          )}
        </>
      ))}
    </section>
  );
}

/** The whole simulation as files. */
function Exports({ view, path, query }: { view: View; path: string; query: string }) {
  const words = view.t.answers;
  const files = [
    ['xlsx', words.exportXlsx],
    ['html', words.exportHtml],
    ['csv', words.exportCsv],
    ['json', words.exportJson],
  ] as const;
  return (
    <section class="card" id="exports">
      <h2>{words.exportTitle}</h2>
      <p class="hint">{words.exportHint}</p>
      <ul>
        {files.map(([kind, label]) => (
          <li>
            <a href={`${path}/simulation.${kind}${query === '' ? '' : `?${query}`}`} download>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Assumptions({ view, scenario }: SimulationResultProps) {
  const words = view.t.simulation;
  if (scenario.assumptions.length === 0) return null;
  return (
    <section class="card">
      <h2>{words.assumptionsTitle}</h2>
      <ul>
        {scenario.assumptions.map(({ text, source }) => (
          <li>
            {shippedText(text, view.lang)}
            {source === undefined ? null : (
              <span class="hint">
                {' '}
                {fill(words.assumptionSource, { source: shippedText(source, view.lang) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
