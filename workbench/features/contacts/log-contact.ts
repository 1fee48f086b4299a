import { type Contact, type NewContact, problemsOf } from '#shared/domain/contacts/contact.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { findContact } from '../../store/repositories/contact-repository.ts';
import { insertContact, type NewContactRow } from '../../store/repositories/contact-rows.ts';
import { deleteDraft } from '../../store/repositories/draft-repository.ts';
import { officerById } from '../../store/repositories/people-repository.ts';
import { insertPromise, promiseOfContact } from '../../store/repositories/promise-repository.ts';
import { submitDraftFiles } from '../attachments/index.ts';
import { checkNamed } from './check-codes.ts';
import { settlePlace } from './settle-place.ts';

/**
 * Submits a contact: the row, its place on the map, its problems and parties, its promise and the
 * operations that account for them, and the end of its draft, all in one transaction.
 * Throws INVALID_FIELD, NOT_FOUND (street, party, officer) or ALREADY_EXISTS.
 */
export async function logContact(file: OpenFile, input: NewContact): Promise<Contact> {
  const { store } = file;
  const now = store.clock.now();
  const known = await findContact(store.read, input.id);
  if (known) return sameContact(store.read, known, input);

  const [problem] = problemsOf(input, now);
  if (problem) throw new WorkbenchError('INVALID_FIELD', problem);
  const place = await settlePlace(store.read, input);
  const { next } = input;
  const promiseChannel = next.step === 'promise' ? next.channel : null;
  await checkNamed(store.read, input.occurredAt, { ...input, promiseChannel });
  const { officerId } = store.identity;
  const ownerId = next.step === 'promise' ? (next.ownerId ?? officerId) : officerId;
  if (!(await officerById(store.read, ownerId).executeTakeFirst())) {
    throw new WorkbenchError('NOT_FOUND', { what: 'officer' });
  }

  await store.write(async (handle) => {
    const row: NewContactRow = {
      id: input.id,
      occurredAt: input.occurredAt,
      loggedAt: now,
      authorId: officerId,
      streetId: input.place.streetId,
      houseNumber: input.place.houseNumber,
      neighbourhoodId: place.neighbourhoodId,
      position: place.position,
      placeSource: place.source,
      reason: input.reason,
      nextStep: next.step,
      nextNote: next.note,
      channel: input.channel,
      durationMinutes: input.durationMinutes,
      parties: input.parties,
      language: input.language,
      problems: input.problems,
      need: input.need,
      feeling: input.feeling,
      summary: input.summary,
      assessment: input.assessment,
      sensitivity: input.sensitivity,
      withdrawn: false,
    };
    await insertContact(handle, row);
    await handle.record({
      entity: 'contact',
      entityId: input.id,
      baseVersion: 0,
      change: { kind: 'command', name: 'logContact', arguments: { ...row } },
    });
    if (next.step === 'promise') {
      const promise = {
        id: makeId(Date.parse(now), store.entropy.bytes(16)),
        contactId: input.id,
        ownerId,
        streetId: input.place.streetId,
        text: next.note,
        dueOn: next.dueOn,
        channel: next.channel,
      };
      await insertPromise(handle, promise);
      await handle.record({
        entity: 'promise',
        entityId: promise.id,
        baseVersion: 0,
        change: { kind: 'command', name: 'makePromise', arguments: promise },
      });
    }
    await submitDraftFiles(handle, input.id, officerId);
    await deleteDraft(handle, input.id);
  });

  file.announce([
    'contacts',
    'attachments',
    'drafts',
    'outbox',
    ...(next.step === 'promise' ? (['promises'] as const) : []),
  ]);
  return readBack(store.read, input.id);
}

/** A second click, or a window that asks again after a broken line, must not make a second contact. */
async function sameContact(read: ReadHandle, known: Contact, input: NewContact): Promise<Contact> {
  const promise = await promiseOfContact(read, input.id);
  const pointed = known.placeSource === 'pointed' ? known.position : null;
  const { step, note } = input.next;
  const said = (contact: Contact | NewContact) => ({
    occurredAt: contact.occurredAt,
    reason: contact.reason,
    channel: contact.channel,
    durationMinutes: contact.durationMinutes,
    language: contact.language,
    problems: [...contact.problems].sort(),
    need: contact.need,
    feeling: contact.feeling,
    summary: contact.summary,
    assessment: contact.assessment,
    sensitivity: contact.sensitivity,
  });
  const stored = [
    said(known),
    known.parties.map(({ id }) => id),
    { streetId: known.streetId, houseNumber: known.houseNumber, position: pointed },
    [known.nextStep, known.nextNote, promise?.dueOn, promise?.channel],
  ];
  const sent = [
    said(input),
    input.parties,
    {
      streetId: input.place.streetId,
      houseNumber: input.place.houseNumber,
      position: input.place.position,
    },
    [
      step,
      note,
      ...(input.next.step === 'promise'
        ? [input.next.dueOn, input.next.channel]
        : [undefined, undefined]),
    ],
  ];
  // One that was amended since was stored once already, whatever it says now.
  if (known.amendments === 0 && JSON.stringify(stored) !== JSON.stringify(sent)) {
    throw new WorkbenchError('ALREADY_EXISTS', { what: 'contact' });
  }
  return known;
}

async function readBack(read: ReadHandle, id: Id): Promise<Contact> {
  const contact = await findContact(read, id);
  if (!contact) throw new WorkbenchError('NOT_FOUND', { what: 'contact' });
  return contact;
}
