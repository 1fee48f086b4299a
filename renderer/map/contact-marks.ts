import type { ContactPoint, ContactsOnMap } from '#shared/contract/contacts.ts';
import { REASON_FAMILIES, type ReasonFamily } from '#shared/domain/codes/code.ts';
import { SINGLE_FROM_ZOOM } from '#shared/domain/contacts/contact-map.ts';
import type { Bounds, Position } from '#shared/domain/territory/geometry.ts';
import { toWorld, worldPixels, type WorldPoint } from '#shared/domain/territory/web-mercator.ts';

/** One contact, or several that stand too close together to be told apart. */
export interface ContactMark {
  readonly world: WorldPoint;
  readonly count: number;
  /** The contact itself; null for a group. */
  readonly point: ContactPoint | null;
  /** The smallest around its contacts. */
  readonly bounds: Bounds;
  /** Radius in CSS pixels. */
  readonly radius: number;
  /** How many of each family, the families in their fixed order, without those at zero. */
  readonly shares: readonly { readonly family: ReasonFamily; readonly count: number }[];
}

/** The colour family of a contact reason, as the zone's code lists have it. */
export type FamilyOf = (reason: string) => ReasonFamily;

export const NO_CONTACTS: ContactsOnMap = { reasons: [], groups: [], points: [] };

const POINT_RADIUS = 7;
/** Turn between two contacts of one fan, radians: the golden angle spreads any number evenly. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * The marks for what the workbench counted: near the streets contacts of one address are fanned out,
 * further out neighbouring groups whose bubbles would overlap are put together.
 *
 * @param zoom as Leaflet's; within one whole level groups stay the same.
 */
export function marksOf(
  contacts: ContactsOnMap,
  zoom: number,
  familyOf: FamilyOf,
): readonly ContactMark[] {
  const families = contacts.reasons.map(familyOf);
  const groups = contacts.groups.map((group) => markOfGroup(group, families));
  if (zoom >= SINGLE_FROM_ZOOM) {
    return [...groups, ...fanOut(contacts.points, worldPixels(zoom), familyOf)];
  }
  const marks = [...groups, ...contacts.points.map((point) => markOfPoint(point, familyOf))];
  marks.sort((one, other) => other.count - one.count);
  return mergeOverlapping(marks, worldPixels(Math.floor(zoom)));
}

/** A contact by itself, where it took place or a little beside it. */
export function markOfPoint(
  point: ContactPoint,
  familyOf: FamilyOf,
  world = toWorld(point.position),
): ContactMark {
  const [longitude, latitude] = point.position;
  return {
    world,
    count: 1,
    point,
    bounds: [longitude, latitude, longitude, latitude],
    radius: POINT_RADIUS,
    shares: [{ family: familyOf(point.reason), count: 1 }],
  };
}

function markOfGroup(
  { position, bounds, counts }: ContactsOnMap['groups'][number],
  families: readonly ReasonFamily[],
): ContactMark {
  const byFamily = new Map<ReasonFamily, number>();
  families.forEach((family, index) => {
    byFamily.set(family, (byFamily.get(family) ?? 0) + (counts[index] ?? 0));
  });
  return groupMark(toWorld(position), bounds, byFamily);
}

function groupMark(
  world: WorldPoint,
  bounds: Bounds,
  byFamily: ReadonlyMap<ReasonFamily, number>,
): ContactMark {
  const shares = REASON_FAMILIES.flatMap((family) => {
    const count = byFamily.get(family) ?? 0;
    return count > 0 ? [{ family, count }] : [];
  });
  const count = shares.reduce((sum, share) => sum + share.count, 0);
  return { world, count, point: null, bounds, radius: radiusFor(count), shares };
}

/** Area grows with the logarithm of the count: 2 is told from 20, and 2,000 does not cover the town. */
function radiusFor(count: number): number {
  return Math.min(30, 11 + 5.5 * Math.log10(count) * 1.2);
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
  const byFamily = new Map<ReasonFamily, number>();
  for (const { family, count } of [...large.shares, ...small.shares]) {
    byFamily.set(family, (byFamily.get(family) ?? 0) + count);
  }
  const [west, south, east, north] = large.bounds;
  const [otherWest, otherSouth, otherEast, otherNorth] = small.bounds;
  const bounds: Bounds = [
    Math.min(west, otherWest),
    Math.min(south, otherSouth),
    Math.max(east, otherEast),
    Math.max(north, otherNorth),
  ];
  return groupMark(large.world, bounds, byFamily);
}

/** Every contact its own mark; those at the same place in a spiral around it. */
function fanOut(
  points: readonly ContactPoint[],
  scale: number,
  familyOf: FamilyOf,
): readonly ContactMark[] {
  const placed = points.map((point) => ({ point, world: toWorld(point.position) }));
  const places = Map.groupBy(
    placed,
    ({ world }) => `${Math.round((world.x * scale) / 8)} ${Math.round((world.y * scale) / 8)}`,
  );
  return [...places.values()].flatMap((there) =>
    there.map(({ point, world }, index) => {
      if (there.length === 1) return markOfPoint(point, familyOf, world);
      const distance = (POINT_RADIUS * 1.35 * Math.sqrt(index + 0.5) * 1.35) / scale;
      const angle = index * GOLDEN_ANGLE;
      return markOfPoint(point, familyOf, {
        x: world.x + distance * Math.cos(angle),
        y: world.y + distance * Math.sin(angle),
      });
    }),
  );
}

/**
 * The mark that stands for a contact: its own, the group it is counted in, or, when neither is shown
 * because the filter leaves it out, one made for it.
 */
export function markFor(
  marks: readonly ContactMark[],
  contact: ContactPoint,
  familyOf: FamilyOf,
): ContactMark {
  return (
    marks.find(({ point }) => point?.id === contact.id) ??
    marks.find(({ point, bounds }) => !point && contains(bounds, contact.position)) ??
    markOfPoint(contact, familyOf)
  );
}

/** About a metre: the groups are counted in whole centimetres of the projection. */
const SLACK_DEGREES = 1e-5;

function contains([west, south, east, north]: Bounds, [longitude, latitude]: Position): boolean {
  return (
    west - SLACK_DEGREES <= longitude &&
    longitude <= east + SLACK_DEGREES &&
    south - SLACK_DEGREES <= latitude &&
    latitude <= north + SLACK_DEGREES
  );
}
