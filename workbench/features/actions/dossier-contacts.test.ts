import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  foundContactsSchema,
  type LinkPlace,
  nearDossierSchema,
} from '#shared/contract/dossier-contacts.ts';
import { type NewContact, newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { Position } from '#shared/domain/territory/geometry.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { dossierForm } from '../../../tests/factories/casework.ts';
import {
  type CrossingStreet,
  plantCrossingStreet,
} from '../../../tests/factories/crossing-street.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { amendContact } from '../contacts/amend-contact.ts';
import { logContact } from '../contacts/log-contact.ts';
import { readThread } from '../thread/index.ts';
import * as actions from './index.ts';

const random = seededRandom(83);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

let test: TestFile;
let streetId: string;
let segmentId: string;
let crossing: CrossingStreet;
let id: string;
beforeEach(async () => {
  test = await openTestFile();
  const small = await plantSmallTerritory(test.store);
  ({ streetId } = small);
  crossing = await plantCrossingStreet(test.store, small.neighbourhoodId);
  const [segment] = await actions.readSegments(test.file, { streetId });
  segmentId = segment?.id ?? '';
  id = newId();
  await actions.openDossier(test.file, {
    id,
    form: dossierForm([segmentId, crossing.north]),
  });
});
afterEach(() => test.dispose());

const ON_STREET: Position = [4.41, 51.005];
const ON_NORTH: Position = [4.418, 51.008];
const ON_SOUTH: Position = [4.418, 51.002];
const BEYOND: Position = [4.418, 50.997];

async function log(
  position: Position | null,
  { street = streetId, ...changes }: Partial<NewContact> & { street?: string } = {},
): Promise<string> {
  test.clock.advance(60_000);
  const contact = newContactSchema.parse({
    id: newId(),
    occurredAt: test.clock.now(),
    place: { streetId: street, houseNumber: '', position },
    reason: 'traffic',
    next: { step: 'nothing', note: '' },
    ...changes,
  });
  await logContact(test.file, contact);
  return contact.id;
}
async function withdraw(contactId: string): Promise<void> {
  await amendContact(test.file, {
    id: newId(),
    contactId,
    changes: { withdrawn: true },
    note: 'twee keer',
  });
}
const find = async (
  place: LinkPlace,
  { sameProblem = false, text = '' }: { sameProblem?: boolean; text?: string } = {},
): Promise<readonly string[]> => {
  const found = foundContactsSchema.parse(
    await actions.findContactsFor(test.file, { id, place, sameProblem, text }),
  );
  expect(found.total).toBe(found.contacts.length);
  return found.contacts.map((contact) => contact.id);
};
const link = (add: readonly string[], remove: readonly string[] = []) =>
  actions.linkContacts(test.file, { id, add, remove });
const dossiersFor = async (contactId: string) =>
  nearDossierSchema.array().parse(await actions.readDossiersFor(test.file, { contactId }));

describe('contacts for a dossier', () => {
  it('are found on its stretches, in its streets and in its neighbourhood, the newest first', async () => {
    const street = crossing.streetId;
    const here = await log(ON_STREET);
    const north = await log(ON_NORTH, { street });
    const south = await log(ON_SOUTH, { street });
    await log(BEYOND, { street });
    const gone = await log(ON_STREET);
    await withdraw(gone);
    expect(await find('stretches')).toEqual([north, here]);
    expect(await find('streets')).toEqual([south, north, here]);
    expect(await find('neighbourhood')).toEqual([south, north, here]);
  });

  it('are narrowed by the problem and by words, together', async () => {
    const speed = ['unadapted-speed'];
    const both = await log(ON_STREET, { problems: speed, summary: 'Racen aan de schoolpoort' });
    const only = await log(ON_STREET, { problems: speed, summary: 'Te snel' });
    const words = await log(ON_STREET, { summary: 'De school is dicht' });
    expect(await find('stretches', { sameProblem: true })).toEqual([only, both]);
    expect(await find('stretches', { text: 'scho' })).toEqual([words, both]);
    expect(await find('streets', { sameProblem: true, text: 'schoolpoort racen' })).toEqual([both]);
    expect(await find('neighbourhood', { text: 'niemand zei dit' })).toEqual([]);
  });

  it('are told in all, where more match than are listed', async () => {
    for (let count = 0; count < 53; count += 1) await log(ON_STREET);
    const found = await actions.findContactsFor(test.file, {
      id,
      place: 'streets',
      sameProblem: false,
      text: '',
    });
    expect(found.total).toBe(53);
    expect(found.contacts).toHaveLength(50);
  });

  it('are linked and unlinked, each once, and the golden thread counts them', async () => {
    const [one, other] = [await log(ON_STREET), await log(ON_NORTH, { street: crossing.streetId })];
    await link([one, one, other]);
    expect(
      (await actions.readDossier(test.file, { id })).contacts.map((contact) => contact.id),
    ).toEqual([other, one]);
    const dossier = await link([], [one]);
    expect(dossier.contacts).toEqual([other]);
    await actions.proposeAction(test.file, {
      id: newId(),
      dossierId: id,
      form: {
        title: 'Trager',
        aim: '',
        sign: null,
        startsOn: null,
        endsOn: null,
        priority: null,
        ownerId: test.store.identity.officerId,
        coverId: null,
      },
    });
    const [without] = await readThread(test.file, { goal: 'none' });
    expect(without?.actions).toMatchObject([{ contacts: 1, contactsElsewhere: 0 }]);
  });

  it('that are restricted can be linked by who sees them', async () => {
    const restricted = await log(ON_STREET, { sensitivity: 'restricted' });
    expect(await find('stretches')).toEqual([restricted]);
    expect((await link([restricted])).contacts).toEqual([restricted]);
  });

  it('of another neighbourhood, withdrawn or unknown are refused, and nothing of the rest is linked', async () => {
    const good = await log(ON_STREET);
    const gone = await log(ON_STREET);
    await withdraw(gone);
    const beyond = await log(BEYOND, { street: crossing.streetId });
    for (const [contact, reason] of [
      [beyond, 'another-neighbourhood'],
      [gone, 'withdrawn'],
      [newId(), 'unknown'],
    ] as const) {
      await expect(link([good, contact])).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'contacts', reason },
      });
    }
    expect((await actions.readDossier(test.file, { id })).dossier.contacts).toEqual([]);
  });
});

