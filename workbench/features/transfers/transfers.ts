import { mkdir, open, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { TRANSFER_CHUNK_BYTES } from '#shared/contract/transfers.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { UploadedFile, UploadedFiles } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';

/** The most files in transit at once; a page that forgets to discard must not fill the disk. */
const MOST_UPLOADS = 8;

/** Files on their way between the page and this desk, in a folder that is emptied at start and at lock. */
export interface Transfers extends UploadedFiles {
  begin(input: { readonly fileName: string; readonly size: number }): Promise<{ uploadId: Id }>;
  append(input: {
    readonly uploadId: Id;
    readonly offset: number;
    readonly bytes: string;
  }): Promise<{ received: number }>;
  discard(uploadId: Id): Promise<void>;
  /** Where a file to be downloaded is to be written; announce it with `offer` when it is complete. */
  newPath(): { readonly downloadId: Id; readonly path: string };
  offer(downloadId: Id, path: string): void;
  read(input: {
    readonly downloadId: Id;
    readonly offset: number;
  }): Promise<{ bytes: string; done: boolean }>;
  release(downloadId: Id): Promise<void>;
  /** Removes everything in transit. */
  clear(): Promise<void>;
}

interface Upload extends UploadedFile {
  received: number;
}

export async function openTransfers(directory: string, newId: () => Id): Promise<Transfers> {
  const uploads = new Map<Id, Upload>();
  const downloads = new Map<Id, string>();

  async function clear(): Promise<void> {
    uploads.clear();
    downloads.clear();
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true, mode: 0o700 });
  }
  function find(uploadId: Id): Upload {
    const upload = uploads.get(uploadId);
    if (!upload) throw new WorkbenchError('NOT_FOUND', { what: 'upload' });
    return upload;
  }
  await clear();

  return {
    async begin({ fileName, size }) {
      if (uploads.size >= MOST_UPLOADS) {
        throw new WorkbenchError('UPLOAD_REFUSED', { reason: 'too-many' });
      }
      const uploadId = newId();
      const path = join(directory, uploadId);
      await writeFile(path, '', { mode: 0o600 });
      uploads.set(uploadId, { fileName, size, path, received: 0 });
      return { uploadId };
    },
    async append({ uploadId, offset, bytes }) {
      const upload = find(uploadId);
      const chunk = Buffer.from(bytes, 'base64');
      if (offset !== upload.received) {
        throw new WorkbenchError('UPLOAD_REFUSED', { reason: 'out-of-order' });
      }
      if (offset + chunk.length > upload.size) {
        throw new WorkbenchError('UPLOAD_REFUSED', { reason: 'too-large' });
      }
      // Counted before it is written, so that a second chunk with the same offset is refused meanwhile.
      upload.received += chunk.length;
      const file = await open(upload.path, 'r+');
      try {
        await file.write(chunk, 0, chunk.length, offset);
      } catch (cause) {
        upload.received -= chunk.length;
        if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC') {
          throw new WorkbenchError('STORAGE_FULL');
        }
        throw cause;
      } finally {
        await file.close();
      }
      return { received: upload.received };
    },
    async discard(uploadId) {
      const upload = uploads.get(uploadId);
      uploads.delete(uploadId);
      if (upload) await rm(upload.path, { force: true });
    },
    get(uploadId) {
      const upload = find(uploadId);
      if (upload.received !== upload.size) {
        throw new WorkbenchError('UPLOAD_REFUSED', { reason: 'incomplete' });
      }
      return upload;
    },
    newPath() {
      const downloadId = newId();
      return { downloadId, path: join(directory, downloadId) };
    },
    offer(downloadId, path) {
      downloads.set(downloadId, path);
    },
    async read({ downloadId, offset }) {
      const path = downloads.get(downloadId);
      if (path === undefined) throw new WorkbenchError('NOT_FOUND', { what: 'download' });
      const { size } = await stat(path);
      const file = await open(path, 'r');
      try {
        const chunk = Buffer.alloc(Math.max(0, Math.min(TRANSFER_CHUNK_BYTES, size - offset)));
        const { bytesRead } = await file.read(chunk, 0, chunk.length, offset);
        return {
          bytes: chunk.subarray(0, bytesRead).toString('base64'),
          done: offset + bytesRead >= size,
        };
      } finally {
        await file.close();
      }
    },
    async release(downloadId) {
      const path = downloads.get(downloadId);
      downloads.delete(downloadId);
      if (path !== undefined) await rm(path, { force: true });
    },
    clear,
  };
}
