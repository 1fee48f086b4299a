import { expect, test } from 'vitest';

import { mayUse } from './permissions.ts';

test.each([
  'geolocation',
  'notifications',
  'media',
  'clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'openExternal',
  'usb',
  'serial',
  'hid',
  'unknown',
  'a permission of a later version',
])('%s is denied', (permission) => {
  expect(mayUse(permission)).toBe(false);
});

test('a link may be put on the clipboard after a click', () => {
  expect(mayUse('clipboard-sanitized-write')).toBe(true);
});
