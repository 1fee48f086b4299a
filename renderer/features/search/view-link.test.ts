import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { looksLikeViewLink, readViewLink } from './view-link.ts';

describe('the link of a shared view', () => {
  it.each([
    ['wijkwerk://app/#/', '/'],
    [
      'wijkwerk://app/#/contacts?reason=traffic&from=2026-01-01',
      '/contacts?reason=traffic&from=2026-01-01',
    ],
    [' wijkwerk://app/#/contacts/0198-aa\n', '/contacts/0198-aa'],
    ['wijkwerk://app/#/contacts?columns=%5B%22when%22%5D', '/contacts?columns=%5B%22when%22%5D'],
  ])('%j leads to %s', (text, address) => {
    expect(looksLikeViewLink(text)).toBe(true);
    expect(readViewLink(text)).toBe(address);
  });

  it.each([
    'wijkwerk://app/#contacts',
    'wijkwerk://app/contacts',
    'wijkwerk://app.voorbeeld.test/#/contacts',
    'wijkwerk://app/#//voorbeeld.test/contacts',
    'wijkwerk://app/#/../contacts',
    'wijkwerk://app/#/contacts#x',
    'wijkwerk://app/#/contacts?a=<script>',
    'wijkwerk://app/#/con tacts',
    'https://voorbeeld.test/#/contacts',
    'javascript:alert(1)',
    `wijkwerk://app/#/contacts?a=${'x'.repeat(5_000)}`,
  ])('%j leads nowhere', (text) => {
    expect(readViewLink(text)).toBeUndefined();
  });

  it('never leads to anything but a path of this application', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const address = readViewLink(`wijkwerk://app/#/${text}`);
        if (address === undefined) return;
        const url = new URL(address, 'wijkwerk://app');
        expect(url.host).toBe('app');
        expect(address).not.toMatch(/^\/\/|\\|[\s<>#]/);
      }),
    );
  });
});
