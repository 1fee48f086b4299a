import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';

import type { ContactFilter } from '#shared/contract/contacts.ts';
import { dayInterval } from '#shared/lib/dates.ts';

import type { Schema } from '../schema.ts';
import { contactRowId } from './contact-rows.ts';

/** The contacts a filter lets through; the period is a stretch of row numbers, which tell the moment. */
export function matches(
  { and, eb }: ExpressionBuilder<Pick<Schema, 'contact'>, 'contact'>,
  filter: ContactFilter,
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (filter.from) {
    conditions.push(eb('contact.row_id', '>=', contactRowId(dayInterval(filter.from)[0], 0)));
  }
  if (filter.to) {
    conditions.push(eb('contact.row_id', '<', contactRowId(dayInterval(filter.to)[1], 0)));
  }
  if (filter.reason) conditions.push(eb('contact.reason', '=', filter.reason));
  if (filter.neighbourhoodId) {
    conditions.push(eb('contact.neighbourhood_id', '=', filter.neighbourhoodId));
  }
  if (filter.streetId) conditions.push(eb('contact.street_id', '=', filter.streetId));
  return and(conditions);
}
