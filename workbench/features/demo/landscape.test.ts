import { beforeAll, describe, expect, it } from 'vitest';

import { isInside, type Position } from '#shared/domain/territory/geometry.ts';
import type { LandscapeKind } from '#shared/domain/territory/territory.ts';

import { crossing, meetings, type Point } from './plane.ts';
import { type DemoTown, generateDemoTown } from './town.ts';

/** Degrees read as a plane: crossings are the same, distances are not asked for. */
const asLine = (positions: readonly Position[]): readonly Point[] => positions;

describe.each([1, 2, 3, 4])('the landscape of the demo town (seed %i)', (seed) => {
  let town: DemoTown;
  beforeAll(() => {
    town = generateDemoTown(seed);
  }, 30_000);

  const surfaces = (kind: LandscapeKind) =>
    town.landscape.flatMap((one) =>
      one.kind === kind && one.geometry.type === 'MultiPolygon' ? [one.geometry.coordinates] : [],
    );
  const lines = (kind: LandscapeKind) =>
    town.landscape.flatMap((one) =>
      one.kind === kind && one.geometry.type === 'MultiLineString' ? one.geometry.coordinates : [],
    );

  it('has a canal, a pond, a park, woods, a railway and a station', () => {
    const names = town.landscape.map(({ kind, nameNl }) => `${kind} ${nameNl}`);
    for (const name of [
      'water Lindervaart',
      'water Parkvijver',
      'green Stadspark',
      'green Hazelbos',
      'rail Station',
    ]) {
      expect(names).toContain(name);
    }
    expect(lines('rail')).toHaveLength(1);
    expect(surfaces('green').some((park) => isInside(park, town.park))).toBe(true);
    const codes = town.landscape.map(({ officialId }) => officialId);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is of closed rings that do not cross themselves, outer ones anticlockwise', () => {
    for (const polygons of [...surfaces('water'), ...surfaces('green'), ...surfaces('rail')]) {
      for (const rings of polygons) {
        for (const [index, ring] of rings.entries()) {
          expect(ring.length).toBeGreaterThan(3);
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(Math.sign(turnOf(ring))).toBe(index === 0 ? 1 : -1);
          expect(selfCrossings(ring)).toEqual([]);
        }
      }
    }
  });

  it('lets only bridges cross water, and nothing the station', () => {
    const role = new Map(town.streets.map(({ id }, index) => [id, town.roles[index]]));
    const over = (kind: LandscapeKind) =>
      town.segments
        .filter(({ geometry }) =>
          surfaces(kind)
            .flat(2)
            .some((ring) => meetings(asLine(geometry), asLine(ring)).length > 0),
        )
        .map(({ streetId }) => role.get(streetId));
    const bridges = new Set(over('water'));
    expect(bridges.size).toBeGreaterThan(1);
    for (const one of bridges) expect(['ring', 'vest', 'gate-street', 'steenweg']).toContain(one);
    expect(over('rail')).toEqual([]);
  });

  it('has no house in water, on a platform or in a green', () => {
    const inside = [...surfaces('water'), ...surfaces('green'), ...surfaces('rail')];
    const wrong = town.addresses.filter(({ position }) =>
      inside.some((polygons) => isInside(polygons, position)),
    );
    expect(wrong.map(({ officialId }) => officialId)).toEqual([]);
  });
});

/** Twice the area of a ring; positive when it runs anticlockwise. */
function turnOf(ring: readonly Position[]): number {
  const [originX, originY] = ring[0] ?? [0, 0];
  return ring.slice(1).reduce((sum, [x, y], index) => {
    const [beforeX, beforeY] = ring[index] ?? [0, 0];
    return sum + (beforeX - originX) * (y - originY) - (x - originX) * (beforeY - originY);
  }, 0);
}

/** Pairs of edges that meet although they do not follow each other. */
function selfCrossings(ring: readonly Position[]): readonly (readonly [number, number])[] {
  const edges = ring.slice(1).map((to, index) => [ring[index] ?? to, to] as const);
  return edges.flatMap((one, first) =>
    edges.flatMap((other, second) => {
      const neighbours =
        second - first < 2 || (first === 0 && second === edges.length - 1) || second <= first;
      return !neighbours && crossing([...one], [...other]) ? [[first, second] as const] : [];
    }),
  );
}
