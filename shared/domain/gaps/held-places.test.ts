import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { NeighbourGraph } from '../statistics/neighbour-graph.ts';
import { type TalliedPlace, weighTown } from './gap-map.ts';
import { weighHeld } from './held-places.ts';

const facts = (count: number) => ({ count, sum: count, squares: count });
const anyPlace = fc
  .record({
    metres: fc.integer({ min: 1, max: 900 }),
    answers: fc.nat({ max: 20 }),
    facts: fc.nat({ max: 40 }).map(facts),
    earlier: fc.nat({ max: 40 }).map(facts),
  })
  .map((place): TalliedPlace => ({ ...place, insecure: Math.floor(place.answers / 3) }));
const row = (size: number): NeighbourGraph =>
  Array.from({ length: size }, (_, place) =>
    [place - 1, place + 1].filter((other) => other >= 0 && other < size),
  );

it('says of the places that a desk holds what it says of a town that is no larger', () => {
  const sizes = fc.array(anyPlace, { minLength: 5, maxLength: 30 });
  fc.assert(
    fc.property(sizes, fc.array(anyPlace, { maxLength: 30 }), (own, beyond) => {
      const all = [...own, ...beyond];
      const { places, ...town } = weighHeld(all, row(all.length), (place) => place < own.length);
      const { places: alone, ...small } = weighTown(own, row(own.length));
      expect(town).toEqual(small);
      expect(places.slice(0, own.length)).toEqual(alone);
      expect(places.slice(own.length).every((place) => place === undefined)).toBe(true);
      expect(places).toHaveLength(all.length);
    }),
  );
});

it('does not change its mind when nothing happened in streets that it does not hold', () => {
  const quiet = { metres: 100, answers: 0, insecure: 0, facts: facts(0), earlier: facts(0) };
  const own = Array.from({ length: 6 }, () => ({ ...quiet, facts: facts(4) }));
  const all = [...own, ...Array.from({ length: 60 }, () => quiet)];
  const held = weighHeld(all, row(all.length), (place) => place < own.length);
  expect(held.places[0]?.gap.recorded.isSure).toBe(false);
  // Beside sixty streets of which nothing is known each of its own would stand out.
  expect(weighTown(all, row(all.length)).reference.factRate).toBeLessThan(
    held.reference.factRate / 5,
  );
});
