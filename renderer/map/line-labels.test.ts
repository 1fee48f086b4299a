import { describe, expect, it } from 'vitest';

import { lengthOf, placeOnLine, spanWithin } from './line-labels.ts';

const five = [10, 10, 10, 10, 10];

describe('placeOnLine', () => {
  it('centres a text on a straight line and calls it straight', () => {
    const place = placeOnLine([0, 0, 100, 0], five, 50);
    expect(place?.straight).toBe(true);
    expect(place?.letters.map(({ x }) => x)).toEqual([30, 40, 50, 60, 70]);
  });

  it('is upright on a line drawn from right to left', () => {
    const place = placeOnLine([100, 5, 0, 5], five, 50);
    expect(place?.letters.map(({ x }) => x)).toEqual([30, 40, 50, 60, 70]);
    expect(place?.letters.every(({ angle }) => Math.abs(angle) < 1e-9)).toBe(true);
  });

  it('follows a gentle bend and refuses a sharp one', () => {
    const gentle = placeOnLine([0, 0, 50, 0, 100, 20], five, 50);
    expect(gentle?.straight).toBe(false);
    expect(gentle?.letters.at(-1)?.y).toBeGreaterThan(0);
    expect(placeOnLine([0, 0, 50, 0, 50, 50], five, 50)).toBeUndefined();
  });

  it('refuses a line that ends before the text does', () => {
    expect(placeOnLine([0, 0, 40, 0], five, 20)).toBeUndefined();
    expect(placeOnLine([0, 0, 100, 0], five, 90)).toBeUndefined();
    expect(placeOnLine([], five, 10)).toBeUndefined();
  });
});

it('lengthOf adds the steps', () => {
  expect(lengthOf([0, 0, 3, 4, 3, 14])).toBe(15);
});

describe('spanWithin', () => {
  const box = { minX: 0, minY: 0, maxX: 10, maxY: 10 };

  it('is where a line is inside, from its first to its last touch', () => {
    expect(spanWithin([-5, 5, 15, 5], box)).toEqual([5, 15]);
    expect(spanWithin([2, 2, 4, 2], box)).toEqual([0, 2]);
    // Out on one side and in again further on.
    expect(spanWithin([5, 5, 5, 25, 8, 25, 8, 5], box)).toEqual([0, 43]);
  });

  it('is nothing for a line that passes by', () => {
    expect(spanWithin([-5, 12, 15, 12], box)).toBeUndefined();
    expect(spanWithin([-9, 5, 5, 19], box)).toBeUndefined();
    expect(spanWithin([], box)).toBeUndefined();
  });
});
