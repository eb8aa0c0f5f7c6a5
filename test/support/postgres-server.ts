/** A PostgreSQL server of our own: Debian's package, an unprivileged user, a data folder that goes, a socket alone. */

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = '/usr/lib/postgresql';

export interface PostgresServer {
  /** Of the server, as it says itself. */
  readonly version: string;
  run(statements: readonly string[]): void;
  /** The result of a query as CSV with a header; blank = null. */
  csv(query: string): string;
  stop(): void;
}

/** Folder of the server's programs; undefined where the package is not installed. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(ROOT) ? readdirSync(ROOT).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(ROOT, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

export function startPostgres(bin: string): PostgresServer {
  const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-pg-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const root = process.getuid?.() === 0;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const user = root ? { uid: id('-u'), gid: id('-g') } : {};
  if (root) for (const path of [folder, data]) chownSync(path, user.uid!, user.gid!);
  const program = (name: string, args: readonly string[]): string =>
    execFileSync(join(bin, name), args, {
      ...user,
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  program('initdb', ['-D', data, '-A', 'trust', '-U', 'trial', '-E', 'UTF8', '--no-sync']);
  const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c work_mem=64MB -c fsync=off`;
  execFileSync(join(bin, 'pg_ctl'), ['-D', data, '-l', join(folder, 'log'), '-w', '-o', settings, 'start'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const psql = (file: string, output?: string): string =>
    program('psql', [
      '-X',
      '-q',
      '-v',
      'ON_ERROR_STOP=1',
      '-h',
      folder,
      '-U',
      'trial',
      '-d',
      'postgres',
      '-f',
      file,
      ...(output === undefined ? ['-At'] : ['-o', output]),
    ]);
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    chmodSync(path, 0o644);
    return path;
  };
  const stop = (): void => {
    program('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return {
      version: psql(file('version.sql', 'show server_version')).trim(),
      run: (statements) => void psql(file('run.sql', statements.map((one) => `${one};\n`).join(''))),
      csv: (query) => {
        const output = join(folder, 'out.csv');
        psql(
          file(
            'query.sql', // As the page on push-down says: compiling takes a minute, and inner queries are taken for a row or two.
            `set enable_nestloop = off;\nset jit = off;\ncopy (\n${query.trim()}\n) to stdout with (format csv, header)`,
          ),
          output,
        );
        return readFileSync(output, 'utf8');
      },
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}
