/** The models behind the comparison, and every episode that is not in them with its reason. */

import {
  type BenchmarkDocument,
  benchmarkTables,
  type Exclusion,
  isComputed,
  type ReportTable,
} from '../../src/index.ts';
import type { ComparisonState } from '../benchmark-model.ts';
import { number, share } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { Table } from './table.tsx';
import { WithTerms } from './with-terms.tsx';

interface Props {
  readonly view: View;
  readonly state: ComparisonState;
  readonly result: BenchmarkDocument;
}

const MODELS = ['outcome', 'duration', 'joint'] as const;

function inModel(result: BenchmarkDocument, model: (typeof MODELS)[number]): number | undefined {
  const fitted = model === 'joint' ? result.joint : result.models[model];
  return isComputed(fitted) ? fitted.n : undefined;
}

function Excluded({ view, state, result }: Props) {
  const words = view.t.benchmark;
  const { lang } = view;
  const models = MODELS.filter((model) => inModel(result, model) !== undefined);
  const reasons = [...new Set(result.excluded.map(({ reason }) => reason))];
  const left = (model: Exclusion['model'], reason: Exclusion['reason']): number =>
    result.excluded.find((line) => line.model === model && line.reason === reason)?.n ?? 0;
  const { usable, selected } = state.rows;
  const row = (label: string, cell: (model: (typeof MODELS)[number]) => number, kind = '') => (
    <tr class={kind}>
      <th scope="row">{label}</th>
      {models.map((model) => (
        <td class="number">{number(cell(model), lang)}</td>
      ))}
    </tr>
  );
  return (
    <>
      <h3>{words.excludedTitle}</h3>
      <p class="hint">{words.excludedLead}</p>
      <section class="scroll" tabindex={0} aria-label={words.excludedTitle}>
        <table class="excluded">
          <thead>
            <tr>
              <th scope="col">{words.excludedReason}</th>
              {models.map((model) => (
                <th scope="col" class="number">
                  {words.excludedModels[model]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row(words.excludedUsable, () => usable)}
            {row(words.excludedFiltered, () => selected - usable)}
            {reasons.map((reason) => row(words.reasons[reason], (model) => -left(model, reason)))}
            {row(words.excludedIn, (model) => inModel(result, model)!, 'total')}
          </tbody>
        </table>
      </section>
    </>
  );
}

export function BenchmarkModelFacts(props: Props) {
  const { view, state, result } = props;
  const words = view.t.benchmark;
  const tables = new Map(benchmarkTables(result, view.lang).map((table) => [table.id, table]));
  const icc = isComputed(result.models.outcome) ? result.models.outcome.icc : undefined;
  const computed = (table: ReportTable): ReportTable => ({
    ...table,
    rows: table.rows.filter((row) => row.some((cell) => typeof cell === 'number')),
  });
  const models = tables.get('models');
  const coefficients = tables.get('coefficients');
  return (
    <section class="card" aria-labelledby="model-title">
      <h2 id="model-title">{words.modelTitle}</h2>
      <p>
        {fill(words.modelLead, {
          method: state.method.toUpperCase(),
          icc:
            icc !== undefined && isComputed(icc) ? fill(words.modelIcc, { icc: share(icc, view.lang) }) : '',
        })}
      </p>
      <p class="hint">
        <WithTerms view={view} text={words.modelHint} at="model" />
      </p>
      {models === undefined ? null : <Table view={view} table={computed(models)} captionHidden />}
      {coefficients === undefined ? null : (
        <details>
          <summary>{words.coefficients}</summary>
          <Table view={view} table={coefficients} captionHidden />
        </details>
      )}
      <Excluded {...props} />
    </section>
  );
}