describe('dossiers for a contact', () => {
  it('are the open ones of its neighbourhood, the nearest first, and all that name it', async () => {
    const south = newId();
    await actions.openDossier(test.file, {
      id: south,
      form: dossierForm([crossing.south], { title: 'Zuid' }),
    });
    await actions.openDossier(test.file, {
      id: newId(),
      form: dossierForm([crossing.beyond], { title: 'Over de grens' }),
    });
    const closed = newId();
    await actions.openDossier(test.file, {
      id: closed,
      form: dossierForm([segmentId], { title: 'Gedaan', state: 'closed' }),
    });
    const contact = await log(ON_SOUTH, { street: crossing.streetId });
    expect(await dossiersFor(contact)).toMatchObject([
      { id: south, metres: 0, isLinked: false, streets: [{ nameNl: 'Asterlaan' }] },
      { id, isLinked: false },
    ]);
    await actions.linkContacts(test.file, { id: closed, add: [contact], remove: [] });
    await link([contact]);
    const linked = (await dossiersFor(contact)).filter(({ isLinked }) => isLinked);
    expect(new Set(linked.map((one) => one.id))).toEqual(new Set([closed, id]));
    expect(await dossiersFor(await log(BEYOND, { street: crossing.streetId }))).toMatchObject([
      { title: 'Over de grens' },
    ]);
  });

  it('are none for a contact that was withdrawn', async () => {
    const contact = await log(ON_STREET);
    await withdraw(contact);
    expect(await dossiersFor(contact)).toEqual([]);
  });
});
