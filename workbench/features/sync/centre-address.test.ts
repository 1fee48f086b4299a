import { expect, it } from 'vitest';

import { centreAddress } from './centre-address.ts';

it.each([
  ['centre.example.be', 'https://centre.example.be'],
  ['https://centre.example.be/sync?x=1', 'https://centre.example.be'],
  ['centre.example.be:8443', 'https://centre.example.be:8443'],
  ['127.0.0.1:7440', 'http://127.0.0.1:7440'],
  ['localhost:7440', 'http://localhost:7440'],
  ['[::1]:7440', 'http://[::1]:7440'],
  ['https://localhost:7440', 'https://localhost:7440'],
])('%s is %s', (typed, address) => {
  expect(centreAddress(typed)).toBe(address);
});

it.each([
  ['http://centre.example.be', 'not-encrypted'],
  ['ftp://centre.example.be', 'invalid'],
  ['https://noor:geheim@centre.example.be', 'invalid'],
  ['een adres', 'invalid'],
])('%s is refused: %s', (typed, reason) => {
  expect(() => centreAddress(typed)).toThrow(
    expect.objectContaining({ code: 'INVALID_FIELD', data: { field: 'address', reason } }),
  );
});
