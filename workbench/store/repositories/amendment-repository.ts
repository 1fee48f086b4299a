import type { Amendment } from '#shared/domain/contacts/amendment.ts';
import { type ContactChanges, contactChangesSchema } from '#shared/domain/contacts/contact.ts';
import type {
  AmendedFrom,
  ContactContent,
  SettledPlace,
} from '#shared/domain/contacts/contact-content.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

/** The amendments of a contact, oldest first. */
export async function amendmentsOf(read: ReadHandle, contactId: Id): Promise<readonly Amendment[]> {
  const rows = await read
    .selectFrom('contact_amendment as amendment')
    .innerJoin('officer', 'officer.id', 'amendment.author_id')
    .select([
      'amendment.id',
      'amendment.contact_id as contactId',
      'amendment.author_id as authorId',
      'officer.display_name as authorName',
      'amendment.made_at as madeAt',
      'amendment.note',
      'amendment.changes',
    ])
    .where('amendment.contact_id', '=', contactId)
    .orderBy('amendment.position')
    .execute();
  return rows.map((row) => ({ ...row, changes: changesFrom(row.changes) }));
}

function changesFrom(text: string): ContactChanges {
  return contactChangesSchema.parse(JSON.parse(text));
}

/** What a contact said when it was submitted; undefined while nothing was amended. */
export async function originalOf(
  read: ReadHandle,
  contactId: Id,
): Promise<ContactContent | undefined> {
  const row = await read
    .selectFrom('contact_original')
    .select('fields')
    .where('contact_id', '=', contactId)
    .executeTakeFirst();
  return row && (JSON.parse(row.fields) as ContactContent);
}

export interface NewAmendmentRow {
  readonly id: Id;
  readonly contactId: Id;
  readonly position: number;
  readonly authorId: Id;
  readonly madeAt: string;
  readonly note: string;
  readonly changes: ContactChanges;
  readonly known: number;
  readonly place: SettledPlace | null;
  readonly was: AmendedFrom | null;
}

/** Appends an amendment; with the first one, what the contact said before it. */
export async function insertAmendment(
  { tables }: WriteHandle,
  row: NewAmendmentRow,
  before: ContactContent,
): Promise<void> {
  await tables
    .insertInto('contact_original')
    .values({ contact_id: row.contactId, fields: JSON.stringify(before) })
    .onConflict((conflict) => conflict.column('contact_id').doNothing())
    .execute();
  await tables.insertInto('contact_amendment').values(amendmentColumns(row)).execute();
}

export function amendmentColumns(row: NewAmendmentRow) {
  return {
    id: row.id,
    contact_id: row.contactId,
    position: row.position,
    author_id: row.authorId,
    made_at: row.madeAt,
    note: row.note,
    changes: JSON.stringify(row.changes),
    known: row.known,
    place: row.place && JSON.stringify(row.place),
    was: row.was && JSON.stringify(row.was),
  };
}
