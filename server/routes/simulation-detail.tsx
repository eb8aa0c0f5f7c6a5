/** Who wins and loses per dimension, what each price does, and where the money lies: page and figures. */

import { type Context, Hono } from 'hono';
import {
  type GroupDimension,
  isComputed,
  moneyTornado,
  moneyWinners,
  type ReportTable,
  simulateTables,
  winnersBy,
} from '../../src/index.ts';
import { SimulationAnswer } from '../../views/pages/simulation-answer.tsx';
import { needs } from '../access/needs.ts';
import { type Draw, drawings, fileFigures } from '../draw.ts';
import { figureFile } from '../figure-file.ts';
import { notFound, page } from '../respond.tsx';
import type { Services } from '../services.ts';
import { answerContext, answerProps } from '../simulation/answer-props.ts';
import { type AtChoice, atChoice } from '../simulation/at-choice.tsx';
import { simulationDocument } from '../simulation/document.ts';
import { runTask, simulationStamps } from '../simulation-run.ts';

const DIMENSIONS: readonly GroupDimension[] = ['site', 'team', 'member', 'payer', 'setting'];
const TABLES: readonly string[] = ['tail', 'tail-units', 'tail-payers'];
/** Each price is taken a tenth lower and higher. */
const SHARE = 0.1;

interface Answer {
  readonly draws: readonly { readonly draw: Draw; readonly means: readonly string[] }[];
  readonly tables: readonly ReportTable[];
}

export function simulationDetailRoutes(services: Services): Hono {
  const routes = new Hono();

  async function answer(at: AtChoice): Promise<Answer> {
    const { loaded, choice, view } = at;
    const words = view.t.answers;
    const { result, scenario } = await simulationDocument(services, loaded, choice, view);
    const { total, by } = result;
    const bars = await runTask(services.simulator, loaded, scenario, choice.typing, 'tornado', {
      share: SHARE,
      baselineCents: total.baselineCents,
    });
    const tail = await runTask(services.simulator, loaded, scenario, choice.typing, 'tail', {
      lang: view.lang,
      changes: {},
    });
    const dimensions = DIMENSIONS.filter((unit) => (by[unit]?.length ?? 0) > 1);
    const winners = dimensions.map((unit) => winnersBy(unit, by[unit]!));
    return {
      draws: [
        ...winners.map((each, first) => ({
          draw: (context: Parameters<Draw>[0]) =>
            moneyWinners(each, { ...context, idSuffix: `${context.idSuffix ?? ''}-${each.unit}` }),
          means: first === 0 ? [words.winnersMeaning] : [],
        })),
        {
          draw: (context) => moneyTornado({ share: SHARE, bars }, total, context),
          means: [words.tornadoMeaning],
        },
      ],
      tables: simulateTables({ ...result, tail }, view.lang).filter(({ id }) => TABLES.includes(id)),
    };
  }

  function stampsOf({ loaded, choice }: AtChoice) {
    return simulationStamps(loaded, choice.scenario, choice.typing, choice.state.amounts.size > 0);
  }

  routes.get('/data/:id/simulation/detail', needs('viewer'), (c) =>
    atChoice(c, services, async (at) => {
      const words = at.view.t.answers;
      const { draws, tables } = await answer(at);
      const context = answerContext(at, stampsOf(at));
      return page(
        c,
        <SimulationAnswer
          {...answerProps(at)}
          tab="detail"
          title={words.detailTitle}
          lead={words.detailLead}
          figures={draws.flatMap(({ draw, means }) =>
            drawings([draw], context).map((figure) => ({ figure, means })),
          )}
          tables={tables}
          notes={[words.tailMeaning]}
          stamps={stampsOf(at)}
          download={{ part: 'detail', query: at.choice.query }}
        />,
      );
    }),
  );

  routes.get('/data/:id/simulation/detail/:file', needs('viewer'), (c) =>
    atChoice(c, services, async (at) => {
      const { draws } = await answer(at);
      const figures = fileFigures(
        draws.map(({ draw }) => draw),
        answerContext(at, stampsOf(at)),
      ).filter((figure) => isComputed(figure));
      return (await figureFile(c as Context, services, at.loaded.dataSet, figures)) ?? notFound(c, services);
    }),
  );

  return routes;
}
