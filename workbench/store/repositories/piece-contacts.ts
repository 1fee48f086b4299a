import { sql } from 'kysely';

import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { contactRowId } from './contact-rows.ts';

/**
 * Where the contacts of these streets were that name one of these problems, since a moment; withdrawn ones are left
 * out. One that names two of them comes twice.
 */
export function placedContactsOfProblems(
  read: ReadHandle,
  streetIds: readonly Id[],
  problems: readonly string[],
  since: Instant,
) {
  // A cross join keeps this order: contacts of the street first, not every contact with the problem.
  return read
    .selectFrom('contact')
    .crossJoin('contact_problem')
    .select([
      'row_id',
      'street_id',
      'longitude',
      'latitude',
      'place_source',
      'contact_problem.code',
    ])
    .whereRef('contact_problem.contact_row', '=', 'contact.row_id')
    .where('contact.street_id', 'in', streetIds)
    .where('contact.row_id', '>=', contactRowId(since, 0))
    .where('contact.withdrawn', '=', sql.lit(0))
    .where('contact_problem.code', 'in', problems);
}

/** Where the contacts of a period were that name a problem, in every street; withdrawn ones are left out. */
export function placedContactsInPeriod(
  read: ReadHandle,
  problem: string,
  { from, to }: { readonly from: Instant; readonly to: Instant },
) {
  return read
    .selectFrom('contact')
    .innerJoin('contact_problem', 'contact_problem.contact_row', 'contact.row_id')
    .select(['row_id', 'street_id', 'longitude', 'latitude', 'place_source'])
    .where('contact_problem.code', '=', problem)
    .where('contact.row_id', '>=', contactRowId(from, 0))
    .where('contact.row_id', '<', contactRowId(to, 0))
    .where('contact.withdrawn', '=', sql.lit(0));
}

/** Where all contacts of these streets were, the newest first; withdrawn ones too. */
export function placedContactsOfStreets(read: ReadHandle, streetIds: readonly Id[]) {
  return read
    .selectFrom('contact')
    .select(['row_id', 'street_id', 'longitude', 'latitude', 'place_source'])
    .where('street_id', 'in', streetIds)
    .orderBy('row_id', 'desc');
}
