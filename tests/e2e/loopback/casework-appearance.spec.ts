import type { Page, TestInfo } from '@playwright/test';

import { openDossierHere, openStreetWithFacts, proposeAction } from '../stories/casework-steps.ts';
import { chooseLanguage } from '../stories/desk-steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { openDemo, openDemoWithFacts } from '../support/demo-with-facts.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

test.setTimeout(300_000);

const SMALL = { width: 1280, height: 720 };
const LARGE = { width: 1920, height: 1080 };

/** Every page in light and dark at both sizes, and in each language; axe reads it once in each of all of these. */
const ROUNDS = [
  { language: 'nl', scheme: 'light', size: SMALL, isRead: true },
  { language: 'fr', scheme: 'dark', size: SMALL, isRead: true },
  { language: 'fr', scheme: 'light', size: LARGE, isRead: false },
  { language: 'en', scheme: 'dark', size: LARGE, isRead: true },
] as const;

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await expect(page.getByRole('main').locator('h1')).toBeVisible();
}

/** Each of these pages in every round, with a picture of each among the results. */
async function lookAt(
  page: Page,
  info: TestInfo,
  paths: readonly (readonly [name: string, path: string])[],
): Promise<void> {
  for (const { language, scheme, size, isRead } of ROUNDS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await chooseLanguage(page, language);
    for (const [name, path] of paths) {
      await test.step(`${name} ${language} ${scheme} ${size.width}`, async () => {
        await goTo(page, path);
        await expect(page.locator('.mantine-Skeleton-root, .mantine-Loader-root')).toHaveCount(0);
        await takePicture(
          page,
          info.outputPath(`${name}-${language}-${scheme}-${size.width}.png`),
          { fullPage: true },
        );
        expect(
          await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight),
          'how far the page is longer than its window, in which the frame scrolls',
        ).toBeLessThanOrEqual(0);
        await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
        await expectGoodLayout(page);
        if (isRead) await expectAccessible(page);
      });
    }
  }
}

const pathOf = (page: Page): string => new URL(page.url()).hash;

test('facts, gaps, dossiers and actions look right in every language', async ({ app }, info) => {
  const { page } = app;
  await openDemoWithFacts(app, 3_000);
  await openStreetWithFacts(page);
  const paths: [name: string, path: string][] = [
    ['imports', '#/facts'],
    ['facts', '#/facts?tab=list'],
    ['weights', '#/facts?tab=weights'],
    ['gaps', '#/gaps'],
    ['gaps-of-neighbourhoods', '#/gaps?level=neighbourhood'],
    ['street', pathOf(page)],
  ];
  await openDossierHere(page, 'Te snel voorbij de school, elke ochtend opnieuw', 'unadapted-speed');
  paths.push(['dossier', pathOf(page)]);
  await proposeAction(page, 'Trager aan de school tussen acht en negen');
  paths.push(['action', pathOf(page)], ['dossiers', '#/dossiers'], ['proposals', '#/bench']);
  await page.getByRole('button', { name: 'Make a deal' }).click();
  const deal = page.getByRole('dialog', { name: 'Make a deal' });
  await deal.getByLabel('New partner').fill('Dienst wegen');
  await deal.getByRole('button', { name: 'Add', exact: true }).click();
  await deal.getByLabel('What the partner does').fill('Een drempel aanleggen');
  await deal.getByRole('button', { name: 'Record' }).click();
  await page.getByRole('link', { name: 'Sheet for the partner' }).click();
  await expect(page.getByText('Een drempel aanleggen')).toBeVisible();
  paths.push(['deal-sheet', pathOf(page)]);

  await lookAt(page, info, paths);
});

test('board, golden thread and actions that ended look right in every language', async ({
  app: { page },
}, info) => {
  await openDemo(page);
  await goTo(page, '#/board?state=closed');
  const ended = page
    .getByRole('region', { name: /^closed \(\d+\)$/ })
    .locator('a[href*="/actions/"]');
  await expect(ended.first()).toBeVisible();
  const hashes = await ended.evaluateAll((links) =>
    links.map((link) => (link instanceof HTMLAnchorElement ? link.hash : '')),
  );
  await lookAt(page, info, [
    ...['state', 'street', 'week', 'timeline', 'map'].map(
      (view) => [`board-${view}`, `#/board?view=${view}`] as const,
    ),
    ['board-closed', '#/board?state=closed'],
    ['thread', '#/thread'],
    ['thread-of-goal', '#/thread?goal=traffic-safety'],
    ...[...new Set(hashes)].map((hash, at) => [`ended-${String(at + 1)}`, hash] as const),
  ]);
});
