import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Position } from '#shared/domain/territory/geometry.ts';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { storeTerritory, territoryMaker } from '../../../tests/factories/test-territory.ts';
import { addressesOf, placesOfStretches } from './stretch-places.ts';

const TODAY = '2026-06-15';
const at = (step: number, aside = 0): Position => [4.4 + step / 1_000, 51 + aside / 1_000];
const UNTOLD = { houses: null, crossings: [] };

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

it('say house numbers of today and crossing streets, under all rows that the street has had', async () => {
  const town = territoryMaker(3);
  const street = { officialId: 's', nameNl: 'Oude Weg' };
  const { id: old } = town.street({ ...street, validTo: '2025-01-01' });
  const { id: now } = town.street({ ...street, nameNl: 'Nieuwe Weg', validFrom: '2025-01-01' });
  const stretch = (streetId: string, from: number, officialId: string, valid = {}): string =>
    town.segment({ streetId, officialId, geometry: [at(from), at(from + 1)], ...valid }).id;
  const was = stretch(old, 0, 'west', { validTo: '2025-01-01' });
  const west = stretch(now, 0, 'west', { validFrom: '2025-01-01' });
  const middle = stretch(old, 1, 'middle');
  const east = stretch(now, 2, 'east');
  const gone = stretch(old, 3, 'gone', { validTo: '2024-01-01' });
  const house = (streetId: string, houseNumber: string, step: number, valid = {}): void => {
    town.address({ streetId, houseNumber, position: at(step, 0.1), ...valid });
  };
  house(old, '2', 0.2);
  house(now, '3', 0.4);
  house(now, '8', 0.9);
  house(now, '200', 0.5, { validTo: '2025-06-01' });
  house(now, '10', 1.5);
  const side = (nameNl: string, step: number, valid = {}): void => {
    const { id } = town.street({ nameNl, nameFr: `Rue ${nameNl}` });
    town.segment({ streetId: id, geometry: [at(step), at(step, 2)], ...valid });
  };
  side('Berk', 1);
  side('Den', 2);
  side('Abeel', 2, { validTo: '2025-06-01' });
  const { id: alone } = town.street({ officialId: 'a', nameNl: 'Korte Weg' });
  const single = town.segment({ streetId: alone, geometry: [at(2), at(2, -1)] }).id;
  await storeTerritory(test.store, town.dataset);

  const ids = [was, west, middle, east, gone, single, 'nobody knows it'];
  const places = await placesOfStretches(test.store.read, ids, TODAY);
  const berk = { nameNl: 'Berk', nameFr: 'Rue Berk' };
  const den = { nameNl: 'Den', nameFr: 'Rue Den' };
  const first = { houses: { from: 2, to: 8 }, crossings: [berk] };
  expect(Object.fromEntries(places)).toEqual({
    [was]: first,
    [west]: first,
    // One house would be a door.
    [middle]: { houses: null, crossings: [berk, den] },
    [east]: { houses: null, crossings: [den] },
    // As the street was on its last day; nothing meets it at either end.
    [gone]: UNTOLD,
    [single]: UNTOLD,
  });
  expect(await placesOfStretches(test.store.read, [], TODAY)).toEqual(new Map());
});

it('take the index of addresses by street', async () => {
  const steps = await addressesOf(test.store.read, ['a', 'b'], TODAY).explain<{ detail: string }>(
    undefined,
    sql`query plan`,
  );
  expect(steps.map(({ detail }) => detail).join('\n')).toMatch(
    /address USING INDEX address_by_street \(street_id=\?/,
  );
});
