import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { NeighbourGraph } from '../statistics/neighbour-graph.ts';
import { type TalliedPlace, weighTown } from './gap-map.ts';

const facts = (count: number) => ({ count, sum: count, squares: count });
const quiet: TalliedPlace = {
  metres: 200,
  answers: 0,
  insecure: 0,
  facts: facts(0),
  earlier: facts(0),
};
/** Forty places in a row. */
const SIZE = 40;
const ROW: NeighbourGraph = Array.from({ length: SIZE }, (_, place) =>
  [place - 1, place + 1].filter((other) => other >= 0 && other < SIZE),
);
const town = (changes: Readonly<Record<number, Partial<TalliedPlace>>>) =>
  Array.from({ length: SIZE }, (_, place) => ({ ...quiet, ...changes[place] }));

describe('hot places', () => {
  const hot = { facts: facts(30), earlier: facts(30) };

  it('are those where neighbours are hot as well', () => {
    const { places } = weighTown(town({ 10: hot, 11: hot, 12: hot }), ROW);
    expect(places.flatMap(({ isHot }, place) => (isHot ? [place] : []))).toEqual([10, 11, 12]);
  });

  it('are told to foretell what comes next only when they do', () => {
    const same = weighTown(town({ 10: hot, 11: hot }), ROW).prediction;
    expect(same).toMatchObject({ hits: 60, total: 60, predicts: true });
    const moved = town({ 10: { earlier: facts(30) }, 30: { facts: facts(30) } });
    expect(weighTown(moved, ROW).prediction).toMatchObject({ hits: 0, predicts: false });
    expect(weighTown(town({}), ROW).prediction).toBeNull();
  });

  it('are judged by the weights that make them hot', () => {
    const weighing = (count: number, weight: number) => ({
      count,
      sum: count * weight,
      squares: count * weight ** 2,
    });
    // Two busy corners: many light facts at the one, half as many of ten times the weight at the other.
    const corners = (weight: number) =>
      town({
        10: { earlier: weighing(12, 1), facts: weighing(12, 1) },
        30: { earlier: weighing(6, weight), facts: weighing(6, weight) },
      });
    const light = weighTown(corners(1), ROW);
    const heavy = weighTown(corners(10), ROW);
    expect(light.places[10]?.score).toBeGreaterThan(light.places[30]?.score ?? Infinity);
    expect(heavy.places[30]?.score).toBeGreaterThan(heavy.places[10]?.score ?? Infinity);
    // Both fit into the hot metres: all of the weight is caught, and as much of the best choice.
    for (const { prediction } of [light, heavy]) {
      expect(prediction).toMatchObject({ hits: 18, total: 18 });
      expect(prediction?.efficiency).toBeCloseTo(1, 9);
    }
    // Next time only the light ones come back: by weight that is next to nothing of what was foretold.
    const faded = town({
      10: { facts: weighing(12, 1) },
      11: { facts: weighing(12, 1) },
      30: { earlier: weighing(6, 10), facts: weighing(6, 10) },
    });
    const { prediction } = weighTown(faded, ROW);
    expect(prediction).toMatchObject({ hits: 6, total: 30 });
    const lengthShare = prediction?.lengthShare ?? 0;
    expect(prediction?.index).toBeCloseTo(60 / 84 / lengthShare, 9);
  });

  it('are not made by one fact on a few metres', () => {
    const busy = Array.from({ length: SIZE }, (_, place) => [place, { facts: facts(8) }] as const);
    const few = town({ ...Object.fromEntries(busy), 5: { metres: 2, facts: facts(1) } });
    expect(weighTown(few, ROW).places.some(({ isHot }) => isHot)).toBe(false);
  });

  it('are none with fewer than three facts of their own, whatever lies beside them', () => {
    const one = { facts: facts(1), earlier: facts(1) };
    const { places } = weighTown(town({ 10: hot, 11: one, 12: { facts: facts(3) } }), ROW);
    expect(places[11]?.score).toBeGreaterThan(places[12]?.score ?? Infinity);
    expect(places.flatMap(({ isHot }, place) => (isHot ? [place] : []))).toEqual([10]);
    // Nor is a place foretold by them.
    const lone = town({ 20: { ...one, facts: facts(30) } });
    expect(weighTown(lone, ROW).prediction).toBeNull();
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 40 }), { minLength: SIZE, maxLength: SIZE }),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: SIZE, maxLength: SIZE }),
        (counts, metres) => {
          const some = counts.map((count, place) => ({
            ...quiet,
            metres: metres[place] ?? 1,
            facts: facts(count),
          }));
          for (const [place, { isHot }] of weighTown(some, ROW).places.entries()) {
            expect(isHot && (counts[place] ?? 0) < 3).toBe(false);
          }
        },
      ),
    );
  });

  it('are none where there is no graph', () => {
    const { places, prediction, clustering } = weighTown(town({ 3: hot }), null);
    expect(places.every(({ score, isHot }) => score === null && !isHot)).toBe(true);
    expect([prediction, clustering]).toEqual([null, null]);
  });
});

it('has a class for each place, and compares it with the whole', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          metres: fc.integer({ min: 1, max: 900 }),
          answers: fc.integer({ min: 0, max: 30 }),
          insecure: fc.constant(0),
          facts: fc.nat({ max: 20 }).map(facts),
          earlier: fc.nat({ max: 20 }).map(facts),
        }),
        { minLength: SIZE, maxLength: SIZE },
      ),
      (places) => {
        const weighed = weighTown(places, ROW);
        expect(weighed.places).toHaveLength(SIZE);
        for (const [place, { gap }] of weighed.places.entries()) {
          expect(gap.class === 'too-few').toBe((places[place]?.answers ?? 0) < 5);
          // Nobody feels unsafe, so nobody feels it more than the others.
          expect(['calm', 'recorded-only', 'too-few']).toContain(gap.class);
        }
      },
    ),
  );
});
