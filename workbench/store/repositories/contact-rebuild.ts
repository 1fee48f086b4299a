/** How a contact comes to read as the amendments of all desks have it. */
import { sql } from 'kysely';

import type { ContactChanges } from '#shared/domain/contacts/contact.ts';
import {
  amended,
  type AmendedFrom,
  type ContactContent,
  inOrderOfAmendment,
  type SettledPlace,
} from '#shared/domain/contacts/contact-content.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { WriteHandle } from '../handles.ts';
import { amendmentColumns, type NewAmendmentRow, originalOf } from './amendment-repository.ts';
import { contactRowIdFor, insertBeside, insertContactRow } from './contact-rows.ts';

type Tables = WriteHandle['tables'];

/** An amendment without its place among the others, which is found here. */
export type ArrivedAmendment = Omit<NewAmendmentRow, 'position'>;

/** Where the contact lies now, who may see it, and the version of its row. */
export interface ContactStanding extends AmendedFrom {
  readonly version: number;
}

/**
 * Makes a contact anew from what was submitted and its amendments: those it has, as `change` leaves them.
 * It is taken out and put in again, since a submitted contact is never edited.
 *
 * @param standing undefined leaves it where it is.
 * @returns false when there is no such contact.
 */
export async function rebuildContact(
  tables: Tables,
  contactId: Id,
  change: (amendments: readonly ArrivedAmendment[]) => readonly ArrivedAmendment[],
  standing?: ContactStanding,
): Promise<boolean> {
  const row = await selectContact(tables, contactId).executeTakeFirst();
  if (row === undefined) return false;
  const { neighbourhoodId, sensitivity, version } = standing ?? {
    neighbourhoodId: row.neighbourhood_id,
    sensitivity: row.sensitivity,
    version: row.version,
  };
  const submitted = (await originalOf(tables, contactId)) ?? (await contentOf(tables, row));
  const amendments = inOrderOfArrival(change(await storedAmendments(tables, contactId)));
  const original = { ...submitted, neighbourhoodId, sensitivity };
  const content = amendments.reduce<ContactContent>(amended, original);
  const rowId =
    content.occurredAt === row.occurred_at
      ? row.row_id
      : await contactRowIdFor(tables, content.occurredAt);

  // Its promises and files lose it for a moment only; files would otherwise go with it, and their bytes.
  await sql`pragma defer_foreign_keys = on`.execute(tables);
  const nowhere = `${contactId} is made anew`;
  try {
    await hangFiles(tables, contactId, nowhere);
    await tables.deleteFrom('contact_place').where('row_id', '=', row.row_id).execute();
    await tables.deleteFrom('contact').where('id', '=', contactId).execute();
    await insertAmendments(tables, contactId, original, amendments);
    await insertContactRow(tables, rowId, {
      ...content,
      id: contactId,
      loggedAt: row.logged_at,
      authorId: row.author_id,
      nextStep: row.next_step,
      nextNote: row.next_note,
      amendments: amendments.length,
      version,
    });
    await insertBeside(tables, rowId, content);
    await hangFiles(tables, nowhere, contactId);
  } finally {
    await sql`pragma defer_foreign_keys = off`.execute(tables);
  }
  return true;
}

async function hangFiles(tables: Tables, from: string, to: string): Promise<void> {
  await tables
    .updateTable('attachment')
    .set({ contact_id: to })
    .where('contact_id', '=', from)
    .execute();
}

/** What was submitted and what was amended stand there before the contact does: the index reads the notes. */
async function insertAmendments(
  tables: Tables,
  contactId: Id,
  original: ContactContent,
  amendments: readonly ArrivedAmendment[],
): Promise<void> {
  if (amendments.length === 0) return;
  const fields = JSON.stringify({ ...original, ...amendments[0]?.was });
  await tables.insertInto('contact_original').values({ contact_id: contactId, fields }).execute();
  await tables
    .insertInto('contact_amendment')
    .values(amendments.map((one, at) => amendmentColumns({ ...one, position: at + 1 })))
    .execute();
}

function inOrderOfArrival(amendments: readonly ArrivedAmendment[]): readonly ArrivedAmendment[] {
  return inOrderOfAmendment(amendments.map((one) => ({ ...one, position: one.known })));
}

async function storedAmendments(
  tables: Tables,
  contactId: Id,
): Promise<readonly ArrivedAmendment[]> {
  const rows = await tables
    .selectFrom('contact_amendment')
    .select(['id', 'author_id', 'made_at', 'note', 'changes', 'known', 'place', 'was'])
    .where('contact_id', '=', contactId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    contactId,
    authorId: row.author_id,
    madeAt: row.made_at,
    note: row.note,
    changes: JSON.parse(row.changes) as ContactChanges,
    known: row.known,
    place: row.place === null ? null : (JSON.parse(row.place) as SettledPlace),
    was: row.was === null ? null : (JSON.parse(row.was) as AmendedFrom),
  }));
}

function selectContact(tables: Tables, id: Id) {
  return tables
    .selectFrom('contact')
    .select([
      'row_id',
      'occurred_at',
      'logged_at',
      'author_id',
      'next_step',
      'next_note',
      'version',
    ])
    .select(['street_id', 'house_number', 'neighbourhood_id', 'longitude', 'latitude'])
    .select([
      'place_source',
      'reason',
      'channel',
      'duration_minutes',
      'language',
      'need',
      'feeling',
    ])
    .select(['summary', 'assessment', 'sensitivity', 'withdrawn'])
    .where('id', '=', id);
}
type ContactRow = Awaited<ReturnType<ReturnType<typeof selectContact>['executeTakeFirstOrThrow']>>;

async function contentOf(tables: Tables, row: ContactRow): Promise<ContactContent> {
  const problems = await tables
    .selectFrom('contact_problem')
    .select('code')
    .where('contact_row', '=', row.row_id)
    .orderBy('code')
    .execute();
  const parties = await tables
    .selectFrom('contact_party')
    .select('party_id')
    .where('contact_row', '=', row.row_id)
    .orderBy('position')
    .execute();
  return {
    occurredAt: row.occurred_at,
    streetId: row.street_id,
    houseNumber: row.house_number,
    neighbourhoodId: row.neighbourhood_id,
    position:
      row.longitude === null || row.latitude === null ? null : [row.longitude, row.latitude],
    placeSource: row.place_source,
    reason: row.reason,
    channel: row.channel,
    durationMinutes: row.duration_minutes,
    parties: parties.map(({ party_id: id }) => id),
    language: row.language,
    problems: problems.map(({ code }) => code),
    need: row.need,
    feeling: row.feeling,
    summary: row.summary,
    assessment: row.assessment,
    sensitivity: row.sensitivity,
    withdrawn: row.withdrawn === 1,
  };
}
