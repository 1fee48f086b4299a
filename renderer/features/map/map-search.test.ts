import { expect, it } from 'vitest';

import { countHidden, filterOf, listSearchOf } from './map-search.ts';

const id = '019a0000-0000-7000-8000-000000000001';

it('the chosen contact is no part of the filter', () => {
  expect(filterOf({ contact: id, reason: 'school', from: undefined })).toEqual({
    reason: 'school',
  });
  expect(Object.keys(filterOf({ contact: id, from: undefined }))).toEqual([]);
});

it('hands the list its own filter, and says what has no field beside the map', () => {
  expect(listSearchOf({ contact: id, reason: 'school' })).toEqual({ reason: 'school' });
  expect(countHidden({ reason: 'school', streetId: id, contact: id })).toBe(1);
});
