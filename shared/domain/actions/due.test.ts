import fc from 'fast-check';
import { expect, it } from 'vitest';

import { dueAs } from './due.ts';

const TEAM = ['noor', 'samir', 'emine'];
const someone = fc.constantFrom(...TEAM, null);
const measures = fc.record({
  officerId: someone,
  partnerId: fc.constantFrom('school', null),
  removed: fc.constant(false),
});

it('a measure is due to its officer and to the cover of its action, or to everybody', () => {
  fc.assert(
    fc.property(measures, someone, (measure, cover) => {
      const due = TEAM.filter((one) => dueAs(measure, cover, one) !== undefined);
      const { officerId, partnerId } = measure;
      if (officerId === null) expect(due).toEqual(partnerId === null ? TEAM : []);
      else {
        expect(due.sort()).toEqual([...new Set([officerId, cover ?? officerId])].sort());
        expect(dueAs(measure, cover, officerId)).toBe('own');
      }
      expect(TEAM.some((one) => dueAs({ ...measure, removed: true }, cover, one))).toBe(false);
    }),
  );
});

it('a partner beside the officer changes nothing, and a partner alone does it without the team', () => {
  const together = { officerId: 'noor', partnerId: 'school', removed: false };
  expect(dueAs(together, null, 'noor')).toBe('own');
  expect(dueAs(together, 'samir', 'samir')).toBe('cover');
  expect(dueAs({ ...together, officerId: null }, 'samir', 'samir')).toBeUndefined();
});
