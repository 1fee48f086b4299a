import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { makeId } from '#shared/lib/ids.ts';
import { sessionResponseSchema } from '#shared/protocol/account.ts';
import { WIRE } from '#shared/protocol/wire.ts';

import { makeSecret, secretHash, zoneOf } from './secrets.ts';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const id = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 48 - 1 }), bytes)
  .map(([milliseconds, random]) => makeId(milliseconds, random));

describe('a token or a challenge', () => {
  it('names its zone, and is to desks what it always was', () => {
    const { token } = sessionResponseSchema.shape;
    const { nonce } = WIRE.challenge.response.shape;
    fc.assert(
      fc.property(id, bytes, (zone, random) => {
        const secret = makeSecret(zone, () => random);
        expect(zoneOf(secret)).toBe(zone);
        expect(token.safeParse(secret).success).toBe(true);
        expect(nonce.safeParse(secret).success).toBe(true);
      }),
    );
  });

  it('is another one by its zone or by what is random', () => {
    fc.assert(
      fc.property(id, id, bytes, bytes, (zone, other, random, again) => {
        const hashes = [zone, other].flatMap((of) =>
          [random, again].map((by) => secretHash(makeSecret(of, () => by))),
        );
        const different = new Set([zone, other]).size * new Set([random, again].map(String)).size;
        expect(new Set(hashes).size).toBe(different);
      }),
    );
  });

  it('asks for as many random bytes as nobody guesses', () => {
    const asked: number[] = [];
    makeSecret(makeId(0, new Uint8Array(16)), (count) => {
      asked.push(count);
      return new Uint8Array(count);
    });
    expect(asked).toEqual([16]);
  });

  it('names no zone when it is none', () => {
    const right = makeSecret(makeId(0, new Uint8Array(16)), (count) => new Uint8Array(count));
    const wrong = ['', right.slice(1), `${right}A`, `${right}=`, `.${right.slice(1)}`, 'x'];
    // No version of an id: as anything that was given out before strings named a zone.
    wrong.push('_'.repeat(43), 'A'.repeat(43));
    for (const text of wrong) expect(zoneOf(text), text).toBeUndefined();
  });
});
