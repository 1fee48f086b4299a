import { describe, expect, it, vi } from 'vitest';

import { createSessionKeeper, LAUNCH_TOKEN_LIFETIME, sameSecret } from './token.ts';

function keeperWithClock() {
  let now = 0;
  const keeper = createSessionKeeper(() => now);
  return {
    keeper,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('launch tokens', () => {
  it('opens one session', () => {
    const { keeper } = keeperWithClock();
    const secret = keeper.exchange(keeper.issueLaunchToken());
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(keeper.find(secret ?? '')).not.toBeNull();
  });

  it('is refused a second time, and the session it opened is closed', () => {
    const { keeper } = keeperWithClock();
    const revoked = vi.fn();
    keeper.onRevoked(revoked);
    const token = keeper.issueLaunchToken();
    const secret = keeper.exchange(token) ?? '';
    const session = keeper.find(secret);
    expect(keeper.exchange(token)).toBeNull();
    expect(keeper.find(secret)).toBeNull();
    expect(revoked).toHaveBeenCalledWith(session);
  });

  it('is good until its last moment and void after it', () => {
    const { keeper, pass } = keeperWithClock();
    const [first, second] = [keeper.issueLaunchToken(), keeper.issueLaunchToken()];
    pass(LAUNCH_TOKEN_LIFETIME);
    expect(keeper.exchange(first)).not.toBeNull();
    pass(1);
    expect(keeper.exchange(second)).toBeNull();
  });

  it('is not guessed: a token of nobody opens nothing', () => {
    const { keeper } = keeperWithClock();
    keeper.issueLaunchToken();
    expect(keeper.exchange('')).toBeNull();
    expect(keeper.exchange('A'.repeat(43))).toBeNull();
    expect(keeper.find('')).toBeNull();
  });

  it('leaves the sessions of other tokens open when one is shown twice', () => {
    const { keeper } = keeperWithClock();
    const token = keeper.issueLaunchToken();
    const other = keeper.exchange(keeper.issueLaunchToken()) ?? '';
    keeper.exchange(token);
    keeper.exchange(token);
    expect(keeper.find(other)).not.toBeNull();
  });
});

describe('comparing secrets', () => {
  it('knows equal from different, whatever the length', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abd')).toBe(false);
    expect(sameSecret('abc', '')).toBe(false);
  });
});
