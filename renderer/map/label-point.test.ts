import { describe, expect, it } from 'vitest';

import { labelPointOf } from './label-point.ts';

const ring = (...numbers: number[]): Float64Array => Float64Array.from(numbers);

describe('labelPointOf', () => {
  it('finds the middle of a square', () => {
    const found = labelPointOf([ring(0, 0, 2, 0, 2, 2, 0, 2, 0, 0)]);
    expect(found?.x).toBeCloseTo(1, 1);
    expect(found?.y).toBeCloseTo(1, 1);
    expect(found?.radius).toBeCloseTo(1, 1);
  });

  it('stands inside the thick arm of an L, where the centre of the box is outside', () => {
    const found = labelPointOf([ring(0, 0, 4, 0, 4, 10, 14, 10, 14, 11, 0, 11, 0, 0)]);
    expect(found?.x).toBeGreaterThan(1);
    expect(found?.x).toBeLessThan(4);
    expect(found?.radius).toBeGreaterThan(1.9);
  });

  it('keeps away from a hole', () => {
    const found = labelPointOf([
      ring(0, 0, 10, 0, 10, 10, 0, 10, 0, 0),
      ring(1, 1, 9, 1, 9, 6, 1, 6, 1, 1),
    ]);
    expect(found?.y).toBeGreaterThan(6);
    expect(found?.radius).toBeCloseTo(2, 1);
  });

  it('says nothing about a ring without area or points', () => {
    expect(labelPointOf([])).toBeUndefined();
    expect(labelPointOf([ring(1, 1, 5, 1, 1, 1)])?.radius).toBe(0);
  });
});
