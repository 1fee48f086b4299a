import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import type { Sender } from './ipc-message.ts';
import { acceptMessage } from './ipc-message.ts';

const schema = z.strictObject({ version: z.literal(1) });
const ourPage: Sender = { ownWindow: true, mainFrame: true, url: 'wijkwerk://app/index.html#/' };

describe('a message to the main process', () => {
  test('is taken from the main frame of our window, in the agreed form', () => {
    expect(acceptMessage('x', ourPage, schema, [{ version: 1 }])).toEqual({ version: 1 });
  });

  test.each([
    ['a foreign window', { ownWindow: false }],
    ['a frame inside our window', { mainFrame: false }],
    ['a frame that is gone', { url: null }],
    ['another page in our window', { url: 'https://example.org/#wijkwerk://app/' }],
    ['a page of another host', { url: 'wijkwerk://other/index.html' }],
  ])('is rejected from %s', (_, difference) => {
    expect(() =>
      acceptMessage('x', { ...ourPage, ...difference }, schema, [{ version: 1 }]),
    ).toThrow('message on x rejected: sender');
  });

  test.each([
    ['nothing', []],
    ['a wrong value', [{ version: 2 }]],
    ['an additional property', [{ version: 1, path: '/etc/passwd' }]],
    ['an additional argument', [{ version: 1 }, 'more']],
    ['a bare text', ['version']],
  ])('is rejected with %s, without repeating it', (_, payload) => {
    expect(() => acceptMessage('x', ourPage, schema, payload)).toThrow(
      /^message on x rejected: schema$/,
    );
  });
});

test('ipcMain is imported by one file only', () => {
  const electron = join(import.meta.dirname, '..');
  const importers = globSync('**/*.ts', { cwd: electron })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => /\bipcMain\b/.test(readFileSync(join(electron, file), 'utf8')));
  expect(importers.map((file) => file.replaceAll('\\', '/'))).toEqual(['policies/ipc.ts']);
});

test('every policy has its test', () => {
  const files = globSync('*.ts', { cwd: import.meta.dirname });
  const policies = files.filter((file) => !file.endsWith('.test.ts') && file !== 'ipc-message.ts');
  const untested = policies.filter((file) => !files.includes(file.replace(/\.ts$/, '.test.ts')));
  expect(policies.length).toBeGreaterThan(10);
  expect(untested).toEqual([]);
});
