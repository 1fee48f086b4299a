import type { ContactFilter, ContactGroupCount } from '#shared/contract/contacts.ts';
import type { Language } from '#shared/contract/desk.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import {
  type ContactGroup,
  type ContactGrouping,
  type ContactSort,
  NEWEST_FIRST,
} from '#shared/domain/contacts/contact-view.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { countContacts, groupContacts } from '../../store/repositories/contact-groups.ts';
import { type ContactPosition, rowsAfter } from '../../store/repositories/contact-order.ts';
import { contactsAt, findContact } from '../../store/repositories/contact-repository.ts';
import { keepAnswers } from '../changes/index.ts';
import { filterMeant, keyOfFilter } from './filter-meant.ts';

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

export interface ContactPageInput {
  readonly filter: ContactFilter;
  readonly group?: ContactGroup | null;
  readonly sort?: ContactSort;
  readonly language?: Language;
  readonly cursor: string | null;
  readonly limit: number;
}

/** One page of a list, newest first by default. Throws INVALID_FIELD when the cursor is not one of ours. */
export async function readContactPage(
  file: Pick<OpenFile, 'store' | 'revision'>,
  input: ContactPageInput,
): Promise<ContactPage> {
  const { store } = file;
  const { limit, group = null, sort = NEWEST_FIRST, language = 'nl' } = input;
  const cursor = input.cursor === null ? null : parseCursor(input.cursor, sort);
  const filter = await filterMeant(store.read, input.filter);
  const total = cursor?.total ?? (await countKept(file, filter, group));
  const listing = { filter, group, sort, language };
  const found = await rowsAfter(store.read, listing, cursor?.after ?? null, limit + 1);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  const rows = await contactsAt(
    store.read,
    page.map(({ rowId }) => rowId),
  );
  return { rows: [...rows], nextCursor: last ? writeCursor(total, last) : null, total };
}

/** Lists between which somebody goes back and forth, and the groups that stand open in them. */
const counts = keepAnswers<number>(64);
const groupings = keepAnswers<readonly ContactGroupCount[]>(16);

/** How many match: counted once, for as long as nothing changes. */
function countKept(
  file: Pick<OpenFile, 'store' | 'revision'>,
  filter: ContactFilter,
  group: ContactGroup | null,
): Promise<number> {
  const key = `${keyOfFilter(filter)} ${JSON.stringify(group)}`;
  return counts(file, key, () => countContacts(file.store.read, filter, group));
}

/** The groups of a list and how many contacts each holds. */
export async function readContactGroups(
  file: Pick<OpenFile, 'store' | 'revision'>,
  input: {
    readonly filter: ContactFilter;
    readonly by: ContactGrouping;
    readonly language: Language;
  },
): Promise<ContactGroupCount[]> {
  const { by, language } = input;
  const filter = await filterMeant(file.store.read, input.filter);
  const groups = await groupings(file, `${keyOfFilter(filter)} ${by} ${language}`, () =>
    groupContacts(file.store.read, filter, by, language),
  );
  return [...groups];
}

/** A cursor is the total, the name the list is at (a number, empty in a list by time) and the row. */
const CURSOR = /^(\d{1,12})\.(\d{0,12})\.(-?\d{1,16})$/;

function writeCursor(total: number, { value, rowId }: ContactPosition): string {
  return `${total}.${value ?? ''}.${rowId}`;
}

function parseCursor(
  text: string,
  sort: ContactSort,
): { readonly total: number; readonly after: ContactPosition } {
  const [, total, value, rowId] = CURSOR.exec(text) ?? [];
  if (total === undefined || (value === '') !== (sort.by === 'when')) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'cursor', reason: 'unknown' });
  }
  const after = { value: value === '' ? null : Number(value), rowId: Number(rowId) };
  return { total: Number(total), after };
}
