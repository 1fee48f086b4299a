import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

import { PASSPHRASE, unlock } from '../stories/steps.ts';
import { startLoopbackProcess } from './loopback-process.ts';
import { type PageWatch, watchContext } from './page-watch.ts';

const PLANT = join(import.meta.dirname, 'plant-profile-process.ts');

/** A desk of its own in a browser of its own: its host, its profile, its page. */
export interface PlantedDesk {
  readonly page: Page;
  readonly watch: PageWatch;
  readonly context: BrowserContext;
  /** Ends its host and starts it again on another day, with the desk locked. */
  restart(daysLater: number): Promise<void>;
  /** Fails when its page complained, then ends it and removes its profile. */
  dispose(): Promise<void>;
}

/**
 * Starts a desk whose file holds the small territory, with the same ids on every desk: the territory
 * does not travel, and what is logged at a street is shown only where that street is known.
 *
 * @param isElsewhere where its browser may go besides, in a window of its own.
 */
export async function startPlantedDesk(
  browser: Browser,
  name: string,
  isElsewhere: (url: URL) => boolean = () => false,
): Promise<PlantedDesk> {
  const directory = await mkdtemp(join(tmpdir(), 'wijkwerk-e2e-'));
  await promisify(execFile)(process.execPath, [PLANT, directory, name, PASSPHRASE]);
  let host = await startLoopbackProcess(directory, { demo: false });
  const context = await browser.newContext();
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
    async restart(daysLater) {
      await page.goto('about:blank');
      await host.stop();
      host = await startLoopbackProcess(directory, {
        demo: false,
        clockShiftMs: daysLater * 86_400_000,
      });
      await page.goto(await host.launchAddress());
    },
    async dispose() {
      await context.close();
      const code = await host.stop();
      await rm(directory, { recursive: true, force: true });
      expect(code, 'how the host ended').toBe(0);
      watch.check();
    },
  };
}
