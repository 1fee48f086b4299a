import { expect, it } from 'vitest';

import { filterOf, mapSearchSchema } from './map-search.ts';

const id = '019a0000-0000-7000-8000-000000000001';

it('reads the address, and what is wrong in it does not narrow', () => {
  expect(
    mapSearchSchema.parse({ from: '2026-01-01', reason: 'traffic', to: 'soon', contact: '../x' }),
  ).toEqual({ from: '2026-01-01', reason: 'traffic' });
});

it('the chosen contact is no part of the filter', () => {
  expect(filterOf({ contact: id, reason: 'school', from: undefined })).toEqual({
    reason: 'school',
  });
  expect(Object.keys(filterOf({ contact: id, from: undefined }))).toEqual([]);
});
