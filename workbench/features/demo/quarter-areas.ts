import type { Id } from '#shared/lib/ids.ts';

import { isInside, type Point } from './plane.ts';
import type { Quarter } from './quarters.ts';

type Shape = readonly (readonly Point[])[][];

/** A quarter with the shape it got. */
export interface QuarterArea {
  readonly id: Id;
  readonly quarter: Quarter;
  readonly shape: Shape;
  /** Around the shape, metres: most points are outside of most quarters. */
  readonly box: {
    readonly west: number;
    readonly east: number;
    readonly south: number;
    readonly north: number;
  };
}

export function quarterArea(id: Id, quarter: Quarter, shape: Shape): QuarterArea {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [x, y] of shape.flat(2)) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return { id, quarter, shape, box };
}

/** The quarter a point lies in; on a border, the first of those it touches. */
export function quarterOf(
  quarters: readonly QuarterArea[],
  [x, y]: Point,
): QuarterArea | undefined {
  // Half a metre to each side: a road on a border always counts with the same neighbourhood.
  const around: readonly Point[] = [
    [x + 0.5, y],
    [x - 0.5, y],
    [x, y + 0.5],
    [x, y - 0.5],
  ];
  return quarters.find((area) => isNear(area, [x, y]) && around.some((at) => holds(area, at)));
}

function isNear({ box }: QuarterArea, [x, y]: Point): boolean {
  return x > box.west - 1 && x < box.east + 1 && y > box.south - 1 && y < box.north + 1;
}

function holds({ shape }: QuarterArea, at: Point): boolean {
  return shape.some(
    ([outer, ...holes]) =>
      outer !== undefined && isInside(outer, at) && !holes.some((hole) => isInside(hole, at)),
  );
}
