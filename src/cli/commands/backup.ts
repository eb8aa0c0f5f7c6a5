/** `zorgcluster backup FILE` and `zorgcluster restore FILE`: the data folder as one verified archive. */

import type { Command } from 'commander';
import {
  BACKUP_WORDS,
  type BackupDocument,
  type BackupManifest,
  backupTable,
  homeFolder,
  makeMeta,
  restoreBackup,
  say,
  sentence,
  writeBackup,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { type OutputOptions, withOutputOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';

export function addBackup(program: Command, io: Io): void {
  withOutputOptions(program.command('backup'))
    .argument('<file>', 'archive to write (.tar.gz); the web application may go on running')
    .description('write the whole data folder (ZORGCLUSTER_HOME) to one archive')
    .action(async (file: string, options: OutputOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
      const now = new Date().toISOString();
      const manifest = await writeBackup(homeFolder(io.env), file, now);
      const made = sentence({ code: 'backup-made', params: { files: manifest.files.length } }, options.lang);
      await show(io, options, 'backup', manifest, [made]);
    });
}

interface RestoreOptions extends OutputOptions {
  readonly replace?: true;
}

export function addRestore(program: Command, io: Io): void {
  withOutputOptions(program.command('restore'))
    .argument('<file>', 'archive that backup wrote; the web application must not be running')
    .description('verify an archive and put it in place of the data folder (ZORGCLUSTER_HOME)')
    .option('--replace', 'put aside a data folder that is not empty')
    .action(async (file: string, options: RestoreOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
      const replace = options.replace === true;
      const { manifest, aside } = await restoreBackup(file, homeFolder(io.env), { replace });
      const params = { files: manifest.files.length, date: manifest.madeAt.slice(0, 10) };
      const done = sentence({ code: 'restore-done', params }, options.lang);
      const rest =
        aside === undefined
          ? []
          : [sentence({ code: 'restore-aside', params: { folder: aside } }, options.lang)];
      await show(io, options, 'restore', manifest, [done, ...rest]);
    });
}

async function show(
  io: Io,
  options: OutputOptions,
  command: 'backup' | 'restore',
  { files }: BackupManifest,
  notes: readonly string[],
): Promise<void> {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const document: BackupDocument = {
    meta: makeMeta({ command, inputs: [], options: {} }),
    files,
    bytes,
  };
  await emit(io, options, {
    document,
    title: say(BACKUP_WORDS[command], options.lang),
    tables: () => [backupTable(document, options.lang)],
    main: 'files',
    notes,
  });
}
