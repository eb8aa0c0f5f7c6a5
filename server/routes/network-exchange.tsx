/** Contributions out and in, and the comparison made of them. */

import { type Context, Hono } from 'hono';
import { checkSeal, gateTables, parseContribution, Refusal, refuse } from '../../src/index.ts';
import { NetworkComparison, NoComparison } from '../../views/pages/network-comparison.tsx';
import { NetworkContribution } from '../../views/pages/network-contribution.tsx';
import { NetworkFile } from '../../views/pages/network-file.tsx';
import { fill } from '../../views/text/fill.ts';
import { needs } from '../access/needs.ts';
import { contextOf, figuresOf } from '../benchmark/figures.ts';
import { benchmarkFile } from '../benchmark/files.ts';
import { fileFigures } from '../draw.ts';
import { figureFile } from '../figure-file.ts';
import {
  type CombineChoices,
  combineQuery,
  comparisonState,
  networkComparison,
  readCombineChoices,
} from '../network/comparison.ts';
import type { Network } from '../network/network.ts';
import { note } from '../network/note.ts';
import { type ContributionRequest, membersIn, previewOwn, releaseOwn } from '../network/own-contribution.ts';
import { isOwn, signatureCheck } from '../network/received.ts';
import { onlySmallUploads, smallFiles, textFields } from '../network/small-upload.ts';
import { pageSentence, pageSentences } from '../page-sentences.ts';
import { dataSetOf, languageOf, notFound, page, viewOf } from '../respond.tsx';
import { createSaid } from '../said.ts';
import type { Services } from '../services.ts';
import { networkPage } from './network.tsx';

const COMPARISON = '/network/comparison';

type Received = readonly { readonly accepted: boolean; readonly sentence: string }[];

