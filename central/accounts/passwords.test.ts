import { expect, it } from 'vitest';

import { hashPassword, passwordMatches } from './passwords.ts';

const salt = new Uint8Array(16).fill(7);

it('knows the password again, however its letters were composed, and no other', async () => {
  const stored = await hashPassword('café au lait', salt);
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await passwordMatches('cafe\u0301 au lait', stored)).toBe(true);
  expect(await passwordMatches('cafe au lait', stored)).toBe(false);
});

it('matches nothing that is no hash', async () => {
  for (const stored of ['', 'plain', '$argon2id$v=19$m=8,t=1,p=1$AAAA$', '$2b$10$abc']) {
    expect(await passwordMatches('', stored)).toBe(false);
  }
});
