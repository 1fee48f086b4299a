import type { ContactPoint } from '#shared/contract/contacts.ts';
import { toWorld, worldPixels, type WorldPoint } from '#shared/domain/territory/web-mercator.ts';

import { familyOf, REASON_FAMILIES, type ReasonFamily } from './reason-families.ts';

/** One contact, or several that stand too close together to be told apart. */
export interface ContactMark {
  readonly world: WorldPoint;
  readonly points: readonly ContactPoint[];
  /** Radius in CSS pixels. */
  readonly radius: number;
  /** How many of each family, the families in their fixed order, without those at zero. */
  readonly shares: readonly { readonly family: ReasonFamily; readonly count: number }[];
}

/** From this zoom on contacts of one address are fanned out instead of counted. */
export const FAN_FROM = 18;
/** Side of a cell of the grid in CSS pixels: near the streets only what would overlap is put together. */
function cellAt(zoom: number): number {
  if (zoom < 16) return 64;
  return zoom < 17 ? 46 : 26;
}

const POINT_RADIUS = 7;
/** Turn between two contacts of one fan, radians: the golden angle spreads any number evenly. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Groups points by a grid fixed to the world, so that groups stay put while the map is panned, then
 * puts neighbouring groups together whose bubbles would overlap.
 *
 * @param zoom as Leaflet's; within one whole level the groups stay the same.
 */
export function groupContacts(
  points: readonly ContactPoint[],
  zoom: number,
): readonly ContactMark[] {
  const scale = worldPixels(Math.floor(zoom));
  const placed = points.map((point) => ({ point, world: toWorld(point.position) }));
  if (zoom >= FAN_FROM) return fanOut(placed, worldPixels(zoom));
  const cell = cellAt(zoom);
  const cells = Map.groupBy(
    placed,
    ({ world }) =>
      `${Math.floor((world.x * scale) / cell)} ${Math.floor((world.y * scale) / cell)}`,
  );
  const marks = [...cells.values()].map(markOf).sort((one, other) => other.radius - one.radius);
  return mergeOverlapping(marks, scale);
}

type Placed = { readonly point: ContactPoint; readonly world: WorldPoint };

function markOf(placed: readonly Placed[]): ContactMark {
  const points = placed.map(({ point }) => point);
  const counts = Map.groupBy(points, ({ reason }) => familyOf(reason));
  return {
    world: {
      x: placed.reduce((sum, { world }) => sum + world.x, 0) / placed.length,
      y: placed.reduce((sum, { world }) => sum + world.y, 0) / placed.length,
    },
    points,
    radius: radiusFor(points.length),
    shares: REASON_FAMILIES.flatMap((family) => {
      const count = counts.get(family)?.length ?? 0;
      return count > 0 ? [{ family, count }] : [];
    }),
  };
}

/** Area grows with the logarithm of the count: 2 is told from 20, and 2,000 does not cover the town. */
function radiusFor(count: number): number {
  return count === 1 ? POINT_RADIUS : Math.min(30, 11 + 5.5 * Math.log10(count) * 1.2);
}

function mergeOverlapping(marks: readonly ContactMark[], scale: number): readonly ContactMark[] {
  const kept: ContactMark[] = [];
  for (const mark of marks) {
    const near = kept.findIndex((other) => {
      const apart = Math.hypot(mark.world.x - other.world.x, mark.world.y - other.world.y) * scale;
      return apart < (mark.radius + other.radius) * 0.82;
    });
    const other = kept[near];
    if (other) kept[near] = joined(other, mark);
    else kept.push(mark);
  }
  return kept;
}

/** The larger one keeps its place: it must not wander when a single contact joins it. */
function joined(large: ContactMark, small: ContactMark): ContactMark {
  const placed = [...large.points, ...small.points].map((point) => ({ point, world: large.world }));
  return markOf(placed);
}

/** Every contact its own mark; those at the same place in a spiral around it. */
function fanOut(placed: readonly Placed[], scale: number): readonly ContactMark[] {
  const places = Map.groupBy(
    placed,
    ({ world }) => `${Math.round((world.x * scale) / 8)} ${Math.round((world.y * scale) / 8)}`,
  );
  return [...places.values()].flatMap((there) =>
    there.map((item, index) => {
      if (there.length === 1) return markOf([item]);
      const distance = (POINT_RADIUS * 1.35 * Math.sqrt(index + 0.5) * 1.35) / scale;
      const angle = index * GOLDEN_ANGLE;
      return markOf([
        {
          point: item.point,
          world: {
            x: item.world.x + distance * Math.cos(angle),
            y: item.world.y + distance * Math.sin(angle),
          },
        },
      ]);
    }),
  );
}
