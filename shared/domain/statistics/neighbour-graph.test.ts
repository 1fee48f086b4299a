import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Line } from '../territory/geometry.ts';
import { segmentNeighbours } from './neighbour-graph.ts';

describe('segments that share a crossing', () => {
  it('are neighbours, on either end and whichever way they were drawn', () => {
    const lines: Line[] = [
      [
        [0, 0],
        [1, 0],
      ],
      [
        [2, 0],
        [1, 0],
      ],
      [
        [1, 0],
        [1, 1],
      ],
      // A bridge: it crosses the first without a crossing.
      [
        [0.5, -1],
        [0.5, 1],
      ],
      // A loop from and to the end of the second.
      [
        [2, 0],
        [3, 1],
        [2, 0],
      ],
    ];
    expect(segmentNeighbours(lines)).toEqual([[1, 2], [0, 2, 4], [0, 1], [], [1]]);
  });

  it('are mutual, sorted, and never themselves', () => {
    const position = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(fc.array(position, { minLength: 2, maxLength: 4 })), (lines) => {
        const graph = segmentNeighbours(lines);
        expect(graph).toHaveLength(lines.length);
        for (const [segment, others] of graph.entries()) {
          expect(others).toEqual([...new Set(others)].sort((one, other) => one - other));
          for (const other of others) {
            expect(other).not.toBe(segment);
            expect(graph[other]).toContain(segment);
          }
        }
      }),
    );
  });

  it('are lines', () => {
    expect(() => segmentNeighbours([[[0, 0]]])).toThrow(RangeError);
  });
});
