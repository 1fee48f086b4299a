import { expect, it } from 'vitest';

import { USUAL_SHIFTS } from './shift.ts';
import { shiftsNow } from './shift-setting.ts';

it('are the usual shifts until somebody sets others, and then those set last', () => {
  expect(shiftsNow([])).toBe(USUAL_SHIFTS);
  const whole = { id: 'a', setAt: '2026-06-01T08:00:00.000Z', begins: [{ shift: 'day', from: 0 }] };
  const later = {
    id: 'b',
    setAt: '2026-06-02T08:00:00.000Z',
    begins: [{ shift: 'night', from: 1_200 }],
  };
  const set = [later, whole] as Parameters<typeof shiftsNow>[0][number][];
  expect(shiftsNow(set)).toBe(later.begins);
  expect(shiftsNow(set.toReversed())).toBe(later.begins);
});
