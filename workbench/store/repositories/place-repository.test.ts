import fc from 'fast-check';
import { expect, it } from 'vitest';

import { addDays } from '#shared/lib/dates.ts';

import { versionOn } from './place-repository.ts';

it('takes the version of that day, else the first that followed, and never one that had ended', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lengths, fc.integer({ min: -300, max: 3_000 }), (days, offset) => {
      let from = '2020-01-01';
      const rows = days.map((length) => {
        const row = { valid_from: from, valid_to: addDays(from, length) };
        from = row.valid_to;
        return row;
      });
      const day = addDays('2020-01-01', offset);
      const chosen = versionOn([...rows].reverse(), day);
      if (offset < 0) expect(chosen).toEqual(rows[0]);
      else if (day >= from) expect(chosen).toBeUndefined();
      else {
        expect(chosen && chosen.valid_from <= day && day < chosen.valid_to).toBe(true);
      }
    }),
  );
});
