import { EventEmitter } from 'node:events';

import type { WebContents } from 'electron';
import { expect, test } from 'vitest';

import { refuseWebviews } from './webview.ts';

test('a webview that attaches is refused', () => {
  const contents = new EventEmitter();
  refuseWebviews(contents as WebContents);
  let refused = 0;
  contents.emit('will-attach-webview', { preventDefault: () => (refused += 1) }, {}, {});
  expect(refused).toBe(1);
});
