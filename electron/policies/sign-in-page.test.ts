import { expect, test } from 'vitest';

import { maySignInAt } from './sign-in-page.ts';

test.each([
  'https://login.zone.example/authorize?state=x',
  'https://login.zone.example:8443/',
  'http://127.0.0.1:4711/auth',
])('%s is opened', (address) => {
  expect(maySignInAt(address)).toBe(true);
});

test.each([
  'http://login.zone.example/',
  'http://127.0.0.1.evil.example/',
  'https://a:b@login.zone.example/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ms-msdt:/id',
  'wijkwerk://app/',
  '',
  'not an address',
])('%s is not', (address) => {
  expect(maySignInAt(address)).toBe(false);
});
