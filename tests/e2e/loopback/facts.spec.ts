import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { chooseFile, importFile, openWizard, startAtTerritory } from '../stories/import-steps.ts';
import { NEIGHBOURHOODS, STREETS, textFile } from '../stories/small-town.ts';
import { goTo } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

test.use({ demo: false });

/** Sixty facts on three streets of the small town, and five rows with something wrong. */
function factsOfSmallTown(): string {
  const rows = ['Nummer;Aard;Datum;Uur;Straat;Lengtegraad;Breedtegraad;Herkomst'];
  const streets = [
    ['Zwanenkaai', '4,485', '51,02301', 'Diefstal', 30],
    ['Lindeplein', '4,495', '51,02501', 'Inbraak', 20],
    ['Vlasmarkt', '4,505', '51,02701', 'Overlast', 10],
  ] as const;
  for (const [name, longitude, latitude, kind, count] of streets) {
    for (let at = 0; at < count; at += 1) {
      const day = String((at % 28) + 1).padStart(2, '0');
      rows.push(
        `${name}-${at};${kind};${day}/03/2026;14:30;${name};${longitude};${latitude};burger`,
      );
    }
  }
  rows.push(
    'dubbel;Inbraak;01/03/2026;;;;;',
    'dubbel;Inbraak;01/03/2026;;;;;',
    '=HYPERLINK(1);Inbraak;31/02/2026;;;;;politie',
    'x1;Vreemd;02/03/2026;;;;;',
    'x2;Inbraak;02/03/2026;;;4,485;;',
  );
  return rows.join('\n');
}

const figure = (within: Locator, name: string): Locator =>
  within
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator('xpath=following-sibling::dd');

async function startAtFacts(page: Page): Promise<void> {
  await startAtTerritory(page);
  await importFile(page, NEIGHBOURHOODS, 'neighbourhood');
  await importFile(page, STREETS, 'segments');
  await goTo(page, 'Facts');
}

