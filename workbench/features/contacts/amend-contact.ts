import {
  changesSomething,
  type ContactHistory,
  type NewAmendment,
} from '#shared/domain/contacts/amendment.ts';
import {
  type Contact,
  type ContactChanges,
  problemOfMoment,
} from '#shared/domain/contacts/contact.ts';
import {
  amended,
  type ContactContent,
  type SettledPlace,
} from '#shared/domain/contacts/contact-content.ts';
import type { Json } from '#shared/domain/operations/operation.ts';
import type { Position } from '#shared/domain/territory/geometry.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import {
  amendmentsOf,
  insertAmendment,
  originalOf,
} from '../../store/repositories/amendment-repository.ts';
import { findContact, findListedContact } from '../../store/repositories/contact-repository.ts';
import { rewriteContact } from '../../store/repositories/contact-rows.ts';
import { deleteDraft, findDraftForm } from '../../store/repositories/draft-repository.ts';
import { partyNames } from '../../store/repositories/party-repository.ts';
import { areaNames, streetNames } from '../../store/repositories/place-names.ts';
import { checkNamed } from './check-codes.ts';
import { settlePlace } from './settle-place.ts';

/**
 * Corrects a submitted contact by an amendment: the correction, its reason and its author are kept
 * beside what was submitted, and the contact reads from now on as corrected. Sent twice it is stored
 * once. Throws NOT_FOUND, INVALID_FIELD, or ALREADY_EXISTS for another amendment under the same id.
 */
export async function amendContact(file: OpenFile, input: NewAmendment): Promise<ContactHistory> {
  const { store } = file;
  const { contactId, changes } = input;
  const now = store.clock.now();
  await store.write(async (handle) => {
    const read = handle.tables;
    const known = (await amendmentsOf(read, contactId)).find(({ id }) => id === input.id);
    if (known) {
      const same =
        known.note === input.note && JSON.stringify(known.changes) === JSON.stringify(changes);
      if (!same) throw new WorkbenchError('ALREADY_EXISTS', { what: 'amendment' });
      return;
    }
    const listed = await findListedContact(read, contactId);
    if (!listed) throw new WorkbenchError('NOT_FOUND', { what: 'contact' });
    const before = contentOf(listed.contact);
    const occurredAt = changes.occurredAt ?? before.occurredAt;
    const problem = problemOfMoment(occurredAt, now);
    if (problem) throw new WorkbenchError('INVALID_FIELD', problem);
    if (!changesSomething(comparable(before), changes)) {
      throw new WorkbenchError('INVALID_FIELD', { field: 'changes', reason: 'nothing-changed' });
    }
    await checkNamed(read, occurredAt, changes);
    const { content, place } = await amendedContent(read, before, changes);
    const { neighbourhoodId, sensitivity } = before;
    const was = { neighbourhoodId, sensitivity };

    const position = listed.contact.amendments + 1;
    const { officerId } = store.identity;
    const row = {
      id: input.id,
      contactId,
      position,
      authorId: officerId,
      madeAt: now,
      note: input.note,
      changes,
      known: position,
      place,
      was,
    };
    // While it was being typed this amendment was kept as a draft under the contact's id.
    const draft = await findDraftForm(read, contactId);
    if (draft?.amendmentId === input.id) await deleteDraft(handle, contactId);
    await insertAmendment(handle, row, before);
    await rewriteContact(handle, listed.rowId, content, position);
    await handle.record({
      entity: 'amendment',
      entityId: input.id,
      baseVersion: 0,
      change: {
        kind: 'command',
        name: 'amendContact',
        arguments: {
          contactId,
          note: input.note,
          changes: jsonOf(changes),
          position,
          place: place && { ...place },
          was,
        },
      },
    });
    await recordWhereItLies(handle, contactId, before, content);
  });
  file.announce(['contacts', 'drafts', 'outbox']);
  return readContactHistory(file, contactId);
}

