import fc from 'fast-check';
import { expect, it } from 'vitest';

import { beginningAt, endingAt, hoursTouched, lengthOf, timeWindowSchema } from './time-window.ts';

it('a window that ends before it begins goes on after midnight', () => {
  const night = { days: [7], from: 23 * 60, to: 60 };
  expect(lengthOf(night)).toBe(120);
  expect(hoursTouched([night])).toEqual([0, 167]);
});

it('any other begin or end leaves a time of the week', () => {
  const minute = fc.integer({ min: 0, max: 1_439 });
  const window = fc
    .record({ days: fc.constant<number[]>([1]), from: minute, to: minute.map((end) => end + 1) })
    .filter(({ from, to }) => from !== to);
  fc.assert(
    fc.property(window, minute, (before, moved) => {
      const [later, longer] = [beginningAt(before, moved), endingAt(before, moved)];
      expect(timeWindowSchema.parse(later)).toMatchObject({ from: moved });
      expect(timeWindowSchema.parse(longer)).toMatchObject({ to: moved || 1_440 });
      if (later.to !== before.to) expect(lengthOf(later)).toBe(lengthOf(before));
      if (longer.from !== before.from) expect(lengthOf(longer)).toBe(lengthOf(before));
    }),
  );
});

it('a begin that is moved to the end takes the end along', () => {
  const school = { days: [1], from: 480, to: 540 };
  expect(beginningAt(school, 540)).toEqual({ days: [1], from: 540, to: 600 });
  expect(endingAt(school, 480)).toEqual({ days: [1], from: 420, to: 480 });
  expect(endingAt({ ...school, from: 1_380, to: 1_430 }, 0).to).toBe(1_440);
});

it('touches only hours of the week, each once and in order', () => {
  const minute = fc.integer({ min: 0, max: 1_439 });
  const window = fc
    .record({
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      from: minute,
      to: minute,
    })
    .filter(({ from, to }) => from !== to);
  fc.assert(
    fc.property(fc.array(window, { maxLength: 4 }), (windows) => {
      const hours = hoursTouched(windows);
      expect(hours).toEqual([...new Set(hours)].sort((one, other) => one - other));
      expect(hours.every((hour) => hour >= 0 && hour < 168)).toBe(true);
      if (windows.length > 0) expect(hours.length).toBeGreaterThan(0);
    }),
  );
});
