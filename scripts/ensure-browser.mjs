import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { captureNode, runInForeground, runNode } from './processes.mjs';
import { commandFile, Obstacle, ROOT } from './project.mjs';

/** Milliseconds for one way of getting a browser. */
const PATIENCE = 10 * 60_000;
/**
 * Debian's Chromium without a window around the pages. The whole program draws its own address bar for
 * each new window also where nobody sees it, which costs more than loading the page.
 */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/**
 * A browser for the end-to-end tests: one that is installed, preferably without windows, else
 * Playwright's own, else Debian's package where this is root.
 *
 * @returns {Promise<string>} the program
 */
export async function ensureBrowser() {
  if (existsSync(HEADLESS_SHELL) && runs(HEADLESS_SHELL)) return HEADLESS_SHELL;
  const installed = (await installedBrowser()) ?? playwrightBrowser();
  if (installed) return installed;

  console.log('No Chromium, Chrome or Edge is installed: fetching the one of Playwright.');
  await runNode(
    [commandFile('@playwright/test', 'playwright'), 'install', 'chromium'],
    { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    { timeout: PATIENCE },
  );
  const fetched = playwrightBrowser();
  if (fetched) return fetched;

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log("That did not work: installing Debian's package chromium.");
    await runInForeground('apt-get', ['update', '-qq'], { timeout: PATIENCE });
    await runInForeground(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: PATIENCE },
    );
    const packaged = await installedBrowser();
    if (packaged) return packaged;
  }
  throw new Obstacle(
    'The end-to-end tests need a browser, and none could be fetched. Install Chromium, Chrome or Edge ' +
      '(on Debian and Ubuntu: apt-get install chromium) and run npm test again.',
  );
}

/** The product's own way of finding one, so that both look in the same places. */
async function installedBrowser() {
  const module = pathToFileURL(join(ROOT, 'loopback/launch-browser.ts')).href;
  const code = `process.stdout.write((await import('${module}')).findBrowser() ?? '')`;
  const { code: status, output } = await captureNode(['--input-type=module', '--eval', code]);
  if (status !== 0) throw new Error(output);
  return output !== '' && runs(output) ? output : undefined;
}

function playwrightBrowser() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) && runs(path) ? path : undefined;
}

/** A browser without the libraries it needs is there but does not run; elsewhere than on Linux it does. */
function runs(/** @type {string} */ program) {
  return process.platform !== 'linux' || spawnSync(program, ['--version']).status === 0;
}
