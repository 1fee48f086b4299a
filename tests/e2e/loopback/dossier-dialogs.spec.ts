import type { Page } from '@playwright/test';

import { openDossierHere, proposeAction } from '../stories/casework-steps.ts';
import { logInSmallTown, startInSmallTown } from '../stories/desk-steps.ts';
import { goTo } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

/** A dossier about the street of a contact. */
async function openDossierFromContact(page: Page, title: string): Promise<void> {
  await logInSmallTown(page, title);
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await openDossierHere(page, title, 'unadapted-speed');
}

async function note(page: Page, means: string, what: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Note a means' }).click();
  const dialog = page.getByRole('dialog', { name: 'Note a means' });
  await dialog.getByLabel('Which means').selectOption(means);
  await dialog.getByLabel('What of it').selectOption(what);
  await dialog.getByLabel('What came of it, or why not').fill(text);
  await dialog.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('N8: the ladder of means asks for each lighter one, and an urgent one shows up for review', async ({
  app: { page },
}, info) => {
  test.slow();
  await startInSmallTown(page, 'Noor Voorbeeld');
  await openDossierFromContact(page, 'Te snel verkeer');
  const ladder = page.getByRole('region', { name: 'Ladder of means' });
  await note(page, 'talk', 'tried', 'Gesproken met bestuurders');
  await expect(ladder).toContainText('Gesproken met bestuurders');

  await page.getByRole('button', { name: 'Note a means' }).click();
  const dialog = page.getByRole('dialog', { name: 'Note a means' });
  await dialog.getByLabel('Which means').selectOption('warning');
  await dialog.getByLabel('What of it').selectOption('taken');
  await expect(dialog.getByRole('status').first()).toContainText(
    'Say first what became of these lighter means: Information, Mediation, Agreement and repair.',
  );
  await dialog.getByLabel('What came of it, or why not').fill('Een verwittiging');
  await dialog.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expectGoodLooks(page, info, 'ladder');

  await dialog.getByLabel('Which means').selectOption('official-report');
  await dialog.getByLabel('Could not wait').check();
  await dialog.getByLabel('Who decided').selectOption({ label: 'Noor Voorbeeld' });
  await dialog.getByLabel('What came of it, or why not').fill('Meteen opgesteld');
  await dialog.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(ladder).toContainText('urgent, to be reviewed');
  await expect(ladder).toContainText('Legal groundnot said');
  await expect(ladder).toContainText('Who decidedNoor Voorbeeld');
  await expectGoodLooks(page, info, 'ladder-grounds');

  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Proposals and lessons' }).click();
  const reviews = page.getByRole('region', { name: 'To be reviewed' });
  await expect(reviews).toContainText('Official report');
  // Who noted it and decided does not review it: only the grounds can be filled in.
  await expect(reviews.getByRole('button', { name: 'Fill in the grounds' })).toBeVisible();
  await expect(reviews.getByRole('button', { name: 'Review' })).toBeHidden();
  await expectAccessible(page);
  const mix = page.getByRole('region', { name: 'Means by neighbourhood' });
  await expect(mix.getByRole('columnheader', { name: 'Official report' })).toBeVisible();
  await expect(mix.getByRole('cell', { name: '1', exact: true }).first()).toBeVisible();
  await expectGoodLooks(page, info, 'means-mix');
});

test('copying an action to other streets asks what differs there', async ({
  app: { page },
}, info) => {
  test.slow();
  await startInSmallTown(page, 'Noor Voorbeeld');
  await openDossierFromContact(page, 'Te snel verkeer');
  await proposeAction(page, 'Trager aan de school');
  await page.getByRole('button', { name: 'Add a measure' }).click();
  const measure = page.getByRole('dialog', { name: 'Add a measure' });
  await measure.getByRole('button', { name: 'Add', exact: true }).click();
  await goTo(page, 'Dossiers');
  await page.getByRole('button', { name: 'New dossier' }).first().click();
  const opening = page.getByRole('dialog', { name: 'New dossier' });
  await opening.getByLabel('Title').fill('Ook te snel');
  await opening.getByRole('combobox', { name: 'Street' }).pressSequentially('linde');
  await page
    .getByRole('option', { name: /Lindeplein/ })
    .first()
    .click();
  await expect(opening.getByRole('group', { name: 'Lindeplein' })).toBeVisible();
  await opening.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Ook te snel', level: 1 })).toBeVisible();

  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Te snel verkeer' }).click();
  await page.getByRole('link', { name: 'Trager aan de school' }).click();
  await page.getByRole('button', { name: 'Adapt for other streets' }).click();
  const copying = page.getByRole('dialog', { name: 'Adapt for other streets' });
  await copying.getByLabel('For which dossier').selectOption({ label: 'Ook te snel' });
  await copying.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(copying.getByText('Say first what differs there.')).toBeVisible();
  await copying.getByLabel('What differs there?').fill('Een plein zonder school');
  await expectGoodLooks(page, info, 'copy');
  await copying.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Back to Ook te snel' })).toBeVisible();
  await expect(page.getByText('Een plein zonder school')).toBeVisible();
  const measures = page.getByRole('region', { name: 'Measures by street' });
  await expect(measures).toContainText('Lindeplein');
  await expect(page.getByRole('region', { name: 'Dose by stretch' })).toContainText('Lindeplein');
});

test('what is typed in a dialog is there again when the page was left, until it is sent', async ({
  app,
}) => {
  test.slow();
  const { page } = app;
  await startInSmallTown(page, 'Noor Voorbeeld');
  await openDossierFromContact(page, 'Te snel verkeer');
  await page.getByRole('button', { name: 'Note a means' }).click();
  const dialog = page.getByRole('dialog', { name: 'Note a means' });
  await dialog.getByLabel('What came of it, or why not').fill('Lang gesproken met de ouders');
  await expect(dialog.getByText('Kept on this desk')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Note a means' }).click();
  await expect(dialog.getByLabel('What came of it, or why not')).toHaveValue(
    'Lang gesproken met de ouders',
  );
  await dialog.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Ladder of means' })).toContainText(
    'Lang gesproken met de ouders',
  );
  await page.getByRole('button', { name: 'Note a means' }).click();
  await expect(dialog.getByLabel('What came of it, or why not')).toHaveValue('');
  await dialog.getByLabel('What came of it, or why not').fill('Toch niet');
  await expect(dialog.getByText('Kept on this desk')).toBeVisible();
  // Whichever way it closes, it is kept; only its own button throws it away.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Note a means' }).click();
  await expect(dialog.getByLabel('What came of it, or why not')).toHaveValue('Toch niet');
  await dialog.getByRole('button', { name: 'Throw away' }).click();
  await expect(dialog).toBeHidden();
  await page.reload();
  await page.getByRole('button', { name: 'Note a means' }).click();
  await expect(dialog.getByLabel('What came of it, or why not')).toHaveValue('');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // The one search finds the dossier by what was written in it.
  await page.getByLabel('Analysis', { exact: true }).fill('Rechte baan');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and do' });
  await palette.getByRole('combobox').fill('rechte baan');
  const found = palette.getByRole('group', { name: 'Dossiers and actions' });
  await expect(found.getByRole('option', { name: /Te snel verkeer/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});

test('a proposal says within how many days the zone answers', async ({ app: { page } }) => {
  await startInSmallTown(page, 'Noor Voorbeeld');
  await openDossierFromContact(page, 'Te snel verkeer');
  const dialog = page.getByRole('dialog', { name: 'Propose an action' });
  await page.getByRole('button', { name: 'Propose an action' }).click();
  await expect(dialog).toContainText('The team lead answers within 14 days.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Proposals and lessons' }).click();
  await page.getByRole('button', { name: 'Change the days' }).click();
  await page.getByLabel('Days to answer').fill('1');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Te snel verkeer' }).click();
  await page.getByRole('button', { name: 'Propose an action' }).click();
  await expect(dialog).toContainText('The team lead answers within 1 day.');
});
