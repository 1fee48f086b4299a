import { test } from '@playwright/test';

import type { DeskUnderTest } from '../stories/desk-under-test.ts';
import {
  anHourInTheDemoTown,
  firstDayInMechelen,
  hasMechelen,
  WHY_SKIPPED,
} from '../stories/officers-day.ts';
import { aPhotoOnAContact } from '../stories/photo-on-a-contact.ts';
import {
  createProfile,
  launchElectron,
  openNewWindow,
  removeProfile,
  type RunningElectron,
} from '../support/electron-app.ts';
import { type PageWatch, watchContext } from '../support/page-watch.ts';
import { takePicture } from '../support/picture.ts';

/** The desk in a real Electron; the page may ask for nothing but its own protocol. */
async function withDesk(
  story: (desk: DeskUnderTest) => Promise<void>,
  options: { readonly demo: boolean; artefact(name: string): string },
): Promise<void> {
  const profile = await createProfile();
  const watches: PageWatch[] = [];
  const start = async (): Promise<RunningElectron> => {
    const running = await launchElectron(profile, options.demo ? ['--demo'] : []);
    const watch = watchContext(
      running.application.context(),
      (url) => url.protocol === 'wijkwerk:',
    );
    await watch.add(running.page);
    watches.push(watch);
    return running;
  };
  let running = await start();
  try {
    await story({
      page: () => running.page,
      openWindow: () => openNewWindow(running),
      async restart() {
        await running.quit();
        running = await start();
      },
      async picture(name) {
        await takePicture(running.page, options.artefact(`${name}.png`));
      },
    });
    for (const watch of watches) await watch.check();
  } finally {
    await running.quit();
    await removeProfile(profile);
  }
}

test('a first day in Mechelen, from an empty desk to a contact that survives a restart', async ({}, info) => {
  test.skip(!hasMechelen, WHY_SKIPPED);
  test.setTimeout(300_000);
  await withDesk(firstDayInMechelen, {
    demo: false,
    artefact: (name) => info.outputPath(name),
  });
});

test('an hour in the demo town', async ({}, info) => {
  test.setTimeout(180_000);
  await withDesk(anHourInTheDemoTown, { demo: true, artefact: (name) => info.outputPath(name) });
});

test('a photo on a contact, through a restart', async ({}, info) => {
  test.setTimeout(180_000);
  await withDesk(aPhotoOnAContact, { demo: true, artefact: (name) => info.outputPath(name) });
});
