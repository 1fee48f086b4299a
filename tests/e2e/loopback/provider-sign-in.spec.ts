import { expect, type Page, test } from '@playwright/test';

import { startTestProvider, type TestProvider } from '../../factories/oidc-provider.ts';
import { smallTerritory } from '../../factories/small-territory.ts';
import { goTo } from '../stories/steps.ts';
import { type CentreProcess, startCentreProcess } from '../support/centre-process.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { startPlantedDesk } from '../support/planted-desk.ts';

const NEIGHBOURHOOD = smallTerritory().neighbourhoodId;

test.describe.configure({ timeout: 240_000 });

let provider: TestProvider;
let centre: CentreProcess;
test.beforeAll(async () => {
  provider = await startTestProvider();
  centre = await startCentreProcess({
    settings: {
      WIJKWERK_CENTRAL_OIDC_ISSUER: provider.issuer,
      WIJKWERK_CENTRAL_OIDC_CLIENT_ID: provider.clientId,
    },
  });
  await centre.setAreas([{ id: NEIGHBOURHOOD }]);
});
test.afterAll(async () => {
  await centre.dispose();
  await provider.stop();
});

/** The provider's own pages, in a window that the application does not see into. */
async function signInThere(page: Page, who: string): Promise<void> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Open the sign-in page' }).click();
  const there = await opened;
  await there.getByPlaceholder('Enter any login').fill(who);
  await there.getByPlaceholder('and password').fill('anything');
  await there.getByRole('button', { name: 'Sign-in' }).click();
  await there.getByRole('button', { name: 'Continue' }).click();
  await expect(there.getByText('You can close this page')).toBeVisible();
  await there.close();
}

test('an officer connects a desk with the zone’s own sign-in page', async ({ browser }, info) => {
  await centre.addAccount('noor', 'Noor Voorbeeld', 'officer');
  await centre.addRight('noor', 'neighbourhood', NEIGHBOURHOOD);
  const host = new URL(provider.issuer).host;
  const isThere = (url: URL) => url.host === host || url.pathname === '/signed-in';
  const desk = await startPlantedDesk(browser, 'Noor Voorbeeld', isThere);
  const { page } = desk;
  // The provider's own page would like a font, which nobody gives it.
  desk.watch.expectProblem(/^request to https:\/\/fonts\.googleapis\.com\/css$/);
  await goTo(page, 'Sync');
  await page.getByLabel('Address of the centre').fill(centre.address);
  await page.getByLabel('One-time code').fill(await centre.code('noor'));
  await expect(page.getByText('How you sign in')).toBeVisible();
  await expect(page.getByRole('radio', { name: `With ${host}` })).toBeChecked();
  await expect(page.getByLabel('Password', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Sign in and connect' }).click();
  await expect(page.getByText('Fill this in.')).toBeVisible();
  await page.getByLabel('Name of this desk').fill('Bureau van Noor');
  await page.getByRole('button', { name: 'Sign in and connect' }).click();
  await expect(page.getByRole('link', { name: 'Open the sign-in page' })).toBeVisible();
  await expectGoodLooks(page, info, 'provider-waits');

  // Called off, then begun again: the code is still good.
  await page.getByRole('button', { name: 'Call it off' }).click();
  await expect(page.getByRole('link', { name: 'Open the sign-in page' })).toBeHidden();
  await page.getByRole('button', { name: 'Sign in and connect' }).click();
  await signInThere(page, 'noor');
  await expect(page.getByTestId('line')).toContainText('Connected to the centre');
  await expect(page.getByRole('region', { name: 'The line to the centre' })).toContainText(
    'Noor Voorbeeld',
  );
  await desk.dispose();
});
