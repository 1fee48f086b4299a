import fc from 'fast-check';
import { expect, it } from 'vitest';

import { hoursTouched, lengthOf } from './time-window.ts';

it('a window that ends before it begins goes on after midnight', () => {
  const night = { days: [7], from: 23 * 60, to: 60 };
  expect(lengthOf(night)).toBe(120);
  expect(hoursTouched([night])).toEqual([0, 167]);
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
