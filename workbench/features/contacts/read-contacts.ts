import type { ContactFilter } from '#shared/contract/contacts.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  type ContactCursor,
  countContacts,
  findContact,
  listContacts,
} from '../../store/repositories/contact-repository.ts';

/** Throws NOT_FOUND. */
export async function getContact({ store }: OpenFile, id: Id): Promise<Contact> {
  const contact = await findContact(store.read, id);
  if (!contact) throw new WorkbenchError('NOT_FOUND', { what: 'contact' });
  return contact;
}

export interface ContactPage {
  readonly rows: Contact[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** One page of the list, newest first. Throws INVALID_FIELD when the cursor is not one of ours. */
export async function readContactPage(
  { store }: OpenFile,
  input: { readonly filter: ContactFilter; readonly cursor: string | null; readonly limit: number },
): Promise<ContactPage> {
  const cursor = input.cursor === null ? null : parseCursor(input.cursor);
  const listed = await listContacts(store.read, input.filter, cursor, input.limit + 1);
  const page = listed.slice(0, input.limit);
  const last = listed.length > input.limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ contact }) => contact),
    nextCursor: last ? String(last.rowId) : null,
    total: await countContacts(store.read, input.filter),
  };
}

function parseCursor(text: string): ContactCursor {
  if (!/^-?\d{1,16}$/.test(text)) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'cursor', reason: 'unknown' });
  }
  return Number(text);
}
