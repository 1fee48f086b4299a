import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lengthMetres, type Line, nearestOnLine, type Position } from '../geometry.ts';
import { indexAreas } from './area-index.ts';
import { cutLine, joinPieces, SHORTEST_PIECE_METRES } from './cut-line.ts';
import { interiorPoint } from './interior-point.ts';

const square = (officialId: string, west: number, south: number, size: number) => ({
  id: officialId,
  officialId,
  geometry: [
    [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ] as const,
    ],
  ],
});

/** Nine squares of some 700 by 1,100 metres; the middle one of the top row is missing. */
const SIZE = 0.01;
const squares = [0, 1, 2, 3, 4, 5, 6, 8].map((place) =>
  square(`W${place}`, 4.4 + (place % 3) * SIZE, 51 + Math.floor(place / 3) * SIZE, SIZE),
);
const areas = indexAreas(squares);

const position: fc.Arbitrary<Position> = fc
  .tuple(fc.integer({ min: -2_000, max: 32_000 }), fc.integer({ min: -2_000, max: 32_000 }))
  .map(([x, y]) => [4.4 + x / 1e6, 51 + y / 1e6]);
const line: fc.Arbitrary<Line> = fc.array(position, { minLength: 2, maxLength: 9 });

describe('cutLine', () => {
  it('cuts where a line goes from one area into another', () => {
    const pieces = cutLine(
      [
        [4.405, 51.005],
        [4.415, 51.005],
      ],
      areas,
    );
    expect(pieces.map((piece) => piece.area?.id)).toEqual(['W0', 'W1']);
    expect(pieces[0]?.line.at(-1)?.[0]).toBeCloseTo(4.41, 12);
    expect(pieces[1]?.line[0]).toEqual(pieces[0]?.line.at(-1));
  });

  it('leaves a line that is not cut with exactly its own points', () => {
    fc.assert(
      fc.property(line, (whole) => {
        const pieces = cutLine(whole, areas);
        if (pieces.length === 1) expect(pieces[0]?.line).toEqual(whole);
      }),
    );
  });

  it('loses nothing: the pieces follow one another and add up to the line', () => {
    fc.assert(
      fc.property(line, (whole) => {
        const pieces = cutLine(whole, areas);
        const sum = pieces.reduce((metres, piece) => metres + lengthMetres(piece.line), 0);
        expect(sum).toBeCloseTo(lengthMetres(whole), 2);
        expect(pieces[0]?.line[0]).toEqual(whole[0]);
        expect(pieces.at(-1)?.line.at(-1)).toEqual(whole.at(-1));
        for (const [index, piece] of pieces.entries()) {
          const before = pieces[index - 1];
          if (!before) continue;
          expect(piece.line[0]).toEqual(before.line.at(-1));
          expect(piece.area).not.toBe(before.area);
        }
      }),
    );
  });

  it('keeps each piece inside its area, up to the shortest piece', () => {
    fc.assert(
      fc.property(line, fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
        fc.pre(lengthMetres(whole) > 3 * SHORTEST_PIECE_METRES);
        for (const { area, line: points } of cutLine(whole, areas)) {
          for (const [index, to] of points.entries()) {
            const from = points[index - 1];
            if (!from) continue;
            const place: Position = [
              from[0] + (to[0] - from[0]) * share,
              from[1] + (to[1] - from[1]) * share,
            ];
            const found = areas.locate(place, area);
            if (found === area) continue;
            const border = (area ?? found)?.geometry[0]?.[0] ?? [];
            expect(nearestOnLine(border, place).metres).toBeLessThanOrEqual(SHORTEST_PIECE_METRES);
          }
        }
      }),
    );
  });

  it('does not shred a line that zigzags over a border', () => {
    const zigzag: Position[] = Array.from({ length: 200 }, (_, index) => [
      4.401 + index * 0.00004,
      51.01 + (index % 2 ? 0.00001 : -0.00001),
    ]);
    expect(cutLine(zigzag, areas)).toHaveLength(1);
  });

  it('gives a line along a border to the same area every time', () => {
    const border: Line = [
      [4.41, 51.001],
      [4.41, 51.009],
    ];
    expect(cutLine(border, areas).map((piece) => piece.area?.id)).toEqual(['W0']);
    expect(
      cutLine(border, indexAreas(squares.toReversed())).map((piece) => piece.area?.id),
    ).toEqual(['W0']);
  });
});

describe('joinPieces', () => {
  it('puts together what was cut', () => {
    fc.assert(
      fc.property(line, (whole) => {
        const pieces = cutLine(whole, areas);
        const joined = joinPieces(pieces.map((piece) => piece.line));
        expect(joined).toHaveLength(1);
        expect(lengthMetres(joined[0] ?? [])).toBeCloseTo(lengthMetres(whole), 2);
        expect(cutLine(joined[0] ?? [], areas).map((piece) => piece.area?.id)).toEqual(
          pieces.map((piece) => piece.area?.id),
        );
      }),
    );
  });

  it('keeps lines apart that do not touch', () => {
    const one: Line = [
      [4.4, 51],
      [4.41, 51],
    ];
    const other: Line = [
      [4.42, 51],
      [4.43, 51],
    ];
    expect(joinPieces([one, other])).toEqual([one, other]);
  });
});

describe('interiorPoint', () => {
  it('lies inside, even of a horseshoe', () => {
    const horseshoe = [
      [
        [
          [0, 0],
          [3, 0],
          [3, 3],
          [2, 3],
          [2, 1],
          [1, 1],
          [1, 3],
          [0, 3],
          [0, 0],
        ] as const,
      ],
    ];
    const point = interiorPoint(horseshoe);
    const index = indexAreas([{ id: 'u', officialId: 'u', geometry: horseshoe }]);
    expect(point && index.locate(point)?.id).toBe('u');
  });
});
