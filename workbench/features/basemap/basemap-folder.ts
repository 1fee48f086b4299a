import { copyFile, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { type Basemap, basemapSchema, LARGEST_BASEMAP_BYTES } from '#shared/contract/basemap.ts';
import type { Id } from '#shared/lib/ids.ts';

import { writeFileAtomically } from '../../adapters/atomic-file.ts';
import type { UploadedFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { Clock } from '../../ports/ports.ts';
import { inspectBasemap } from './inspect-basemap.ts';

/** The background map of this desk, a plain file in a folder of its own. */
export interface BasemapFolder {
  current(): Promise<Basemap | null>;
  /**
   * Takes a copy of a file in place of the one there was; the old one goes only when the new one is in
   * place. Throws BASEMAP_UNUSABLE or STORAGE_FULL; then nothing has changed.
   */
  adopt(file: UploadedFile): Promise<Basemap>;
  remove(): Promise<void>;
  /** Throws NOT_FOUND when the file is not that of this id. */
  read(input: {
    readonly id: Id;
    readonly offset: number;
    readonly length: number;
  }): Promise<{ bytes: string }>;
}

export function openBasemapFolder(directory: string, clock: Clock, newId: () => Id): BasemapFolder {
  const notePath = join(directory, 'basemap.json');
  const pathOf = (id: Id): string => join(directory, `${id}.pmtiles`);

  async function current(): Promise<Basemap | null> {
    try {
      return basemapSchema.parse(JSON.parse(await readFile(notePath, 'utf8')));
    } catch {
      // None, or unreadable: the map is then drawn from the territory, as without one.
      return null;
    }
  }

  /** Removes what no note speaks of: an old file, or one that a crash left. */
  async function clearExcept(id: Id | null): Promise<void> {
    for (const name of await readdir(directory)) {
      const isKept = id !== null && name === `${id}.pmtiles`;
      if (name.endsWith('.pmtiles') && !isKept) await rm(join(directory, name), { force: true });
    }
  }

  return {
    current,
    async adopt({ path, size, fileName }) {
      if (size > LARGEST_BASEMAP_BYTES) {
        throw new WorkbenchError('BASEMAP_UNUSABLE', { reason: 'too-large' });
      }
      const facts = await inspect(path, size);
      const id = newId();
      await mkdir(directory, { recursive: true, mode: 0o700 });
      try {
        await copyFile(path, pathOf(id));
      } catch (cause) {
        await rm(pathOf(id), { force: true });
        if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC') {
          throw new WorkbenchError('STORAGE_FULL');
        }
        throw cause;
      }
      const basemap = { id, fileName, size, ...facts, addedAt: clock.now() };
      await writeFileAtomically(notePath, JSON.stringify(basemap));
      await clearExcept(id);
      return basemap;
    },
    async remove() {
      if ((await current()) === null) return;
      await rm(notePath, { force: true });
      await clearExcept(null);
    },
    async read({ id, offset, length }) {
      if ((await current())?.id !== id) throw new WorkbenchError('NOT_FOUND', { what: 'basemap' });
      const file = await open(pathOf(id), 'r');
      try {
        const data = Buffer.alloc(length);
        const { bytesRead } = await file.read(data, 0, length, offset);
        return { bytes: data.subarray(0, bytesRead).toString('base64') };
      } finally {
        await file.close();
      }
    },
  };
}

async function inspect(path: string, size: number) {
  const file = await open(path, 'r');
  try {
    return await inspectBasemap(file, size);
  } finally {
    await file.close();
  }
}
