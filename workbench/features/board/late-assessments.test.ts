import { afterEach, beforeEach, expect, it } from 'vitest';

import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { dossierForm } from '../../../tests/factories/casework.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import * as actions from '../actions/index.ts';
import * as board from './index.ts';

const random = seededRandom(81);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));
/** The clock of a test file stands on 15 June. */
const [BEFORE, YESTERDAY, TODAY] = ['2026-06-01', '2026-06-14', '2026-06-15'] as const;

let test: TestFile;
let segmentId: string;
beforeEach(async () => {
  test = await openTestFile();
  const { streetId } = await plantSmallTerritory(test.store);
  const [segment] = await actions.readSegments(test.file, { streetId });
  segmentId = segment?.id ?? expect.fail('the street has no segment');
});
afterEach(() => test.dispose());

async function open(title: string, reviewOn: string | null): Promise<string> {
  const id = newId();
  await actions.openDossier(test.file, {
    id,
    form: dossierForm([segmentId], { title, reviewOn }),
  });
  return id;
}
const late = async (neighbourhoodId: string | null = null) =>
  (
    await board.readBoard(test.file, null, {
      view: 'state',
      week: TODAY,
      filter: { states: [], neighbourhoodId, officerId: null },
    })
  ).late;
const toReview = async () =>
  (
    await actions.findDossiers(test.file, {
      filter: { state: 'to-review' },
      cursor: null,
      limit: 50,
    })
  ).rows.map(({ title }) => title);

it('names the assessments whose day is past, those that wait longest first', async () => {
  const later = await open('Later', YESTERDAY);
  const first = await open('Eerst', BEFORE);
  await open('Vandaag', TODAY);
  await open('Zonder dag', null);
  const item = { kind: 'assessment' };
  expect(await late()).toEqual([
    {
      kind: 'assessment',
      total: 2,
      items: [
        { ...item, dossierId: first, title: 'Eerst', dueOn: BEFORE },
        { ...item, dossierId: later, title: 'Later', dueOn: YESTERDAY },
      ],
    },
  ]);
  expect((await toReview()).sort()).toEqual(['Eerst', 'Later']);
  expect(await late(newId())).toEqual([]);
});

it('lets go of one that got a new day or none, and of one that was closed', async () => {
  for (const changes of [{ reviewOn: TODAY }, { reviewOn: null }, { state: 'closed' as const }]) {
    const id = await open('Te herzien', BEFORE);
    expect(await late()).toMatchObject([{ total: 1, items: [{ dossierId: id }] }]);
    await actions.changeDossier(test.file, { id, changes });
    expect(await late()).toEqual([]);
    expect(await toReview()).toEqual([]);
  }
});
