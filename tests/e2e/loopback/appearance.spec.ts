import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, type LoopbackApp, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

const SMALL = { width: 1280, height: 720 };
const LARGE = { width: 1920, height: 1080 };

/** Every page in light and dark at both sizes, and in each language; axe reads it once in each of all of these. */
const ROUNDS = [
  { language: 'nl', scheme: 'light', size: SMALL, isRead: true },
  { language: 'fr', scheme: 'dark', size: SMALL, isRead: true },
  { language: 'fr', scheme: 'light', size: LARGE, isRead: false },
  { language: 'en', scheme: 'dark', size: LARGE, isRead: true },
] as const;

/** Ways to everything the page can show; none of them by words, which differ by language. */
type Page = LoopbackApp['page'];
const STATES: readonly (readonly [name: string, show: (page: Page) => Promise<void>])[] = [
  ['today', (page) => goTo(page, '')],
  [
    'contact',
    async (page) => {
      await goTo(page, 'contacts');
      await page.locator('[role="row"][tabindex="0"]').press('Enter');
      await expect(page.locator('#contact-title')).toBeFocused();
      await expect(page.locator('[aria-labelledby="contact-title"] dl').first()).toBeVisible();
    },
  ],
  [
    'new-contact',
    async (page) => {
      await goTo(page, '');
      await page.getByRole('main').press('c');
      const form = page.getByRole('dialog');
      await form.locator('input[value="promise"]').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Control+Enter');
      await expect(form.locator('[data-field="place"] [aria-invalid="true"]')).toBeFocused();
    },
  ],
  [
    'map',
    async (page) => {
      await goTo(page, 'map');
      await expect(page.locator('main canvas').first()).toBeVisible();
      await expect(page.locator('main [role="option"]').first()).toBeVisible();
    },
  ],
  ['territory', (page) => goTo(page, 'territory')],
  [
    'import',
    async (page) => {
      await goTo(page, 'territory');
      await page.locator('main button:has(.tabler-icon-file-import)').click();
      await expect(page.getByRole('dialog').locator('.tabler-icon-file-import')).toBeVisible();
    },
  ],
  ['sync', (page) => goTo(page, 'sync')],
  ['changes-of-a-day', (page) => goTo(page, 'changes-print')],
  ['desk', (page) => goTo(page, 'desk')],
  [
    'shortcuts',
    async (page) => {
      await goTo(page, '');
      await page.getByRole('main').press('?');
      await expect(page.getByRole('dialog').locator('kbd').first()).toBeVisible();
    },
  ],
  [
    'go-to',
    async (page) => {
      await goTo(page, '');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog').locator('input')).toBeFocused();
    },
  ],
];

for (const { language, scheme, size, isRead } of ROUNDS) {
  const round = `${language}-${scheme}-${size.width}`;
  test(`looks right: ${round}`, async ({ app: { page } }, info) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const check = async (name: string) => {
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
      await takePicture(page, info.outputPath(`${round}-${name}.png`));
      await expectGoodLayout(page);
      if (isRead) await expectAccessible(page);
    };
    await page.locator('button:has(.tabler-icon-language)').click();
    await check('appearance-menu');
    await page.locator(`[role="menuitemradio"][lang="${language}"]`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const passphrase = page.locator('main input:not([type="radio"])');
    await passphrase.fill('dit is ze niet');
    await passphrase.press('Enter');
    await expect(passphrase).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('button', { disabled: true })).toHaveCount(0);
    await check('unlock');
    const others = page.locator('main > div:last-child > div:last-child > button');
    for (const [index, name] of ['new-file', 'restore'].entries()) {
      await others.nth(index).click();
      await check(name);
      await page.reload();
    }
    await passphrase.fill('wijkwerk demo');
    await passphrase.press('Enter');
    await expect(page.getByRole('banner')).toBeVisible({ timeout: 60_000 });
    for (const [name, show] of STATES) {
      await test.step(name, async () => {
        await show(page);
        await check(name);
      });
      // Whatever was opened is closed: the next state begins on a bare page.
      await page.reload();
      await expect(page.getByRole('banner')).toBeVisible();
    }
  });
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${path}`);
  await expect(page.getByRole('main').locator('h1')).toBeVisible();
}
