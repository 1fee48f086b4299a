import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** What officers, streets, areas and parties are called, of those that are known here. */
export async function namesOf(read: ReadHandle, ids: readonly Id[]): Promise<Record<Id, string>> {
  if (ids.length === 0) return {};
  const rows = await read
    .selectFrom('officer')
    .select(['id', 'display_name as name'])
    .where('id', 'in', ids)
    .unionAll(read.selectFrom('street').select(['id', 'name_nl as name']).where('id', 'in', ids))
    .unionAll(read.selectFrom('area').select(['id', 'name_nl as name']).where('id', 'in', ids))
    .unionAll(read.selectFrom('party').select(['id', 'name']).where('id', 'in', ids))
    .execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
