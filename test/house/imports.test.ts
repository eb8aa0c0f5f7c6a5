/** The import directions of ARCHITECTURE.md, kept: each rule names who may see what. */

import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

const files = sourceFiles('src', 'server', 'views', 'data');
const room = (path: string): string =>
  path.startsWith('src/') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0]!;
const isPackage = (name: string): boolean =>
  !/^(src|server|views|data|test)\//.test(name) && !name.startsWith('node:');
const packageName = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

function offenders(inside: (file: SourceFile) => boolean, forbidden: (name: string) => boolean): string[] {
  return files
    .filter(inside)
    .flatMap((file) => file.imports.filter(forbidden).map((name) => `${file.path} -> ${name}`));
}

describe('import directions', () => {
  it('finds the files it is about', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(100);
  });

  it('model imports only model, and types only', () => {
    expect(
      offenders(
        (f) => room(f.path) === 'src/model',
        (n) => room(n) !== 'src/model',
      ),
    ).toEqual([]);
    const values = files.filter(
      (f) => room(f.path) === 'src/model' && /^export (const|function|class|let)\b/m.test(f.text),
    );
    expect(values.map((f) => f.path)).toEqual([]);
  });

  it('text imports only model', () => {
    expect(
      offenders(
        (f) => room(f.path) === 'src/text',
        (n) => !['src/model', 'src/text'].includes(room(n)),
      ),
    ).toEqual([]);
  });

  it('stats imports only its libraries and issues', () => {
    expect(
      offenders(
        (f) => room(f.path) === 'src/stats',
        (n) =>
          !isPackage(n) && !['src/stats', 'src/model', 'src/issue', 'src/lazy-library.ts'].includes(room(n)),
      ),
    ).toEqual([]);
  });

  it('score, simulate and benchmark never see each other', () => {
    const three = ['src/score', 'src/simulate', 'src/benchmark'];
    for (const one of three) {
      expect(
        offenders(
          (f) => room(f.path) === one,
          (n) => three.includes(room(n)) && room(n) !== one,
        ),
      ).toEqual([]);
    }
  });

  it.each([
    ['papaparse', ['src/read', 'src/write']],
    ['yauzl', ['src/read']],
    ['htmlparser2', ['src/read']],
    ['@duckdb/node-api', ['src/engine']],
    ['hono', ['server', 'views']],
    ['@hono/node-server', ['server']],
    ['@observablehq/plot', ['src/chart']],
    ['linkedom', ['src/chart']],
    ['commander', ['src/cli']],
    ['tar-stream', ['src/backup']],
    ['marked', ['server']],
    ['simple-statistics', ['src/stats']],
    ['ml-matrix', ['src/stats']],
  ])('%s stands behind %j', (library, rooms) => {
    const users = files.filter((f) => f.imports.some((n) => isPackage(n) && packageName(n) === library));
    expect(users.filter((f) => !rooms.includes(room(f.path))).map((f) => f.path)).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('server, views and cli see the library through src/index.ts and its doors only', () => {
    for (const outer of ['server', 'views', 'src/cli']) {
      expect(
        offenders(
          (f) => room(f.path) === outer,
          (n) => n.startsWith('src/') && n !== 'src/index.ts' && room(n) !== 'src/doors' && room(n) !== outer,
        ),
      ).toEqual([]);
    }
  });

  it('nobody imports server, cli or test; views do not import server', () => {
    expect(
      offenders(
        (f) => room(f.path) !== 'server',
        (n) => n.startsWith('server/'),
      ),
    ).toEqual([]);
    expect(
      offenders(
        (f) => room(f.path) !== 'src/cli',
        (n) => n.startsWith('src/cli/'),
      ),
    ).toEqual([]);
    expect(
      offenders(
        () => true,
        (n) => n.startsWith('test/'),
      ),
    ).toEqual([]);
  });

  it('the library knows no clock and no chance below the command line', () => {
    const inner = files.filter((f) => f.path.startsWith('src/') && room(f.path) !== 'src/cli');
    const guilty = inner.filter((f) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/.test(f.text),
    );
    expect(guilty.map((f) => f.path)).toEqual([]);
  });
});
