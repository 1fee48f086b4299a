import type { PartyDossier } from '#shared/contract/parties.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { Party, PartyKind } from '#shared/domain/parties/party.ts';
import type { KeptPromise } from '#shared/domain/promises/promise.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { contactsOfRows } from '../../store/repositories/contact-repository.ts';
import { mergesOf, partiesUnder } from '../../store/repositories/party-merge-repository.ts';
import {
  contactRowsOfParties,
  countContactsOfParties,
  findParty,
  partiesByName,
  partyChanges,
  type PartyCursor,
} from '../../store/repositories/party-repository.ts';
import { promisesOfParties } from '../../store/repositories/promise-repository.ts';
import { withKeepers } from '../promises/index.ts';

interface PageAsked {
  readonly cursor: string | null;
  readonly limit: number;
}
interface PageOf<Row> {
  readonly rows: Row[];
  readonly nextCursor: string | null;
}

/** A party with its merges, its history and how many contacts it has. Throws NOT_FOUND. */
export async function getParty(
  { store: { read } }: OpenFile,
  { id }: { readonly id: Id },
): Promise<PartyDossier> {
  const found = await findParty(read, id);
  if (!found) throw new WorkbenchError('NOT_FOUND', { what: 'party' });
  const { version, ...party } = found;
  void version;
  const merges = await mergesOf(read, id);
  return {
    party,
    mergedInto: merges.find((merge) => merge.party.id === id) ?? null,
    merged: merges.filter((merge) => merge.into.id === id),
    changes: [...(await partyChanges(read, id))],
    contacts: await countContactsOfParties(read, await partiesUnder(read, id)),
  };
}

/** A page of who stands for themselves, by name. Throws INVALID_FIELD when the cursor is not ours. */
export async function listParties(
  { store }: OpenFile,
  { kind, cursor, limit }: PageAsked & { readonly kind: PartyKind | null },
): Promise<PageOf<Party>> {
  const after = cursor === null ? null : parseNameCursor(cursor);
  const found = await partiesByName(store.read, kind, after, limit + 1).execute();
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ key, ...party }) => {
      void key;
      return party;
    }),
    nextCursor: last ? JSON.stringify([last.key, last.id]) : null,
  };
}

/** Contacts with a party and those merged into it, newest first. */
export async function readPartyContacts(
  { store: { read } }: OpenFile,
  { id, cursor, limit }: PageAsked & { readonly id: Id },
): Promise<PageOf<Contact>> {
  const before = cursor === null ? null : parseRowCursor(cursor);
  const ids = await partiesUnder(read, id);
  const rows = await contactRowsOfParties(read, ids, before, limit + 1).execute();
  const page = rows.slice(0, limit).map((row) => row.contact_row);
  const listed = await contactsOfRows(read, page);
  return {
    rows: listed.map(({ contact }) => contact),
    nextCursor: rows.length > limit ? String(page.at(-1)) : null,
  };
}

/** Promises made at the contacts of a party and those merged into it. */
export async function readPartyPromises(
  { store: { read, clock } }: OpenFile,
  { id }: { readonly id: Id },
): Promise<KeptPromise[]> {
  const promises = await promisesOfParties(read, await partiesUnder(read, id));
  return withKeepers(read, dayOf(clock.now()), promises);
}

function parseNameCursor(text: string): PartyCursor {
  const [key, id] = text.startsWith('["') && text.endsWith('"]') ? partsOf(text) : [];
  if (typeof key !== 'string' || typeof id !== 'string') throw unknownCursor();
  return { key, id };
}

function partsOf(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(text);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function parseRowCursor(text: string): number {
  if (!/^-?\d{1,16}$/.test(text)) throw unknownCursor();
  return Number(text);
}

function unknownCursor(): WorkbenchError<'INVALID_FIELD'> {
  return new WorkbenchError('INVALID_FIELD', { field: 'cursor', reason: 'unknown' });
}
