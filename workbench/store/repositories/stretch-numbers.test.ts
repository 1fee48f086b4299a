import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Position } from '#shared/domain/territory/geometry.ts';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { storeTerritory, territoryMaker } from '../../../tests/factories/test-territory.ts';
import { stretchNumbers } from './stretch-numbers.ts';

const TODAY = '2026-06-15';
const at = (step: number): Position => [4.4 + step / 1_000, 51];

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

it('go along the street of today, whatever rows its stretches and the street itself have had', async () => {
  const town = territoryMaker(3);
  const street = { officialId: 's', nameNl: 'Oude Weg' };
  const { id: old } = town.street({ ...street, validTo: '2025-01-01' });
  const { id: now } = town.street({ ...street, nameNl: 'Nieuwe Weg', validFrom: '2025-01-01' });
  const stretch = (streetId: string, from: number, officialId: string, valid = {}): string =>
    town.segment({ streetId, officialId, geometry: [at(from), at(from + 1)], ...valid }).id;
  const east = stretch(now, 2, 'east');
  // Nobody has told the middle that its street got another name.
  const middle = stretch(old, 1, 'middle');
  const was = stretch(old, 0, 'west', { validTo: '2025-01-01' });
  const west = stretch(now, 0, 'west', { validFrom: '2025-01-01' });
  const gone = stretch(old, 3, 'gone', { validTo: '2024-01-01' });
  const { id: alone } = town.street({ officialId: 'a', nameNl: 'Korte Weg' });
  const single = stretch(alone, 9, 'single');
  await storeTerritory(test.store, town.dataset);

  const ids = [east, middle, was, west, gone, single, 'nobody knows it'];
  const numbers = await stretchNumbers(test.store.read, ids, TODAY);
  expect(Object.fromEntries(numbers)).toEqual({
    [west]: { number: 1, today: west },
    [was]: { number: 1, today: west },
    [middle]: { number: 2, today: middle },
    [east]: { number: 3, today: east },
    // As the street was on its last day.
    [gone]: { number: 4, today: null },
    [single]: { number: null, today: single },
  });
  expect(await stretchNumbers(test.store.read, [], TODAY)).toEqual(new Map());
});
