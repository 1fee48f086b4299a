import { expect, it } from 'vitest';

import { countedBefore } from './kept-evidence.ts';

it('sets what was counted afterwards beside what was counted in the same way before', () => {
  const own = [41, 8].map((before, at) => ({
    id: `stretch-${at}`,
    metres: 100,
    leadUp: { count: 0 },
    count: { before, after: 5 },
  }));
  expect(countedBefore({ baseline: 60 }, { own })).toBe(49);
  expect(countedBefore({ baseline: 60 }, null)).toBe(60);
});
