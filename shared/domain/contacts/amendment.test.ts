import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { appliedChanges, changesSomething } from './amendment.ts';

interface Fields {
  readonly reason: string;
  readonly summary: string;
  readonly problems: readonly string[];
}
const original: Fields = { reason: 'traffic', summary: 'te snel', problems: ['unadapted-speed'] };
const change = fc.record(
  {
    reason: fc.constantFrom('traffic', 'nuisance', 'school'),
    summary: fc.string({ maxLength: 8 }),
    problems: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

describe('amendments', () => {
  it('leave each field at the newest value that was given, else at the original', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const applied = appliedChanges(original, changes);
        for (const name of ['reason', 'summary', 'problems'] as const) {
          const newest = changes.filter((one) => one[name] !== undefined).at(-1);
          expect(applied[name]).toEqual(newest ? newest[name] : original[name]);
        }
      }),
    );
  });

  it('can be applied one by one or all at once', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 4 }),
        fc.array(change, { maxLength: 4 }),
        (a, b) => {
          expect(appliedChanges(appliedChanges(original, a), b)).toEqual(
            appliedChanges(original, [...a, ...b]),
          );
        },
      ),
    );
  });

  it('never touch what they were applied to', () => {
    const before = structuredClone(original);
    appliedChanges(original, [{ reason: 'school' }]);
    expect(original).toEqual(before);
  });

  it('count only when they change something', () => {
    expect(changesSomething(original, {})).toBe(false);
    expect(changesSomething(original, { problems: ['unadapted-speed'] })).toBe(false);
    expect(changesSomething(original, { problems: [] })).toBe(true);
    expect(changesSomething(original, { summary: 'te traag' })).toBe(true);
  });
});
