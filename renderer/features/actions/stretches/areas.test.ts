import { expect, it } from 'vitest';

import type { SegmentChoice } from '#shared/contract/actions.ts';

import { areaNamed, areaNearest, areaOf, mainArea } from './areas.ts';

/** A stretch of a street that goes north from there. */
const stretch = (neighbourhoods: string[], south: number, lengthMetres: number): SegmentChoice => ({
  id: `${south}`,
  streetId: 's',
  streetNameNl: 'Zwanenkaai',
  streetNameFr: '',
  neighbourhoodId: neighbourhoods[0] ?? null,
  neighbourhoodNameNl: '',
  neighbourhoodNameFr: '',
  neighbourhoods,
  lengthMetres,
  line: [
    [4.4, south],
    [4.4, south + 0.005],
  ],
  number: null,
  today: null,
});
const STREET = [
  stretch(['a1', 'a2'], 51, 300),
  stretch(['b'], 51.01, 400),
  stretch(['a1', 'a2'], 51.02, 200),
  stretch([], 51.03, 450),
];

it('tells a neighbourhood by any of its rows, and land outside of all', () => {
  expect(STREET.map(areaOf)).toEqual(['a1', 'b', 'a1', '']);
  expect(areaNamed(STREET, 'a2')).toBe('a1');
  expect(areaNamed(STREET, null)).toBe('');
  expect(areaNamed(STREET, 'elsewhere')).toBeUndefined();
});

it('finds the nearest to a place, and the one that holds most of a street', () => {
  expect(areaNearest(STREET, [4.4001, 51.012])).toBe('b');
  expect(areaNearest(STREET, [4.4001, 51.04])).toBe('');
  expect(areaNearest([], [4.4, 51])).toBeUndefined();
  expect(mainArea(STREET)).toBe('a1');
  expect(mainArea([])).toBe('');
});
