import { expect, test } from 'vitest';

import { answerWindowRequest } from './new-windows.ts';

test.each(['wijkwerk://app/index.html', 'https://example.org/', 'about:blank', 'javascript:0', ''])(
  'no window for %s',
  (address) => {
    expect(answerWindowRequest(address)).toEqual({
      window: { action: 'deny' },
      openExternally: false,
    });
  },
);

test('an allowed link leaves the application, and still opens no window in it', () => {
  expect(answerWindowRequest('https://www.example.org/', () => true)).toEqual({
    window: { action: 'deny' },
    openExternally: true,
  });
});
