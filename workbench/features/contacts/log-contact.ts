import { type Contact, type NewContact, problemsOf } from '#shared/domain/contacts/contact.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { findContact, insertContact } from '../../store/repositories/contact-repository.ts';
import { deleteDraft } from '../../store/repositories/draft-repository.ts';
import {
  neighbourhoodAt,
  type Place,
  placeOfAddress,
  placeOfStreet,
  streetExists,
} from '../../store/repositories/place-repository.ts';
import { dueOnOfContact, insertPromise } from '../../store/repositories/promise-repository.ts';

/**
 * Submits a contact: the row, its place on the map, its promise and the operations that account for
 * them, and the end of its draft, all in one transaction.
 * Throws INVALID_FIELD, NOT_FOUND (street) or ALREADY_EXISTS.
 */
export async function logContact(file: OpenFile, input: NewContact): Promise<Contact> {
  const { store } = file;
  const now = store.clock.now();
  const known = await findContact(store.read, input.id);
  if (known) return sameContact(store.read, known, input);

  const [problem] = problemsOf(input, now);
  if (problem) throw new WorkbenchError('INVALID_FIELD', problem);
  const { streetId, houseNumber } = input.place;
  if (!(await streetExists(store.read, streetId))) {
    throw new WorkbenchError('NOT_FOUND', { what: 'street' });
  }
  const place = await settlePlace(store.read, input);

  await store.write(async (handle) => {
    const { officerId } = store.identity;
    const row = {
      id: input.id,
      occurredAt: input.occurredAt,
      loggedAt: now,
      authorId: officerId,
      streetId,
      houseNumber,
      neighbourhoodId: place.neighbourhoodId,
      position: place.position,
      placeSource: place.source,
      reason: input.reason,
      summary: input.summary,
      nextStep: input.next.step,
      nextNote: input.next.note,
    };
    await insertContact(handle, row);
    await handle.record({
      entity: 'contact',
      entityId: input.id,
      baseVersion: 0,
      change: { kind: 'command', name: 'logContact', arguments: row },
    });
    if (input.next.step === 'promise') {
      const promise = {
        id: makeId(Date.parse(now), store.entropy.bytes(16)),
        contactId: input.id,
        ownerId: officerId,
        streetId,
        text: input.next.note,
        dueOn: input.next.dueOn,
      };
      await insertPromise(handle, promise);
      await handle.record({
        entity: 'promise',
        entityId: promise.id,
        baseVersion: 0,
        change: { kind: 'command', name: 'makePromise', arguments: promise },
      });
    }
    await deleteDraft(handle, input.id);
  });

  file.announce(
    input.next.step === 'promise'
      ? ['contacts', 'drafts', 'outbox', 'promises']
      : ['contacts', 'drafts', 'outbox'],
  );
  return readBack(store.read, input.id);
}

/** A second click, or a window that asks again after a broken line, must not make a second contact. */
async function sameContact(read: ReadHandle, known: Contact, input: NewContact): Promise<Contact> {
  const dueOn = input.next.step === 'promise' ? input.next.dueOn : undefined;
  const pointed = known.placeSource === 'pointed' ? known.position : null;
  const same =
    known.occurredAt === input.occurredAt &&
    known.streetId === input.place.streetId &&
    known.houseNumber === input.place.houseNumber &&
    known.reason === input.reason &&
    known.summary === input.summary &&
    known.nextStep === input.next.step &&
    known.nextNote === input.next.note &&
    String(pointed) === String(input.place.position) &&
    (await dueOnOfContact(read, input.id)) === dueOn;
  if (!same) throw new WorkbenchError('ALREADY_EXISTS', { what: 'contact' });
  return known;
}

/** What the officer pointed at, else the address, else the middle of the street. */
async function settlePlace(read: ReadHandle, input: NewContact): Promise<Place> {
  const { streetId, houseNumber, position } = input.place;
  const day = dayOf(input.occurredAt);
  if (position) {
    const neighbourhoodId = await neighbourhoodAt(read, position, day);
    return { position, neighbourhoodId, source: 'pointed' };
  }
  const address =
    houseNumber === '' ? undefined : await placeOfAddress(read, streetId, houseNumber, day);
  return address ?? (await placeOfStreet(read, streetId, day));
}

async function readBack(read: ReadHandle, id: Id): Promise<Contact> {
  const contact = await findContact(read, id);
  if (!contact) throw new WorkbenchError('NOT_FOUND', { what: 'contact' });
  return contact;
}
