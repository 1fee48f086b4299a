import type { FoundContacts, LinkPlace, NearDossier } from '#shared/contract/dossier-contacts.ts';
import { MOST_FOUND } from '#shared/contract/dossier-contacts.ts';
import { type Dossier, dossierSchema, OPEN_STATES } from '#shared/domain/actions/dossier.ts';
import {
  byNearness,
  type DossierPlace,
  linkRefusal,
} from '#shared/domain/actions/dossier-contacts.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import { isEmptyQuery, readQuery } from '#shared/domain/search/search-query.ts';
import { streetsOfSegments } from '#shared/domain/territory/placed-street.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import {
  caseworkInStates,
  dossiersOfContact,
} from '../../store/repositories/casework-repository.ts';
import {
  contactsAt,
  contactsByIds,
  findContact,
} from '../../store/repositories/contact-repository.ts';
import { countLinkable, linkableRows } from '../../store/repositories/linkable-contacts.ts';
import { placedContactsOfStreets } from '../../store/repositories/piece-contacts.ts';
import {
  neighbourhoodVersions,
  streetVersions,
  versionsOfStreets,
} from '../../store/repositories/place-versions.ts';
import { type NamedSegment, segmentsNamed } from '../../store/repositories/segment-repository.ts';
import { pieceOfContact, townPlaces } from '../gaps/index.ts';
import { changeAlone, patch, rowOf, rowsOf } from './change-row.ts';
import { streetsOf } from './segments.ts';

/**
 * Contacts that may be linked to a dossier, linked or not: on its stretches, in its streets or in its neighbourhood;
 * about its problem or any; holding every word of `text`. Throws NOT_FOUND.
 */
export async function findContactsFor(
  file: OpenFile,
  input: {
    readonly id: Id;
    readonly place: LinkPlace;
    readonly sameProblem: boolean;
    readonly text: string;
  },
): Promise<FoundContacts> {
  const { read } = file.store;
  const dossier = await rowOf(read, dossierSchema, 'dossier', input.id);
  const { streets, neighbourhoods } = await placeOf(read, dossier);
  const isWide = input.place === 'neighbourhood';
  const places = [...(isWide ? neighbourhoods : streets)];
  const query = readQuery(input.text);
  if (places.length === 0) return { contacts: [], total: 0 };
  const question = {
    filter: {
      ...(isWide ? { neighbourhoodId: places } : { streetId: places }),
      ...(input.sameProblem && dossier.problem !== null && { problem: dossier.problem }),
    },
    rowIds: input.place === 'stretches' ? await rowsOnStretches(file, dossier, places) : null,
    neighbourhoodIds: [...neighbourhoods],
    query: isEmptyQuery(query) ? null : query,
  };
  const rows = await linkableRows(read, question, MOST_FOUND).execute();
  const contacts = await contactsAt(
    read,
    rows.map(({ rowId }) => rowId),
  );
  return { contacts: [...contacts], total: await countLinkable(read, question) };
}

/** Contacts nearest to a stretch of the dossier; one that names a street of several stretches lies on none. */
async function rowsOnStretches(
  { store }: OpenFile,
  { segments }: Dossier,
  streetIds: readonly Id[],
): Promise<readonly number[]> {
  const town = await townPlaces(store);
  const pieces = new Set(segments.flatMap((id) => town.numbers.segment.get(id) ?? []));
  const placed = await placedContactsOfStreets(store.read, streetIds).execute();
  return placed
    .filter((row) => {
      const street = town.numbers.street.get(row.street_id);
      return street !== undefined && pieces.has(pieceOfContact(town, street, row));
    })
    .map((row) => row.row_id);
}

/** Links contacts to a dossier and unlinks others. Throws NOT_FOUND; INVALID_FIELD (contacts). */
export async function linkContacts(
  file: OpenFile,
  input: { readonly id: Id; readonly add: readonly Id[]; readonly remove: readonly Id[] },
): Promise<Dossier> {
  const { id, remove } = input;
  const { read } = file.store;
  const add = [...new Set(input.add)];
  await checkLinks(read, await rowOf(read, dossierSchema, 'dossier', id), add);
  return changeAlone(file, dossierSchema, {
    entity: 'dossier',
    id,
    change: patch({ contacts: { add, remove } }),
  });
}

