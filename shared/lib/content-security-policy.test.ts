import { describe, expect, it } from 'vitest';

import { contentSecurityPolicy } from './content-security-policy.ts';

const nonce = 'abcdefghijklmnopqrstuv';

describe('content security policy', () => {
  it('allows nothing that is not named', () => {
    expect(contentSecurityPolicy(nonce)).toMatch(/^default-src 'none';/);
  });

  it('has no way round it for scripts and styles', () => {
    expect(contentSecurityPolicy(nonce)).not.toMatch(/unsafe|\*|https?:/);
    expect(contentSecurityPolicy(nonce)).toContain(`style-src 'self' 'nonce-${nonce}'`);
  });

  it.each(['', 'short', `${nonce}' 'unsafe-inline`, `${nonce}; script-src *`])(
    'refuses %j as a nonce, so that none can add a rule',
    (bad) => {
      expect(() => contentSecurityPolicy(bad)).toThrow(RangeError);
    },
  );
});
