import { expect, it } from 'vitest';

import type { MapLandscape } from '#shared/contract/territory.ts';
import { toWorld } from '#shared/domain/territory/web-mercator.ts';

import { shapeLandscape } from './landscape-shapes.ts';

const POND: MapLandscape = {
  id: 'pond',
  kind: 'water',
  nameNl: 'Vijver',
  nameFr: 'Étang',
  geometry: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [4.4, 51],
          [4.41, 51],
          [4.41, 51.01],
          [4.4, 51.01],
          [4.4, 51],
        ],
      ],
    ],
  },
};
const RAILS: MapLandscape = {
  id: 'rails',
  kind: 'rail',
  nameNl: 'Lijn',
  nameFr: '',
  geometry: {
    type: 'MultiLineString',
    coordinates: [
      [
        [4.3, 51],
        [4.5, 51.1],
      ],
    ],
  },
};

it('gives surfaces a place for their name and lines none', () => {
  const [pond, rails] = shapeLandscape([POND, RAILS], 'fr');
  expect(pond).toMatchObject({ kind: 'water', name: 'Étang', lines: [] });
  const middle = toWorld([4.405, 51.005]);
  expect(pond?.label?.x).toBeCloseTo(middle.x, 6);
  expect(pond?.label?.y).toBeCloseTo(middle.y, 6);
  expect(rails).toMatchObject({ kind: 'rail', name: 'Lijn', polygons: [], label: undefined });
  const west = toWorld([4.3, 51]);
  const east = toWorld([4.5, 51.1]);
  expect(rails?.box).toEqual({ minX: west.x, maxX: east.x, minY: east.y, maxY: west.y });
});

it('looks for no place where there is no name', () => {
  const [pond] = shapeLandscape([{ ...POND, nameNl: '', nameFr: '' }], 'nl');
  expect(pond?.label).toBeUndefined();
});
