import { expect, test } from 'vitest';

import { isForeignFolder } from './desk-folder.ts';

test.each([
  { names: [] },
  { names: ['log', 'electron'] },
  { names: ['log', 'loopback.lock', 'loopback.lock.4711', 'loopback.lock.old-4712'] },
  { names: ['desk.lock', 'notes.txt'] },
  { names: ['desk.json'] },
  { names: ['officers', 'transfers', 'notes.txt'] },
])('a place for a desk: $names', ({ names }) => {
  expect(isForeignFolder(names)).toBe(false);
});

test.each([
  { names: ['notes.txt'] },
  { names: ['transfers'] },
  { names: ['log', 'notes.txt'] },
  { names: ['my officers', 'loopback.lock'] },
])('somebody’s own: $names', ({ names }) => {
  expect(isForeignFolder(names)).toBe(true);
});
