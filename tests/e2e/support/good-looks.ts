import type { Page, TestInfo } from '@playwright/test';

import { expectAccessible } from './accessibility.ts';
import { expectGoodLayout } from './layout.ts';
import { takePicture } from './picture.ts';

/**
 * The page at both sizes in light and dark, with a picture of each among the results where somebody can look at them. Axe reads it once at each size and once in
 * each colour: colours do not depend on the size, nor sizes on the colour.
 */
export async function expectGoodLooks(page: Page, info: TestInfo, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await takePicture(page, info.outputPath(`${name}-${width}-${colorScheme}.png`));
      await expectGoodLayout(page);
      if ((width === 1280) === (colorScheme === 'light')) await expectAccessible(page);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
}
