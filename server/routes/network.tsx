/** The network: its place, designs, keys, conversion tables and the register of releases. */

import { type Context, Hono } from 'hono';
import { parseConversion, parseDesign, parseKeys, parseRuleTable, Refusal, refuse } from '../../src/index.ts';
import type { DesignFields } from '../../views/network-model.ts';
import { Network } from '../../views/pages/network.tsx';
import { NetworkDesign } from '../../views/pages/network-design.tsx';
import { NetworkKeys } from '../../views/pages/network-keys.tsx';
import { NetworkReleases } from '../../views/pages/network-releases.tsx';
import { needs } from '../access/needs.ts';
import { designOf, fieldsOf } from '../network/design-form.ts';
import { fingerprint, type Network as NetworkFiles } from '../network/network.ts';
import { note } from '../network/note.ts';
import { receivedGroups, releaseLines } from '../network/received.ts';
import { onlySmallUploads, smallFiles, textFields } from '../network/small-upload.ts';
import { pageSentences } from '../page-sentences.ts';
import { notFound, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';

/** The first page, with what came of what was just sent. */
export async function networkPage(
  c: Context,
  services: Services,
  network: NetworkFiles,
  more: Pick<Parameters<typeof Network>[0], 'received' | 'refused'> = {},
): Promise<Response> {
  const [designs, { groups, faulty }] = await Promise.all([network.designs(), receivedGroups(network)]);
  const lines = designs.map((each) =>
    'value' in each ? { name: each.name, design: each.value } : { name: each.name },
  );
  const bad = more.refused !== undefined || more.received?.some(({ accepted }) => !accepted);
  const view = viewOf(c, services);
  return page(
    c,
    <Network view={view} designs={lines} groups={groups} faulty={faulty} {...more} />,
    bad ? 400 : 200,
  );
}

export function networkRoutes(services: Services, network: NetworkFiles): Hono {
  const routes = new Hono();

  async function conversionNames(): Promise<string[]> {
    const tables = await network.conversions();
    return tables.flatMap((each) => ('value' in each ? [each.value.id.split('#')[0]!] : []));
  }

  const inWords = (c: Context, error: Refusal): string[] => {
    const view = viewOf(c, services);
    return pageSentences(error.issues, view.t.network.refusal, view.lang);
  };

  async function designForm(c: Context, fields: DesignFields, refused: readonly string[]): Promise<Response> {
    return page(
      c,
      <NetworkDesign
        view={viewOf(c, services)}
        fields={fields}
        conversions={await conversionNames()}
        refused={refused}
      />,
      refused.length > 0 ? 400 : 200,
    );
  }

  routes.get('/network/designs/new', needs('analyst'), (c) =>
    designForm(c, { better: 'higher', direction: 'lower' }, []),
  );

  routes.post('/network/designs', needs('analyst'), async (c) => {
    const fields = await textFields(c);
    const name = (fields.name ?? '').trim();
    try {
      await network.saveDesign(name, designOf(fields, name));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return designForm(c, fields, inWords(c, error));
    }
    await note(c, services, 'design-saved', name);
    return c.redirect(`/network/designs/${name}?saved=1`, 303);
  });

  routes.post('/network/designs/import', needs('analyst'), onlySmallUploads, async (c) => {
    try {
      const [file] = await smallFiles(c, 'file');
      if (file === undefined) throw refuse('upload-empty');
      const name = file.name
        .replace(/\.[^.]*$/, '')
        .replace(/[^\w-]+/g, '-')
        .replace(/^[-_]+/, '')
        .slice(0, 64);
      await network.saveDesign(name, parseDesign(file.text, file.name));
      await note(c, services, 'design-saved', name);
      return c.redirect(`/network/designs/${name}?saved=1`, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return networkPage(c, services, network, { refused: inWords(c, error) });
    }
  });

  async function designPage(
    c: Context,
    name: string,
    more: { readonly fields?: DesignFields; readonly refused?: readonly string[] } = {},
  ): Promise<Response> {
    const stored = (await network.designs()).find((each) => each.name === name);
    if (stored === undefined) return notFound(c, services);
    const design = 'value' in stored ? stored.value : undefined;
    const view = viewOf(c, services);
    const refused = more.refused ?? ('issues' in stored ? pageSentences(stored.issues, {}, view.lang) : []);
    return page(
      c,
      <NetworkDesign
        view={view}
        stored={{
          name,
          ...(design === undefined ? {} : { design }),
          was: 'text' in stored ? fingerprint(stored.text) : '',
        }}
        fields={more.fields ?? (design === undefined ? {} : fieldsOf(design))}
        conversions={await conversionNames()}
        saved={c.req.query('saved') !== undefined}
        refused={refused}
      />,
      more.refused === undefined ? 200 : 400,
    );
  }

  routes.get('/network/designs/:file{[A-Za-z0-9][A-Za-z0-9_-]*\\.json}', needs('viewer'), async (c) => {
    const name = c.req.param('file').replace(/\.json$/, '');
    const found = (await network.designs()).find((each) => each.name === name);
    if (found === undefined || !('value' in found)) return notFound(c, services);
    return c.body(found.text, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.json"`,
    });
  });

  routes.get('/network/designs/:name', needs('viewer'), (c) => designPage(c, c.req.param('name')));

  routes.post('/network/designs/:name', needs('analyst'), async (c) => {
    const name = c.req.param('name');
    const fields = await textFields(c);
    try {
      await network.saveDesign(name, designOf(fields, name), fields.was ?? '');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return designPage(c, name, { fields, refused: inWords(c, error) });
    }
    await note(c, services, 'design-saved', name);
    return c.redirect(`/network/designs/${name}?saved=1`, 303);
  });

  routes.post('/network/designs/:name/delete', needs('analyst'), async (c) => {
    await network.removeDesign(c.req.param('name'));
    await note(c, services, 'design-deleted', c.req.param('name'));
    return c.redirect('/network#designs', 303);
  });

  routes.get('/network/releases', needs('viewer'), async (c) => {
    const releases = await releaseLines(services.home.folder, network);
    return page(c, <NetworkReleases view={viewOf(c, services)} releases={releases} />);
  });

  async function keysPage(c: Context, refused: readonly string[] = []): Promise<Response> {
    const [ownKey, keys, conversions] = await Promise.all([
      network.ownKey(),
      network.memberKeys(),
      network.conversions(),
    ]);
    return page(
      c,
      <NetworkKeys
        view={viewOf(c, services)}
        {...(ownKey === undefined ? {} : { ownKey })}
        keys={keys}
        conversions={conversions.map((each) =>
          'value' in each ? { name: each.name, table: each.value } : { name: each.name },
        )}
        refused={refused}
      />,
      refused.length > 0 ? 400 : 200,
    );
  }

  /** Does it, notes it, and shows the page again; a refusal is said there. */
  async function onKeys(c: Context, work: () => Promise<string>, event: Parameters<typeof note>[2]) {
    try {
      const name = await work();
      await note(c, services, event, name);
      return c.redirect('/network/keys', 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return keysPage(c, inWords(c, error));
    }
  }

  const uploaded = async (c: Context) => {
    const [file] = await smallFiles(c, 'file');
    if (file === undefined) throw refuse('upload-empty');
    return file;
  };

  routes.get('/network/keys', needs('viewer'), (c) => keysPage(c));

  routes.post('/network/keys', needs('analyst'), async (c) => {
    const { member = '', key = '' } = await textFields(c);
    return onKeys(
      c,
      async () => {
        if (member.trim() === '') throw refuse('member-key');
        await network.saveMemberKey(member.trim(), key.trim());
        return '';
      },
      'keys-changed',
    );
  });

  routes.post('/network/keys/import', needs('analyst'), onlySmallUploads, (c) =>
    onKeys(
      c,
      async () => {
        const { text, name } = await uploaded(c);
        await network.saveMemberKeys(new Map([...(await network.memberKeys()), ...parseKeys(text, name)]));
        return '';
      },
      'keys-changed',
    ),
  );

  routes.post('/network/keys/delete', needs('analyst'), async (c) => {
    const { member = '' } = await textFields(c);
    return onKeys(c, () => network.removeMemberKey(member).then(() => ''), 'keys-changed');
  });

  routes.post('/network/conversions', needs('analyst'), onlySmallUploads, (c) =>
    onKeys(
      c,
      async () => {
        const { text, name } = await uploaded(c);
        const table = parseConversion(parseRuleTable(name, text));
        await network.saveConversion(table, text);
        return table.id;
      },
      'conversion-saved',
    ),
  );

  routes.post('/network/conversions/:name/delete', needs('analyst'), (c) =>
    onKeys(
      c,
      async () => {
        await network.removeConversion(c.req.param('name'));
        return c.req.param('name');
      },
      'conversion-deleted',
    ),
  );

  return routes;
}
