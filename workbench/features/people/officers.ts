import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { officersByName } from '../../store/repositories/people-repository.ts';

export async function readOfficers(file: OpenFile): Promise<{ id: Id; displayName: string }[]> {
  const rows = await officersByName(file.store.read).execute();
  return rows.map((row) => ({ id: row.id, displayName: row.display_name }));
}

/** Adds a member of the team. Two people may have the same name: nothing is refused for that. */
export async function addOfficer(
  file: OpenFile,
  input: { readonly displayName: string },
): Promise<{ id: Id }> {
  const { clock, entropy } = file.store;
  const id = makeId(Date.parse(clock.now()), entropy.bytes(16));
  const { displayName } = input;
  await file.store.write(async ({ tables, record }) => {
    await tables
      .insertInto('officer')
      .values({ id, display_name: displayName, version: 1 })
      .execute();
    await record({
      entity: 'officer',
      entityId: id,
      baseVersion: 0,
      change: { kind: 'patch', fields: { displayName } },
    });
  });
  file.announce(['people']);
  return { id };
}
