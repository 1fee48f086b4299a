import fc from 'fast-check';
import { expect, it } from 'vitest';

import { idSchema, makeId } from '../../lib/ids.ts';
import { MOST_FACTS_OF_BATCH } from './fact.ts';
import { factIdOf, readFactId } from './fact-id.ts';

const batch = fc
  .tuple(
    fc.integer({ min: 0, max: 4_000_000_000_000 }),
    fc.uint8Array({ minLength: 16, maxLength: 16 }),
  )
  .map(([moment, bytes]) => makeId(moment, bytes));

it('names every fact of a batch by an id of its own, that leads back to it', () => {
  fc.assert(
    fc.property(batch, fc.integer({ min: 0, max: MOST_FACTS_OF_BATCH - 1 }), (id, place) => {
      const fact = factIdOf(id, place);
      expect(idSchema.safeParse(fact).success).toBe(true);
      const read = readFactId(fact);
      expect(read.place).toBe(place);
      expect(read.first <= id && id <= read.last).toBe(true);
    }),
  );
});

it('knows no place that a batch has not', () => {
  const id = makeId(1, new Uint8Array(16));
  for (const place of [-1, 256, 1.5]) expect(() => factIdOf(id, place)).toThrow(RangeError);
});
