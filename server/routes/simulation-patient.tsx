/** One patient from ratings to euros. A row stands in the address by its number; every look is written down. */

import { Hono } from 'hono';
import { makeMeta, paymentTables } from '../../src/index.ts';
import { QueryFields, SimulationAnswer, TextField } from '../../views/pages/simulation-answer.tsx';
import { simulationAddress } from '../../views/parts/simulation-tabs.tsx';
import { fill } from '../../views/text/fill.ts';
import { needs } from '../access/needs.ts';
import { page } from '../respond.tsx';
import type { Services } from '../services.ts';
import { answerProps } from '../simulation/answer-props.ts';
import { type AtChoice, atChoice } from '../simulation/at-choice.tsx';
import { effective } from '../simulation/choice.ts';
import { runTask, simulationStamps } from '../simulation-run.ts';
import { addAudit } from '../store/audit.ts';

export function simulationPatientRoutes(services: Services): Hono {
  const routes = new Hono();

  async function tables(at: AtChoice, place: number) {
    const { loaded, choice, view } = at;
    const payment = await runTask(
      services.simulator,
      loaded,
      effective(choice, view),
      choice.typing,
      'payment',
      { rows: [place], lang: view.lang },
    );
    const meta = makeMeta({ command: 'explain', inputs: [], options: {}, statuses: [] });
    return paymentTables({ meta, cases: [], payment }, view.lang);
  }

  routes.get('/data/:id/simulation/patient', needs('analyst'), (c) =>
    atChoice(c, services, async (at) => {
      const { view, loaded, choice, search } = at;
      const words = view.t.answers;
      const { id } = loaded.dataSet;
      const asked = /^\d{1,9}$/.exec(search.get('row')?.trim() ?? '')?.[0];
      const place = asked === undefined ? -1 : loaded.table.rows.indexOf(Number(asked));
      if (place >= 0) {
        const entry = { at: services.now().toISOString(), action: 'view-case', dataSet: id } as const;
        await services.engine.transaction((transaction) =>
          addAudit(transaction, {
            ...entry,
            who: c.get('user').id,
            detail: { row: Number(asked), scenario: choice.listed.id },
          }),
        );
      }
      return page(
        c,
        <SimulationAnswer
          {...answerProps(at)}
          tab="patient"
          title={words.patientTitle}
          lead={words.patientLead}
          tables={place < 0 ? [] : await tables(at, place)}
          notes={[words.patientDone]}
          stamps={simulationStamps(loaded, choice.scenario, choice.typing, choice.state.amounts.size > 0)}
        >
          <form method="get" action={simulationAddress(id, 'patient', '')} class="card">
            <QueryFields query={choice.query} />
            <TextField
              name="row"
              label={words.patientRow}
              value={search.get('row')?.slice(0, 12) ?? ''}
              hint={words.patientRowHint}
            />
            <p class="actions">
              <button type="submit">{words.patientShow}</button>{' '}
              <a class="button quiet" href={place < 0 ? `/data/${id}/cases` : `/data/${id}/cases/${asked}`}>
                {place < 0 ? words.patientCases : words.patientCase}
              </a>
            </p>
            {place >= 0 ? null : (
              <p>
                {search.get('row') === null
                  ? words.patientNone
                  : fill(words.patientMissing, { row: asked ?? '?' })}
              </p>
            )}
          </form>
        </SimulationAnswer>,
      );
    }),
  );

  return routes;
}
