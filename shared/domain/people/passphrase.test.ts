import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lengthOf, weaknessOf } from './passphrase.ts';

describe('weaknessOf', () => {
  it.each([
    ['', 'too-short'],
    ['abcdefghijk', 'too-short'],
    ['aaaaaaaaaaaa', 'too-alike'],
    ['abcdabcdabcdabcd', 'too-alike'],
    ['abcdeabcdeab', undefined],
    ['vier losse woorden samen', undefined],
  ])('judges %j', (passphrase, weakness) => {
    expect(weaknessOf(passphrase)).toBe(weakness);
  });

  it('counts a sign outside of the basic plane once', () => {
    expect(lengthOf('🌳🌳🌳🌳🌳🌳')).toBe(6);
    expect(weaknessOf('🌳🌳🌳🌳🌳🌳')).toBe('too-short');
  });

  it('takes signs that normalise to the same for the same', () => {
    expect(weaknessOf('aａaａbｂbｂcｃcｃdｄ')).toBe('too-alike');
  });

  it('does not refuse what was accepted when more is typed after it', () => {
    const accepted = 'vier losse woorden';
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (more) => {
        expect(weaknessOf(`${accepted} ${more}`)).toBeUndefined();
      }),
    );
  });
});
