import { expect, test } from 'vitest';

import { mayNavigate } from './navigation.ts';

test.each(['wijkwerk://app/index.html', 'wijkwerk://app/index.html#/contacts'])(
  'the page itself: %s',
  (address) => {
    expect(mayNavigate(address)).toBe(true);
  },
);

test.each([
  'wijkwerk://app/assets/logo.svg',
  'wijkwerk://app/index.html?next=https://example.org',
  'wijkwerk://application/index.html',
  'wijkwerk://app@example.org/index.html',
  'https://example.org/#wijkwerk://app/index.html',
  'https://example.org/wijkwerk://app/index.html',
  'file:///index.html',
  'data:text/html,hello',
  'javascript:void 0',
  'about:blank',
  '',
])('not %s', (address) => {
  expect(mayNavigate(address)).toBe(false);
});
