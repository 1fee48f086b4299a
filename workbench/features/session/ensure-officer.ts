import type { OpenFile } from '../../context.ts';

/** The owner of the file is the first of its people, with the operation that says so. */
export async function ensureOfficer({ store, officerName }: OpenFile): Promise<void> {
  const { officerId } = store.identity;
  await store.write(async (handle) => {
    const known = await handle.tables
      .selectFrom('officer')
      .select('id')
      .where('id', '=', officerId)
      .executeTakeFirst();
    if (known) return;
    const fields = { displayName: officerName };
    await handle.tables
      .insertInto('officer')
      .values({ id: officerId, display_name: officerName, version: 1 })
      .execute();
    await handle.record({
      entity: 'officer',
      entityId: officerId,
      baseVersion: 0,
      change: { kind: 'command', name: 'addOfficer', arguments: fields },
    });
  });
}
