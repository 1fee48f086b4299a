import { describe, expect, test } from 'vitest';

import { isAppBlobUrl, isAppUrl } from './app-url.ts';

describe('an address of the application', () => {
  test.each(['wijkwerk://app/index.html', 'wijkwerk://app/', 'wijkwerk://app/a.js?x=1#/map'])(
    'is %s',
    (address) => {
      expect(isAppUrl(address)).toBe(true);
    },
  );

  test.each([
    '',
    'app',
    'https://app/index.html',
    'http://127.0.0.1/wijkwerk://app/',
    'wijkwerk://application/index.html',
    'wijkwerk://app.example.org/',
    'wijkwerk://app:80/',
    'wijkwerk://app@example.org/',
    'wijkwerk://somebody@app/',
    'wijkwerk:app',
    'wijkwerk2://app/',
    'file:///wijkwerk://app/index.html',
    'blob:wijkwerk://app/0',
    'javascript:alert(1)//wijkwerk://app/',
  ])('is not %s', (address) => {
    expect(isAppUrl(address)).toBe(false);
  });
});

describe('a blob of the application', () => {
  test('is one made by its own page', () => {
    expect(isAppBlobUrl('blob:wijkwerk://app/6f1d')).toBe(true);
  });

  test.each([
    'wijkwerk://app/6f1d',
    'blob:https://example.org/6f1d',
    'blob:null/6f1d',
    'blob:https://example.org/wijkwerk://app/',
    'data:text/plain,wijkwerk://app/',
  ])('is not %s', (address) => {
    expect(isAppBlobUrl(address)).toBe(false);
  });
});
