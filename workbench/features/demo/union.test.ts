import { describe, expect, it } from 'vitest';

import { type Point, signedArea } from './plane.ts';
import { aligned, outlineOf } from './union.ts';

const square = (x: number, y: number, side = 10): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

const areasOf = (rings: readonly (readonly Point[])[]): number[][] =>
  outlineOf(aligned(rings)).map((polygon) => polygon.map(signedArea));

describe('the outline of rings side by side', () => {
  it('drops what they share, also where one has corners the other lacks', () => {
    expect(areasOf([square(0, 0, 20), square(20, 0), square(20, 10)])).toEqual([[600]]);
  });

  it('takes rings that run clockwise or differ by rounding', () => {
    const shifted = square(10, 0).map(([x, y]): Point => [x + 0.001, y - 0.001]);
    const [[area = 0] = []] = areasOf([square(0, 0).reverse(), shifted]);
    expect(area).toBeCloseTo(200, 1);
  });

  it('keeps two that touch in one corner apart', () => {
    expect(areasOf([square(0, 0), square(10, 10)])).toEqual([[100], [100]]);
  });

  it('keeps the hole that eight around a ninth leave', () => {
    const around = [0, 10, 20].flatMap((x) =>
      [0, 10, 20].filter((y) => x !== 10 || y !== 10).map((y) => square(x, y)),
    );
    expect(areasOf(around)).toEqual([[900, -100]]);
  });
});
