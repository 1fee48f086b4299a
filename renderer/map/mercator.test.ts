import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Bounds } from '#shared/domain/territory/geometry.ts';
import { toPosition, toWorld } from '#shared/domain/territory/web-mercator.ts';

import { boxOf, projectLine, steadyBounds, touches } from './mercator.ts';

const longitude = fc.double({ min: -179, max: 179, noNaN: true });
const latitude = fc.double({ min: -84, max: 84, noNaN: true });

describe('toWorld', () => {
  it('puts the meridian and the equator in the middle, north above', () => {
    expect(toWorld([0, 0])).toEqual({ x: 0.5, y: 0.5 });
    expect(toWorld([4.4, 51]).y).toBeLessThan(0.5);
  });

  it('agrees with the projection of EPSG:3857', () => {
    // 4.48 E 51.03 N is 498711.3, 6622443.6 metres by the formulae of EPSG Guidance Note 7-2, 1.3.3.
    const halfWay = Math.PI * 6_378_137;
    const { x, y } = toWorld([4.48, 51.03]);
    expect((x - 0.5) * 2 * halfWay).toBeCloseTo((4.48 * Math.PI * 6_378_137) / 180, 3);
    expect((0.5 - y) * 2 * halfWay).toBeCloseTo(
      6_378_137 * Math.log(Math.tan(Math.PI / 4 + (51.03 * Math.PI) / 360)),
      3,
    );
  });

  it('comes back to the same position', () => {
    fc.assert(
      fc.property(longitude, latitude, (east, north) => {
        const back = toPosition(toWorld([east, north]));
        expect(back[0]).toBeCloseTo(east, 9);
        expect(back[1]).toBeCloseTo(north, 9);
      }),
    );
  });
});

describe('steadyBounds', () => {
  it('always holds the view and its margin', () => {
    fc.assert(
      fc.property(
        longitude,
        latitude,
        fc.double({ min: 1e-4, max: 1, noNaN: true }),
        (west, south, size) => {
          const view: Bounds = [west, south, west + size, south + size / 2];
          const held = steadyBounds(view, 0.25);
          expect(held[0]).toBeLessThanOrEqual(Math.max(-180, view[0] - size * 0.25) + 1e-12);
          expect(held[3]).toBeGreaterThanOrEqual(Math.min(90, view[3] + size * 0.125) - 1e-12);
          expect(held[0]).toBeLessThanOrEqual(held[2]);
        },
      ),
    );
  });

  it('mostly stays the same while the view is panned a little', () => {
    const panned = Array.from({ length: 20 }, (_, step) =>
      steadyBounds([4.4 + step * 1e-5, 51, 4.42 + step * 1e-5, 51.01]).join(),
    );
    expect(new Set(panned).size).toBeLessThanOrEqual(2);
  });
});

it('touches is about boxes that share a point; nothing touches the box of nothing', () => {
  const one = boxOf([
    projectLine([
      [4, 51],
      [4.1, 51.1],
    ]),
  ]);
  const other = boxOf([
    projectLine([
      [4.1, 51.1],
      [4.2, 51.2],
    ]),
  ]);
  expect(touches(one, other)).toBe(true);
  expect(touches(one, boxOf([]))).toBe(false);
});