test('facts come in by a file, are looked at, taken back, put in force, and weighed', async ({
  app: { page },
}) => {
  await startAtFacts(page);
  await expect(page.getByText('No source yet.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Import facts' }).click();
  const wizard = page.getByRole('dialog', { name: 'Import facts' });
  await wizard.getByRole('link', { name: 'Bring in territory' }).click();
  await (await openWizard(page)).getByRole('link', { name: 'Import facts' }).click();
  await page.getByRole('button', { name: 'Import facts' }).click();
  await wizard.getByRole('button', { name: 'Add a source' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a source' });
  await adding.getByRole('button', { name: 'Save' }).click();
  await expect(adding.getByText('Give the source a name.')).toBeVisible();
  const long = 'Meldingen van burgers '.repeat(10);
  await adding.getByLabel('Name').fill(long);
  await adding.getByRole('button', { name: 'Save' }).click();
  await expect(adding.getByText('220 characters, 120 at most: nothing was cut.')).toBeVisible();
  await expect(adding.getByLabel('Name')).toHaveValue(long);
  await adding.getByLabel('Name').fill('Meldingen');
  await expectAccessible(page);
  await adding.getByRole('button', { name: 'Save' }).click();
  await expect(adding).toBeHidden();

  await chooseFile(page, wizard, textFile('feiten.csv', factsOfSmallTown()));
  await expect(wizard.getByRole('heading', { name: 'Which column holds what?' })).toBeVisible();
  await expect(wizard.getByLabel('Kind of fact')).toHaveValue('Aard');
  const kinds = wizard.getByRole('table', { name: 'Kinds in the file' });
  await expect(kinds.getByRole('combobox', { name: 'Inbraak' })).toHaveValue('burglary');
  await expect(wizard.getByLabel('Coordinates')).toContainText('Belgian Lambert 72');
  const origins = wizard.getByRole('table', { name: 'Origin in the file' });
  await expect(origins.getByRole('combobox', { name: 'burger' })).toHaveValue('public');
  const police = origins.getByRole('combobox', { name: 'politie' });
  await expect(police).toHaveValue('police');
  await police.selectOption('Refuse');
  await expect(police).toHaveValue('');
  await wizard.getByLabel('Everything that is not here').last().selectOption('Refuse');
  await expectAccessible(page);
  await expectGoodLayout(page);
  await wizard.getByRole('button', { name: 'Continue' }).click();

  await expect(wizard.getByRole('heading', { name: 'This is what would happen' })).toBeVisible();
  await expect(figure(wizard, 'Facts')).toHaveText('61');
  await expect(figure(wizard, 'Repeated')).toHaveText('1');
  await expect(figure(wizard, 'Refused')).toHaveText('3');
  await expect(figure(wizard, 'On the street it names')).toHaveText('60');
  await expect(wizard.getByText('None of these facts lies in')).toBeHidden();
  await expectAccessible(page);
  await expectGoodLayout(page);
  await wizard.getByRole('button', { name: 'Bring in', exact: true }).click();
  await expect(
    wizard.getByRole('heading', { name: 'feiten.csv has been brought in' }),
  ).toBeVisible();
  const saving = page.waitForEvent('download');
  await wizard.getByRole('button', { name: 'Save as CSV' }).click();
  const report = await readFile(await (await saving).path(), 'utf8');
  expect(report).toContain('kind without a code;Aard;Vreemd');
  expect(report).not.toMatch(/^=|;=/m);
  await expectAccessible(page);
  await wizard.getByRole('button', { name: 'Close' }).last().click();

  await expect(page.getByRole('table', { name: 'Facts by year of Meldingen' })).toContainText('61');
  await expectAccessible(page);
  await expectGoodLayout(page);

  await page.getByRole('tab', { name: 'List' }).click();
  await expect(page.getByText('61 facts, 1 of them on no street segment')).toBeVisible();
  await page.getByLabel('Kind').selectOption('Nuisance');
  await expect(page.getByText('10 facts', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expectGoodLayout(page);

  await page.getByRole('tab', { name: 'Weights' }).click();
  const ranking = page.getByRole('table', { name: /^Ranking of streets/ });
  await expect(ranking.getByRole('row')).toHaveCount(4);
  await expect(page.getByText('No street moves.')).toBeVisible();
  await page.getByLabel('Burglary', { exact: true }).fill('5');
  await expect(ranking.getByRole('row', { name: /Lindeplein/ })).toContainText('1 up');
  await expect(page.getByText('2 streets move.')).toBeVisible();
  await page.getByRole('button', { name: 'Set in my name' }).click();
  await expect(page.getByText('Write why')).toBeVisible();
  await page.getByLabel('Why').fill('Overlegd met het team.');
  await expectAccessible(page);
  await expectGoodLayout(page);
  await page.getByRole('button', { name: 'Set in my name' }).click();
  const versions = page.getByRole('table', { name: 'Weights that were set' });
  await expect(versions.getByRole('row', { name: /Overlegd/ })).toContainText('Burglary 5');
  await expect(versions).toContainText('Noor Voorbeeld');

  await page.getByRole('tab', { name: 'Sources and files' }).click();
  await page.getByRole('button', { name: 'Undo feiten.csv' }).click();
  await expect(page.getByText('No facts yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Put feiten.csv back' }).click();
  await expect(page.getByRole('table', { name: 'Facts by year of Meldingen' })).toContainText('61');
});

test('a change of method takes the place of a trend', async ({ app: { page } }, testInfo) => {
  await startAtFacts(page);
  await page.getByRole('button', { name: 'Add a source' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a source' });
  await adding.getByLabel('Name').fill('Camera’s');
  await adding.getByLabel('Whom do the facts come from?').selectOption('Found by police');
  await adding.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('button', { name: 'Import facts' }).click();
  const wizard = page.getByRole('dialog', { name: 'Import facts' });
  const rows = ['jaar,camera,vaststellingen'];
  for (let year = 2018; year <= 2025; year += 1) {
    for (let camera = 0; camera < (year < 2022 ? 10 : 20); camera += 1) {
      rows.push(`${year},Camera ${camera},${100 + year - 2018}`);
    }
  }
  await chooseFile(page, wizard, textFile('camera.csv', rows.join('\n')));
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await wizard.getByRole('button', { name: 'Bring in', exact: true }).click();
  // Closed earlier, the import is called off.
  await expect(wizard.getByText('has been brought in')).toBeVisible();
  await wizard.getByRole('button', { name: 'Close' }).last().click();
  // In the place of a trend stands the question; answered by no, the trend comes, and goes again with the answer.
  const trend = page.getByText(/^By year \+\d+ % \(/);
  const doubt = page.getByText('No direction: until somebody says whether the method changed');
  const question = page.getByText('In 2022 both facts and places');
  await expect(question).toBeVisible();
  await expect(doubt).toBeVisible();
  await expect(trend).toBeHidden();
  await expect(page.getByRole('rowheader', { name: '2022 ?' })).toBeVisible();
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await takePicture(page, testInfo.outputPath(`method-question-${width}-${colorScheme}.png`));
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page);
  await expectGoodLayout(page);
  await page.getByRole('button', { name: 'No, in 2022 the method did not change' }).click();
  await expect(trend).toBeVisible();
  await expect(question).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(doubt).toBeVisible();
  await expect(trend).toBeHidden();
  await expectAccessible(page);
  await expectGoodLayout(page);

  await page.getByRole('button', { name: 'Yes, say what changed in 2022' }).click();
  const changing = page.getByRole('dialog', { name: 'Change Camera’s' });
  await expect(changing.getByLabel('First day')).toHaveValue('01/01/2022');
  await changing.getByRole('button', { name: 'Save' }).click();
  await expect(changing.getByText('Fill in the day and what changed')).toBeVisible();
  await changing.getByLabel('What changed').fill('nieuwe camera’s');
  await expectAccessible(page);
  await changing.getByRole('button', { name: 'Save' }).click();
  await expect(changing).toBeHidden();
  await expect(
    page.getByText('No trend: the method changed on 01/01/2022 (nieuwe camera’s).'),
  ).toBeVisible();
  await expect(question).toBeHidden();
});

test('a month that a file lacks is said before it is brought in, and by its source', async ({
  app: { page },
}, testInfo) => {
  await startAtFacts(page);
  await page.getByRole('button', { name: 'Add a source' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a source' });
  await adding.getByLabel('Name').fill('Meldingen');
  await adding.getByRole('button', { name: 'Save' }).click();
  await expect(adding).toBeHidden();

  await page.getByRole('button', { name: 'Import facts' }).click();
  const wizard = page.getByRole('dialog', { name: 'Import facts' });
  const rows = ['Nummer;Aard;Datum'];
  for (const month of ['01', '02', '04', '08', '09']) {
    for (let at = 10; at < 28; at += 1) rows.push(`${month}-${at};Inbraak;${at}/${month}/2025`);
  }
  await chooseFile(page, wizard, textFile('gaten.csv', rows.join('\n')));
  await wizard.getByRole('button', { name: 'Continue' }).click();
  const lacks = 'no facts in March 2025, May 2025 to July 2025, though other months have many';
  const notes = wizard.getByRole('note');
  await expect(notes.filter({ hasText: `This file has ${lacks}` })).toBeVisible();
  await expect(notes.filter({ hasText: 'None of these facts lies in' })).toBeVisible();
  await expectAccessible(page);
  await wizard.getByRole('button', { name: 'Bring in', exact: true }).click();
  await expect(wizard.getByText('has been brought in')).toBeVisible();
  await expect(notes).toContainText('taken as missing, not as zero');
  await wizard.getByRole('button', { name: 'Close' }).last().click();
  await expect(wizard).toBeHidden();
  const said = page.getByRole('note').filter({ hasText: 'No facts in' });
  await expect(said).toContainText(lacks.replace('no', 'No'));
  await expect(page.getByRole('rowheader', { name: '2025 (in part)' })).toBeVisible();
  await expectGoodLooks(page, testInfo, 'missing-months');
});
