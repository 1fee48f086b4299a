import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { gScores, gStarScores } from './getis-ord.ts';
import { globalMoran, localMoran } from './moran.ts';
import type { NeighbourGraph } from './neighbour-graph.ts';

/** Four places in a row. */
const ROW: NeighbourGraph = [[1], [0, 2], [1, 3], [2]];

describe('values worked out by hand', () => {
  // Mean 4, variance (9 + 1 + 1 + 9) / 4 = 5.
  const values = [1, 3, 5, 7];

  it('of Gi*', () => {
    // First place: 1 + 3 - 2 * 4 = -4; variance 5 * (4 * 2 - 4) / 3 = 20 / 3.
    const expected = [-4 / Math.sqrt(20 / 3), -3 / Math.sqrt(5), 3 / Math.sqrt(5)];
    const scores = gStarScores(values, ROW);
    for (const [place, score] of expected.entries()) expect(scores[place]).toBeCloseTo(score, 12);
  });

  it('of Gi', () => {
    // First place: the others are 3, 5, 7 with mean 5 and variance 8 / 3; 3 - 5 = -2; 8 / 3 * (3 - 1) / 2.
    expect(gScores(values, ROW)[0]).toBeCloseTo(-2 / Math.sqrt(8 / 3), 12);
  });

  it('of Moran’s I', () => {
    // Sum of deviation times mean of neighbours: (-3)(-1) + (-1)(-1) + (1)(1) + (3)(1) = 8; 8 / 20.
    const all = globalMoran(values, ROW);
    expect(all?.i).toBeCloseTo(0.4, 12);
    expect(all?.expected).toBeCloseTo(-1 / 3, 12);
    const each = localMoran(values, ROW);
    expect(each.map((one) => one?.i)).toEqual(
      [0.6, 0.2, 0.2, 0.6].map((i) => expect.closeTo(i, 12)),
    );
    expect(each.map((one) => one?.quadrant)).toEqual([
      'low-low',
      'low-low',
      'high-high',
      'high-high',
    ]);
  });
});

describe('any values on any graph', () => {
  const size = 12;
  const graphs = fc
    .array(fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 })), { maxLength: 30 })
    .map((pairs): NeighbourGraph => {
      const sets = Array.from({ length: size }, () => new Set<number>());
      for (const [one, other] of pairs) {
        if (one === other) continue;
        sets[one]?.add(other);
        sets[other]?.add(one);
      }
      return sets.map((set) => [...set].sort((one, other) => one - other));
    });
  const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: size, maxLength: size });

  it('lead to the same scores in another unit, and to opposite ones upside down', () => {
    fc.assert(
      fc.property(values, graphs, (counts, graph) => {
        for (const scores of [gStarScores, gScores]) {
          const plain = scores(counts, graph);
          const scaled = scores(
            counts.map((count) => 3 * count + 7),
            graph,
          );
          const turned = scores(
            counts.map((count) => 40 - count),
            graph,
          );
          for (const [place, score] of plain.entries()) {
            if (score === null) continue;
            expect(scaled[place]).toBeCloseTo(score, 6);
            expect(turned[place]).toBeCloseTo(-score, 6);
          }
        }
      }),
    );
  });

  it('have shares of Moran’s I that add up to it', () => {
    fc.assert(
      fc.property(values, graphs, (counts, graph) => {
        const all = globalMoran(counts, graph);
        if (!all) return;
        const withNeighbours = graph.filter((beside) => beside.length > 0).length;
        const sum = localMoran(counts, graph).reduce((total, one) => total + (one?.i ?? 0), 0);
        expect(sum / withNeighbours).toBeCloseTo(all.i, 9);
      }),
    );
  });

  it('say nothing where there is nothing to compare', () => {
    const same = [2, 2, 2, 2];
    expect(gStarScores(same, ROW)).toEqual([null, null, null, null]);
    expect(gScores(same, ROW)).toEqual([null, null, null, null]);
    expect(globalMoran(same, ROW)).toBeNull();
    expect(localMoran(same, ROW)).toEqual([null, null, null, null]);
    const alone: NeighbourGraph = [[], [], [], []];
    expect(gScores([1, 2, 3, 4], alone)).toEqual([null, null, null, null]);
    expect(globalMoran([1, 2, 3, 4], alone)).toBeNull();
    expect(() => gStarScores([1], ROW)).toThrow(RangeError);
    expect(() => globalMoran([1, 2, 3], [[1], [0, 2], [1]])).toThrow(RangeError);
  });
});
