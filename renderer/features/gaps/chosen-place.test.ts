import { expect, it } from 'vitest';

import type { GapLine } from '#shared/contract/gaps.ts';
import type { MapArea } from '#shared/contract/territory.ts';

import { chosenPlace } from './chosen-place.ts';

const line = (id: string, streetId: string, east: number): GapLine => ({
  id,
  streetId,
  roadClass: 'local',
  line: [
    [east, 51],
    [east + 0.01, 51.01],
  ],
});
const LINES = [line('a', 's', 4.4), line('b', 's', 4.41), line('c', 't', 4.6)];

it('turns to the whole street, or to the one piece with its number', () => {
  const street = chosenPlace('street', { id: 's', stretch: null }, LINES, []);
  const [west = 0, , east = 0] = street?.bounds ?? [];
  expect(west).toBeLessThan(4.4);
  expect(east).toBeGreaterThan(4.42);
  expect(east).toBeLessThan(4.6);
  expect(street?.label).toBeNull();
  const piece = chosenPlace('segment', { id: 'b', stretch: 2 }, LINES, []);
  expect(piece?.bounds[0]).toBeGreaterThan(4.405);
  expect(piece?.label).toMatchObject({ label: { text: '2' }, mark: null });
});

it('turns to a neighbourhood, and nowhere as long as the shape is not here', () => {
  const ring: [number, number][] = [
    [4.4, 51],
    [4.5, 51],
    [4.5, 51.1],
    [4.4, 51],
  ];
  const area: MapArea = {
    id: 'n',
    kind: 'neighbourhood',
    officialId: 'A0',
    nameNl: 'Noord',
    nameFr: 'Nord',
    geometry: [[ring]],
  };
  const bounds = chosenPlace('neighbourhood', { id: 'n', stretch: null }, [], [area])?.bounds;
  expect(bounds?.[2]).toBeGreaterThan(4.5);
  expect(chosenPlace('neighbourhood', { id: 'm', stretch: null }, [], [area])).toBeNull();
  expect(chosenPlace('street', { id: 'u', stretch: null }, LINES, [])).toBeNull();
});
