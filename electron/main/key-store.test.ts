import { expect, test } from 'vitest';

import { keepsSecrets } from './key-store.ts';

test.each(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'] as const)(
  '%s keeps secrets',
  (backend) => {
    expect(keepsSecrets('linux', backend)).toBe(true);
  },
);

test.each(['basic_text', 'unknown'] as const)('%s only looks like it does', (backend) => {
  expect(keepsSecrets('linux', backend)).toBe(false);
});

test.each(['win32', 'darwin'])('%s has its own store', (platform) => {
  expect(keepsSecrets(platform, 'unknown')).toBe(true);
});
