import type { Page } from '@playwright/test';

/** A desk as the stories use it, whichever host it runs in. */
export interface DeskUnderTest {
  /** The first window. */
  page(): Page;
  /** One more window of the same desk. */
  openWindow(): Promise<Page>;
  /** Closes everything and starts again on the same profile, with its first window open. */
  restart(): Promise<void>;
  /** Keeps a picture of the window among the artefacts of the test. */
  picture(name: string): Promise<void>;
}
