import { dayFromNow, fillDay, openDossierHere, proposeAction } from '../stories/casework-steps.ts';
import { logInSmallTown, startInSmallTown } from '../stories/desk-steps.ts';
import { goTo, unfoldMore } from '../stories/steps.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

test('figures, days and choices of a form are there again, as its texts are', async ({
  app: { page },
}, info) => {
  test.slow();
  await startInSmallTown(page, 'Noor Voorbeeld');
  await logInSmallTown(page, 'Te snel verkeer');
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await openDossierHere(page, 'Te snel verkeer', 'unadapted-speed');
  await expect(page.getByText('only here', { exact: true })).toBeVisible();
  const note = page.getByRole('button', { name: 'Note a means' });
  const dialog = page.getByRole('dialog', { name: 'Note a means' });
  await note.click();
  await dialog.getByLabel('Which means').selectOption('coercion');
  await dialog.getByLabel('What of it').selectOption('taken');
  await dialog.getByLabel('Could not wait').check();
  await dialog.getByLabel('Who decided').selectOption({ label: 'Noor Voorbeeld' });
  await expect(dialog.getByText('Kept on this desk')).toBeVisible();
  const expectAll = async (): Promise<void> => {
    await note.click();
    await expect(dialog.getByLabel('Which means')).toHaveValue('coercion');
    await expect(dialog.getByLabel('What of it')).toHaveValue('taken');
    await expect(dialog.getByLabel('Could not wait')).toBeChecked();
    await expect(dialog.getByLabel('Who decided')).not.toHaveValue('');
  };
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expectAll();
  await expectGoodLooks(page, info, 'kept-dialog');
  await page.reload();
  await expectAll();
  await dialog.getByRole('button', { name: 'Throw away' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectAll();
  await dialog.getByRole('button', { name: 'Throw away' }).click();
  await note.click();
  await expect(dialog.getByLabel('Which means')).toHaveValue('talk');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await proposeAction(page, 'Trager aan de school');
  const plan = page.getByRole('region', { name: 'Plan' });
  const [from, to] = [dayFromNow(-60), dayFromNow(-30)];
  await plan.getByLabel('Baseline').fill('7.5');
  await fillDay(page, 'Counted from', from);
  await fillDay(page, 'Counted until', to);
  await plan.getByLabel('Better is').selectOption('higher');
  await fillDay(page, 'Ends on', dayFromNow(40));
  await expect(plan.getByText('Kept on this desk')).toBeVisible();
  await expectGoodLooks(page, info, 'kept-plan');
  await page.reload();
  await expect(plan.getByLabel('Baseline')).toHaveValue('7.5');
  await expect(plan.getByLabel('Counted from')).toHaveValue(from);
  await expect(plan.getByLabel('Better is')).toHaveValue('higher');
  await expect(plan.getByLabel('Ends on')).toHaveValue(dayFromNow(40));
});

test('a pasted text that is too long stays whole, and says so at its field', async ({
  app: { page },
}, info) => {
  test.slow();
  await startInSmallTown(page, 'Noor Voorbeeld');
  await logInSmallTown(page, 'Te snel verkeer');
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await openDossierHere(page, 'Te snel verkeer', 'unadapted-speed');
  const long = 'Rechte baan. '.repeat(1_000);
  const analysis = page.getByLabel('Analysis', { exact: true });
  await analysis.fill(long);
  await expect(page.getByText('13,000 characters, 10,000 at most: nothing was cut.')).toBeVisible();
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('Te snel '.repeat(30));
  await title.blur();
  await expect(page.getByText('240 characters, 160 at most: nothing was cut.')).toBeVisible();
  await expectGoodLooks(page, info, 'too-long');
  await expect(title).toHaveValue('Te snel '.repeat(30));
  await title.fill('Te snel verkeer');
  await title.blur();
  await expect(page.getByText('160 at most')).toBeHidden();
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Te snel verkeer' }).click();
  await expect(analysis).toHaveValue(long);
  await analysis.fill('Rechte baan');
  await expect(page.getByText('nothing was cut')).toBeHidden();
  await page.reload();
  await expect(analysis).toHaveValue('Rechte baan');
});

test('what was submitted leaves no draft behind, however long its answer takes', async ({
  app,
}) => {
  await startInSmallTown(app.page, 'Noor Voorbeeld');
  let delay = 0;
  await app.page.context().routeWebSocket(/\/workbench$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (delay === 0) socket.send(message);
      else setTimeout(() => socket.send(message), delay);
    });
  });
  const page = await app.openWindow();
  await expect(page.getByTestId('only-here')).toBeVisible();
  const drafts = page.getByRole('region', { name: 'Unfinished' });

  await page.getByRole('button', { name: 'New contact' }).click();
  const form = page.getByRole('dialog', { name: 'New contact' });
  await form.getByRole('combobox', { name: 'Where' }).fill('zwanenkaai');
  await page
    .getByRole('option', { name: /Zwanenkaai/ })
    .first()
    .click();
  await form.getByRole('radio', { name: 'Nuisance' }).check({ force: true });
  await form.getByRole('radio', { name: 'Nothing' }).check({ force: true });
  await unfoldMore(form);
  await form.getByLabel('What was said or seen').fill('Te snel verkeer');
  // Longer than the pause after which a form is kept.
  delay = 1_500;
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  delay = 0;
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await goTo(page, 'Today');
  await expect(page.getByRole('region', { name: 'Latest contacts' })).toContainText('Te snel');
  await expect(drafts).toHaveCount(0);
});
