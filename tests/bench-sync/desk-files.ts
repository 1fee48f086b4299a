import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { makeId } from '#shared/lib/ids.ts';
import { systemClock, systemEntropy } from '#workbench';

import { openStore } from '../../workbench/store/open.ts';
import { plantTown, type SyncTown } from './sync-town.ts';
import type { DeskAccess } from './sync-zone.ts';

/** An officer's file with the territory in it, and where its centre is. */
export interface DeskFile extends DeskAccess {
  readonly path: string;
  readonly fileKey: Uint8Array;
  readonly address: string;
}

/** Files of desks that have not spoken with the centre yet: each a copy of one that was made once. */
export interface DeskFiles {
  take(desks: readonly DeskAccess[], address: string): Promise<readonly DeskFile[]>;
}

export async function makeDeskFiles(folder: string, town: SyncTown): Promise<DeskFiles> {
  const model = join(folder, 'model.db');
  const fileKey = systemEntropy.bytes(32);
  const nobody = makeId(Date.now(), systemEntropy.bytes(16));
  const { store } = await openStore({
    path: model,
    key: fileKey,
    clock: systemClock,
    entropy: systemEntropy,
    identity: { officerId: nobody, deviceId: nobody },
  });
  await store.write(async (handle) => {
    await plantTown(handle, town);
    // Whoever opens a copy gives it an identity of its own.
    const { tables } = handle;
    await tables.deleteFrom('setting').where('key', 'in', ['officer-id', 'device-id']).execute();
  });
  await store.close();
  let taken = 0;
  return {
    take: (desks, address) =>
      Promise.all(
        desks.map(async (access) => {
          const path = join(folder, `desk-${(taken += 1)}.db`);
          await copyFile(model, path, constants.COPYFILE_FICLONE);
          return { ...access, path, fileKey, address };
        }),
      ),
  };
}
