import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import type { Profile } from '#shared/contract/desk.ts';
import { instantSchema } from '#shared/lib/dates.ts';
import { type Id, idSchema } from '#shared/lib/ids.ts';

import { writeFileAtomically } from '../../adapters/atomic-file.ts';
import { WorkbenchError } from '../../errors.ts';
import type { Log } from '../../ports/ports.ts';
import { wrappedKeySchema } from '../../store/key-file.ts';
import { NO_FAILURES } from './unlock-delay.ts';

/** What is written once and guards the file: losing it loses the data, so it is replaced atomically. */
const identitySchema = z.object({
  version: z.literal(1),
  profileId: idSchema,
  officerId: idSchema,
  deviceId: idSchema,
  displayName: z.string(),
  createdAt: instantSchema,
  key: wrappedKeySchema,
});
export type ProfileIdentity = z.infer<typeof identitySchema>;

/** What may be lost without harm: what the unlock screen shows. */
const statusSchema = z.object({
  lastOpenedAt: instantSchema.nullable(),
  onlyHere: z.number().int(),
  failures: z.object({ count: z.number().int(), lastAt: instantSchema.nullable() }),
});
export type ProfileStatus = z.infer<typeof statusSchema>;
const NEW_STATUS: ProfileStatus = { lastOpenedAt: null, onlyHere: 0, failures: NO_FAILURES };

/** The officers' folders of one desk. Names of folders are ids: nothing about a person is in a path. */
export interface Profiles {
  list(): Promise<readonly Profile[]>;
  /** Throws NOT_FOUND. */
  read(profileId: Id): Promise<ProfileIdentity>;
  has(profileId: Id): Promise<boolean>;
  status(profileId: Id): Promise<ProfileStatus>;
  databasePath(profileId: Id): string;
  /** Makes the folder of a new officer, or replaces what guards the file of a known one. */
  write(identity: ProfileIdentity): Promise<void>;
  /** Where a database may be put together before it is adopted; nothing is there yet. */
  incomingPath(profileId: Id): Promise<string>;
  /** Makes the folder of a restored officer around a database, which is moved into it. */
  adopt(identity: ProfileIdentity, databasePath: string): Promise<void>;
  writeStatus(profileId: Id, status: ProfileStatus): Promise<void>;
  /** Moves an officer's folder aside, where nothing looks at it any more but nothing is lost. */
  setAside(profileId: Id, stamp: string): Promise<void>;
  /** Removes the folder of a file that never came to be. */
  remove(profileId: Id): Promise<void>;
}

export function openProfiles(profileDirectory: string, log: Log): Profiles {
  const root = join(profileDirectory, 'officers');
  const folder = (profileId: Id): string => join(root, idSchema.parse(profileId));
  const keyPath = (profileId: Id): string => join(folder(profileId), 'key.json');
  const statusPath = (profileId: Id): string => join(folder(profileId), 'status.json');

  const profiles: Profiles = {
    async list() {
      await mkdir(root, { recursive: true, mode: 0o700 });
      const names = (await readdir(root)).filter((name) => idSchema.safeParse(name).success);
      const found = await Promise.all(
        names.map(async (profileId): Promise<Profile | undefined> => {
          const identity = await readJson(keyPath(profileId), identitySchema).catch(() => {
            // One damaged folder must not keep the other officers out.
            log.error('profile-damaged', { profileId });
            return undefined;
          });
          if (!identity) return undefined;
          const { lastOpenedAt, onlyHere } = await profiles.status(profileId);
          return { id: profileId, displayName: identity.displayName, lastOpenedAt, onlyHere };
        }),
      );
      return found
        .filter((profile) => profile !== undefined)
        .sort((a, b) => (b.lastOpenedAt ?? b.id).localeCompare(a.lastOpenedAt ?? a.id));
    },
    async read(profileId) {
      const identity = await readJson(keyPath(profileId), identitySchema);
      if (!identity) throw new WorkbenchError('NOT_FOUND', { what: 'profile' });
      return identity;
    },
    async has(profileId) {
      return (await readJson(keyPath(profileId), identitySchema)) !== undefined;
    },
    async status(profileId) {
      const status = await readJson(statusPath(profileId), statusSchema).catch(() => {
        log.warn('profile-status-damaged', { profileId });
        return undefined;
      });
      return status ?? NEW_STATUS;
    },
    databasePath: (profileId) => join(folder(profileId), 'desk.db'),
    async write(identity) {
      await mkdir(folder(identity.profileId), { recursive: true, mode: 0o700 });
      await writeFileAtomically(keyPath(identity.profileId), JSON.stringify(identity, null, 2));
    },
    async incomingPath(profileId) {
      const incoming = join(profileDirectory, 'incoming');
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const path = join(incoming, idSchema.parse(profileId));
      await rm(path, { force: true });
      return path;
    },
    async adopt(identity, from) {
      await mkdir(folder(identity.profileId), { recursive: true, mode: 0o700 });
      await rename(from, profiles.databasePath(identity.profileId));
      // Last, because a folder without it does not count as an officer's.
      await profiles.write(identity);
    },
    async writeStatus(profileId, status) {
      await writeFileAtomically(statusPath(profileId), JSON.stringify(status));
    },
    async setAside(profileId, stamp) {
      const aside = join(profileDirectory, 'replaced');
      await mkdir(aside, { recursive: true, mode: 0o700 });
      await rename(folder(profileId), join(aside, `${profileId}.${stamp}`));
    },
    async remove(profileId) {
      await rm(folder(profileId), { recursive: true, force: true });
    },
  };
  return profiles;
}

/** The parsed file; undefined when there is none. Throws FILE_DAMAGED when it is not what we wrote. */
async function readJson<Value>(path: string, schema: z.ZodType<Value>): Promise<Value | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new WorkbenchError('FILE_DAMAGED', { reason: 'profile' });
  }
}
