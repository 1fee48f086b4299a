import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { distanceMetres, type Position } from '../geometry.ts';
import { cellOf, cellsAlong, Patches } from './patches.ts';

const place = fc
  .tuple(
    fc.double({ min: 2.6, max: 6.3, noNaN: true }),
    fc.double({ min: 49.6, max: 51.4, noNaN: true }),
  )
  .map(([longitude, latitude]): Position => [longitude, latitude]);
const step = fc.tuple(
  fc.double({ min: -0.08, max: 0.08, noNaN: true }),
  fc.double({ min: -0.05, max: 0.05, noNaN: true }),
);

describe('Patches', () => {
  it('hold together what is near and divide what is far', () => {
    fc.assert(
      fc.property(place, step, (from, [x, y]) => {
        const to: Position = [from[0] + x, from[1] + y];
        const patches = new Patches();
        patches.add([cellOf(from), cellOf(to)]);
        const together = patches.share([cellOf(from)], [cellOf(to)]);
        const metres = distanceMetres(from, to);
        if (metres < 1_400) expect(together).toBe(true);
        if (metres > 4_500) expect(together).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are the same in whatever order the cells come', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 30 }), (places) => {
        const near = places.map(([x, y]): Position => [4 + (x - 4) / 20, 51 + (y - 51) / 20]);
        const cells = near.map(cellOf);
        const answers = [cells, cells.toReversed(), cells.toSorted()].map((order) => {
          const patches = new Patches();
          patches.add(order);
          return cells.map((cell) => patches.share([cell], cells.slice(0, 1)));
        });
        expect(answers[1]).toEqual(answers[0]);
        expect(answers[2]).toEqual(answers[0]);
      }),
    );
  });

  it('take a long line for one', () => {
    const cells = cellsAlong([
      [4.4, 51],
      [4.9, 51.2],
    ]);
    const patches = new Patches();
    patches.add(cells);
    expect(patches.share([cellOf([4.4, 51])], [cellOf([4.9, 51.2])])).toBe(true);
  });
});
