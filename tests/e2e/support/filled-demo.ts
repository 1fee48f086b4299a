import { type Browser, expect } from '@playwright/test';

import { startLoopbackProcess } from './loopback-process.ts';

/**
 * Opens the demo town once, as its first officer does, and ends the host: the town is made at that
 * moment, and takes longer than most tests.
 *
 * @returns the folder, to be copied.
 */
export async function fillDemoDesk(browser: Browser, profileDirectory: string): Promise<string> {
  const host = await startLoopbackProcess(profileDirectory, { demo: true });
  const context = await browser.newContext({ locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await page.goto(await host.launchAddress());
    await page.getByLabel('Passphrase', { exact: true }).fill('wijkwerk demo');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.getByRole('banner')).toBeVisible({ timeout: 60_000 });
  } finally {
    await context.close();
    expect(await host.stop(), 'how the host ended').toBe(0);
  }
  return profileDirectory;
}
