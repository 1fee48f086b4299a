import fc from 'fast-check';
import { expect, it } from 'vitest';

import { blankParts } from './blank-parts.ts';

const side = fc.integer({ min: 1, max: 40 });
const shift = fc.integer({ min: -60, max: 60 });

it('blank parts are what a shifted frame leaves uncovered, each place once', () => {
  fc.assert(
    fc.property(side, side, shift, shift, (width, height, right, down) => {
      const parts = blankParts({ width, height }, right, down);
      for (let x = 0; x < width; x += 1) {
        for (let y = 0; y < height; y += 1) {
          const isCovered =
            x - right >= 0 && x - right < width && y - down >= 0 && y - down < height;
          const inParts = (parts ?? []).filter(
            (part) =>
              x >= part.x && x < part.x + part.width && y >= part.y && y < part.y + part.height,
          );
          if (parts === null) expect(isCovered).toBe(false);
          else expect(inParts.length).toBe(isCovered ? 0 : 1);
        }
      }
    }),
    { numRuns: 60 },
  );
});
