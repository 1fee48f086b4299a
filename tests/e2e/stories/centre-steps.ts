import { expect, type Locator, type Page } from '@playwright/test';

import { CENTRE_PASSWORD, type CentreProcess } from '../support/centre-process.ts';
import { goTo } from './steps.ts';

/** What an officer does to connect a desk with the zone's centre. */

/** How the desk stands with the centre, at the foot of every page. */
export const line = (page: Page): Locator => page.getByTestId('line');

/** Fills in the form that connects a desk; the name of the desk is made of the login. */
export async function fillEnrolment(page: Page, login: string, code: string): Promise<void> {
  await page.getByLabel('One-time code').fill(code);
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(CENTRE_PASSWORD);
  await page.getByLabel('Name of this desk').fill(`Bureau van ${login}`);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

/**
 * Connects the desk of this page with a new code.
 *
 * @param code one that was made before; a new one where it is left out.
 */
export async function enrol(
  page: Page,
  centre: CentreProcess,
  login: string,
  code?: string,
): Promise<void> {
  await goTo(page, 'Sync');
  await page.getByLabel('Address of the centre').fill(centre.address);
  await fillEnrolment(page, login, code ?? (await centre.code(login)));
  await expect(line(page)).toContainText('Connected to the centre');
}
