import fc from 'fast-check';
import { expect, it } from 'vitest';

import { runsAlongBorder } from './border.ts';
import type { Line, MultiPolygonRings } from './geometry.ts';

/** One degree of latitude is some 111 kilometres: these are metres north of a border along a parallel. */
const north = (metres: number): number => 51 + metres / 111_195;
const SQUARE: MultiPolygonRings = [
  [
    [
      [4.4, 51],
      [4.5, 51],
      [4.5, 51.1],
      [4.4, 51.1],
      [4.4, 51],
    ],
  ],
];
const along = (metres: number): Line => [
  [4.42, north(metres)],
  [4.43, north(metres)],
  [4.44, north(metres)],
];

it('a street runs along a border on either side of it, as near as was asked', () => {
  for (const metres of [-9, 0, 9]) expect(runsAlongBorder(along(metres), SQUARE, 10)).toBe(true);
  for (const metres of [-11, 11, 900]) {
    expect(runsAlongBorder(along(metres), SQUARE, 10)).toBe(false);
  }
});

it('a street that crosses a border, ends there or leaves it does not', () => {
  const across: Line = [
    [4.42, north(-200)],
    [4.42, north(200)],
  ];
  const leaves: Line = [
    [4.42, north(0)],
    [4.43, north(0)],
    [4.43, north(300)],
  ];
  const ends: Line = [
    [4.42, north(0)],
    [4.42, north(-60)],
  ];
  for (const line of [across, leaves, ends]) expect(runsAlongBorder(line, SQUARE, 10)).toBe(false);
});

it('tells the same in either direction, and of a wider reach no less', () => {
  const coordinate = fc.tuple(
    fc.double({ min: 4.41, max: 4.49, noNaN: true }),
    fc.double({ min: -40, max: 40, noNaN: true }).map(north),
  );
  fc.assert(
    fc.property(fc.array(coordinate, { minLength: 2, maxLength: 5 }), (line) => {
      const is = runsAlongBorder(line, SQUARE, 20);
      expect(runsAlongBorder(line.toReversed(), SQUARE, 20.01) || !is).toBe(true);
      expect(runsAlongBorder(line, SQUARE, 41) || !is).toBe(true);
      expect(runsAlongBorder(line, SQUARE, 41)).toBe(true);
    }),
  );
});
