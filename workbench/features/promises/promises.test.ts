import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { addDays } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import {
  plantSmallTerritory,
  type SmallTerritory,
} from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { explainPromises } from '../../store/repositories/promise-repository.ts';
import { logContact } from '../contacts/log-contact.ts';
import { addOfficer } from '../people/index.ts';
import {
  closePromise,
  readOpenPromises,
  readPromiseOfContact,
  readPromisePage,
  reassignPromise,
} from './index.ts';

const random = seededRandom(12);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));

let test: TestFile;
let territory: SmallTerritory;
let colleague: string;
beforeEach(async () => {
  test = await openTestFile();
  territory = await plantSmallTerritory(test.store);
  colleague = (await addOfficer(test.file, { displayName: 'Samir Demoen' })).id;
});
afterEach(() => test.dispose());

async function promise(note: string, dueOn: string, channel: string | null = null) {
  const contact = await logContact(
    test.file,
    newContactSchema.parse({
      id: newId(),
      occurredAt: '2026-06-01T07:30:00.000Z',
      place: { streetId: territory.streetId, houseNumber: '', position: null },
      reason: 'nuisance',
      next: { step: 'promise', note, dueOn, channel },
    }),
  );
  const made = await readPromiseOfContact(test.file, contact.id);
  if (!made) throw new Error('no promise was made');
  return made;
}

const lastOperation = async () => {
  const row = await test.store.read
    .selectFrom('operation')
    .select(['entity', 'entity_id', 'base_version', 'change'])
    .orderBy('device_seq', 'desc')
    .executeTakeFirstOrThrow();
  return { ...row, change: JSON.parse(row.change) as unknown };
};

describe('closing', () => {
  it('keeps what was told and how, with its operation, and is stored once', async () => {
    const { id } = await promise('Terugbellen', '2026-06-20', 'telephone');
    const input = { id, kept: true, outcome: 'Gebeld', toldBy: 'telephone' };
    const closed = await closePromise(test.file, input);
    expect(closed).toMatchObject({ state: 'kept', toldBy: 'telephone', channel: 'telephone' });
    expect(await lastOperation()).toMatchObject({
      entity: 'promise',
      entity_id: id,
      base_version: 1,
      change: {
        name: 'closePromise',
        arguments: { state: 'kept', outcome: 'Gebeld', toldBy: 'telephone' },
      },
    });
    expect(await closePromise(test.file, input)).toEqual(closed);
    await expect(closePromise(test.file, { ...input, toldBy: 'mail' })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    });
  });

  it('knows only channels of the zone, and leaves the promise open otherwise', async () => {
    const { id } = await promise('Terugbellen', '2026-06-20');
    await expect(
      closePromise(test.file, { id, kept: true, outcome: 'Gebeld', toldBy: 'pigeon' }),
    ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'toldBy' } });
    expect(await readOpenPromises(test.file)).toMatchObject([{ id, state: 'open' }]);
  });
});

describe('handing over', () => {
  it('moves the promise to a colleague and not its day, and can be taken back', async () => {
    const made = await promise('Terugbellen', '2026-06-20');
    const handed = await reassignPromise(test.file, { id: made.id, ownerId: colleague });
    const [ownerId, ownerName] = [colleague, 'Samir Demoen'];
    expect(handed).toEqual({
      ...made,
      ownerId,
      ownerName,
      keeperId: ownerId,
      keeperName: ownerName,
    });
    expect(await lastOperation()).toMatchObject({
      entity: 'promise',
      entity_id: made.id,
      base_version: 1,
      change: {
        name: 'reassignPromise',
        arguments: { ownerId: colleague, fromOwnerId: made.ownerId },
      },
    });
    expect(await reassignPromise(test.file, { id: made.id, ownerId: made.ownerId })).toEqual(made);
    expect(await lastOperation()).toMatchObject({ base_version: 2 });
  });

  it('to who keeps it already makes no operation', async () => {
    const made = await promise('Terugbellen', '2026-06-20');
    const before = await lastOperation();
    test.announced.length = 0;
    await reassignPromise(test.file, { id: made.id, ownerId: made.ownerId });
    expect(await lastOperation()).toEqual(before);
    expect(test.announced).toEqual([]);
  });

  it('is refused once it is closed, and to somebody who is not there', async () => {
    const { id } = await promise('Terugbellen', '2026-06-20');
    await expect(reassignPromise(test.file, { id, ownerId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'officer' },
    });
    await closePromise(test.file, { id, kept: false, outcome: 'Gebeld', toldBy: null });
    await expect(reassignPromise(test.file, { id, ownerId: colleague })).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'id', reason: 'closed' },
    });
  });
});

describe('the list', () => {
  it('pages through everything once, also where days are equal', async () => {
    for (let index = 0; index < 11; index += 1) {
      await promise(`Belofte ${index}`, addDays('2026-06-10', index % 3));
    }
    for (const filter of [{}, { state: 'open' as const }]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof readPromisePage>> = await readPromisePage(test.file, {
          filter,
          cursor,
          limit: 4,
        });
        expect(page.total).toBe(11);
        seen.push(...page.rows.map(({ dueOn }) => dueOn));
        cursor = page.nextCursor;
      } while (cursor !== null);
      const sorted = [...seen].sort();
      expect(seen).toHaveLength(11);
      expect(seen).toEqual(filter.state === 'open' ? sorted : sorted.reverse());
    }
  });

  it('narrows by state, owner, street and due day', async () => {
    const first = await promise('Eerst', '2026-06-10');
    await promise('Later', '2026-06-20');
    await reassignPromise(test.file, { id: first.id, ownerId: colleague });
    const texts = async (filter: Parameters<typeof readPromisePage>[1]['filter']) =>
      (await readPromisePage(test.file, { filter, cursor: null, limit: 9 })).rows.map(
        ({ text }) => text,
      );
    expect(await texts({ state: 'open' })).toEqual(['Eerst', 'Later']);
    expect(await texts({ ownerId: colleague })).toEqual(['Eerst']);
    expect(await texts({ streetId: territory.streetId, from: '2026-06-11' })).toEqual(['Later']);
    expect(await texts({ to: '2026-06-10' })).toEqual(['Eerst']);
    expect(await texts({ state: 'kept' })).toEqual([]);
    expect(await texts({ streetId: newId() })).toEqual([]);
  });

  it('refuses a cursor that is not one of ours', async () => {
    for (const cursor of ['x', `2026-06-10 x`, `' ' ${newId()}`]) {
      await expect(
        readPromisePage(test.file, { filter: {}, cursor, limit: 5 }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'cursor' } });
    }
  });

  it.each([
    ['everything', {}, 'promise_by_due'],
    ['open ones', { state: 'open' }, 'promise_open'],
    ['one owner', { ownerId: 'x' }, 'promise_by_owner'],
    ['one street', { streetIds: ['x'] }, 'promise_by_street'],
  ] as const)('reads a page of %s by an index, without sorting', async (_, wanted, index) => {
    const plan = await explainPromises(test.store.read, wanted);
    expect(plan).toContain(index);
    expect(plan).not.toContain('TEMP B-TREE FOR ORDER BY');
  });
});
