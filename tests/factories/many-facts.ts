import type { Id } from '#shared/lib/ids.ts';

import type { Store } from '../../workbench/store/store.ts';

/** An import without facts, of a source that is made where it is not there. */
export async function storeFactImport(
  store: Store,
  { id, sourceId = 'source' }: { readonly id: Id; readonly sourceId?: Id },
): Promise<void> {
  await store.write(async ({ tables }) => {
    await tables
      .insertInto('fact_source')
      .values({
        id: sourceId,
        name: sourceId,
        origin: 'public',
        credit: '',
        mapping: null,
        breaks: '[]',
        version: 1,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    await tables
      .insertInto('fact_import')
      .values({
        id,
        source_id: sourceId,
        file_name: `${id}.csv`,
        imported_at: store.clock.now(),
        imported_by: store.identity.officerId,
        plan: '{}',
        counts: '{}',
        undone_at: null,
        version: 1,
      })
      .execute();
  });
}