/** Throws INVALID_FIELD (contacts) where one of these contacts cannot be of this dossier. */
export async function checkLinks(
  read: ReadHandle,
  dossier: Pick<Dossier, 'segments' | 'neighbourhoodId'>,
  contactIds: readonly Id[],
): Promise<void> {
  if (contactIds.length === 0) return;
  const invalid = (reason: string): WorkbenchError =>
    new WorkbenchError('INVALID_FIELD', { field: 'contacts', reason });
  const place = await placeOf(read, dossier);
  const found = await contactsByIds(read, contactIds);
  if (found.length < new Set(contactIds).size) throw invalid('unknown');
  for (const contact of found) {
    const refusal = linkRefusal(contact, place);
    if (refusal) throw invalid(refusal);
  }
}

async function placeOf(
  read: ReadHandle,
  { segments, neighbourhoodId }: Pick<Dossier, 'segments' | 'neighbourhoodId'>,
): Promise<DossierPlace> {
  const streets = streetsOf(await segmentsNamed(read, segments));
  return {
    streets: new Set(await versionsOfStreets(read, streets)),
    neighbourhoods: new Set(
      neighbourhoodId === null ? [] : await neighbourhoodVersions(read, neighbourhoodId),
    ),
  };
}

/**
 * The dossiers that name a contact, and the open ones that it may be linked to, the nearest first. Throws NOT_FOUND
 * (contact).
 */
export async function readDossiersFor(
  { store }: OpenFile,
  { contactId }: { readonly contactId: Id },
): Promise<NearDossier[]> {
  const { read } = store;
  const contact = await findContact(read, contactId);
  if (!contact) throw new WorkbenchError('NOT_FOUND', { what: 'contact' });
  const named = rowsOf(dossierSchema, await dossiersOfContact(read, contactId));
  const linked = new Set(named.map(({ id }) => id));
  const others = rowsOf(dossierSchema, await caseworkInStates(read, 'dossier', OPEN_STATES)).filter(
    ({ id }) => !linked.has(id),
  );
  const segments = await segmentsById(read, [...named, ...others]);
  const isLinkable = await linkableTo(read, contact);
  const placed = [...named, ...others].flatMap((dossier) => {
    const own = dossier.segments.flatMap((id) => segments.get(id) ?? []);
    const { isOnStreet, refusal } = isLinkable(dossier, own);
    if (refusal !== undefined && !linked.has(dossier.id)) return [];
    return [{ ...dossier, own, lines: own.map(({ line }) => line), isOnStreet }];
  });
  return byNearness(placed, contact.position).map(({ dossier, metres }) => ({
    id: dossier.id,
    title: dossier.title,
    problem: dossier.problem,
    state: dossier.state,
    streets: streetsOfSegments(dossier.own),
    metres: metres === null ? null : Math.round(metres),
    isLinked: linked.has(dossier.id),
  }));
}

async function segmentsById(
  read: ReadHandle,
  dossiers: readonly Dossier[],
): Promise<ReadonlyMap<Id, NamedSegment>> {
  const ids = new Set(dossiers.flatMap(({ segments }) => segments));
  return new Map((await segmentsNamed(read, [...ids])).map((segment) => [segment.id, segment]));
}

/** Judges dossiers for one contact, with the versions of its own places asked for once. */
async function linkableTo(read: ReadHandle, contact: Contact) {
  const streets = new Set(await streetVersions(read, contact.streetId));
  const neighbourhoods = new Set(
    contact.neighbourhoodId === null
      ? []
      : await neighbourhoodVersions(read, contact.neighbourhoodId),
  );
  const nowhere: ReadonlySet<Id> = new Set();
  return ({ neighbourhoodId }: Dossier, segments: readonly NamedSegment[]) => {
    const isOnStreet = segments.some(({ streetId }) => streets.has(streetId));
    const isWithin = neighbourhoodId !== null && neighbourhoods.has(neighbourhoodId);
    const refusal = linkRefusal(contact, {
      streets: isOnStreet ? streets : nowhere,
      neighbourhoods: isWithin ? neighbourhoods : nowhere,
    });
    return { isOnStreet, refusal };
  };
}
