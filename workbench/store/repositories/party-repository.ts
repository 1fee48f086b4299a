import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** Whether all of these are known. */
export async function partiesExist(read: ReadHandle, ids: readonly Id[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const found = await read.selectFrom('party').select('id').where('id', 'in', ids).execute();
  return found.length === new Set(ids).size;
}

/** Kind and name of these, in their order; what is not known is left out. */
export async function partyNames(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<Contact['parties']> {
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom('party')
    .select(['id', 'kind', 'name'])
    .where('id', 'in', ids)
    .execute();
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}
