import { expect, it } from 'vitest';

import { USUAL_SHIFTS } from '#shared/domain/briefing/shift.ts';

import { questionOf } from './briefing-search.ts';

it('is of the shift that runs now where the address names none that the zone works by', () => {
  const now = '2026-06-15T12:30:00.000Z';
  const late = { day: '2026-06-15', shift: 'late', neighbourhoodId: null };
  expect(questionOf({}, USUAL_SHIFTS, now)).toEqual(late);
  expect(questionOf({ shift: 'early' }, USUAL_SHIFTS, now)).toEqual({ ...late, shift: 'early' });
  expect(questionOf({ shift: 'day' }, USUAL_SHIFTS, now)).toEqual(late);
  expect(questionOf({ shift: 'early' }, [{ shift: 'day', from: 0 }], now)).toEqual({
    ...late,
    shift: 'day',
  });
});
