import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { z } from 'zod';

import { PASSPHRASE, unlock } from '../stories/steps.ts';
import { startLoopbackProcess } from './loopback-process.ts';
import { type PageWatch, watchContext } from './page-watch.ts';

const PLANT = join(import.meta.dirname, 'plant-profile-process.ts');

/** A desk of its own in a browser of its own: its host, its profile, its page. */
export interface PlantedDesk {
  readonly page: Page;
  readonly watch: PageWatch;
  readonly context: BrowserContext;
  /** The ids of its neighbourhoods. */
  readonly neighbourhoods: readonly string[];
  /** One more window of the same desk, on the same page. */
  openWindow(): Promise<Page>;
  /** Ends its host and starts it again on another day, with the desk locked. */
  restart(daysLater: number): Promise<void>;
  /** Fails when its page complained, then ends it and removes its profile. */
  dispose(): Promise<void>;
}

type PlantedTerritory = 'small' | 'bristol';

interface PlantedOptions {
  readonly territory?: PlantedTerritory;
  /** On which day it starts, from today; its pages then have the clock of the desk, on every day. */
  readonly daysLater?: number;
}

const DAY_MS = 86_400_000;

/**
 * Starts a desk whose file holds a territory, with the same ids on every desk: the territory
 * does not travel, and what is logged at a street is shown only where that street is known.
 *
 * @param isElsewhere where its browser may go besides, in a window of its own.
 */
export async function startPlantedDesk(
  browser: Browser,
  name: string,
  isElsewhere: (url: URL) => boolean = () => false,
  { territory = 'small', daysLater }: PlantedOptions = {},
): Promise<PlantedDesk> {
  const directory = await mkdtemp(join(tmpdir(), 'wijkwerk-e2e-'));
  const neighbourhoods = await plantProfile(directory, name, territory);
  const start = (days: number) =>
    startLoopbackProcess(directory, { demo: false, clockShiftMs: days * DAY_MS });
  let host = await start(daysLater ?? 0);
  const context = await browser.newContext();
  const movesPages = daysLater !== undefined;
  if (movesPages) await context.clock.install({ time: Date.now() + daysLater * DAY_MS });
  const watch = watchContext(
    context,
    (url) => url.host === new URL(host.origin).host || isElsewhere(url),
  );
  const page = await context.newPage();
  await watch.add(page);
  await page.goto(await host.launchAddress());
  await unlock(page, PASSPHRASE);
  await expect(page.getByText(`Signed in: ${name}`)).toBeVisible();
  return {
    page,
    watch,
    context,
    neighbourhoods,
    async openWindow() {
      const window = await context.newPage();
      await watch.add(window);
      await window.goto(page.url());
      return window;
    },
    async restart(days) {
      await page.goto('about:blank');
      await host.stop();
      host = await start(days);
      if (movesPages) await context.clock.setSystemTime(Date.now() + days * DAY_MS);
      await page.goto(await host.launchAddress());
    },
    async dispose() {
      await context.close();
      const code = await host.stop();
      await rm(directory, { recursive: true, force: true });
      expect(code, 'how the host ended').toBe(0);
      await watch.check();
    },
  };
}

/**
 * Makes a profile with an officer's file, opened by PASSPHRASE, that holds this territory.
 *
 * @returns the ids of its neighbourhoods.
 */
export async function plantProfile(
  directory: string,
  name: string,
  territory: PlantedTerritory,
): Promise<readonly string[]> {
  const given = [PLANT, directory, name, PASSPHRASE, territory];
  const { stdout } = await promisify(execFile)(process.execPath, given);
  return z.array(z.string()).parse(JSON.parse(stdout));
}
