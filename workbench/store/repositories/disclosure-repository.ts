import type { Disclosure } from '#shared/contract/exports.ts';
import { boardFilterSchema } from '#shared/domain/board/board-view.ts';
import { contactViewSchema } from '#shared/domain/contacts/contact-view.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

export type NewDisclosure = Omit<Disclosure, 'officerName'> & { readonly officerId: Id };

/** Adds one; the same id again changes nothing. */
export async function insertDisclosure(
  { tables }: WriteHandle,
  made: NewDisclosure,
): Promise<void> {
  await tables
    .insertInto('disclosure')
    .values({
      id: made.id,
      made_at: made.madeAt,
      officer_id: made.officerId,
      format: made.format,
      contacts: made.contacts,
      entries: made.entries,
      restricted: made.include.restricted ? 1 : 0,
      assessments: made.include.assessments ? 1 : 0,
      recipient: made.recipient,
      view: JSON.stringify(made.board ?? made.view),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** The newest first, those before `before`. */
export async function listDisclosures(
  read: ReadHandle,
  before: Id | null,
  limit: number,
): Promise<readonly Disclosure[]> {
  let query = read
    .selectFrom('disclosure')
    .innerJoin('officer', 'officer.id', 'disclosure.officer_id')
    .select([
      'disclosure.id',
      'disclosure.made_at',
      'officer.display_name',
      'disclosure.format',
      'disclosure.contacts',
      'disclosure.entries',
      'disclosure.restricted',
      'disclosure.assessments',
      'disclosure.recipient',
      'disclosure.view',
    ])
    // Ids begin with the moment they were made.
    .orderBy('disclosure.id', 'desc')
    .limit(limit);
  if (before !== null) query = query.where('disclosure.id', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    madeAt: row.made_at,
    officerName: row.display_name,
    format: row.format,
    contacts: row.contacts,
    entries: row.entries,
    include: { restricted: row.restricted === 1, assessments: row.assessments === 1 },
    recipient: row.recipient,
    // A view of a newer application that this one cannot read is said to be unknown, not left out.
    view:
      row.format === 'icalendar'
        ? null
        : contactViewSchema.nullable().catch(null).parse(JSON.parse(row.view)),
    board:
      row.format === 'icalendar'
        ? boardFilterSchema.nullable().catch(null).parse(JSON.parse(row.view))
        : null,
  }));
}
