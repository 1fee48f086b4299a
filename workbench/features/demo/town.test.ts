import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  distanceMetres,
  middleOf,
  type MultiPolygonRings,
  nearestOnLine,
  type Position,
} from '#shared/domain/territory/geometry.ts';
import type { Area } from '#shared/domain/territory/territory.ts';

import { generateDemoTown } from './index.ts';
import { isInside } from './plane.ts';
import type { DemoTown } from './town.ts';

const SEEDS = fc.integer({ min: 0, max: 2 ** 31 });
/** A town takes about a second; five random ones on top of the usual one. */
const RUNS = { numRuns: 5, seed: 20_261_122, examples: [[1]] as [number][] };
const TIMEOUT = 90_000;

describe('the demo town', () => {
  it('is the same for the same seed, byte for byte, and another for another', () => {
    const first = JSON.stringify(generateDemoTown(7));
    expect(JSON.stringify(generateDemoTown(7))).toBe(first);
    expect(JSON.stringify(generateDemoTown(8))).not.toBe(first);
  });

  it(
    'is a whole town, whatever the seed',
    () => {
      fc.assert(
        fc.property(SEEDS, (seed) => {
          const town = generateDemoTown(seed);
          expectCounts(town);
          expectTiles(town);
          expectOneNetwork(town);
          expectNames(town);
          expectHouses(town);
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );
});

function expectCounts(town: DemoTown): void {
  const count = (kind: Area['kind']): number =>
    town.areas.filter((area) => area.kind === kind).length;
  expect(
    ['zone', 'municipality', 'sub-municipality', 'district', 'neighbourhood'].map((kind) =>
      count(kind as Area['kind']),
    ),
  ).toEqual([1, 1, 3, 3, 13]);
  expect(town.streets.length).toBeGreaterThan(350);
  expect(town.streets.length).toBeLessThan(470);
  expect(town.addresses.length).toBeGreaterThan(8_000);
  expect(town.addresses.length).toBeLessThan(13_000);
  expect(town.roles).toHaveLength(town.streets.length);
  const translated = town.streets.filter((street) => street.nameFr !== '').length;
  expect(translated).toBeGreaterThan(town.streets.length * 0.4);
  expect(translated).toBeLessThan(town.streets.length * 0.8);
}

/**
 * Areas of one kind tile the municipality exactly: each edge of one is, the other way round, an edge of
 * its neighbour or lies on the limits of the municipality. Then there is neither gap nor overlap.
 */
function expectTiles(town: DemoTown): void {
  const limits = edgesOf(shapeOf(town, 'municipality'));
  for (const kind of ['neighbourhood', 'district', 'sub-municipality'] as const) {
    const open = new Set<string>();
    for (const area of town.areas.filter((candidate) => candidate.kind === kind)) {
      for (const edge of edgesOf(area.geometry)) {
        const [from, to] = edge.split(' ');
        if (open.delete(`${to} ${from}`)) continue;
        expect(open.has(edge)).toBe(false);
        open.add(edge);
      }
    }
    expect([...open].sort()).toEqual([...limits].sort());
  }

  const neighbourhoods = new Map(town.areas.map((area) => [area.id, area]));
  const strays = town.segments.filter((segment) => {
    const area = neighbourhoods.get(segment.neighbourhoodId ?? '');
    return area?.kind !== 'neighbourhood' || !touches(area.geometry, middleOf(segment.geometry));
  });
  expect(strays.map((segment) => segment.officialId)).toEqual([]);
  const lost = town.addresses.filter((address) => {
    const area = neighbourhoods.get(address.neighbourhoodId ?? '');
    return area?.kind !== 'neighbourhood' || !touches(area.geometry, address.position);
  });
  expect(lost.map((address) => address.officialId)).toEqual([]);
}

/** Every street can be reached from the market without leaving the streets. */
function expectOneNetwork(town: DemoTown): void {
  const neighbours = new Map<string, string[]>();
  for (const { geometry } of town.segments) {
    const [start, end] = [keyOf(geometry[0]), keyOf(geometry[geometry.length - 1])];
    neighbours.set(start, [...(neighbours.get(start) ?? []), end]);
    neighbours.set(end, [...(neighbours.get(end) ?? []), start]);
  }
  const [first = ''] = neighbours.keys();
  const reached = new Set([first]);
  for (const node of reached) for (const next of neighbours.get(node) ?? []) reached.add(next);
  expect(neighbours.size - reached.size).toBe(0);
}

function expectNames(town: DemoTown): void {
  const names = town.streets.map((street) => `${street.nameNl} (${street.subMunicipality})`);
  expect(new Set(names).size).toBe(names.length);
  const codes = town.streets.map((street) => street.officialId);
  expect(new Set(codes).size).toBe(codes.length);
  for (const street of town.streets) expect(street.nameNl).toMatch(/^\p{Lu}[\p{L}' -]+$/u);
  // The same name in several places is what an address search must cope with.
  expect(names.filter((name) => name.startsWith('Kerkstraat ')).length).toBeGreaterThan(1);
}

function expectHouses(town: DemoTown): void {
  const seen = new Set<string>();
  const lines = Map.groupBy(town.segments, (segment) => segment.streetId);
  const isSquare = new Map(
    town.streets.map((street, index) => [street.id, town.roles[index]?.endsWith('square')]),
  );
  const far: string[] = [];
  const sides = new Map<string, Set<number>>();
  for (const { streetId, houseNumber, position, officialId } of town.addresses) {
    const key = `${streetId} ${houseNumber}`;
    if (seen.has(key)) far.push(`${officialId} twice`);
    seen.add(key);
    const near = (lines.get(streetId) ?? [])
      .map(({ geometry }) => ({ geometry, ...nearestOnLine(geometry, position) }))
      .reduce((best, one) => (one.metres < best.metres ? one : best));
    if (near.metres > 60) far.push(`${officialId} ${near.metres}`);
    if (isSquare.get(streetId)) continue;
    const parity = `${streetId} ${Number(houseNumber) % 2}`;
    const side = sideOf(near.geometry, near.position, position);
    if (side !== 0) sides.set(parity, (sides.get(parity) ?? new Set()).add(side));
  }
  expect(far).toEqual([]);
  expect([...sides].filter(([, found]) => found.size > 1)).toEqual([]);
}

/** 1 on the left of a line, -1 on its right, 0 beyond its ends. */
function sideOf(line: readonly Position[], foot: Position, point: Position): number {
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1], line[index]];
    if (!from || !to || nearestOnLine([from, to], foot).metres > 0.05) continue;
    if (distanceMetres(from, foot) < 0.5 || distanceMetres(to, foot) < 0.5) continue;
    return Math.sign(
      (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]),
    );
  }
  return 0;
}

function shapeOf(town: DemoTown, kind: Area['kind']): MultiPolygonRings {
  return town.areas.find((area) => area.kind === kind)?.geometry ?? [];
}

function edgesOf(geometry: MultiPolygonRings): Set<string> {
  const edges = new Set<string>();
  for (const ring of geometry.flat()) {
    ring.slice(1).forEach((to, index) => edges.add(`${keyOf(ring[index])} ${keyOf(to)}`));
  }
  return edges;
}

function keyOf(position: Position | undefined): string {
  return position ? position.join() : '';
}

/** Whether a point lies in an area or within a metre of it: roads run along borders. */
function touches(geometry: MultiPolygonRings, [longitude, latitude]: Position): boolean {
  const [dx, dy] = [0.000_013, 0.000_009];
  const around: readonly Position[] = [
    [longitude, latitude],
    [longitude + dx, latitude],
    [longitude - dx, latitude],
    [longitude, latitude + dy],
    [longitude, latitude - dy],
  ];
  return around.some((at) =>
    geometry.some(([outer]) => outer !== undefined && isInside(outer, at)),
  );
}
