import { expect, test } from 'vitest';

import { createRestartLimit } from './restarts.ts';

test('three failures in five minutes are survived, the fourth is not', () => {
  const limit = createRestartLimit();
  expect([0, 1_000, 2_000, 3_000].map((now) => limit.mayRestart(now))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('old failures are forgotten', () => {
  const limit = createRestartLimit();
  for (const now of [0, 1, 2]) limit.mayRestart(now);
  expect(limit.mayRestart(5 * 60_000 + 3)).toBe(true);
});
