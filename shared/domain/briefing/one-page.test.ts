import fc from 'fast-check';
import { expect, it } from 'vitest';

import { rowsThatFit } from './one-page.ts';

const heights = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 60 });
const room = fc.integer({ min: 0, max: 400 });
const note = fc.integer({ min: 0, max: 40 });
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

it('never more than the sheet holds, with its note once something is missing', () => {
  fc.assert(
    fc.property(heights, room, note, (all, space, about) => {
      const rows = rowsThatFit(all, space, about);
      const used = sum(all.slice(0, rows));
      expect(used).toBeLessThanOrEqual(space);
      if (rows > 0 && rows < all.length) expect(used + about).toBeLessThanOrEqual(space);
    }),
  );
});

it('all where all fit, and otherwise not one less than possible', () => {
  fc.assert(
    fc.property(heights, room, note, (all, space, about) => {
      const rows = rowsThatFit(all, space, about);
      if (sum(all) <= space) expect(rows).toBe(all.length);
      else expect(sum(all.slice(0, rows + 1)) + about).toBeGreaterThan(space);
    }),
  );
});
