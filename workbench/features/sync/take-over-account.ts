import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';
import type { Store } from '../../store/store.ts';

/**
 * Whether the only thing done in the file is that its officer is there. Who that is to colleagues can then still
 * be what the account at the centre says. Drafts and disclosures do not count: they name nobody, or only here.
 */
export async function isUnwritten(read: ReadHandle, officerId: Id): Promise<boolean> {
  const operations = await read
    .selectFrom('operation')
    .select(['entity', 'entity_id', 'state'])
    .limit(2)
    .execute();
  return operations.every(
    ({ entity, entity_id, state }) =>
      entity === 'officer' && entity_id === officerId && state === 'only-here',
  );
}

/**
 * Makes a file in which nothing was written the file of the account's officer: as one person with whoever works at
 * the account's other desks. All in one transaction.
 *
 * @returns false, and nothing changed, where something was written.
 */
export async function takeOverAccount(store: Store, officerId: Id): Promise<boolean> {
  const former = store.identity.officerId;
  if (former === officerId) return true;
  if (!(await isUnwritten(store.read, former))) return false;
  return store.becomeOfficer(officerId, async ({ tables, record }) => {
    // Once more, where nothing can come between.
    if (!(await isUnwritten(tables, former))) return false;
    const { display_name } = await tables
      .selectFrom('officer')
      .select('display_name')
      .where('id', '=', former)
      .executeTakeFirstOrThrow();
    await tables
      .insertInto('officer')
      .values({ id: officerId, display_name, version: 1 })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    await tables.updateTable('disclosure').set({ officer_id: officerId }).execute();
    await tables.deleteFrom('operation_base').execute();
    await tables.deleteFrom('operation').execute();
    await tables.deleteFrom('officer').where('id', '=', former).execute();
    await record({
      entity: 'officer',
      entityId: officerId,
      baseVersion: 0,
      change: {
        kind: 'command',
        name: 'addOfficer',
        arguments: { displayName: display_name },
      },
    });
    return true;
  });
}
