/** A form that the disk, or nobody, can take: told in a sentence, and the server goes on. */

import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { receiveUpload } from '../../server/form.ts';
import { ORIGIN, openApp } from './open-app.ts';

test('a file sent to a full disk is refused while the sender is still sending', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'full-'));
  const unheard: unknown[] = [];
  const listen = (reason: unknown): void => void unheard.push(reason);
  process.on('unhandledRejection', listen);
  try {
    const path = join(folder, 'upload.part');
    await symlink('/dev/full', path);
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
    // Never ends: who waits for the end of it waits for ever.
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from(head)),
      pull: async (controller) => {
        await new Promise(setImmediate);
        controller.enqueue(new Uint8Array(1 << 16));
      },
    });
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const request = new Request(ORIGIN, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
    await expect(receiveUpload(request, path)).rejects.toMatchObject({ message: 'disk-full', exit: 3 });
    await new Promise(setImmediate);
    expect(unheard).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  } finally {
    process.off('unhandledRejection', listen);
    await rm(folder, { recursive: true });
  }
}, 10_000);

test('a form that is none is refused, not a fault of the server', async () => {
  const app = await openApp();
  try {
    for (const type of ['multipart/form-data;', 'multipart/form-data; boundary=x']) {
      const headers = { origin: ORIGIN, 'content-type': type };
      const init = { method: 'POST', headers, body: '' };
      const response = await app.app.request(`${ORIGIN}/network/contribution`, init);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('onleesbaar');
    }
    expect(app.log).toEqual([]);
  } finally {
    await app.close();
  }
});
