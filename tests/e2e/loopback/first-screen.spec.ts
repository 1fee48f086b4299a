import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

test('the first screen of a new desk is accessible, in light and dark', async ({ app }) => {
  await expect(app.page.getByRole('textbox').first()).toBeVisible();
  await expectAccessible(app.page);
  await app.page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(app.page);
});

test('the desk opens in a second window, and again after the host was ended', async ({ app }) => {
  const window = await app.openWindow();
  await expect(window.getByRole('textbox').first()).toBeVisible();
  await window.close();
  await app.restart();
  await expect(app.page.getByRole('textbox').first()).toBeVisible();
});

test('a second start on the same profile leads to the running one', async ({ app }) => {
  const second = spawn(
    process.execPath,
    ['out/loopback/main.js', '--profile', app.profileDirectory, '--no-browser'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  second.stdout.on('data', (data: Buffer) => (said += data.toString()));
  expect(await once(second, 'exit')).toEqual([0, null]);
  expect(said).toContain('already running');
});
