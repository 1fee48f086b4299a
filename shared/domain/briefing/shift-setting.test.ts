import fc from 'fast-check';
import { expect, it } from 'vitest';

import { USUAL_SHIFTS } from './shift.ts';
import { shiftsNow } from './shift-setting.ts';

const BEGINS = [0, 60, 120].map((later) =>
  USUAL_SHIFTS.map(({ shift, from }) => ({ shift, from: from + later })),
);

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

it('everybody has the same shifts, in whatever order the settings arrive, however often, and older ones change nothing', () => {
  const setting = fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    // Few moments, so that some are the same.
    setAt: fc.integer({ min: 1, max: 5 }).map((at) => `2026-06-0${at}T08:00:00.000Z`),
    begins: fc.constantFrom(...BEGINS),
  });
  const settings = fc.uniqueArray(setting, { selector: ({ id }) => id, minLength: 1 });
  fc.assert(
    fc.property(settings, fc.nat(), (given, turn) => {
      const now = shiftsNow(given);
      const at = turn % given.length;
      const turned = [...given.slice(at), ...given.slice(0, at)].toReversed();
      expect(shiftsNow(turned)).toBe(now);
      expect(shiftsNow([...given, ...given])).toBe(now);
      const newest = given.reduce((last, { setAt }) => (setAt > last ? setAt : last), '');
      const candidates = given.filter(({ setAt }) => setAt === newest);
      expect(candidates.map(({ begins }) => begins)).toContain(now);
      expect(shiftsNow(candidates)).toBe(now);
      const later = { id: 'z', setAt: '2026-07-01T08:00:00.000Z', begins: [...USUAL_SHIFTS] };
      expect(shiftsNow([later, ...given])).toBe(later.begins);
    }),
  );
});