/** By these two the centre tells who receives the contact, so they change in the contact itself. */
async function recordWhereItLies(
  { tables, record }: WriteHandle,
  contactId: Id,
  before: ContactContent,
  { neighbourhoodId, sensitivity }: ContactContent,
): Promise<void> {
  const fields = {
    ...(neighbourhoodId !== before.neighbourhoodId && { neighbourhoodId }),
    ...(sensitivity !== before.sensitivity && { sensitivity }),
  };
  if (Object.keys(fields).length === 0) return;
  const { version } = await tables
    .updateTable('contact')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', contactId)
    .returning('version')
    .executeTakeFirstOrThrow();
  await record({
    entity: 'contact',
    entityId: contactId,
    baseVersion: version - 1,
    change: { kind: 'patch', fields },
  });
}

/** The changes as JSON: the fields that were named, and no others. */
function jsonOf(changes: ContactChanges): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(changes).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

/** A contact, what was submitted, and every amendment since. Throws NOT_FOUND. */
export async function readContactHistory({ store }: OpenFile, id: Id): Promise<ContactHistory> {
  const current = await findContact(store.read, id);
  if (!current) throw new WorkbenchError('NOT_FOUND', { what: 'contact' });
  const original = await originalOf(store.read, id);
  return {
    current,
    original: original ? await asSubmitted(store.read, current, original) : current,
    amendments: [...(await amendmentsOf(store.read, id))],
  };
}

function contentOf(contact: Contact): ContactContent {
  const { occurredAt, streetId, houseNumber, neighbourhoodId, position, placeSource } = contact;
  const { reason, channel, durationMinutes, language, problems, need, feeling } = contact;
  const { summary, assessment, sensitivity, withdrawn } = contact;
  const parties = contact.parties.map((party) => party.id);
  const place = { streetId, houseNumber, neighbourhoodId, position, placeSource };
  const said = { reason, channel, durationMinutes, parties, language, problems, need, feeling };
  return { occurredAt, ...place, ...said, summary, assessment, sensitivity, withdrawn };
}

/** A contact's content in the shape of the changes, to tell whether they change anything. */
function comparable(content: ContactContent): ContactChanges {
  const { streetId, houseNumber, position, placeSource, neighbourhoodId, ...rest } = content;
  void neighbourhoodId;
  return {
    ...rest,
    place: { streetId, houseNumber, position: pointedAt(placeSource, position) },
    parties: [...rest.parties],
    problems: [...rest.problems],
  };
}

/** Where the officer pointed; null where the place was found by address or street. */
function pointedAt(
  source: ContactContent['placeSource'],
  position: Position | null,
): [number, number] | null {
  return source === 'pointed' && position ? [position[0], position[1]] : null;
}

async function amendedContent(
  read: ReadHandle,
  before: ContactContent,
  changes: ContactChanges,
): Promise<{ readonly content: ContactContent; readonly place: SettledPlace | null }> {
  const sensitivity = changes.sensitivity ?? before.sensitivity;
  // Another day may be another neighbourhood, and another house is another place.
  if (!changes.place && !changes.occurredAt) {
    return { content: { ...amended(before, { changes }), sensitivity }, place: null };
  }
  const { streetId, houseNumber } = changes.place ?? before;
  const position = changes.place
    ? changes.place.position
    : pointedAt(before.placeSource, before.position);
  const occurredAt = changes.occurredAt ?? before.occurredAt;
  const found = await settlePlace(read, { occurredAt, place: { streetId, houseNumber, position } });
  const place: SettledPlace = {
    streetId,
    houseNumber,
    position: found.position && [found.position[0], found.position[1]],
    placeSource: found.source,
  };
  const { neighbourhoodId } = found;
  return {
    content: { ...amended(before, { changes, place }), sensitivity, neighbourhoodId },
    place,
  };
}

/** The contact with what was submitted, and the names that go with it. */
async function asSubmitted(
  read: ReadHandle,
  current: Contact,
  original: ContactContent,
): Promise<Contact> {
  const street = await streetNames(read, original.streetId);
  const area = await areaNames(read, original.neighbourhoodId);
  return {
    ...current,
    ...original,
    amendments: 0,
    position: original.position ? [original.position[0], original.position[1]] : null,
    problems: [...original.problems],
    parties: [...(await partyNames(read, original.parties))],
    streetNameNl: street.nameNl,
    streetNameFr: street.nameFr,
    neighbourhoodNameNl: area.nameNl,
    neighbourhoodNameFr: area.nameFr,
  };
}
