import { sql, type SqlBool } from 'kysely';

import type { ContactFilter } from '#shared/domain/contacts/contact-filter.ts';
import type { SearchQuery } from '#shared/domain/search/search-query.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import type { Schema } from '../schema.ts';
import { all, facetsMatch } from './contact-filter.ts';
import { matchExpression } from './search-repository.ts';

/** Which contacts may be linked to a dossier. */
export interface LinkableQuestion {
  /** Names the streets or the neighbourhoods of the dossier by all their versions. */
  readonly filter: ContactFilter;
  /** Only these rows; null where the filter alone says which. */
  readonly rowIds: readonly number[] | null;
  /** The versions of its neighbourhood; a contact of no neighbourhood goes with its street. */
  readonly neighbourhoodIds: readonly Id[];
  /** Words that the contact holds; null for any. */
  readonly query: SearchQuery | null;
}

/** The numbers of the contacts that match and stand, the newest first. */
export function linkableRows(read: ReadHandle, question: LinkableQuestion, limit: number) {
  return matching(read, question)
    .select('contact_facet.row_id as rowId')
    .orderBy('contact_facet.row_id', 'desc')
    .limit(limit);
}

/** How many there are in all. */
export async function countLinkable(read: ReadHandle, question: LinkableQuestion): Promise<number> {
  const { total } = await matching(read, question)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

function matching(read: ReadHandle, { filter, rowIds, neighbourhoodIds, query }: LinkableQuestion) {
  const conditions = [
    ...facetsMatch({ ...filter, withdrawn: 'hide' }, null, 'by-contact'),
    sql<SqlBool>`(contact_facet.neighbourhood = 0 or contact_facet.neighbourhood in (
      select number from facet_value where kind = 'neighbourhood'
        and value in (select value from json_each(${JSON.stringify(neighbourhoodIds)}))))`,
    ...(rowIds === null
      ? []
      : [
          sql<SqlBool>`contact_facet.row_id in (
            select value from json_each(${JSON.stringify(rowIds)}))`,
        ]),
    ...(query === null
      ? []
      : [
          sql<SqlBool>`contact_facet.row_id in (
            select rowid from contact_text where contact_text match ${matchExpression(query)})`,
        ]),
  ];
  // Named, since the newest contacts of the whole zone might be walked through for the few of one street.
  const index =
    rowIds !== null
      ? sql`contact_facet`
      : filter.streetId === undefined
        ? sql`contact_facet indexed by contact_facet_by_neighbourhood`
        : sql`contact_facet indexed by contact_facet_by_street`;
  return read
    .selectFrom(sql<Schema['contact_facet']>`contact_facet`.as<'contact_facet'>(index))
    .where(all(conditions));
}
