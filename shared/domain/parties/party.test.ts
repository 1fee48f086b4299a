import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';

import { partyFieldsSchema, problemOfMerge } from './party.ts';

const standing = fastCheck.record({
  id: fastCheck.constantFrom('a', 'b', 'c', 'd', 'e'),
  kind: fastCheck.constantFrom('person' as const, 'organisation' as const),
  isMerged: fastCheck.boolean(),
});

describe('merging', () => {
  it('is refused for one party, for another kind, and where one is merged already', () => {
    const one = { id: 'a', kind: 'person', isMerged: false } as const;
    const other = { id: 'b', kind: 'person', isMerged: false } as const;
    expect(problemOfMerge(one, other)).toBeUndefined();
    expect(problemOfMerge(one, one)?.reason).toBe('same-party');
    expect(problemOfMerge(one, { ...other, kind: 'organisation' })?.reason).toBe('other-kind');
    expect(problemOfMerge({ ...one, isMerged: true }, other)).toMatchObject({ field: 'partyId' });
    expect(problemOfMerge(one, { ...other, isMerged: true })).toMatchObject({ field: 'intoId' });
  });

  it('never makes a circle, whatever is merged in whatever order', () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.array(fastCheck.tuple(standing, standing)), (wishes) => {
        const into = new Map<string, string>();
        for (const [party, other] of wishes) {
          const now = (one: typeof party) => ({
            ...one,
            kind: 'person' as const,
            isMerged: into.has(one.id),
          });
          if (!problemOfMerge(now(party), now(other))) into.set(party.id, other.id);
        }
        for (const start of into.keys()) {
          let at: string | undefined = start;
          for (let step = 0; at !== undefined; step += 1) {
            expect(step).toBeLessThanOrEqual(into.size);
            at = into.get(at);
          }
        }
      }),
    );
  });
});

it('has fields for a name, a way to reach somebody, a language and a role, and for nothing else', () => {
  expect(Object.keys(partyFieldsSchema.shape)).toEqual([
    'kind',
    'name',
    'reach',
    'language',
    'role',
  ]);
});
