import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, type Page } from '@playwright/test';

import { unlock } from '../stories/steps.ts';
import type { LoopbackApp } from './loopback-app.ts';

const DEMO = 'wijkwerk demo';

export async function openDemo(page: Page): Promise<void> {
  await unlock(page, DEMO);
  await expect(page.getByText('Signed in:')).toBeVisible({ timeout: 60_000 });
}

/** The demo town, with so many facts on its streets. */
export function openDemoWithFacts(app: LoopbackApp, count: number): Promise<void> {
  return openPlantedDemo(app, 'facts', count);
}

/** The demo town, after a process put so many of these into its file; of actions there is one set. */
export async function openPlantedDemo(
  app: LoopbackApp,
  what: 'facts' | 'casework' | 'actions',
  count = 0,
): Promise<void> {
  await openDemo(app.page);
  await app.page.goto('about:blank');
  expect(await app.host().stop()).toBe(0);
  const plant = join(import.meta.dirname, `plant-${what}-process.ts`);
  await promisify(execFile)(process.execPath, [plant, app.profileDirectory, DEMO, String(count)]);
  await app.startAgain();
  await openDemo(app.page);
}
