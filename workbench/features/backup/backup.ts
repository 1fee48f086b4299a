import { rm } from 'node:fs/promises';

import type { DeskState } from '#shared/contract/desk.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { WorkbenchError } from '../../errors.ts';
import type { KeyStore, WorkbenchPorts } from '../../ports/ports.ts';
import { unwrapKey, wrapKey, type WrappedKey } from '../../store/key-file.ts';
import { countOnlyHere } from '../../store/repositories/outbox-repository.ts';
import { settleCopy } from '../../store/settle-copy.ts';
import type { Profiles, Session } from '../session/index.ts';
import type { Transfers } from '../transfers/index.ts';
import { extractDatabase, readBackup, writeBackup } from './backup-file.ts';

export interface BackupOptions {
  readonly ports: WorkbenchPorts;
  readonly profiles: Profiles;
  readonly session: Session;
  readonly transfers: Transfers;
}

/** Writes the open file into one encrypted file that opens with its passphrase on any desk. */
export async function createBackup(
  options: BackupOptions,
): Promise<{ downloadId: Id; fileName: string; size: number }> {
  const { ports, session, transfers } = options;
  const { store } = session.file();
  const identity = session.identity();
  const madeAt = ports.clock.now();
  const { downloadId, path } = transfers.newPath();
  const copy = `${path}.copy`;
  try {
    const { onlyHere } = await countOnlyHere(store.read);
    await store.copyTo(copy);
    const { profileId, officerId, deviceId, displayName, createdAt } = identity;
    const size = await writeBackup(path, copy, {
      profileId,
      officerId,
      deviceId,
      displayName,
      createdAt,
      madeAt,
      onlyHere,
      key: await withoutKeyStore(identity.key, ports.keyStore),
    });
    transfers.offer(downloadId, path);
    const time = madeAt.slice(11, 19).replaceAll(':', '');
    return { downloadId, fileName: `wijkwerk-${dayOf(madeAt)}-${time}.wijkwerk-backup`, size };
  } finally {
    await rm(copy, { force: true });
  }
}

export async function inspectBackup(
  { profiles, transfers }: BackupOptions,
  uploadId: Id,
): Promise<{
  displayName: string;
  madeAt: string;
  onlyHere: number;
  replaces: { lastOpenedAt: string | null; onlyHere: number } | null;
}> {
  const { header } = await readBackup(transfers.get(uploadId).path);
  const { displayName, madeAt, onlyHere, profileId } = header;
  const present = (await profiles.list()).find(({ id }) => id === profileId);
  const replaces = present
    ? { lastOpenedAt: present.lastOpenedAt, onlyHere: present.onlyHere }
    : null;
  return { displayName, madeAt, onlyHere, replaces };
}

/**
 * Puts a backup in place of the officer's file and unlocks it. The key is tried on the content before
 * anything on the desk changes; a file that is replaced is set aside, whole.
 */
export async function restoreBackup(
  options: BackupOptions,
  input: { readonly uploadId: Id; readonly passphrase: string; readonly replace: boolean },
): Promise<DeskState> {
  const { ports, profiles, session, transfers } = options;
  const upload = transfers.get(input.uploadId);
  const backup = await readBackup(upload.path);
  const { header } = backup;
  const { profileId } = header;
  const key = await unwrapKey(header.key, input.passphrase, profileId, null);
  if (!key) throw new WorkbenchError('WRONG_PASSPHRASE', { retryAfterSeconds: 0 });

  if (!input.replace && (await profiles.has(profileId))) {
    throw new WorkbenchError('ALREADY_EXISTS', { what: 'profile' });
  }
  const extracted = await profiles.incomingPath(profileId);
  try {
    await extractDatabase(upload.path, backup, extracted);
    await settleCopy(extracted, key);
    const identity = {
      version: 1 as const,
      profileId,
      officerId: header.officerId,
      deviceId: header.deviceId,
      displayName: header.displayName,
      createdAt: header.createdAt,
      key: await wrapKey(key, input.passphrase, profileId, ports.entropy, ports.keyStore),
    };
    await session.whileLocked(async () => {
      if (await profiles.has(profileId)) {
        await profiles.setAside(profileId, ports.clock.now().replaceAll(/[:.]/g, '-'));
      }
      await profiles.adopt(identity, extracted);
    });
    ports.log.info('restored', { onlyHere: header.onlyHere });
    return await session.unlock({ profileId, passphrase: input.passphrase });
  } finally {
    key.fill(0);
    await rm(extracted, { force: true });
  }
}

/** The same wrapping without the seal of this system's key store: the passphrase opens it anywhere. */
async function withoutKeyStore(key: WrappedKey, keyStore: KeyStore): Promise<WrappedKey> {
  if (!key.sealedByKeyStore) return key;
  const wrapped = await keyStore.unseal(Buffer.from(key.wrapped, 'base64'));
  return { ...key, wrapped: Buffer.from(wrapped).toString('base64'), sealedByKeyStore: false };
}
