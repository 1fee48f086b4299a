import fc from 'fast-check';
import { expect, it } from 'vitest';

import { changedFields } from './changed-fields.ts';

const row = fc.record({
  type: fc.constantFrom('presence', 'mediation'),
  minutes: fc.nat(3),
  windows: fc.array(fc.record({ days: fc.array(fc.nat(2)), from: fc.nat(1) }), { maxLength: 2 }),
  officerId: fc.option(fc.constantFrom('noor', 'samir')),
});

it('names what differs and nothing else, with a way back', () => {
  fc.assert(
    fc.property(row, row, (one, other) => {
      const { after, before } = changedFields(one, other);
      expect({ ...one, ...after }).toEqual(other);
      expect({ ...other, ...before }).toEqual(one);
      expect(Object.keys(after)).toEqual(Object.keys(before));
      expect(changedFields(one, { ...one })).toEqual({ after: {}, before: {} });
    }),
  );
});

it('looks only at the fields of the form', () => {
  const stored = { id: 'm', minutes: 15, note: '' };
  expect(changedFields<{ minutes: number }>(stored, { minutes: 20 })).toEqual({
    after: { minutes: 20 },
    before: { minutes: 15 },
  });
});
