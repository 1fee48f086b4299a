import type { OpenFile } from '../../context.ts';
import type { ProfileIdentity } from './profiles.ts';

/** The owner of the file is the first of its people, with the operation that says so. */
export async function ensureOfficer(file: OpenFile, identity: ProfileIdentity): Promise<void> {
  await file.store.write(async (handle) => {
    const known = await handle.tables
      .selectFrom('officer')
      .select('id')
      .where('id', '=', identity.officerId)
      .executeTakeFirst();
    if (known) return;
    const fields = { displayName: identity.displayName };
    await handle.tables
      .insertInto('officer')
      .values({ id: identity.officerId, display_name: identity.displayName, version: 1 })
      .execute();
    await handle.record({
      entity: 'officer',
      entityId: identity.officerId,
      baseVersion: 0,
      change: { kind: 'command', name: 'addOfficer', arguments: fields },
    });
  });
}
