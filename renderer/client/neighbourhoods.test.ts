import { expect, it } from 'vitest';

import { holdingsOf } from './neighbourhoods.ts';

const rows = (...held: readonly boolean[]) => held.map((isHeld) => ({ isHeld }));

it('tells all, a part and none apart, and says nothing of what is not known', () => {
  expect(holdingsOf(rows(true, true))).toBe('all');
  expect(holdingsOf(rows(true, false))).toBe('part');
  expect(holdingsOf(rows(false, false))).toBe('none');
  expect(holdingsOf([])).toBeUndefined();
  expect(holdingsOf(undefined)).toBeUndefined();
});
