/** The lock file serves every platform and names no registry: `npm ci` works on any machine. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const packages = Object.entries(lock.packages);

describe('package-lock.json', () => {
  it('holds every optional package, whatever the platform it was made on', () => {
    const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('names no address', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it('holds permissive licences only', () => {
    const allowed =
      /^\(?(MIT|ISC|BSD|0BSD|Apache-2\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|BlueOak-1\.0\.0|Python-2\.0|MPL-2\.0|Zlib|WTFPL)/;
    // A spreadsheet engine that checks workbooks in tests; it is never shipped.
    const testOnly = (path: string, dev: boolean | undefined): boolean =>
      dev === true && path === 'node_modules/hyperformula';
    const others = packages.filter(
      ([path, { license, dev }]) => license !== undefined && !allowed.test(license) && !testOnly(path, dev),
    );
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
});
