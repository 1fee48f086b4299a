import { afterEach, beforeEach, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { Position } from '#shared/domain/territory/geometry.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { storeTerritory, territoryMaker } from '../../../tests/factories/test-territory.ts';
import { explainNearby } from '../../store/repositories/nearby-repository.ts';
import { amendContact } from './amend-contact.ts';
import { logContact } from './log-contact.ts';
import { readContactDefaults, readNearby } from './nearby-contacts.ts';

let test: TestFile;
let streets: { readonly here: string; readonly round: string; readonly far: string };
const random = seededRandom(9);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));
/** Some 70 metres a thousandth of a degree east. */
const HERE: Position = [4.4, 51];

beforeEach(async () => {
  test = await openTestFile();
  const town = territoryMaker();
  const street = (nameNl: string, longitude: number) => {
    const { id } = town.street({ nameNl });
    town.segment({
      streetId: id,
      geometry: [
        [longitude, 51],
        [longitude, 51.0002],
      ],
    });
    return id;
  };
  streets = {
    here: street('Hier', 4.4),
    round: street('Om de hoek', 4.401),
    far: street('Ver', 4.41),
  };
  await storeTerritory(test.store, town.dataset);
});
afterEach(() => test.dispose());

const log = async (streetId: string, position: Position | null, more: object = {}) => {
  test.clock.advance(60_000);
  const contact = newContactSchema.parse({
    id: newId(),
    occurredAt: test.clock.now(),
    place: { streetId, houseNumber: '', position },
    reason: 'nuisance',
    next: { step: 'nothing', note: '' },
    ...more,
  });
  return (await logContact(test.file, contact)).id;
};
const nearby = (streetId: string, position: Position | null = null) =>
  readNearby(test.file, {
    place: { streetId, houseNumber: '', position: position && [position[0], position[1]] },
  });

it('has the street first, then what is within 150 metres, each newest first', async () => {
  const old = await log(streets.here, HERE);
  const corner = await log(streets.round, [4.401, 51]);
  await log(streets.far, [4.41, 51]);
  const recent = await log(streets.here, [4.4, 51.004]);
  const { contacts } = await nearby(streets.here, HERE);
  expect(contacts.map(({ contact, onStreet }) => [contact.id, onStreet])).toEqual([
    [recent, true],
    [old, true],
    [corner, false],
  ]);
  expect(contacts.map(({ metres }) => metres)).toEqual([445, 0, 70]);
});

it('takes the middle of a street where nobody pointed at a place', async () => {
  const corner = await log(streets.round, [4.401, 51]);
  const { contacts } = await nearby(streets.here);
  expect(contacts).toMatchObject([{ contact: { id: corner }, onStreet: false }]);
});

it('finds the few of other streets behind the many of the same one', async () => {
  const corner = await log(streets.round, [4.401, 51]);
  for (let count = 0; count < 12; count += 1) await log(streets.here, HERE);
  const { contacts } = await nearby(streets.here, HERE);
  expect(contacts).toHaveLength(9);
  expect(contacts.at(-1)?.contact.id).toBe(corner);
});

it('has what came many at once before the index of points knows it', async () => {
  const corner = await log(streets.round, [4.401, 51]);
  await log(streets.round, [4.41, 51]);
  await test.store.write(async ({ tables }) => {
    await tables.deleteFrom('contact_place').execute();
    await tables
      .insertInto('contact_unindexed')
      .columns(['row_id'])
      .expression(tables.selectFrom('contact').select('row_id'))
      .execute();
  });
  const { contacts } = await nearby(streets.here, HERE);
  expect(contacts).toMatchObject([{ contact: { id: corner }, onStreet: false, metres: 70 }]);
});

it('leaves out what was withdrawn', async () => {
  const contactId = await log(streets.here, HERE);
  await amendContact(test.file, {
    id: newId(),
    contactId,
    note: 'dubbel genoteerd',
    changes: { withdrawn: true },
  });
  expect((await nearby(streets.here, HERE)).contacts).toEqual([]);
});

it('shows the promises that are open on the street, the earliest first', async () => {
  const promise = (note: string, dueOn: string) => ({ next: { step: 'promise', note, dueOn } });
  await log(streets.here, HERE, promise('later', '2026-06-30'));
  await log(streets.here, HERE, promise('eerst', '2026-06-20'));
  await log(streets.round, HERE, promise('elders', '2026-06-20'));
  expect((await nearby(streets.here)).promises.map(({ text }) => text)).toEqual(['eerst', 'later']);
});

it('does not know a street that is not there', async () => {
  await expect(nearby(newId())).rejects.toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'street' },
  });
});

it('begins with the channel that was used last', async () => {
  expect(await readContactDefaults(test.file)).toEqual({ channel: null });
  await log(streets.here, HERE, { channel: 'telephone' });
  await log(streets.here, HERE);
  expect(await readContactDefaults(test.file)).toEqual({ channel: 'telephone' });
});

it('reads what lies around by indexes, in the order of time', async () => {
  const [street, points, others] = await explainNearby(test.store.read);
  expect(street).toMatch(/SEARCH contact USING COVERING INDEX contact_by_street/);
  expect(street).not.toMatch(/TEMP B-TREE/);
  expect(points).toMatch(/contact_place VIRTUAL TABLE INDEX/);
  expect(others).toMatch(/SEARCH contact USING INTEGER PRIMARY KEY/);
});

it('says where the officer has no right, once the centre has told which there are', async () => {
  const town = territoryMaker(3);
  const areas = [4.5, 4.6].map((west) =>
    town.area({
      nameNl: `Wijk ${west}`,
      geometry: [
        [
          [
            [west, 51],
            [west + 0.01, 51],
            [west + 0.01, 51.01],
            [west, 51.01],
            [west, 51],
          ],
        ],
      ],
    }),
  );
  const { id } = town.street({ nameNl: 'Grensstraat' });
  town.segment({
    streetId: id,
    geometry: [
      [4.5, 51],
      [4.6, 51],
    ],
  });
  await storeTerritory(test.store, town.dataset);
  const rightsAt = async () => [
    (await nearby(id, [4.505, 51.005])).hasRight,
    (await nearby(id, [4.605, 51.005])).hasRight,
  ];
  expect(await rightsAt()).toEqual([true, true]);
  await test.store.write(async ({ tables }) => {
    const scope = `neighbourhood:${areas[0]?.id}`;
    const nothing = { cursor: 0, generation: 1, whole: 0, row_count: 0, digest: '0'.repeat(16) };
    await tables
      .insertInto('sync_scope')
      .values({ scope, ...nothing })
      .execute();
  });
  expect(await rightsAt()).toEqual([true, false]);
  expect((await nearby(streets.here)).hasRight).toBe(true);
});
