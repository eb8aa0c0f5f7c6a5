/**
 * The network for programs: what is agreed on, contributions in and out, their comparison. Invariant: a contribution
 * leaves by the road of the pages: what would leave is looked at first, and its hash is sent back.
 */

import { type Context, Hono } from 'hono';
import { checkSeal, parseContribution, Refusal, refuse } from '../../src/index.ts';
import { needs } from '../access/needs.ts';
import { bodyOf, limited } from '../api/body.ts';
import { API_BASE } from '../api/description.ts';
import { apiLanguage } from '../api/problem.ts';
import { COMPARISON_BODY, CONTRIBUTION_BODY } from '../api/request-bodies.ts';
import { apiTools } from '../api/tools.ts';
import { networkComparison } from '../network/comparison.ts';
import { contributionName, type Network } from '../network/network.ts';
import { note } from '../network/note.ts';
import { previewOwn, releaseOwn } from '../network/own-contribution.ts';
import { receivedGroups } from '../network/received.ts';
import { onlySmallUploads } from '../network/small-upload.ts';
import type { Services } from '../services.ts';

export function apiNetworkRoutes(services: Services, network: Network): Hono {
  const routes = new Hono().basePath(API_BASE);
  const { send, found } = apiTools(services);

  routes.get('/designs', needs('viewer'), async (c) => {
    const designs = (await network.designs()).map((each) => ({
      name: each.name,
      ...('value' in each ? { design: each.value } : {}),
    }));
    return send(c, { designs });
  });

  routes.get('/conversions', needs('viewer'), async (c) => {
    const conversions = (await network.conversions()).flatMap((each) => {
      if (!('value' in each)) return [];
      const { id, instrument, version, source, status, sha256 } = each.value;
      const stamped = status === undefined ? {} : { status };
      return [{ name: each.name, id, instrument, version, source, ...stamped, sha256 }];
    });
    return send(c, { conversions });
  });

  routes.get('/contributions', needs('viewer'), async (c) => send(c, await receivedGroups(network)));

  routes.post('/contributions', needs('analyst'), onlySmallUploads, async (c) => {
    const text = await c.req.text();
    const document = parseContribution(text, 'contribution');
    checkSeal(document, undefined);
    const name = contributionName(document);
    // The same one again is no fault: it is here.
    const known = (await network.contribution(name)) !== undefined;
    if (!known) {
      await network.receive(document, text, name);
      await note(c, services, 'contribution-received', name);
    }
    return send(c, { name, known }, known ? 200 : 201);
  });

  routes.get('/contributions/:name', needs('analyst'), async (c) => {
    const kept = await network.contribution(c.req.param('name'));
    if (kept === undefined || !('text' in kept)) throw refuse('api-nothing-here');
    await note(c, services, 'contribution-exported', kept.name);
    // Byte for byte: it is sealed.
    return c.body(kept.text, 200, { 'content-type': 'application/json' });
  });

  routes.delete('/contributions/:name', needs('analyst'), async (c) => {
    const name = c.req.param('name');
    if ((await network.contribution(name)) === undefined) throw refuse('api-nothing-here');
    await network.removeContribution(name);
    await note(c, services, 'contribution-deleted', name);
    return c.body(null, 204);
  });

  routes.post('/data-sets/:id/contribution', needs('analyst'), limited, async (c) => {
    const { id } = found(c.req.param('id'));
    const { design, member = '', expected } = await bodyOf(c, CONTRIBUTION_BODY);
    const asked = { dataSet: id, design, member };
    if (expected !== undefined) return released(c, asked, expected);
    const { open, sha256, countsTooClose } = await previewOwn(services, network, asked);
    await note(c, services, 'contribution-viewed', design, id);
    return send(c, { released: false, sha256, countsTooClose, contribution: open.document });
  });

  async function released(c: Context, asked: Parameters<typeof releaseOwn>[2], expected: string) {
    const { dataSet, design } = asked;
    try {
      const name = await releaseOwn(services, network, asked, expected);
      await note(c, services, 'contribution-released', name, dataSet);
      const kept = await network.contribution(name);
      if (kept === undefined || !('value' in kept)) throw refuse('api-nothing-here');
      return send(c, { released: true, name, sha256: expected, contribution: kept.value }, 201);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await note(c, services, 'contribution-refused', design, dataSet);
      const changed = error.issues.some(({ code }) => code === 'contribution-changed');
      throw changed ? refuse('api-contribution-changed') : error;
    }
  }

  routes.post('/comparison', needs('viewer'), limited, async (c) => {
    const { contributions, own = '', method = 'reml' } = await bodyOf(c, COMPARISON_BODY);
    const here = new Set((await network.contributions()).map(({ name }) => name));
    if (!contributions.every((name) => here.has(name))) throw refuse('api-nothing-here');
    const choices = { files: [...new Set(contributions)].sort(), own, method };
    const made = await networkComparison(network, choices, apiLanguage(c), services.peerSeed);
    if (made.kind === 'refused') throw made.refusal;
    if (made.kind === 'nothing') throw refuse('api-nothing-here');
    await note(c, services, 'comparison-viewed', '');
    return send(c, made.document);
  });

  return routes;
}
