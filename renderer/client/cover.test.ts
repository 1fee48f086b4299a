import { expect, it } from 'vitest';

import { untilCover } from './cover.ts';

const IDLE_MS = 10 * 60_000;

it('covers the page when the workbench would have locked, not that long after the break', () => {
  expect(untilCover({ now: 0, lastSignAt: 0, idleMs: IDLE_MS })).toBe(IDLE_MS);
  expect(untilCover({ now: 9 * 60_000, lastSignAt: 0, idleMs: IDLE_MS })).toBe(60_000);
});

it('covers at once a page that wakes after a long sleep', () => {
  expect(untilCover({ now: 8 * 3_600_000, lastSignAt: 0, idleMs: IDLE_MS })).toBe(0);
});
