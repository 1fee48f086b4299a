import fastCheck from 'fast-check';
import { expect, it } from 'vitest';

import { fromBase64, toBase64 } from './transfers.ts';

it('writes base64 as RFC 4648 does', () => {
  expect(toBase64(Uint8Array.of(0, 1, 2, 255))).toBe('AAEC/w==');
});

it('brings any bytes through base64 unchanged', () => {
  fastCheck.assert(
    fastCheck.property(fastCheck.uint8Array({ maxLength: 100_000 }), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});
