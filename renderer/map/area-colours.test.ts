import { describe, expect, it } from 'vitest';

import { colourAreas } from './area-colours.ts';
import { projectLine, type WorldLine } from './mercator.ts';

const square = (column: number, row: number): readonly WorldLine[] => {
  const [west, south] = [4 + column * 0.01, 51 + row * 0.01];
  return [
    projectLine([
      [west, south],
      [west + 0.01, south],
      [west + 0.01, south + 0.01],
      [west, south + 0.01],
      [west, south],
    ]),
  ];
};

describe('colourAreas', () => {
  it('never gives two touching squares the same colour', () => {
    const side = 6;
    const squares = Array.from({ length: side * side }, (_, index) =>
      square(index % side, Math.floor(index / side)),
    );
    const colours = colourAreas(squares, 6);
    for (let index = 0; index < squares.length; index += 1) {
      const column = index % side;
      if (column < side - 1) expect(colours[index]).not.toBe(colours[index + 1]);
      if (index + side < squares.length) expect(colours[index]).not.toBe(colours[index + side]);
    }
    expect(Math.max(...colours)).toBeLessThan(6);
  });

  it('spreads areas that do not touch over all colours', () => {
    const apart = Array.from({ length: 6 }, (_, index) => square(index * 3, 0));
    expect(new Set(colourAreas(apart, 6)).size).toBe(6);
  });

  it('has nothing to colour in an empty territory', () => {
    expect(colourAreas([], 6)).toEqual([]);
  });
});
