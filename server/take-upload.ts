/**
 * A case file sent to the server, from its first byte to a data set: received, then read as a job that
 * goes on when the tab is closed. Invariant: its mark stands from before the first byte until the job has
 * ended, so that a crash is told at the next start.
 */

import { rm } from 'node:fs/promises';
import { fileSource, type Lang, Refusal } from '../src/index.ts';
import { baseName, receiveUpload } from './form.ts';
import { importFile } from './import-file.ts';
import { readImportOptions } from './import-options.ts';
import { JobEnded } from './jobs.ts';
import { isCurable } from './kept-uploads.ts';
import { readRetention, todayOf } from './retention.ts';
import type { Services } from './services.ts';
import { markUpload, unmarkUpload } from './upload-marks.ts';

/**
 * Receives the form's file and queues the reading of it.
 * @param by the user's id
 * @returns the id of the data set to be, which is also that of the job
 * @throws Refusal as `receiveUpload`; nothing is kept then
 */
export async function takeUpload(
  services: Services,
  request: Request,
  lang: Lang,
  by: string,
): Promise<string> {
  const { home, jobs, uploads } = services;
  const id = services.newId();
  const path = home.uploadFile(id);
  await markUpload(home, id, '');
  const drop = async (): Promise<void> => {
    await rm(path, { force: true });
    await unmarkUpload(home, id);
  };
  try {
    const { fields, file } = await receiveUpload(request, path, undefined, (name) =>
      markUpload(home, id, baseName(name)),
    );
    const deleteOn = readRetention(fields, todayOf(services));
    const name = baseName(fields.get('name')?.trim() || file.name);
    const upload = { fileName: file.name, name, options: readImportOptions(fields) };
    jobs.start(id, name, async (report, signal) => {
      try {
        signal.throwIfAborted();
        const source = { ...fileSource(path), name: file.name };
        const facts = { id, source, name, origin: 'upload', options: upload.options, lang, by } as const;
        await importFile(services, deleteOn === '' ? facts : { ...facts, deleteOn }, report, signal);
      } catch (error) {
        // The next start tells of it, as after a crash.
        if (error instanceof JobEnded && error.by === 'server') throw error;
        // What another choice may cure need not be sent again; a file that names people is gone.
        if (error instanceof Refusal && isCurable(error)) await uploads.keep(id, upload);
        else await rm(path, { force: true });
        await unmarkUpload(home, id);
        throw error;
      }
      await uploads.keep(id, upload);
      await unmarkUpload(home, id);
    });
    return id;
  } catch (error) {
    await drop();
    throw error;
  }
}
