import { makeSmallBasemap } from '../../factories/small-basemap.ts';
import { goTo, logContact, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, type LoopbackApp, test } from '../support/loopback-app.ts';

type Page = LoopbackApp['page'];

/** Within the demo town. */
const MIDDLE = [4.352, 50.924] as const;

async function openDemo(page: Page): Promise<void> {
  await unlock(page, 'wijkwerk demo');
  await expect(page.getByRole('navigation', { name: 'Main menu' })).toBeVisible({
    // The first opening makes the town.
    timeout: 60_000,
  });
}

const inView = (page: Page) => page.getByText(/contacts? in view$/);

async function countInView(page: Page): Promise<number> {
  return Number(((await inView(page).textContent()) ?? '').replaceAll(/\D/g, ''));
}

test('list and map share filter and choice', async ({ app: { page } }) => {
  await openDemo(page);
  await goTo(page, 'Map');
  await expect(inView(page)).toBeVisible();
  const all = await countInView(page);
  await page.getByLabel('What about').selectOption({ label: 'Nuisance' });
  await expect.poll(() => countInView(page)).toBeLessThan(all);
  const option = page
    .getByRole('listbox', { name: 'Contacts in view' })
    .getByRole('option')
    .first();
  await option.click();
  await expect(page.getByRole('region', { name: 'Chosen contact' })).toBeVisible();
  await expectAccessible(page);
  const id = new URL(page.url().replace('#', '')).searchParams.get('contact');

  await page.getByRole('link', { name: 'List', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Contacts', level: 1 })).toBeVisible();
  expect(page.url()).toContain('reason=nuisance');
  expect(page.url()).toContain(id);
  await page.getByRole('link', { name: /on the map/i }).click();
  await expect(page.getByRole('heading', { name: 'Map', level: 1 })).toBeVisible();
  await expect(page.getByLabel('What about')).toHaveValue('nuisance');
  await expect(page.getByRole('region', { name: 'Chosen contact' })).toBeVisible();
});

test('the map is worked by keys alone', async ({ app: { page } }) => {
  await openDemo(page);
  await goTo(page, 'Map');
  await expect(inView(page)).toBeVisible();
  const map = page.getByRole('application');
  const before = await countInView(page);
  await map.press('PageDown');
  const said = page.getByText(/^1 of \d+\. [\d,]+ contacts: /);
  await expect(said).toBeAttached();
  await map.press('Enter');
  await expect.poll(() => countInView(page)).toBeLessThan(before);
  await map.press('Home');
  await expect.poll(() => countInView(page)).toBe(before);
  await map.press('Escape');
  await map.press('Enter');
  await expect(page.getByRole('region', { name: 'This place' })).toBeVisible();
  await expectAccessible(page);
});

test('a new contact is counted at once', async ({ app: { page } }) => {
  await openDemo(page);
  await goTo(page, 'Map');
  await expect(inView(page)).toBeVisible();
  const before = await countInView(page);
  const list = page.getByRole('listbox', { name: 'Contacts in view' });
  const row = list.getByRole('option').first();
  await expect(row).toContainText(/\d/);
  const street = await row.locator('p, span').nth(2).textContent();
  const name = (street ?? '').replace(/ \d.*$/, '');
  await logContact(page, {
    typed: name,
    street: new RegExp(name),
    reason: 'Traffic',
    summary: 'Op de kaart te zien',
  });
  await expect.poll(() => countInView(page)).toBe(before + 1);
});

test('a background map is taken in, drawn, refused when damaged, and removed', async ({
  app: { page },
}) => {
  await openDemo(page);
  await goTo(page, 'Territory');
  const panel = page.getByRole('region', { name: 'Background map' });
  const choose = async (name: string, buffer: Buffer, button: RegExp) => {
    const waiting = page.waitForEvent('filechooser');
    await panel.getByRole('button', { name: button }).click();
    await (await waiting).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  const content = makeSmallBasemap(MIDDLE);
  await choose('stad.pmtiles', content, /Choose a file/);
  await expect(panel.getByText('stad.pmtiles now lies under the map.')).toBeVisible();
  await expect(panel.getByText('© Voorbeeldkaart')).toBeVisible();
  await expectAccessible(page);
  await choose('stuk.pmtiles', content.subarray(0, 90), /Choose another file/);
  await expect(
    panel.getByText('This file is damaged or incomplete.', { exact: false }),
  ).toBeVisible();
  await expect(panel.getByText('stad.pmtiles', { exact: true })).toBeVisible();

  await goTo(page, 'Map');
  await expect(page.locator('.leaflet-tiles-pane canvas')).toBeAttached();
  await expect(page.getByText('© Voorbeeldkaart', { exact: false })).toBeVisible();
  await expectAccessible(page);

  await goTo(page, 'Territory');
  await panel.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(panel.getByRole('button', { name: 'Choose a file' })).toBeVisible();
});
