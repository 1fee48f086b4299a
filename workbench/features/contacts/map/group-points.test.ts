import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CONTACT_REASONS } from '#shared/domain/contacts/code-lists.ts';
import { cellHalvings } from '#shared/domain/contacts/contact-map.ts';

import { groupPoints, newestPoints } from './group-points.ts';
import { buildColumns, type Point, type UnitBox, WORLD_UNITS } from './point-columns.ts';

/** A town: some 20 km of the world, so that points meet in cells. */
const WEST = 2_200_000_000;
const NORTH = 1_430_000_000;
const TOWN = 2_000_000;
/** Rows are numbered by their moment, here from 2026 on. */
const FIRST_ROW = 1_767_225_600_000_000;
const AROUND: UnitBox = { minX: WEST, minY: NORTH, maxX: WEST + TOWN, maxY: NORTH + TOWN };
const WHOLE: UnitBox = { minX: 0, minY: 0, maxX: WORLD_UNITS - 1, maxY: WORLD_UNITS - 1 };

const pointsArbitrary = fc
  .array(
    fc.record({
      x: fc.integer({ min: WEST, max: WEST + TOWN }),
      y: fc.integer({ min: NORTH, max: NORTH + TOWN }),
      reason: fc.constantFrom(...CONTACT_REASONS),
    }),
    { maxLength: 120 },
  )
  .map((points) => points.map((point, index): Point => ({ ...point, row: FIRST_ROW + index * 7 })));
const marksArbitrary = fc.oneof(
  fc.constant(null),
  fc.uint8Array({ minLength: 120, maxLength: 120, max: 1 }),
);
const boxArbitrary = fc
  .tuple(...[WEST, WEST, NORTH, NORTH].map((from) => fc.integer({ min: from, max: from + TOWN })))
  .map(([x1 = 0, x2 = 0, y1 = 0, y2 = 0]): UnitBox => ({
    minX: Math.min(x1, x2),
    maxX: Math.max(x1, x2),
    minY: Math.min(y1, y2),
    maxY: Math.max(y1, y2),
  }));
const zoomArbitrary = fc.double({ min: 0, max: 24, noNaN: true });

const columnsOf = (points: readonly Point[]) => {
  const builder = buildColumns(1);
  for (const point of points) builder.add(point);
  return builder.done();
};
const isIn = (box: UnitBox, { x, y }: { x: number; y: number }): boolean =>
  x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;

describe('groupPoints', () => {
  it('counts every marked point of the whole world exactly once, by reason as in all', () => {
    fc.assert(
      fc.property(pointsArbitrary, marksArbitrary, zoomArbitrary, (points, marks, zoom) => {
        const columns = columnsOf(points);
        const groups = groupPoints(columns, marks, WHOLE, cellHalvings(zoom));
        const marked = points.filter((_, slot) => marks === null || marks[slot] === 1);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(marked.length);
        columns.reasonCodes.forEach((reason, number) => {
          expect(groups.reduce((sum, { counts }) => sum + (counts[number] ?? 0), 0)).toBe(
            marked.filter((point) => point.reason === reason).length,
          );
        });
        for (const { count, counts } of groups) {
          expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count);
        }
      }),
    );
  });

  it('puts the middle of a group inside its box, and its box inside one cell', () => {
    fc.assert(
      fc.property(pointsArbitrary, boxArbitrary, zoomArbitrary, (points, box, zoom) => {
        const halvings = cellHalvings(zoom);
        const cell = WORLD_UNITS / 2 ** Math.min(halvings, 31);
        for (const group of groupPoints(columnsOf(points), null, box, halvings)) {
          expect(isIn(group.box, group)).toBe(true);
          // A box with too many cells gets larger ones.
          if (halvings > 16) continue;
          expect(Math.floor(group.box.minX / cell)).toBe(Math.floor(group.box.maxX / cell));
          expect(Math.floor(group.box.minY / cell)).toBe(Math.floor(group.box.maxY / cell));
        }
      }),
    );
  });

  it('gives the same group from whichever view it is seen, and misses none of the view', () => {
    fc.assert(
      fc.property(pointsArbitrary, boxArbitrary, (points, box) => {
        const columns = columnsOf(points);
        const halvings = cellHalvings(12);
        const all = groupPoints(columns, null, AROUND, halvings);
        const seen = groupPoints(columns, null, box, halvings);
        for (const group of seen) expect(all).toContainEqual(group);
        const inside = points.filter((point) => isIn(box, point));
        for (const point of inside) expect(seen.some((group) => isIn(group.box, point))).toBe(true);
      }),
    );
  });

  it('names the contact of a group of one', () => {
    const columns = columnsOf([
      { row: 7, x: WEST, y: NORTH, reason: 'traffic' },
      { row: 9, x: WEST + TOWN, y: NORTH, reason: 'traffic' },
    ]);
    expect(groupPoints(columns, null, AROUND, 14).map(({ row }) => row)).toEqual([7, 9]);
  });
});

describe('newestPoints', () => {
  it('counts those of the box and gives the newest of them', () => {
    fc.assert(
      fc.property(
        pointsArbitrary,
        marksArbitrary,
        boxArbitrary,
        fc.integer({ min: 1, max: 30 }),
        (points, marks, box, most) => {
          const { total, rows } = newestPoints(columnsOf(points), marks, box, most);
          const expected = points
            .filter((point, slot) => isIn(box, point) && (marks === null || marks[slot] === 1))
            .toReversed();
          expect(total).toBe(expected.length);
          expect(rows).toEqual(expected.slice(0, most).map(({ row }) => row));
        },
      ),
    );
  });
});
