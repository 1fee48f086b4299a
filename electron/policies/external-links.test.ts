import { expect, test } from 'vitest';

import { ALLOWED_HOSTS, mayOpenExternally } from './external-links.ts';

const hosts = new Set(['www.example.org']);

test('no host is allowed before a feature names it', () => {
  expect(ALLOWED_HOSTS.size).toBe(0);
  expect(mayOpenExternally('https://www.example.org/')).toBe(false);
});

test('https to a host of the list', () => {
  expect(mayOpenExternally('https://www.example.org/help?x=1#top', hosts)).toBe(true);
});

test.each([
  'http://www.example.org/',
  'https://example.org/',
  'https://www.example.org.attacker.test/',
  'https://attacker.test/https://www.example.org/',
  'https://www.example.org@attacker.test/',
  'https://somebody@www.example.org/',
  'https://www.example.org:8443/',
  'file://www.example.org/share',
  'mailto:somebody@www.example.org',
  'javascript:https://www.example.org',
  'ms-settings:',
  '\\\\www.example.org\\share',
  '',
])('refuses %s', (address) => {
  expect(mayOpenExternally(address, hosts)).toBe(false);
});
