import { expect, test } from 'vitest';

import { fromWorkbenchSchema, toWorkbenchSchema } from './host-messages.ts';

test.each([
  { type: 'start', profileDirectory: '/desk', appVersion: '0.1.0', demo: false },
  { type: 'page' },
  { type: 'close' },
  {
    type: 'key-store-answer',
    id: 1,
    answer: { outcome: 'bytes', bytes: Uint8Array.of(1, 2) },
  },
])('the workbench understands $type', (message) => {
  expect(toWorkbenchSchema.parse(structuredClone(message))).toEqual(message);
});

test.each([
  { type: 'waiting' },
  { type: 'ready' },
  { type: 'failed', code: 'PROFILE_IN_USE' },
  { type: 'sign-in-page', address: 'https://login.zone.example/authorize' },
  { type: 'key-store', id: 1, request: { operation: 'seal', bytes: Uint8Array.of(1, 2) } },
])('the main process understands $type', (message) => {
  expect(fromWorkbenchSchema.parse(structuredClone(message))).toEqual(message);
});

test.each([
  null,
  'ready',
  {},
  { type: 'open', path: '/etc/passwd' },
  { type: 'ready', more: 1 },
  { type: 'sign-in-page', address: 'calc.exe' },
  { type: 'failed', code: 'a text with what somebody typed' },
  { type: 'key-store', id: -1, request: { operation: 'available' } },
  { type: 'key-store', id: 1, request: { operation: 'seal', bytes: 'text' } },
  { type: 'key-store', id: 1, request: { operation: 'seal', bytes: new Uint8Array(5_000) } },
])('anything else is refused: %s', (message) => {
  expect(fromWorkbenchSchema.safeParse(message).success).toBe(false);
});
