/**
 * A case file sent to the server, from its first byte to a data set: received, then read as a job that
 * goes on when the tab is closed. Invariant: its mark stands from before the first byte until the job has
 * ended, so that a crash is told at the next start.
 */

import { rm } from 'node:fs/promises';
import { fileSource, type Lang, Refusal } from '../src/index.ts';
import { baseName, receiveUpload } from './form.ts';
import { namesPeople } from './held-uploads.ts';
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
        // What another choice may cure need not be sent again; a file that names people waits for one decision.
        const whole = error instanceof Refusal && upload.options.pseudonymise === undefined;
        if (whole && isCurable(error)) await uploads.keep(id, upload);
        else if (whole && namesPeople(error)) services.held.hold(id, { ...upload, deleteOn });
        else await rm(path, { force: true });
        await unmarkUpload(home, id);
        throw error;
      }
      if (upload.options.pseudonymise) await rm(path, { force: true });
      else await uploads.keep(id, upload);
      await unmarkUpload(home, id);
    });
    return id;
  } catch (error) {
    await drop();
    throw error;
  }
}

/**
 * Reads a file that is on hold once more, without the identities, as a new job; the file is gone when it
 * ends, however that is.
 * @returns the id of the data set to be; undefined where the file is held no more
 */
export async function takeHeld(
  services: Services,
  held: string,
  lang: Lang,
  by: string,
): Promise<string | undefined> {
  const { home, jobs } = services;
  const upload = services.held.take(held);
  if (upload === undefined) return undefined;
  const id = services.newId();
  const { path, fileName, name, deleteOn } = upload;
  await markUpload(home, id, fileName);
  jobs.start(id, name, async (report, signal) => {
    try {
      signal.throwIfAborted();
      const options = { ...upload.options, pseudonymise: true } as const;
      const source = { ...fileSource(path), name: fileName };
      const facts = { id, source, name, origin: 'upload', options, lang, by } as const;
      await importFile(services, deleteOn === '' ? facts : { ...facts, deleteOn }, report, signal);
    } catch (error) {
      if (error instanceof JobEnded && error.by === 'server') throw error;
      await unmarkUpload(home, id);
      throw error;
    } finally {
      await rm(path, { force: true });
    }
    await unmarkUpload(home, id);
  });
  return id;
}
