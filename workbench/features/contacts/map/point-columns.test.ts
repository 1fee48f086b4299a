import fc from 'fast-check';
import { expect, it } from 'vitest';

import { buildColumns, patchColumns, type Point, type PointColumns } from './point-columns.ts';

/** Numbers as the rows have them: a moment of 2026 in microseconds. */
const FIRST_ROW = 1_767_225_600_000_000;

const pointArbitrary = fc.record({
  row: fc.integer({ min: 0, max: 60 }).map((offset) => FIRST_ROW + offset),
  x: fc.nat({ max: 2 ** 32 - 1 }),
  y: fc.nat({ max: 2 ** 32 - 1 }),
  reason: fc.constantFrom('traffic', 'nuisance', 'school', 'made-by-the-zone'),
});
const pointsArbitrary = fc.uniqueArray(pointArbitrary, { selector: ({ row }) => row });
const touchedArbitrary = fc.uniqueArray(
  fc.integer({ min: 0, max: 60 }).map((offset) => FIRST_ROW + offset),
);

const inOrder = (points: readonly Point[]) => points.toSorted((one, other) => one.row - other.row);

function columnsOf(points: readonly Point[]): PointColumns {
  const builder = buildColumns(1);
  for (const point of inOrder(points)) builder.add(point);
  return builder.done();
}

function pointsIn({ rows, xs, ys, reasons, reasonCodes }: PointColumns): readonly Point[] {
  return [...rows].map((row, slot) => ({
    row,
    x: xs[slot] ?? -1,
    y: ys[slot] ?? -1,
    reason: reasonCodes[reasons[slot] ?? -1] ?? '',
  }));
}

it('holds what was put in, in the order of the rows', () => {
  fc.assert(
    fc.property(pointsArbitrary, (points) => {
      expect(pointsIn(columnsOf(points))).toEqual(inOrder(points));
    }),
  );
});

it('is after a change as if all had been read anew, and leaves the old columns as they were', () => {
  fc.assert(
    fc.property(pointsArbitrary, pointsArbitrary, touchedArbitrary, (before, after, touched) => {
      const isTouched = (row: number) => touched.includes(row);
      const changed = after.filter(({ row }) => isTouched(row));
      const columns = columnsOf(before);
      const patched = patchColumns(
        columns,
        touched.toSorted((one, other) => one - other),
        new Map(changed.map((point) => [point.row, point])),
      );
      expect(pointsIn(patched)).toEqual(
        inOrder([...before.filter(({ row }) => !isTouched(row)), ...changed]),
      );
      expect(pointsIn(columns)).toEqual(inOrder(before));
    }),
  );
});
