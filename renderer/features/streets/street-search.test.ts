import { expect, it } from 'vitest';

import { makeId } from '#shared/lib/ids.ts';

import { periodOf, streetSearchSchema } from './street-search.ts';

it('has the period of the address, its last day counted', () => {
  const search = streetSearchSchema.parse({ from: '2023-01-01', to: '2023-12-31' });
  expect(periodOf(search)).toEqual({ from: '2023-01-01', to: '2024-01-01' });
});

it('has the piece of the address, and none that is no id', () => {
  const piece = makeId(1_750_000_000_000, new Uint8Array(16));
  expect(streetSearchSchema.parse({ piece })).toEqual({ piece });
  expect(streetSearchSchema.parse({ piece: 'x' })).toEqual({});
  expect(streetSearchSchema.parse({ piece: 7, to: '2023-12-31' })).toEqual({ to: '2023-12-31' });
});

it('has the last twelve months for half a period, and for one that cannot be asked', () => {
  const searches = [
    {},
    { from: '2023-01-01' },
    { to: '2023-12-31' },
    { from: 'x', to: '2023-12-31' },
    { from: '2023-02-01', to: '2023-01-01' },
    { from: '2001-01-01', to: '2023-01-01' },
  ];
  for (const search of searches) expect(periodOf(streetSearchSchema.parse(search))).toBeNull();
});
