import { describe, expect, test } from 'vitest';

import { mayLoad } from './network.ts';

const packaged = { developerTools: false };

describe('what a window may load', () => {
  test.each(['wijkwerk://app/assets/a.js', 'blob:wijkwerk://app/1', 'data:image/png;base64,AA=='])(
    '%s',
    (address) => {
      expect(mayLoad(address, packaged)).toBe(true);
    },
  );

  test.each([
    'http://127.0.0.1:8080/',
    'https://example.org/wijkwerk://app/',
    'ws://127.0.0.1:1/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/hostname',
    'filesystem:wijkwerk://app/temporary/x',
    'chrome://version/',
    'blob:https://example.org/1',
    'devtools://devtools/bundled/inspector.html',
    'no address',
  ])('never %s', (address) => {
    expect(mayLoad(address, packaged)).toBe(false);
  });

  test('the pages of the developer tools, where these are allowed', () => {
    expect(mayLoad('devtools://devtools/bundled/x.html', { developerTools: true })).toBe(true);
    expect(mayLoad('https://example.org/', { developerTools: true })).toBe(false);
  });
});
