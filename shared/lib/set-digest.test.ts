import fc from 'fast-check';
import { expect, it } from 'vitest';

import { combineDigests, EMPTY_DIGEST, memberDigest, runningDigest } from './set-digest.ts';

const digestOf = (members: readonly string[]) =>
  members.map(memberDigest).reduce(combineDigests, EMPTY_DIGEST);

it('does not depend on the order in which members came', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), (members) => {
      expect(digestOf(members.toReversed())).toBe(digestOf(members));
    }),
  );
});

it('takes a member out again, and notices one that is missing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), ([first = '', ...rest]) => {
      const all = digestOf([first, ...rest]);
      expect(all).toMatch(/^[0-9a-f]{16}$/);
      expect(combineDigests(all, memberDigest(first))).toBe(digestOf(rest));
      expect(all).not.toBe(digestOf(rest));
    }),
  );
});

it('comes to the same when it runs along, from wherever it starts', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (before, members) => {
      const running = runningDigest(digestOf(before));
      for (const member of members) running.toggle(member);
      expect(running.value).toBe(digestOf([...before, ...members]));
    }),
  );
});
