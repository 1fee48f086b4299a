import { expect, test } from '@playwright/test';

import { createProfile as createOfficer, PASSPHRASE, unlock } from '../stories/steps.ts';
import { createProfile, launchElectron, removeProfile } from '../support/electron-app.ts';

let profile: string;
test.beforeEach(async () => {
  profile = await createProfile();
});
test.afterEach(async () => {
  await removeProfile(profile);
});

test('after the plug was pulled the file is checked and opened, and the page says so', async () => {
  test.skip(process.platform === 'win32', 'Windows has no process groups of this kind');
  const before = await launchElectron(profile);
  await createOfficer(before.page, 'Noor Voorbeeld');
  await expect(before.page.getByRole('banner')).toBeVisible();
  const ended = before.ended();
  process.kill(-(before.application.process().pid ?? Number.NaN), 'SIGKILL');
  await ended;

  const after = await launchElectron(profile);
  await unlock(after.page, PASSPHRASE);
  await expect(after.page.getByText('was not closed properly last time')).toBeVisible();
  expect(await after.quit()).toBe(0);
});
