import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ContactFilter, ContactsOnMap } from '#shared/contract/contacts.ts';
import { type ContactChanges, newContactSchema } from '#shared/domain/contacts/contact.ts';
import { valuesOf } from '#shared/domain/contacts/contact-filter.ts';
import type { Bounds } from '#shared/domain/territory/geometry.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { generateTerritory } from '../../../../tests/factories/generated-territory.ts';
import { storeManyPlaces } from '../../../../tests/factories/many-places.ts';
import { openTestFile, type TestFile } from '../../../../tests/factories/test-store.ts';
import { storeTerritory } from '../../../../tests/factories/test-territory.ts';
import { countContacts } from '../../../store/repositories/contact-groups.ts';
import { amendContact } from '../amend-contact.ts';
import { logContact } from '../log-contact.ts';
import { readContactsInView, readContactsOnMap } from './read-map.ts';

const EVERYWHERE: Bounds = [2, 49, 7, 52];
const COUNT = 9_000;
const DAY_OF_LATE: ContactFilter = { from: '2023-03-01', to: '2023-03-01' };
const random = seededRandom(6);
const newId = (): Id => makeId(Date.parse('2026-06-15T07:00:00.000Z'), randomBytes(random, 16));
const town = generateTerritory({ seed: 3, streets: 60, segments: 900, addresses: 2_000 });

let test: TestFile;
beforeAll(async () => {
  test = await openTestFile();
  await storeTerritory(test.store, town);
  await storeManyPlaces(test.store, town, { seed: 8, count: COUNT });
});
afterAll(() => test.dispose());

const sumOf = ({ groups, points }: ContactsOnMap): number =>
  groups.reduce((sum, { counts }) => sum + counts.reduce((part, one) => part + one, 0), 0) +
  points.length;

/** As the list counts them, without those that have no place. */
async function matching(filter: ContactFilter): Promise<number> {
  const { read } = test.store;
  const { count } = await read
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('longitude', 'is', null)
    .where('occurred_at', '>=', filter.from ?? '')
    .where('reason', 'in', valuesOf(filter.reason))
    .executeTakeFirstOrThrow();
  return (await countContacts(read, filter)) - count;
}

describe('contacts on the map', () => {
  it.each([
    { reason: 'nuisance' },
    { reason: ['nuisance', 'help-request'], from: '2022-01-01' },
  ] satisfies ContactFilter[])('counts all that match $reason, at every zoom', async (filter) => {
    const expected = await matching(filter);
    expect(expected).toBeGreaterThan(100);
    for (const zoom of [8, 11.5, 14, 17, 18, 19]) {
      expect(sumOf(await readContactsOnMap(test.file, { bounds: EVERYWHERE, zoom, filter }))).toBe(
        expected,
      );
    }
    expect((await readContactsInView(test.file, { bounds: EVERYWHERE, filter })).total).toBe(
      expected,
    );
  });

  it('sees what was logged since, however late, what moved by a correction, and what was erased', async () => {
    const ask = (filter: ContactFilter = {}) =>
      readContactsInView(test.file, { bounds: EVERYWHERE, filter });
    const nuisance = { reason: 'nuisance' };
    const before = await ask();
    const filteredBefore = await ask(nuisance);
    const newest = await log('2026-06-15T07:00:00.000Z');
    const late = await log('2023-03-01T07:00:00.000Z');
    const after = await ask();
    expect(after.total).toBe(before.total + 2);
    expect((await ask(nuisance)).total).toBe(filteredBefore.total + 2);
    expect(after.points[0]?.id).toBe(newest);
    expect((await ask(DAY_OF_LATE)).points.map(({ id }) => id)).toContain(late);

    await amend(late, { occurredAt: '2026-06-15T07:30:00.000Z', reason: 'school' });
    expect((await ask()).total).toBe(before.total + 2);
    expect((await ask()).points[0]).toMatchObject({ id: late, reason: 'school' });
    expect((await ask(nuisance)).total).toBe(filteredBefore.total + 1);
    expect((await ask(DAY_OF_LATE)).points.map(({ id }) => id)).not.toContain(late);

    const [, elsewhere] = town.addresses;
    await amend(newest, {
      place: {
        streetId: elsewhere?.streetId ?? '',
        houseNumber: '',
        position: [4.9, 51.3],
      },
    });
    const moved = await readContactsInView(test.file, {
      bounds: [4.89, 51.29, 4.91, 51.31],
      filter: {},
    });
    expect(moved.points.map(({ id }) => id)).toEqual([newest]);

    await test.store.write(async ({ tables }) => {
      await tables
        .deleteFrom('contact')
        .where('id', '=', before.points[0]?.id ?? '')
        .execute();
    });
    test.file.announce(['contacts']);
    const left = await ask();
    expect(left.total).toBe(before.total + 1);
    expect(left.points.map(({ id }) => id)).not.toContain(before.points[0]?.id);
  });

  it('counts what was logged while the places were being read', async () => {
    test.file.announce(['contacts']);
    const ask = () => readContactsInView(test.file, { bounds: EVERYWHERE, filter: {} });
    const { total } = await ask();
    const answers = [ask(), log('2022-03-01T07:00:00.000Z').then(ask), ask()];
    await Promise.all(answers);
    expect((await ask()).total).toBe(total + 1);
  });

  it('reads all anew after a change of many', async () => {
    const ask = () => readContactsInView(test.file, { bounds: EVERYWHERE, filter: {} });
    await ask();
    await test.store.write(async ({ tables }) => {
      await tables.deleteFrom('contact').where('reason', '=', 'help-request').execute();
      await tables
        .updateTable('contact')
        .set({ neighbourhood_id: null })
        .where('reason', '<>', 'help-request')
        .execute();
    });
    test.file.announce(['contacts']);
    const { count } = await test.store.read
      .selectFrom('contact')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('longitude', 'is not', null)
      .executeTakeFirstOrThrow();
    expect((await ask()).total).toBe(count);
  });

  it('shows single contacts near, and groups where there are too many of them', async () => {
    const near = await readContactsOnMap(test.file, {
      bounds: [4.47, 51.04, 4.48, 51.045],
      zoom: 18,
      filter: {},
    });
    expect(near.points.length).toBeGreaterThan(0);
    expect(near.groups).toEqual([]);
    const all = await readContactsOnMap(test.file, { bounds: EVERYWHERE, zoom: 18, filter: {} });
    expect(all.groups.length).toBeGreaterThan(0);
  });

  it('lists the newest first', async () => {
    const { points } = await readContactsInView(test.file, { bounds: EVERYWHERE, filter: {} });
    const moments = points.map(({ occurredAt }) => occurredAt);
    expect(moments).toEqual(moments.toSorted().toReversed());
  });
});

async function log(occurredAt: string): Promise<Id> {
  const [address] = town.addresses;
  const contact = await logContact(
    test.file,
    newContactSchema.parse({
      id: newId(),
      occurredAt,
      place: {
        streetId: address?.streetId ?? '',
        houseNumber: '',
        position: [...(address?.position ?? [0, 0])],
      },
      reason: 'nuisance',
      summary: '',
      next: { step: 'nothing', note: '' },
    }),
  );
  return contact.id;
}

async function amend(contactId: Id, changes: ContactChanges): Promise<void> {
  await amendContact(test.file, { id: newId(), contactId, note: 'verkeerd genoteerd', changes });
}
