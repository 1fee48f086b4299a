import { afterEach, beforeEach, expect, it } from 'vitest';

import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm, measureFields } from '../../../tests/factories/casework.ts';
import { plantCrossingStreet } from '../../../tests/factories/crossing-street.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { readBoard } from '../board/index.ts';
import { readBriefing } from '../briefing/index.ts';
import { readStreetProfile } from '../streets/index.ts';
import * as actions from './index.ts';

const random = seededRandom(31);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

it('calls one stretch of three by the same number on every page, and a street of one by no number', async () => {
  const small = await plantSmallTerritory(test.store);
  const crossing = await plantCrossingStreet(test.store, small.neighbourhoodId);
  const { file } = test;
  const [own] = await actions.readSegments(file, { streetId: small.streetId });
  const along = await actions.readSegments(file, { streetId: crossing.streetId });
  expect(along.map(({ id, number }) => [id, number])).toEqual([
    [crossing.north, 1],
    [crossing.south, 2],
    [crossing.beyond, 3],
  ]);
  const street = await readStreetProfile(file, {
    id: crossing.streetId,
    segmentId: null,
    period: null,
  });
  expect(street.pieces.map(({ id, number }) => [id, number])).toEqual(
    along.map(({ id, number }) => [id, number]),
  );

  const [dossierId, actionId] = [newId(), newId()];
  const segments = [own?.id ?? '', crossing.south];
  await actions.openDossier(file, { id: dossierId, form: dossierForm(segments) });
  const form = actionForm(test.store.identity.officerId);
  await actions.proposeAction(file, { id: actionId, dossierId, form });
  const south = measureFields(actionId, { id: crossing.south, streetId: crossing.streetId });
  for (const fields of [south, measureFields(actionId, own ?? expect.fail())]) {
    await actions.planMeasure(file, { id: newId(), fields });
  }
  await actions.answerAction(file, null, { id: actionId, approve: true, reason: '' });
  await actions.startAction(file, { id: actionId });

  const page = await actions.readDossier(file, { id: dossierId });
  expect(page.segments.map(({ id, number }) => [id, number])).toEqual([
    [crossing.south, 2],
    [own?.id, null],
  ]);
  expect(page.segments.map(({ place }) => place)).toEqual([
    { houses: null, crossings: [{ nameNl: 'Zonnebloemstraat', nameFr: 'Rue des Tournesols' }] },
    { houses: null, crossings: [] },
  ]);
  const stretches = (rows: readonly { readonly stretch: number | null }[]) =>
    rows.map(({ stretch }) => stretch).sort();
  expect(stretches(await actions.readDueMeasures(file))).toEqual([2, null]);
  const filter = { states: [], neighbourhoodId: null, officerId: null };
  const board = await readBoard(file, null, { view: 'week', week: '2026-06-17', filter });
  expect(stretches(board.stops)).toEqual([2, null]);
  const sheet = await readBriefing(file, {
    day: '2026-06-15',
    shift: 'early',
    neighbourhoodId: null,
  });
  const briefed = sheet.streets.flatMap(({ measures }) => measures);
  expect(stretches(briefed)).toEqual([2, null]);
  expect(briefed.flatMap(({ place }) => place.crossings.map(({ nameNl }) => nameNl))).toEqual([
    'Zonnebloemstraat',
  ]);
});
