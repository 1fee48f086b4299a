import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  boundsOf,
  distanceMetres,
  isInside,
  lengthMetres,
  middleOf,
  nearestOnLine,
  type Position,
} from './geometry.ts';

const position = fc.tuple(
  fc.double({ min: 4.2, max: 4.8, noNaN: true }),
  fc.double({ min: 50.8, max: 51.2, noNaN: true }),
);
const line = fc.array(position, { minLength: 2, maxLength: 12 });

describe('distances', () => {
  it('agree with a known pair: Brussels-Central to Mechelen is some 21 km', () => {
    const metres = distanceMetres([4.3571, 50.8454], [4.4827, 51.0177]);
    expect(metres / 1_000).toBeCloseTo(21.1, 0);
  });

  it('are symmetric and obey the triangle inequality', () => {
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 6);
        expect(distanceMetres(a, c)).toBeLessThanOrEqual(
          distanceMetres(a, b) + distanceMetres(b, c) + 1e-6,
        );
      }),
    );
  });
});

describe('the middle of a line', () => {
  it('has half of the length before it', () => {
    fc.assert(
      fc.property(line, (positions) => {
        const middle = middleOf(positions);
        expect(nearestOnLine(positions, middle).metres).toBeLessThan(0.5);
      }),
    );
    const straight: Position[] = [
      [4.4, 51],
      [4.41, 51],
    ];
    expect(middleOf(straight)[0]).toBeCloseTo(4.405, 9);
  });
});

describe('the nearest point on a line', () => {
  it('is never farther than any corner of it', () => {
    fc.assert(
      fc.property(line, position, (positions, from) => {
        const { metres } = nearestOnLine(positions, from);
        for (const corner of positions) {
          expect(metres).toBeLessThanOrEqual(distanceMetres(from, corner) + 1e-6);
        }
      }),
    );
  });
});

describe('inside a polygon', () => {
  const square: Position[] = [
    [4, 51],
    [5, 51],
    [5, 52],
    [4, 52],
    [4, 51],
  ];
  const hole = square.map(([x, y]): Position => [4.4 + (x - 4) * 0.2, 51.4 + (y - 51) * 0.2]);

  it('counts a hole as outside', () => {
    expect(isInside([[square]], [4.5, 51.5])).toBe(true);
    expect(isInside([[square, hole]], [4.5, 51.5])).toBe(false);
    expect(isInside([[square, hole]], [4.1, 51.1])).toBe(true);
    expect(isInside([[square]], [5.1, 51.5])).toBe(false);
  });

  it('is what the square’s own definition says, for any point', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 3, max: 6, noNaN: true }),
        fc.double({ min: 50, max: 53, noNaN: true }),
        (x, y) => {
          fc.pre(![4, 5].includes(x) && ![51, 52].includes(y));
          expect(isInside([[square]], [x, y])).toBe(x > 4 && x < 5 && y > 51 && y < 52);
        },
      ),
    );
  });
});

describe('bounds', () => {
  it('hold every position and nothing when there is none', () => {
    expect(boundsOf([])).toBeUndefined();
    fc.assert(
      fc.property(line, (positions) => {
        const bounds = boundsOf(positions);
        for (const [x, y] of positions) {
          expect(bounds && bounds[0] <= x && x <= bounds[2]).toBe(true);
          expect(bounds && bounds[1] <= y && y <= bounds[3]).toBe(true);
        }
        expect(lengthMetres(positions)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
