/** What the documents for administrators name is there: settings, commands, routes, files. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runHere } from '../support/run-here.ts';
import { ROOT, sourceFiles } from './source-files.ts';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const running = read('docs/running.md');
const files = { running, service: read('docs/zorgcluster.service'), docker: read('Dockerfile') };
const source = sourceFiles('src', 'server')
  .map(({ text }) => text)
  .join('\n');

describe('running it for an institution', () => {
  it.each(Object.entries(files))('%s names settings that the program reads', (_, text) => {
    const named = new Set([...text.matchAll(/\bZORGCLUSTER_[A-Z_]+\b/g)].map(([name]) => name));
    expect(named.size).toBeGreaterThan(1);
    for (const name of named) {
      const part = name.replace('ZORGCLUSTER_OIDC_', '');
      expect(source.includes(name) || source.includes(`'${part}'`), name).toBe(true);
    }
  });

  it('names every setting', () => {
    const read = new Set([...source.matchAll(/env\.(ZORGCLUSTER_[A-Z]+)/g)].map(([, name]) => name!));
    read.delete('ZORGCLUSTER_DEBUG');
    for (const name of read) expect(running, name).toContain(`\`${name}\``);
  });

  it('names commands and options that there are', async () => {
    const lines = [...running.matchAll(/\bzorgcluster (serve|backup|restore)\b([^\n`]*)/g)];
    expect(lines.length).toBeGreaterThan(2);
    for (const [, command, rest] of lines) {
      const help = await runHere(join(ROOT, 'dist'), [command!, '--help']);
      for (const [option] of rest!.matchAll(/--[a-z-]+/g)) expect(help.stdout, option).toContain(option);
    }
  });

  it('names routes that there are', () => {
    for (const route of ['/health', '/ready']) {
      expect(running).toContain(`GET ${route}`);
      expect(source).toContain(`routes.get('${route}'`);
    }
    expect(files.docker).toContain('/ready');
  });

  it('copies into the container what is there, and leaves the tests out', () => {
    const copied = [...files.docker.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
      names!.split(' '),
    );
    expect(copied.length).toBeGreaterThan(8);
    expect(copied.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
    const needed = ['views', 'data', 'docs', 'package.json'];
    expect(needed.filter((name) => !copied.includes(name))).toEqual([]);
  });
});
