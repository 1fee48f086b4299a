import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Line, Position } from './geometry.ts';
import { crossingAt, endsOf, FEWEST_HOUSES, houseRanges } from './stretch-place.ts';

const at = (step: number, aside = 0): Position => [4.4 + step / 1_000, 51 + aside / 1_000];
const line = (from: number, to: number): Line => [at(from), at(to)];
const WEST = { id: 'west', line: line(0, 1) };
const EAST = { id: 'east', line: line(1, 2) };
const house = (houseNumber: string, step: number) => ({ houseNumber, position: at(step, 0.1) });

describe('house numbers along a stretch', () => {
  it('are those nearest to it, from the lowest to the highest, with both of a double one', () => {
    const houses = [
      house('9', 0.7),
      house('2A', 0.1),
      house('12-14', 0.9),
      house('21', 1.2),
      house('23/1', 1.5),
      house('40bis', 1.9),
      house('zonder nummer', 1.9),
    ];
    expect(Object.fromEntries(houseRanges([WEST, EAST], houses))).toEqual({
      west: { from: 2, to: 14 },
      east: { from: 21, to: 40 },
    });
  });

  it('are not told where they would be a door: of too few different numbers, boxes counted once', () => {
    const houses = ['1', '1A', '3', '3'].map((number) => house(number, 0.5));
    expect(houseRanges([WEST, EAST], houses).size).toBe(0);
    expect(houseRanges([WEST, EAST], [...houses, house('5', 0.5)]).get('west')).toEqual({
      from: 1,
      to: 5,
    });
  });

  it('hold every house of the stretch, in whatever order, and never name a number that is not there', () => {
    const houses = fc.array(
      fc.record({
        number: fc.integer({ min: 1, max: 300 }),
        step: fc.double({ min: 0, max: 2, noNaN: true }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(houses, (all) => {
        const given = all.map(({ number, step }) => house(String(number), step));
        const ranges = houseRanges([WEST, EAST], given);
        expect(houseRanges([EAST, WEST], given.toReversed())).toEqual(
          new Map([...ranges].toReversed()),
        );
        const known = new Set(all.map(({ number }) => number));
        for (const { from, to } of ranges.values()) {
          expect(known.has(from) && known.has(to)).toBe(true);
          expect(to - from).toBeGreaterThanOrEqual(FEWEST_HOUSES - 1);
        }
      }),
    );
  });
});

describe('the ends of a stretch', () => {
  it('go from west to east however it was drawn, and a ring has one', () => {
    expect(endsOf(line(0, 1))).toEqual([at(0), at(1)]);
    expect(endsOf(line(1, 0))).toEqual([at(0), at(1)]);
    expect(endsOf([at(0), at(1), at(1, 1), at(0)])).toEqual([at(0)]);
    expect(endsOf([])).toEqual([]);
  });

  it('are named by the street that meets them there, also where that goes on past it', () => {
    const past = { nameNl: 'Beukenlaan', nameFr: '', line: [at(1, -1), at(1, 1)] };
    const first = { nameNl: 'Abelenlaan', nameFr: 'Avenue', line: [at(1), at(1, 1)] };
    const away = { nameNl: 'Aalweg', nameFr: '', line: [at(1, 0.1), at(1, 1)] };
    expect(crossingAt(at(1), [past, away])).toEqual({ nameNl: 'Beukenlaan', nameFr: '' });
    expect(crossingAt(at(1), [past, first])).toEqual({ nameNl: 'Abelenlaan', nameFr: 'Avenue' });
    expect(crossingAt(at(1), [away])).toBeUndefined();
    expect(crossingAt(at(0), [past, first])).toBeUndefined();
  });
});
