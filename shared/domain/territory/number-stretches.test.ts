import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Line, Position } from './geometry.ts';
import { type DrawnStretch, numberStretches } from './number-stretches.ts';

/** A part of a circle of some 500 metres, from due east on, in so many steps. */
const arc = fc
  .record({
    round: fc.double({ min: 0.2, max: 1.9, noNaN: true }),
    steps: fc.integer({ min: 2, max: 40 }),
  })
  .map(({ round, steps }): Line =>
    Array.from({ length: steps + 1 }, (_, step): Position => {
      const angle = (step / steps) * round * Math.PI;
      return [4.4 + 0.007 * Math.cos(angle), 51 + 0.0045 * Math.sin(angle)];
    }),
  );
/** A street that goes east, with bends. */
const road = fc
  .array(fc.tuple(fc.integer({ min: 10, max: 100 }), fc.integer({ min: -90, max: 90 })), {
    minLength: 2,
    maxLength: 40,
  })
  .map((steps): Line => {
    let [east, north] = [0, 0];
    const line: Position[] = [[4.4, 51]];
    for (const [along, aside] of steps) {
      east += along;
      north += aside;
      line.push([4.4 + east / 100_000, 51 + north / 100_000]);
    }
    return line;
  });

/** The same line in pieces that follow each other, each drawn one way or the other. */
function cut(line: Line, marks: readonly boolean[]): readonly DrawnStretch[] {
  const pieces: DrawnStretch[] = [];
  let from = 0;
  for (let at = 1; at < line.length; at += 1) {
    if (at < line.length - 1 && !marks[at]) continue;
    const piece = line.slice(from, at + 1);
    pieces.push({ id: `piece ${pieces.length}`, line: marks[at + 1] ? piece.toReversed() : piece });
    from = at;
  }
  return pieces;
}
const marks = fc.array(fc.boolean(), { minLength: 45, maxLength: 45 });
const pieces = fc.tuple(fc.oneof(road, arc), marks).map(([line, where]) => cut(line, where));

describe('numbers of stretches', () => {
  it('go along the street from one end to the other', () => {
    fc.assert(
      fc.property(pieces, (street) => {
        const numbers = numberStretches(street);
        const along = street.map(({ id }) => numbers.get(id));
        const counted = street.map((_, at) => at + 1);
        expect([counted, counted.toReversed()]).toContainEqual(along);
      }),
    );
  });

  it('begin at the western end', () => {
    fc.assert(
      fc.property(fc.tuple(road, marks), ([line, where]) => {
        const street = cut(line, where);
        expect(numberStretches(street).get(street[0]?.id ?? '')).toBe(1);
      }),
    );
  });

  it('are the same in whatever order stretches come, and whichever way they were drawn', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(pieces, fc.integer({ min: -50, max: 50 })), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.infiniteStream(fc.nat()),
        (parts, random) => {
          // Parts that need not touch: branches, and a street that goes on beyond a canal.
          const street = parts.flatMap(([part, off], number) =>
            part.map(({ id, line }) => ({
              id: `${number} ${id}`,
              line: line.map(([east, north]): Position => [east + off / 10_000, north]),
            })),
          );
          const shuffled = street
            .map((one) => ({ one, key: random.next().value ?? 0 }))
            .sort((one, other) => one.key - other.key)
            .map(({ one, key }) => (key % 2 === 0 ? one : { ...one, line: one.line.toReversed() }));
          const numbers = numberStretches(street);
          expect(new Map(street.map(({ id }) => [id, numberStretches(shuffled).get(id)]))).toEqual(
            new Map(street.map(({ id }) => [id, numbers.get(id)])),
          );
          expect([...numbers.values()].sort((one, other) => one - other)).toEqual(
            street.map((_, at) => at + 1),
          );
        },
      ),
    );
  });

  it('go round a ring, and through a branch', () => {
    const at = (east: number, north: number): Position => [4.4 + east / 1_000, 51 + north / 1_000];
    const line = (...line: Position[]) => line;
    const numbersOf = (lines: readonly Line[]) => [
      ...numberStretches(lines.map((one, id) => ({ id: String(id), line: one }))).values(),
    ];
    const ring = [
      line(at(0, 0), at(1, 1)),
      line(at(1, 1), at(2, 0)),
      line(at(2, 0), at(1, -1)),
      line(at(1, -1), at(0, 0)),
    ];
    expect(numbersOf(ring)).toEqual([1, 2, 3, 4]);
    const branched = numberStretches([
      { id: 'trunk', line: line(at(0, 0), at(1, 0)) },
      { id: 'on', line: line(at(2, 0), at(1, 0)) },
      { id: 'branch', line: line(at(1, 0), at(1, 1)) },
    ]);
    expect(branched.get('trunk')).toBe(1);
    expect(new Set(branched.values())).toEqual(new Set([1, 2, 3]));
    expect(numberStretches([])).toEqual(new Map());
  });
});
