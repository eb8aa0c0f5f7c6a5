/** Every direct dependency is listed in ARCHITECTURE.md with its own licence and a reason, and nothing else is. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

it('the table of libraries is that of package.json', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const listed = [
    ...read('ARCHITECTURE.md').matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm),
  ].map(([, name = '', licence = '', rooms = '', why = '']) => ({ name, licence, rooms, why }));
  const wanted = Object.keys(dependencies).map((name) => {
    const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as { license: string };
    return `${name} ${license}`;
  });
  const found = listed.filter(({ name }) => !name.includes('/') || name.startsWith('@'));
  expect(found.map(({ name, licence }) => `${name} ${licence}`).sort()).toEqual(wanted.sort());
  for (const { name, rooms, why } of found) {
    expect(rooms.trim(), name).not.toBe('');
    expect(why.trim().length, name).toBeGreaterThan(3);
  }
});

it('versions are pinned', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});
