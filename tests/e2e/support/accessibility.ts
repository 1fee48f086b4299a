import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import axe, { type Result, type RunOptions } from 'axe-core';

declare global {
  interface Window {
    /** In a page that it was brought into. */
    readonly axe: typeof axe;
  }
}

const OPTIONS: RunOptions = {
  /** Everything axe knows of WCAG 2.2, levels A and AA. */
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  /** What is right is not described element by element: that costs as much as finding what is wrong. */
  resultTypes: ['violations'],
  /** It would fetch and parse all styles anew at each reading, for sounds that play by themselves: no page has any. */
  preload: false,
};

/**
 * Fails with what is wrong and where, when axe finds anything in the page as it is now.
 *
 * @param within a selector, while a menu lies over the page and only it can be used: what it covers by
 * half is too small a target by axe's measure, and is asked about when the menu is closed.
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  // A notice that went away by itself meanwhile was read half transparent: that reading says nothing.
  let reading = await readAtRest(page, within);
  for (let again = 0; again < 3 && reading.moved; again += 1)
    reading = await readAtRest(page, within);
  const found = reading.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
  expect(found, 'accessibility').toEqual([]);
}

/** What axe finds once nothing moves any more, and whether something began to move while it looked. */
async function readAtRest(page: Page, within?: string) {
  await untilNothingMoves(page);
  const stirred = await page.evaluateHandle(() => {
    const seen = { moved: false };
    const note = () => {
      seen.moved = true;
    };
    document.addEventListener('transitionrun', note, { capture: true });
    return {
      seen,
      forget: () => {
        document.removeEventListener('transitionrun', note, { capture: true });
      },
    };
  });
  const violations = await violationsIn(page, within);
  const moved = await stirred.evaluate(({ seen, forget }) => {
    forget();
    return seen.moved;
  });
  await stirred.dispose();
  return { violations, moved };
}

/** What axe finds. It is brought into a page once, as long as that lasts: reading its program costs more than running it. */
async function violationsIn(page: Page, within?: string): Promise<readonly Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([selector, options]) => {
      return (await window.axe.run(selector ?? document, options)).violations;
    },
    [within, OPTIONS] as const,
  );
}

/** What comes or goes is half transparent for a moment: nobody reads it then, and axe should not either. */
async function untilNothingMoves(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const pause = (milliseconds: number) =>
      new Promise((resolve) => setTimeout(resolve, milliseconds));
    // What was just asked for has begun to move by then.
    await pause(50);
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    // A window in the background moves nothing on: axe reads it as it stands.
    await Promise.race([Promise.allSettled(ending.map(({ finished }) => finished)), pause(2_000)]);
  });
}
