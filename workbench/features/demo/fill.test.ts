import { describe, expect, it } from 'vitest';

import { seededRandom } from '#shared/lib/random.ts';

import { fillStreets, quarterBlocks } from './fill.ts';
import { joinStreets } from './network.ts';
import { lengthOf, meetings } from './plane.ts';
import { drawSkeleton, type StreetRole } from './skeleton.ts';

const BRIDGES: ReadonlySet<StreetRole> = new Set(['ring', 'vest', 'gate-street', 'steenweg']);

describe('streets between the lines of the skeleton', () => {
  it.each([1, 2, 3, 4])('cross water and rails only where there is a bridge (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const skeleton = drawSkeleton(random);
    const streets = [
      ...skeleton.streets,
      ...fillStreets(skeleton, quarterBlocks(skeleton), random).streets,
    ];
    const crossings = (barrier: readonly (readonly [number, number])[]) =>
      streets.filter(({ line }) => meetings(line, barrier).length > 0).map(({ role }) => role);

    const overWater = crossings(skeleton.canal);
    expect(overWater.filter((role) => !BRIDGES.has(role))).toEqual([]);
    expect(overWater.length).toBeGreaterThanOrEqual(5);
    const overRails = crossings(skeleton.rail);
    expect(overRails.filter((role) => !BRIDGES.has(role) && role !== 'village-road')).toEqual([]);
    expect(overRails.length).toBeGreaterThanOrEqual(3);
  });

  it('become one street where they go straight on, and lose no metre', () => {
    const random = seededRandom(1);
    const skeleton = drawSkeleton(random);
    const drawn = fillStreets(skeleton, quarterBlocks(skeleton), random).streets;
    const joined = joinStreets(drawn, 900);
    const whole = (streets: typeof drawn): number =>
      streets.reduce((sum, { line }) => sum + lengthOf(line), 0);
    expect(joined.length).toBeLessThan(drawn.length);
    expect(whole(joined)).toBeCloseTo(whole(drawn), 3);
    const tooLong = joined.filter(({ line }) => lengthOf(line) > 900);
    expect(tooLong.every((street) => drawn.includes(street))).toBe(true);
  });
});
