import { afterEach, beforeEach, expect, it } from 'vitest';

import { type BoardQuestion, boardSchema } from '#shared/contract/board.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { streetIn } from '#shared/domain/territory/placed-street.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm, measureFields } from '../../../tests/factories/casework.ts';
import { plantNamesake } from '../../../tests/factories/namesake-street.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import * as actions from '../actions/index.ts';
import { logContact } from '../contacts/log-contact.ts';
import * as board from './index.ts';

const random = seededRandom(78);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));
const NAMES = ['Zonnebloemstraat, Maanwijk', 'Zonnebloemstraat, Zonnewijk'];

/** The street of the small territory and its namesake in another neighbourhood. */
let test: TestFile;
let streets: readonly string[];
beforeEach(async () => {
  test = await openTestFile();
  const { streetId } = await plantSmallTerritory(test.store);
  streets = [streetId, (await plantNamesake(test.store)).streetId];
});
afterEach(() => test.dispose());

/** An approved action in each street, at the same hour. */
async function planInBoth(): Promise<void> {
  const officerId = test.store.identity.officerId;
  for (const streetId of streets) {
    const [segment] = await actions.readSegments(test.file, { streetId });
    if (!segment) expect.fail('the street has no segment');
    const [dossierId, id] = [newId(), newId()];
    await actions.openDossier(test.file, { id: dossierId, form: dossierForm([segment.id]) });
    await actions.proposeAction(test.file, { id, dossierId, form: actionForm(officerId) });
    const windows = [{ days: [1], from: 480, to: 540 }];
    const fields = { ...measureFields(id, segment), windows, officerId };
    await actions.planMeasure(test.file, { id: newId(), fields });
    await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
  }
}

async function read(view: BoardQuestion['view']) {
  const filter = { states: [], neighbourhoodId: null, officerId: null };
  return boardSchema.parse(
    await board.readBoard(test.file, null, { view, week: '2026-06-17', filter }),
  );
}

it('tells two streets of one name apart on cards, in the week and in conflicts', async () => {
  await planInBoth();
  const { cards } = await read('street');
  const named = cards.flatMap((card) => card.streets);
  expect(named.map((one) => streetIn('nl', one)).sort()).toEqual(NAMES);
  expect(new Set(named.map(({ id }) => id))).toEqual(new Set(streets));
  const { stops, conflicts } = await read('week');
  expect(stops.map(({ street }) => streetIn('nl', street)).sort()).toEqual(NAMES);
  expect(
    conflicts.flatMap(({ first, second }) =>
      [first, second].map(({ street }) => streetIn('nl', street)),
    ),
  ).toEqual(expect.arrayContaining(NAMES));
});

it('calls a street by its new name once it has one', async () => {
  await planInBoth();
  const named = async () => (await read('week')).stops.map(({ street }) => street.nameNl).sort();
  expect(await named()).toEqual(['Zonnebloemstraat', 'Zonnebloemstraat']);
  await test.store.write(async ({ tables }) => {
    const [id = ''] = streets;
    const since = '2026-06-01';
    const before = await tables
      .selectFrom('street')
      .select(['official_id', 'name_fr', 'municipality_code', 'sub_municipality', 'postcode'])
      .select(['valid_to', 'opened_by', 'closed_by'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await tables.updateTable('street').set({ valid_to: since }).where('id', '=', id).execute();
    const after = { ...before, id: newId(), name_nl: 'Zonnehof', valid_from: since };
    await tables.insertInto('street').values(after).execute();
  });
  expect(await named()).toEqual(['Zonnebloemstraat', 'Zonnehof']);
});

it('says of a late promise in which of them it was made', async () => {
  for (const streetId of streets) {
    const contact = newContactSchema.parse({
      id: newId(),
      occurredAt: test.clock.now(),
      place: { streetId, houseNumber: '', position: null },
      reason: 'traffic',
      next: { step: 'promise', note: 'Belofte', dueOn: '2026-06-16', channel: null, ownerId: null },
    });
    await logContact(test.file, contact);
  }
  test.clock.advance(5 * 86_400_000);
  const { late } = await read('state');
  const items = late.flatMap((part) => part.items);
  expect(
    items.flatMap((one) => (one.kind === 'promise' ? [streetIn('nl', one.street)] : [])).sort(),
  ).toEqual(NAMES);
});
