import fc from 'fast-check';
import { validate, version } from 'uuid';
import { expect, it } from 'vitest';

import { idSchema, makeId } from './ids.ts';

const isVersion7 = (text: string): boolean => validate(text) && version(text) === 7;
const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

it('takes every id that is made here', () => {
  fc.assert(
    fc.property(fc.nat(), bytes, (milliseconds, random) => {
      expect(idSchema.safeParse(makeId(milliseconds, random)).success).toBe(true);
    }),
  );
});

it('takes what the library takes for a UUID of version 7, and nothing else', () => {
  const almost = fc
    .tuple(
      fc.nat(),
      bytes,
      fc.nat(36),
      fc.constantFrom('', '0', '1', '4', '7', '9', 'a', 'F', '-', '\n'),
    )
    .map(([milliseconds, random, at, sign]) => {
      const id = makeId(milliseconds, random);
      return id.slice(0, at) + sign + id.slice(at + 1);
    });
  fc.assert(
    fc.property(fc.oneof(almost, fc.uuid(), fc.string()), (text) => {
      expect(idSchema.safeParse(text).success).toBe(isVersion7(text));
      expect(idSchema.safeParse(text.toUpperCase()).success).toBe(isVersion7(text.toUpperCase()));
    }),
    { numRuns: 500 },
  );
});
