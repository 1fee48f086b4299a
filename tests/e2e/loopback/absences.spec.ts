import { lock, signIn } from '../stories/desk-steps.ts';
import { goTo, logContact } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ withCentre: true });
test.setTimeout(240_000);

/** A day from today as it is typed, dd/mm/yyyy. */
function typedDay(daysAhead: number): string {
  const day = new Date();
  day.setDate(day.getDate() + daysAhead);
  return [day.getDate(), day.getMonth() + 1]
    .map((part) => String(part).padStart(2, '0'))
    .concat(String(day.getFullYear()))
    .join('/');
}

test('who is away says who stands in; the promises go there, on the other desk too, and come back', async ({
  app: { page },
}, info) => {
  await signIn(page, 'Noor Voorbeeld');
  const text = 'Terugbellen over de fietsenstalling';
  await logContact(page, {
    typed: 'Sint-Barbarastraat',
    street: /Sint-Barbarastraat/,
    reason: 'Traffic',
    summary: 'De stalling aan het plein is altijd vol',
    promise: text,
  });
  await goTo(page, 'Promises');
  const away = page.getByRole('region', { name: 'Who is away' });
  await expect(away).toContainText('Nobody is away, now or later.');
  await expectAccessible(page);
  const promise = page.getByRole('listitem').filter({ hasText: text });
  await expect(promise).toContainText('· yours');
  const due = (await promise.getByText(/^\d{2}\/\d{2}\/\d{4}$/).textContent()) ?? '';

  const dialog = page.getByRole('dialog', { name: 'Set an absence' });
  const last = dialog.getByLabel('Last day');
  await test.step('what is missing or wrong is said, and what was chosen is kept', async () => {
    await away.getByRole('button', { name: 'Set an absence' }).press('Enter');
    await expect(dialog.getByLabel('Who stands in')).toBeFocused();
    await dialog.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(dialog.getByRole('alert')).toHaveText('Choose the last day.');
    await last.fill(typedDay(-1));
    await last.press('Tab');
    await dialog.getByLabel('Who stands in').selectOption({ label: 'Samir Demoen' });
    await dialog.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText('The last day is before the first.');
    await expect(last).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
    await expectGoodLooks(page, info, 'absence-dialog');
    await last.fill(typedDay(6));
    await last.press('Tab');
    await expect(dialog.getByText('Kept on this desk')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await away.getByRole('button', { name: 'Set an absence' }).click();
    await expect(last).toHaveValue(typedDay(6));
    await dialog.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the promises are with who stands in, on the days that residents were told', async () => {
    await expect(away.getByRole('listitem')).toContainText('Samir Demoen stands in');
    await expect(promise).toContainText('Samir Demoen for Noor Voorbeeld');
    await expect(promise).toContainText(due);
    await expectAccessible(page);
    await expectGoodLooks(page, info, 'absence');
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(promise).toContainText('· yours');
    await away.getByRole('button', { name: 'Set an absence' }).click();
    await last.fill(typedDay(6));
    await last.press('Tab');
    await dialog.getByLabel('Who stands in').selectOption({ label: 'Samir Demoen' });
    await dialog.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(promise).toContainText('Samir Demoen for Noor Voorbeeld');
    await goTo(page, 'Today');
    await expect(page.getByText(/Samir Demoen sees to your promises\./)).toBeVisible();
  });

  await test.step('the substitute has them on another desk, and may not end the absence', async () => {
    await expect(page.getByTestId('only-here')).toContainText('No changes only here', {
      timeout: 60_000,
    });
    await lock(page);
    await signIn(page, 'Samir Demoen');
    await expect(page.getByText(/You stand in for Noor Voorbeeld up to and including/)).toBeVisible(
      {
        timeout: 60_000,
      },
    );
    await goTo(page, 'Promises');
    await expect(away.getByRole('listitem')).toContainText('Noor Voorbeeld');
    await expect(away.getByRole('button', { name: /is back at work/ })).toHaveCount(0);
    await expect(promise).toContainText('yours for Noor Voorbeeld');
    await expect(promise).toContainText(due);
    await lock(page);
  });

  await test.step('back at work, they are with their officer again', async () => {
    await signIn(page, 'Noor Voorbeeld');
    await goTo(page, 'Promises');
    await away.getByRole('button', { name: 'Noor Voorbeeld is back at work' }).click();
    await expect(away).toContainText('Nobody is away, now or later.');
    await expect(promise).toContainText('· yours');
  });
});
