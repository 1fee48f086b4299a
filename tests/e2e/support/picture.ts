import type { Page } from '@playwright/test';

/**
 * A picture of what a window shows, or of its whole page, once that is drawn and nothing moves any more. In CI, where nobody looks at
 * it, only the drawing is awaited.
 */
export async function takePicture(
  page: Page,
  path: string,
  options: { readonly fullPage?: boolean } = {},
): Promise<void> {
  if (process.env['CI'] === undefined) {
    await page.screenshot({ path, animations: 'disabled', ...options });
    return;
  }
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}
