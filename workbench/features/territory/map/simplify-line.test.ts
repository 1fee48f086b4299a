import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lengthMetres, nearestOnLine, type Position } from '#shared/domain/territory/geometry.ts';

import { makeSegmentLayer } from './segment-layer.ts';
import { metresPerPixel, simplifyLine } from './simplify-line.ts';

describe('simplifyLine', () => {
  const position = fc.tuple(
    fc.double({ min: 4, max: 4.02, noNaN: true }),
    fc.double({ min: 51, max: 51.02, noNaN: true }),
  );
  const line = fc.array(position, { minLength: 2, maxLength: 40 });

  it('keeps the ends and leaves no point farther off than the tolerance', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 500 }), (points, tolerance) => {
        const simple = simplifyLine(points, tolerance);
        expect(simple[0]).toEqual(points[0]);
        expect(simple.at(-1)).toEqual(points.at(-1));
        for (const point of points) {
          expect(nearestOnLine(simple, point).metres).toBeLessThanOrEqual(tolerance * 1.01 + 0.1);
        }
      }),
    );
  });

  it('keeps every bend that can be seen and drops every point that cannot', () => {
    const bend: Position[] = [
      [4.4, 51],
      [4.401, 51.001],
      [4.402, 51],
    ];
    expect(simplifyLine(bend, 10)).toEqual(bend);
    expect(simplifyLine(bend, 500)).toEqual([bend[0], bend[2]]);
    expect(
      simplifyLine(
        [
          [4.4, 51],
          [4.4, 51],
        ],
        10,
      ),
    ).toHaveLength(2);
    expect(simplifyLine([], 10)).toEqual([]);
  });

  it('follows the scale of the map', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(156_543, 0);
    expect(metresPerPixel(14, 51)).toBeCloseTo(6.01, 1);
  });
});

describe('makeSegmentLayer', () => {
  it('draws a line with fewer points the farther out, and whole from zoom 18 on', () => {
    const line = Array.from({ length: 50 }, (_, index): [number, number] => [
      4.4 + index * 0.000_1,
      51 + (index % 2) * 0.000_01,
    ]);
    const layer = makeSegmentLayer([
      {
        id: '',
        streetId: '',
        nameNl: '',
        nameFr: '',
        roadClass: 'local',
        line,
        lengthMetres: lengthMetres(line),
      },
    ]);
    expect(layer.drawnAt(0, 12).line).toHaveLength(2);
    expect(layer.drawnAt(0, 18).line).toEqual(line);
    expect(layer.drawnAt(0, 12)).toBe(layer.drawnAt(0, 12));
    expect(() => layer.drawnAt(1, 12)).toThrow(RangeError);
  });
});
