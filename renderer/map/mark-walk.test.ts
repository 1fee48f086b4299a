import { expect, it } from 'vitest';

import { markOfPoint } from './contact-marks.ts';
import { inReadingOrder, nextPlace, type PlacedMark, sameMark } from './mark-walk.ts';

const at = (x: number, y: number): PlacedMark => ({
  mark: markOfPoint(
    {
      id: `at-${x}-${y}`,
      position: [4.4 + x / 1000, 51 - y / 1000],
      reason: 'school',
      occurredAt: '2026-11-02T10:00:00.000Z',
    },
    () => 'partners',
  ),
  x,
  y,
});
const first = at(10, 20);
const second = at(300, 5);
const third = at(50, 200);
const outside = at(-5, 10);
const ordered = inReadingOrder([third, outside, second, first], { x: 400, y: 300 });

it('reads line by line, and only what is in view', () => {
  expect(ordered).toEqual([first, second, third]);
});

it('walks around the ends, and begins anew when its mark is gone', () => {
  expect(nextPlace(ordered, null, 1)).toBe(0);
  expect(nextPlace(ordered, null, -1)).toBe(2);
  expect(nextPlace(ordered, third.mark, 1)).toBe(0);
  expect(nextPlace(ordered, first.mark, -1)).toBe(2);
  expect(nextPlace(ordered, outside.mark, 1)).toBe(0);
  expect(nextPlace([], first.mark, 1)).toBe(-1);
});

it('stays where it was when the same contacts are counted anew', () => {
  const anew = [at(50, 200), at(10, 20)].map(({ mark }) => mark);
  expect(sameMark(anew, first.mark)).toBe(anew[1]);
  expect(sameMark(anew, second.mark)).toBeNull();
  expect(sameMark(anew, null)).toBeNull();
});
