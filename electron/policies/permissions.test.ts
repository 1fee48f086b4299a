import { expect, test } from 'vitest';

import { mayUse } from './permissions.ts';

test.each([
  'geolocation',
  'notifications',
  'media',
  'clipboard-read',
  'clipboard-sanitized-write',
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
