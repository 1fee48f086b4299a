import { expect, test } from 'vitest';

import { mayDownload } from './downloads.ts';

test('what the page made may be saved', () => {
  expect(mayDownload('blob:wijkwerk://app/6f1d')).toBe(true);
});

test.each([
  'https://example.org/file.exe',
  'blob:https://example.org/6f1d',
  'data:text/html,hello',
  'wijkwerk://app/assets/main.js',
  'file:///etc/hostname',
])('%s may not', (address) => {
  expect(mayDownload(address)).toBe(false);
});
