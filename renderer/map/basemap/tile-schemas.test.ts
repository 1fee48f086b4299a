import { expect, it } from 'vitest';

import { roadRankOf, surfaceOf } from './tile-schemas.ts';

it('knows roads and railways of both schemas, and no others', () => {
  expect(roadRankOf({ kind: 'highway' })).toBe('main');
  expect(roadRankOf({ class: 'motorway' })).toBe('main');
  expect(roadRankOf({ kind: 'minor_road' })).toBe('local');
  expect(roadRankOf({ class: 'rail' })).toBe('rail');
  expect(roadRankOf({ kind: 'ferry' })).toBeUndefined();
  expect(roadRankOf({ kind: 7 })).toBeUndefined();
  expect(roadRankOf({ kind: 'toString' })).toBeUndefined();
});

it('tells green from built-up ground, and leaves the rest plain', () => {
  expect(surfaceOf({ kind: 'park' })).toBe('green');
  expect(surfaceOf({ class: 'wood' })).toBe('green');
  expect(surfaceOf({ kind: 'railway' })).toBe('station');
  expect(surfaceOf({ kind: 'residential' })).toBeUndefined();
});
