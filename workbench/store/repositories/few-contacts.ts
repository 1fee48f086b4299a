import { type RawBuilder, sql, type SqlBool } from 'kysely';

import { type ContactFilter, valuesOf } from '#shared/domain/contacts/contact-filter.ts';
import type { ContactGroup } from '#shared/domain/contacts/contact-view.ts';

import type { ReadHandle } from '../handles.ts';
import { type IndexedFacet, narrowedTo, widenedTo } from './contact-filter.ts';

/** Up to how many contacts are read whole and sorted; of more, an index is read in its own order. */
const MOST_SORTED = 20_000;

type Condition = RawBuilder<SqlBool>;

/** Whether so few match that sorting them is quicker than reading an index from end to end. */
export async function areFew(
  read: ReadHandle,
  filter: ContactFilter,
  group: ContactGroup | null,
  conditions: Condition,
): Promise<boolean> {
  const isNarrow =
    narrowedTo(filter, group).length > 0 ||
    widenedTo(filter) !== undefined ||
    filter.openPromise === true ||
    valuesOf(filter.problem).length > 0;
  if (!isNarrow) return false;
  const { found } = await read
    .selectFrom((query) =>
      query
        .selectFrom('contact_facet')
        .select('contact_facet.row_id')
        .where(conditions)
        .limit(MOST_SORTED)
        .as('some'),
    )
    .select(({ fn }) => fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow();
  return found < MOST_SORTED;
}

export interface FacetOfRow {
  readonly rowId: number;
  readonly value: number;
}

/** All that match with their value of a facet, in whatever order; only for few. */
export async function facetOfRows(
  read: ReadHandle,
  facet: IndexedFacet,
  conditions: Condition,
): Promise<readonly FacetOfRow[]> {
  // As one text: a row of its own for each would take longer than finding them.
  const { pairs } = await read
    .selectFrom('contact_facet')
    .select(
      sql<string>`json_group_array(
        json_array(contact_facet.row_id, ${sql.ref(`contact_facet.${facet}`)}))`.as('pairs'),
    )
    .where(conditions)
    .executeTakeFirstOrThrow();
  return (JSON.parse(pairs) as [number, number][]).map(([rowId, value]) => ({ rowId, value }));
}
