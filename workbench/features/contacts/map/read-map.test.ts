import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ContactFilter, ContactsOnMap } from '#shared/contract/contacts.ts';
import type { Bounds } from '#shared/domain/territory/geometry.ts';

import { storeManyContacts } from '../../../../tests/factories/many-contacts.ts';
import { openTestFile, type TestFile } from '../../../../tests/factories/test-store.ts';
import { generateTerritory, storeTerritory } from '../../../../tests/factories/test-territory.ts';
import { countContacts } from '../../../store/repositories/contact-repository.ts';
import { readContactsInView, readContactsOnMap } from './read-map.ts';

const EVERYWHERE: Bounds = [2, 49, 7, 52];
const COUNT = 9_000;
const town = generateTerritory({ seed: 3, streets: 60, segments: 900, addresses: 2_000 });

let test: TestFile;
beforeAll(async () => {
  test = await openTestFile();
  await storeTerritory(test.store, town);
  await storeManyContacts(test.store, town, { seed: 8, count: COUNT });
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
    .where('reason', 'in', filter.reason ? [filter.reason] : ['nuisance', 'help-request'])
    .executeTakeFirstOrThrow();
  return (await countContacts(read, filter)) - count;
}

describe('contacts on the map', () => {
  it('counts all that match the filter, at every zoom', async () => {
    const filter = { reason: 'nuisance' } as const;
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

  it('sees what was logged since, and what was erased', async () => {
    const ask = () => readContactsInView(test.file, { bounds: EVERYWHERE, filter: {} });
    const filtered = () =>
      readContactsInView(test.file, { bounds: EVERYWHERE, filter: { reason: 'nuisance' } });
    const before = await ask();
    const filteredBefore = await filtered();
    await storeOne('nuisance');
    test.file.announce(['contacts']);
    const after = await ask();
    expect(after.total).toBe(before.total + 1);
    expect((await filtered()).total).toBe(filteredBefore.total + 1);
    expect(after.points[0]).toMatchObject({ id: 'newest', reason: 'nuisance' });

    await test.store.write(async ({ tables }) => {
      await tables
        .deleteFrom('contact')
        .where('id', '=', before.points[0]?.id ?? '')
        .execute();
    });
    test.file.announce(['contacts']);
    const left = await ask();
    expect(left.total).toBe(before.total);
    expect(left.points.map(({ id }) => id)).not.toContain(before.points[0]?.id);
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

async function storeOne(reason: 'nuisance'): Promise<void> {
  const [address] = town.addresses;
  await test.store.write(async ({ tables }) => {
    await tables
      .insertInto('contact')
      .values({
        id: 'newest',
        occurred_at: '2026-06-15T07:00:00.000Z',
        logged_at: '2026-06-15T07:00:00.000Z',
        author_id: test.store.identity.officerId,
        street_id: address?.streetId ?? '',
        house_number: '1',
        neighbourhood_id: null,
        longitude: address?.position[0] ?? 0,
        latitude: address?.position[1] ?? 0,
        place_source: 'address',
        reason,
        summary: '',
        next_step: 'nothing',
        next_note: '',
        version: 1,
      })
      .execute();
  });
}
