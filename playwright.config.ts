import { existsSync } from 'node:fs';

import { defineConfig } from '@playwright/test';

/** `npm test` names the browser it found; run directly, Debian's Chromium or else Playwright's own. */
const browser =
  process.env['WIJKWERK_TEST_BROWSER'] ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((program) => existsSync(program));

/** Nothing leaves this machine: not by the page, and not by the browser itself. */
const browserArguments = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
/** Chromium's sandbox does not start as root; here, and nowhere in the product. */
if (process.getuid?.() === 0) browserArguments.push('--no-sandbox');

export default defineConfig({
  fullyParallel: false,
  // One at a time leaves a third of two processors idle, since its processes wait for each other.
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  // A test that fails now and then is a defect: it is seen, not tried again.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  use: {
    screenshot: 'only-on-failure',
    // A trace costs a fifth of the time; where it cannot be looked at it is left out.
    trace: process.env['CI'] === undefined ? 'retain-on-failure' : 'off',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
  },
  projects: [
    {
      name: 'loopback',
      testDir: 'tests/e2e/loopback',
      outputDir: 'test-results/loopback',
      use: {
        browserName: 'chromium',
        launchOptions: {
          args: browserArguments,
          ...(browser === undefined ? {} : { executablePath: browser }),
        },
      },
    },
    {
      name: 'electron',
      testDir: 'tests/e2e/electron',
      outputDir: 'test-results/electron',
    },
  ],
});