export function networkExchangeRoutes(services: Services, network: Network): Hono {
  const routes = new Hono();
  const said = createSaid<Received>(services);

  // Here, since it says what came of files that were received.
  routes.get('/network', needs('viewer'), (c) => {
    const received = said.read(c);
    return networkPage(c, services, network, received === undefined ? {} : { received });
  });

  /** What would leave, or why it cannot; `refused` = why what was asked did not happen. */
  async function preview(c: Context, asked: ContributionRequest, refused?: Refusal): Promise<Response> {
    const dataSet = dataSetOf(services, asked.dataSet);
    const view = viewOf(c, services, dataSet);
    const designs = (await network.designs()).flatMap((each) => ('value' in each ? [each] : []));
    const loaded = dataSet === undefined ? undefined : await services.workspace.load(dataSet.id);
    const members = loaded === undefined ? [] : membersIn(loaded);
    const shared = {
      view,
      designs: designs.map(({ name }) => name),
      chosen: { ...asked, dataSet: dataSet?.id ?? view.current?.id ?? '' },
      members,
    };
    const words = (issues: Refusal['issues']) => pageSentences(issues, view.t.network.refusal, view.lang);
    const before = refused === undefined ? [] : words(refused.issues);
    const asksMember = members.length > 1 && asked.member === '';
    if (dataSet === undefined || asked.design === '' || asksMember) {
      const asks = asksMember && dataSet !== undefined && asked.design !== '';
      return page(c, <NetworkContribution {...shared} refused={before} asksMember={asks} />);
    }
    try {
      const made = await previewOwn(services, network, asked);
      await note(c, services, 'contribution-viewed', asked.design, dataSet.id);
      const design = await network.design(asked.design);
      return page(
        c,
        <NetworkContribution {...shared} preview={{ ...made, design }} refused={before} />,
        before.length > 0 ? 400 : 200,
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return page(c, <NetworkContribution {...shared} refused={[...before, ...words(error.issues)]} />, 400);
    }
  }

  routes.get('/network/contribution', needs('analyst'), (c) => {
    const data = c.req.query('data') ?? '';
    if (data !== '' && dataSetOf(services, data) === undefined) return notFound(c, services);
    const design = c.req.query('design') ?? '';
    return preview(c, { dataSet: data, design, member: (c.req.query('member') ?? '').trim() });
  });

  routes.post('/network/contribution', needs('analyst'), async (c) => {
    const { data = '', design = '', member = '', expected = '' } = await textFields(c);
    const asked = { dataSet: data, design, member };
    if (dataSetOf(services, data) === undefined) return notFound(c, services);
    try {
      const name = await releaseOwn(services, network, asked, expected);
      await note(c, services, 'contribution-released', name, data);
      return c.redirect(`/network/contributions/${name}?released=1`, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await note(c, services, 'contribution-refused', design, data);
      const changed = error.issues.some(({ code }) => code === 'contribution-changed');
      return preview(c, asked, changed ? error : undefined);
    }
  });

  routes.post('/network/contributions', needs('analyst'), onlySmallUploads, async (c) => {
    const { t, lang } = viewOf(c, services);
    const files = await smallFiles(c, 'files');
    if (files.length === 0) throw refuse('contributions-none');
    const received: { accepted: boolean; sentence: string }[] = [];
    for (const { name, text } of files) {
      try {
        const document = parseContribution(text, name);
        checkSeal(document, undefined);
        const kept = await network.receive(document, text, name);
        await note(c, services, 'contribution-received', kept);
        const said = fill(t.network.receivedAccepted, { name, member: document.member });
        received.push({ accepted: true, sentence: said });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        // The same file again is no fault: it is here.
        const known = error.issues.every(({ code }) => code === 'contribution-known');
        received.push({
          accepted: known,
          sentence: error.issues.map((issue) => pageSentence(issue, lang)).join(' '),
        });
      }
    }
    if (received.some(({ accepted }) => !accepted)) return networkPage(c, services, network, { received });
    return said.leadTo(c, '/network#received', received);
  });

  routes.get(
    '/network/contributions/:file{[A-Za-z0-9][A-Za-z0-9_-]*\\.json}',
    needs('analyst'),
    async (c) => {
      const name = c.req.param('file').replace(/\.json$/, '');
      const found = await network.contribution(name);
      if (found === undefined || !('text' in found)) return notFound(c, services);
      await note(c, services, 'contribution-exported', name);
      return c.body(found.text, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.json"`,
      });
    },
  );

  routes.get('/network/contributions/:name', needs('viewer'), async (c) => {
    const name = c.req.param('name');
    const found = await network.contribution(name);
    if (found === undefined) return notFound(c, services);
    if (!('value' in found)) throw new Refusal(found.issues);
    const [keys, ownKey] = await Promise.all([network.memberKeys(), network.ownKey()]);
    return page(
      c,
      <NetworkFile
        view={viewOf(c, services)}
        name={name}
        document={found.value}
        own={isOwn(found.value, ownKey)}
        check={signatureCheck(found.value, keys, ownKey)}
        released={c.req.query('released') !== undefined}
      />,
    );
  });

  routes.post('/network/contributions/:name/delete', needs('analyst'), async (c) => {
    await network.removeContribution(c.req.param('name'));
    await note(c, services, 'contribution-deleted', c.req.param('name'));
    return c.redirect('/network#received', 303);
  });

  const compared = async (
    c: Context,
  ): Promise<readonly [CombineChoices, Awaited<ReturnType<typeof networkComparison>>]> => {
    const choices = readCombineChoices(new URL(c.req.url).searchParams);
    return [choices, await networkComparison(network, choices, languageOf(c), services.peerSeed)];
  };

  routes.get(COMPARISON, needs('viewer'), async (c) => {
    const [choices, made] = await compared(c);
    const view = viewOf(c, services);
    if (made.kind === 'nothing') {
      return page(c, <NoComparison view={view} gone={choices.files.length > 0} sentences={[]} />);
    }
    if (made.kind === 'refused') {
      return page(c, <NoComparison view={view} sentences={made.sentences} />, 400);
    }
    await note(c, services, 'comparison-viewed', '');
    const path = `${COMPARISON}?${combineQuery(choices)}`;
    return page(
      c,
      <NetworkComparison
        view={{ ...view, path }}
        state={comparisonState(made, choices, COMPARISON, view.lang)}
        document={made.document}
        files={choices.files}
        missing={made.missing}
      />,
    );
  });

  routes.get(`${COMPARISON}/:file`, needs('viewer'), async (c) => {
    const [choices, made] = await compared(c);
    if (made.kind !== 'made') return notFound(c, services);
    const lang = languageOf(c);
    const comparison = { result: made.document, own: made.own };
    const context = contextOf(comparison, lang);
    if (context === undefined) return notFound(c, services);
    const figures = () => fileFigures(Object.values(figuresOf(comparison, choices.own, lang)), context);
    const nowhere = { id: '' };
    const tables = gateTables(made.document.disclosure, lang);
    return (
      (await benchmarkFile(c, services, nowhere, { result: made.document, figures, tables, lang })) ??
      (await figureFile(c, services, nowhere, figures())) ??
      notFound(c, services)
    );
  });

  return routes;
}
