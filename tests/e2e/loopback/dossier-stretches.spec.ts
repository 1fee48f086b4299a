import type { Locator, Page } from '@playwright/test';

import { proposeAction } from '../stories/casework-steps.ts';
import { logInSmallTown } from '../stories/desk-steps.ts';
import { importFile } from '../stories/import-steps.ts';
import { collection, NEIGHBOURHOODS, street, textFile } from '../stories/small-town.ts';
import { createProfile, goTo } from '../stories/steps.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

/** A quay through three neighbourhoods, a street of two pieces in the middle one, and one in the last. */
const STREETS = textFile(
  'straten.geojson',
  collection(
    street('Zwanenkaai', 0, 2, 0.3),
    street('Marktstraat', 1, 0.6, 0.6),
    street('Marktstraat', 1.4, 1, 0.6),
    street('Vlasmarkt', 2, 2, 0.7),
  ),
);

async function addStreet(dialog: Locator, name: string): Promise<void> {
  const field = dialog.getByRole('combobox', { name: 'A further street' });
  await field.pressSequentially(name.slice(0, 6));
  await dialog
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();
  await expect(dialog.getByRole('group', { name, exact: true })).toBeVisible();
}

/** With a partner that is new, and to its sheet. */
async function makeDeal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Make a deal' }).click();
  const deal = page.getByRole('dialog', { name: 'Make a deal' });
  await deal.getByLabel('New partner').fill('Dienst wegen');
  await deal.getByRole('button', { name: 'Add', exact: true }).click();
  await deal.getByLabel('What the partner does').fill('Een drempel aanleggen');
  await deal.getByRole('button', { name: 'Record' }).click();
  await page.getByRole('link', { name: 'Sheet for the partner' }).click();
}

/** From the page of the quay, with its third stretch chosen. */
async function openAtTheThird(page: Page): Promise<Locator> {
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await page.getByRole('link', { name: 'On a page of its own' }).press('Enter');
  await page.getByRole('region', { name: 'Facts' }).locator('a[href*="/streets/"]').click();
  const pieces = page.getByLabel('Which part');
  await expect(pieces.getByRole('option')).toHaveText([
    'The whole street',
    /^Stretch 1 \(\d+ m\)$/,
    /^Stretch 2 \(\d+ m\)$/,
    /^Stretch 3 \(\d+ m\)$/,
  ]);
  await pieces.selectOption({ index: 3 });
  await page.getByRole('link', { name: 'Make it a dossier' }).click();
  return page.getByRole('dialog', { name: 'New dossier' });
}

test('a dossier has stretches of several streets, and they change afterwards', async ({
  app: { page },
}, info) => {
  test.slow();
  await createProfile(page, 'Noor Voorbeeld');
  await goTo(page, 'Territory');
  expect(await importFile(page, NEIGHBOURHOODS, 'neighbourhood')).toBe(3);
  expect(await importFile(page, STREETS, 'segments')).toBeGreaterThan(3);
  await logInSmallTown(page, 'Te snel langs het water');

  const opening = await openAtTheThird(page);
  const quay = opening.getByRole('group', { name: 'Zwanenkaai', exact: true });
  await expect(opening.getByLabel('Neighbourhood').locator('option:checked')).toHaveText(
    'Vaartvelden',
  );
  await expect(quay.getByRole('checkbox', { name: /^Stretch 3 / })).toBeChecked();
  await opening.getByLabel('Neighbourhood').selectOption('Oude Markt');
  await expect(quay.getByRole('checkbox')).toHaveCount(1);
  await quay.getByRole('checkbox', { name: /^Stretch 2 / }).check();
  await expect(quay).toContainText('2 more stretches lie in another neighbourhood');
  await opening.getByLabel('Title').fill('Te snel rond de markt');
  await addStreet(opening, 'Marktstraat');
  const market = opening.getByRole('group', { name: 'Marktstraat', exact: true });
  await expect(market.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await opening.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(
    opening.getByText('Choose a stretch of Marktstraat, or leave that street out.'),
  ).toBeVisible();
  await market.getByRole('checkbox', { name: /^Stretch 2 / }).check();
  await expectGoodLooks(page, info, 'new-dossier');
  await opening.getByRole('button', { name: 'Open', exact: true }).click();

  const where = page.getByRole('region', { name: 'Where it is' });
  const both = 'Marktstraat, stretch 2; Zwanenkaai, stretch 2';
  await expect(where).toContainText(both);
  await expectGoodLooks(page, info, 'dossier');
  const address = page.url();
  await proposeAction(page, 'Trager rond de markt');
  await page.getByRole('button', { name: 'Add a measure' }).click();
  const measure = page.getByRole('dialog', { name: 'Add a measure' });
  await measure.getByLabel('Where').selectOption('Marktstraat, stretch 2');
  await measure.getByRole('button', { name: 'Add a time' }).click();
  await measure.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Measures by street' })).toContainText(
    'Marktstraat, stretch 2',
  );
  await makeDeal(page);
  const out = page.getByRole('row', { name: /^What we do there/ });
  await expect(out).toContainText(/, Marktstraat, a part of it, .* from 08:00 until .*, 15 min/);
  const sheet = page.getByRole('article');
  // No addresses and no crossing are known here; our own number says nothing to a partner.
  await expect(sheet).not.toContainText('stretch 2');
  // What is only proposed is not said to run.
  await expect(sheet).toContainText('The actionproposed');
  await expect(sheet).not.toContainText('runs until');
  await expectGoodLooks(page, info, 'deal-sheet');

  await page.goto(address);
  await where.getByRole('button', { name: 'Change stretches' }).press('Enter');
  const changing = page.getByRole('dialog', { name: 'Change stretches' });
  const used = changing.getByRole('checkbox', { name: /^Stretch 2 / }).first();
  await expect(used).toBeDisabled();
  await expect(changing).toContainText('Stays: a measure of “Trager rond de markt” is here.');
  await addStreet(changing, 'Vlasmarkt');
  await expect(changing.getByRole('group', { name: 'Vlasmarkt', exact: true })).toContainText(
    'not in the neighbourhood of the dossier, but in Vaartvelden',
  );
  await changing.getByRole('button', { name: 'Save' }).click();
  await expect(changing.getByRole('alert')).toContainText('leave that street out');
  await changing.getByRole('button', { name: 'Leave Vlasmarkt out' }).click();
  await changing
    .getByRole('group', { name: 'Marktstraat', exact: true })
    .getByRole('checkbox', { name: /^Stretch 1 / })
    .check();
  await changing
    .getByRole('group', { name: 'Zwanenkaai', exact: true })
    .getByRole('checkbox', { name: /^Stretch 2 / })
    .uncheck();
  await expectGoodLooks(page, info, 'change-stretches');
  await changing.getByRole('button', { name: 'Save' }).click();
  await expect(changing).toBeHidden();
  await expect(where).toContainText('Marktstraat, stretch 1; Marktstraat, stretch 2');
  await expect(where).not.toContainText('Zwanenkaai');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(where).toContainText(both);
});
