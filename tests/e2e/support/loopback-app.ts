import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';

import { type DemoCentre, fillDemoCentre, startDemoCentre } from './demo-centre.ts';
import { fillDemoDesk } from './filled-demo.ts';
import type { LoopbackProcess } from './loopback-process.ts';
import { startLoopbackProcess } from './loopback-process.ts';
import type { PageWatch } from './page-watch.ts';
import { watchContext } from './page-watch.ts';

export interface LoopbackApp {
  /** The first window; it is open when the test begins. */
  readonly page: Page;
  readonly watch: PageWatch;
  readonly profileDirectory: string;
  /** Changes with every restart. */
  origin(): string;
  host(): LoopbackProcess;
  /** The demo's centre; only with `withCentre`. */
  centre(): DemoCentre;
  /** One more window of the same session. */
  openWindow(): Promise<Page>;
  /** Ends the host, starts it again on the same profile and opens the first window anew. */
  restart(): Promise<void>;
  /** Starts the host anew after it was killed, and opens the first window anew. */
  startAgain(): Promise<void>;
}

export interface LoopbackOptions {
  /**
   * The demo town, as a copy of a desk on which it was opened before, or opened for the first time
   * (always so where it has a centre); `test.use({ demo: false })` is an empty desk.
   */
  readonly demo: 'opened before' | 'first time' | false;
  /** Whether the demo has a centre, which invites this desk. */
  readonly withCentre: boolean;
}

/** What takes longer to make than most tests, made when it is first wanted: folders, to be copied. */
interface Filled {
  desk(): Promise<string>;
  centre(): Promise<string>;
}

/**
 * The real built host with a profile of its own, and a real browser. The test fails when the page
 * complains, violates its policy or asks anything of any other address, and when the host does not
 * end cleanly.
 */
export const test = base.extend<
  LoopbackOptions & { readonly app: LoopbackApp },
  { readonly filled: Filled }
>({
  demo: ['opened before', { option: true }],
  withCentre: [false, { option: true }],
  filled: [
    async ({ browser }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'wijkwerk-demo-'));
      await use({
        desk: once(() => fillDemoDesk(browser, join(folder, 'desk'))),
        centre: once(() => fillDemoCentre(join(folder, 'centre'))),
      });
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  app: async ({ context, demo: town, withCentre, filled }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'wijkwerk-e2e-'));
    const profileDirectory = join(folder, 'desk');
    const demo = town !== false;
    if (town === 'opened before' && !withCentre) {
      await cp(await filled.desk(), profileDirectory, { recursive: true });
    }
    const centre = withCentre
      ? await startDemoCentre(await filled.centre(), join(folder, 'centre'), profileDirectory)
      : undefined;
    let host = await startLoopbackProcess(profileDirectory, { demo }).catch(
      async (error: unknown) => {
        await centre?.stop();
        throw error;
      },
    );
    const watch = watchContext(context, (url) => url.host === new URL(host.origin).host);
    const page = await context.newPage();
    await watch.add(page);
    await page.goto(await host.launchAddress());
    const startAgain = async () => {
      host = await startLoopbackProcess(profileDirectory, { demo });
      await page.goto(await host.launchAddress());
    };
    try {
      await use({
        page,
        watch,
        profileDirectory,
        origin: () => host.origin,
        host: () => host,
        centre() {
          if (centre === undefined) throw new Error('this test has no centre');
          return centre;
        },
        async openWindow() {
          const window = await context.newPage();
          await watch.add(window);
          await window.goto(host.origin);
          return window;
        },
        async restart() {
          await page.goto('about:blank');
          expect(await host.stop()).toBe(0);
          await startAgain();
        },
        startAgain,
      });
      await watch.check();
    } finally {
      const code = await host.stop();
      await centre?.stop();
      await rm(folder, { recursive: true, force: true });
      expect(code, 'how the host ended').toBe(0);
    }
  },
});

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

export { expect };
