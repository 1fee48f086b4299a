import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';

import { toWorld } from '#shared/domain/territory/web-mercator.ts';

import { makeSmallBasemap } from '../../factories/small-basemap.ts';
import { goTo, logContact, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, type LoopbackApp, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

type Page = LoopbackApp['page'];

/** Within the demo town. */
const MIDDLE = [4.352, 50.924] as const;
/** A real file of one tile, made by another program: a square of one degree off the coast of Guinea. */
const REAL_FILE = join(
  import.meta.dirname,
  '../../../../shared/data/territory/osm/box1degree.pmtiles',
);

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
  // The demo is another one each day: the first place may be a contact by itself.
  const group = page.getByText(/^\d+ of \d+\. [\d,]+ contacts: /);
  await expect(async () => {
    await map.press('PageDown');
    await expect(group).toBeAttached({ timeout: 1_000 });
  }).toPass();
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
  // The second line, with the moment, stands there before the address is read.
  const address = row.locator('p, span').nth(2);
  await expect(address).toHaveText(/\p{L}/u);
  const name = ((await address.textContent()) ?? '').replace(/ \d.*$/, '');
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

test('a PMTiles file of another program is drawn where it lies', async ({
  app: { page },
}, info) => {
  test.skip(!existsSync(REAL_FILE), 'the file is not beside this clone');
  // Without it a map that is let go glides on.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDemo(page);
  await goTo(page, 'Territory');
  const panel = page.getByRole('region', { name: 'Background map' });
  const waiting = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Choose a file' }).click();
  await (await waiting).setFiles(REAL_FILE);
  await expect(panel.getByText('box1degree.pmtiles now lies under the map.')).toBeVisible();

  await goTo(page, 'Map');
  const map = page.getByRole('application');
  await expect(inView(page)).toBeVisible();
  for (let level = 0; level < 8; level += 1) {
    await map.press('-');
  }
  const pixels = 256 * 2 ** SMALLEST_ZOOM;
  const [from, to] = [toWorld(MIDDLE), toWorld([0.5, 0.5])];
  await dragBy(page, map, (from.x - to.x) * pixels, (from.y - to.y) * pixels);
  const box = await map.boundingBox();
  const [x, y] = [(box?.width ?? 0) / 2, (box?.height ?? 0) / 2];
  await takePicture(page, info.outputPath('real-basemap.png'));
  // The square is 182 pixels wide at this zoom.
  const [inside, outside] = await coloursAt(page, [
    [x, y],
    [x - 250, y],
  ]);
  expect(inside).not.toEqual(outside);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

/** The smallest zoom level of the map. */
const SMALLEST_ZOOM = 8;

/** Moves what the map shows, by as many drags as it takes. */
async function dragBy(page: Page, map: Locator, x: number, y: number): Promise<void> {
  const box = await map.boundingBox();
  if (!box) throw new Error('the map is not there');
  const [across, up] = [box.width - 200, box.height - 200];
  const drags = Math.ceil(Math.max(Math.abs(x) / across, Math.abs(y) / up));
  const step = { x: x / drags, y: y / drags };
  const start = {
    x: box.x + box.width / 2 - step.x / 2,
    y: box.y + box.height / 2 - step.y / 2,
  };
  for (let drag = 0; drag < drags; drag += 1) {
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + step.x / 2, start.y + step.y / 2);
    await page.mouse.move(start.x + step.x, start.y + step.y);
    await page.mouse.up();
  }
}

/** What the background map has at places of the map, each as red, green, blue and opacity. */
async function coloursAt(
  page: Page,
  places: readonly (readonly [x: number, y: number])[],
): Promise<readonly (readonly number[])[]> {
  return page.locator('.leaflet-tiles-pane canvas').evaluate((canvas, asked) => {
    if (!(canvas instanceof HTMLCanvasElement)) return [];
    const frame = canvas.getBoundingClientRect();
    const map = canvas.closest('.leaflet-container')?.getBoundingClientRect() ?? frame;
    const scale = canvas.width / frame.width;
    // A copy is read: the browser warns when a canvas that is drawn on is.
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const context = copy.getContext('2d', { willReadFrequently: true });
    context?.drawImage(canvas, 0, 0);
    return asked.map(([x, y]) => {
      const [left, top] = [x + map.left - frame.left, y + map.top - frame.top];
      return [...(context?.getImageData(left * scale, top * scale, 1, 1).data ?? [])];
    });
  }, places);
}
