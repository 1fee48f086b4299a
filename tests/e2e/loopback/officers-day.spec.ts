import type { DeskUnderTest } from '../stories/desk-under-test.ts';
import {
  anHourInTheDemoTown,
  firstDayInMechelen,
  hasMechelen,
  WHY_SKIPPED,
} from '../stories/officers-day.ts';
import { type LoopbackApp, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

function deskOf(app: LoopbackApp, artefact: (name: string) => string): DeskUnderTest {
  return {
    page: () => app.page,
    openWindow: () => app.openWindow(),
    restart: () => app.restart(),
    async picture(name) {
      await takePicture(app.page, artefact(`${name}.png`));
    },
  };
}

test.describe('a first day in Mechelen', () => {
  test.use({ demo: false });
  test('from an empty desk to a contact that survives a restart', async ({ app }, info) => {
    test.skip(!hasMechelen, WHY_SKIPPED);
    test.setTimeout(300_000);
    await firstDayInMechelen(deskOf(app, (name) => info.outputPath(name)));
  });
});

test.describe('the demo town, opened for the first time', () => {
  test.use({ demo: 'first time' });
  test('an hour in the demo town', async ({ app }, info) => {
    await anHourInTheDemoTown(deskOf(app, (name) => info.outputPath(name)));
  });
});
