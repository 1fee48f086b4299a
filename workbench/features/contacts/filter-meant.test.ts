import { afterEach, beforeEach, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { ContactFilter } from '#shared/domain/contacts/contact-filter.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { square, storeTerritory, territoryMaker } from '../../../tests/factories/test-territory.ts';
import { logContact, readContactGroups, readContactPage, readContactsInView } from './index.ts';

const random = seededRandom(4);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));

let test: TestFile;
const ids = { before: '', now: '', other: '', oldQuarter: '', quarter: '' };
beforeEach(async () => {
  test = await openTestFile();
  const town = territoryMaker();
  const quarter = { officialId: 'W1', geometry: square([4.4, 51], 0.02) };
  ids.oldQuarter = town.area({ ...quarter, nameNl: 'Statie', validTo: '2026-01-01' }).id;
  ids.quarter = town.area({ ...quarter, nameNl: 'Noord', validFrom: '2026-01-01' }).id;
  const street = { officialId: 'S1' };
  ids.before = town.street({ ...street, nameNl: 'Stationsstraat', validTo: '2026-01-01' }).id;
  ids.now = town.street({ ...street, nameNl: 'Sporenlaan', validFrom: '2026-01-01' }).id;
  ids.other = town.street({ officialId: 'S2', nameNl: 'Stille Steeg' }).id;
  await storeTerritory(test.store, town.dataset);
  await log(ids.before, '2025-11-03T10:00:00.000Z');
  await log(ids.now, '2026-06-12T10:00:00.000Z');
  await log(ids.other, '2026-06-13T10:00:00.000Z');
});
afterEach(() => test.dispose());

function log(streetId: string, occurredAt: string) {
  return logContact(
    test.file,
    newContactSchema.parse({
      id: newId(),
      occurredAt,
      place: { streetId, houseNumber: '', position: [4.41, 51.01] },
      reason: 'nuisance',
      summary: '',
      next: { step: 'nothing', note: '' },
    }),
  );
}

const found = async (filter: ContactFilter) => {
  const { rows, total } = await readContactPage(test.file, { filter, cursor: null, limit: 10 });
  expect(total).toBe(rows.length);
  return rows.map(({ streetId }) => streetId);
};

it('finds the contacts of a street under every name that it had', async () => {
  for (const streetId of [ids.before, ids.now, [ids.now, ids.before]]) {
    expect(await found({ streetId })).toEqual([ids.now, ids.before]);
  }
  expect(await found({ streetId: ids.other })).toEqual([ids.other]);
  expect(await found({ streetId: [ids.before, ids.other] })).toHaveLength(3);
});

it('finds the contacts of a neighbourhood within every border that it had', async () => {
  for (const neighbourhoodId of [ids.oldQuarter, ids.quarter]) {
    expect(await found({ neighbourhoodId })).toHaveLength(3);
  }
});

it('means the same on the map and in the groups of the list', async () => {
  const filter = { streetId: ids.now };
  const map = await readContactsInView(test.file, { filter, bounds: [4.3, 50.9, 4.5, 51.1] });
  expect(map.total).toBe(2);
  const groups = await readContactGroups(test.file, { filter, by: 'month', language: 'nl' });
  expect(groups.map(({ count }) => count)).toEqual([1, 1]);
});

it('counts again as soon as something was logged', async () => {
  expect(await found({ streetId: ids.now })).toHaveLength(2);
  await log(ids.now, '2026-06-14T10:00:00.000Z');
  expect(await found({ streetId: ids.now })).toHaveLength(3);
});
