import { sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** Which of these contacts are on this desk. */
export async function contactsOnDesk(read: ReadHandle, ids: readonly Id[]): Promise<readonly Id[]> {
  const rows = await read
    .selectFrom('contact')
    .select('id')
    .where('id', 'in', sql<Id>`(select value from json_each(${JSON.stringify(ids)}))`)
    .execute();
  return rows.map(({ id }) => id);
}
