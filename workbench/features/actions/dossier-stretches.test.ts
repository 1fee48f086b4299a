import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm, measureFields } from '../../../tests/factories/casework.ts';
import {
  type CrossingStreet,
  plantCrossingStreet,
} from '../../../tests/factories/crossing-street.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { logContact } from '../contacts/log-contact.ts';
import * as actions from './index.ts';

const random = seededRandom(29);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

let test: TestFile;
let streetId: string;
let own: string;
let crossing: CrossingStreet;
let id: string;
beforeEach(async () => {
  test = await openTestFile();
  const small = await plantSmallTerritory(test.store);
  ({ streetId } = small);
  crossing = await plantCrossingStreet(test.store, small.neighbourhoodId);
  const [segment] = await actions.readSegments(test.file, { streetId });
  own = segment?.id ?? expect.fail('the street has no segment');
  id = newId();
  await actions.openDossier(test.file, { id, form: dossierForm([own, crossing.north]) });
});
afterEach(() => test.dispose());

const change = (segments: readonly string[]) =>
  actions.changeDossier(test.file, { id, changes: { segments: [...segments] } });
const stored = async () => {
  const { dossier } = await actions.readDossier(test.file, { id });
  return [...dossier.segments].sort();
};
async function planOn(segmentId: string, street = crossing.streetId) {
  const [actionId, measureId] = [newId(), newId()];
  const form = actionForm(test.store.identity.officerId);
  await actions.proposeAction(test.file, { id: actionId, dossierId: id, form });
  const fields = measureFields(actionId, { id: segmentId, streetId: street });
  await actions.planMeasure(test.file, { id: measureId, fields });
  return { actionId, measureId };
}
/** The territory says the same of a stretch by a new row. */
async function renew(segmentId: string): Promise<string> {
  const next = newId();
  await test.store.write(async ({ tables }) => {
    const old = await tables
      .selectFrom('segment')
      .select(['official_id', 'street_id', 'neighbourhood_id', 'geometry'])
      .select(['length_metres', 'road_class', 'valid_to', 'opened_by', 'closed_by'])
      .where('id', '=', segmentId)
      .executeTakeFirstOrThrow();
    await tables
      .updateTable('segment')
      .set({ valid_to: '2026-06-01' })
      .where('id', '=', segmentId)
      .execute();
    await tables
      .insertInto('segment')
      .values({ ...old, id: next, valid_from: '2026-06-01' })
      .execute();
  });
  return next;
}

describe('the stretches of a dossier', () => {
  it('change afterwards, to several streets, and back', async () => {
    const before = await stored();
    await change([own, crossing.south]);
    expect(await stored()).toEqual([own, crossing.south].sort());
    expect(await actions.readDossiers(test.file, { segmentId: crossing.south })).toMatchObject([
      { id },
    ]);
    expect(await actions.readDossiers(test.file, { segmentId: crossing.north })).toEqual([]);
    await change(before);
    expect(await stored()).toEqual(before);
  });

  it('lead to the dossier from their street and piece also once the territory says them anew', async () => {
    const next = await renew(crossing.north);
    const { streetId: street } = crossing;
    for (const question of [
      { segmentId: next },
      { segmentId: crossing.north },
      { streetId: street },
    ]) {
      expect(await actions.readDossiers(test.file, question)).toMatchObject([{ id }]);
    }
    expect(await actions.readDossiers(test.file, { segmentId: crossing.south })).toEqual([]);
  });

  it('stay in the neighbourhood of the dossier, and one at least is left', async () => {
    const before = await stored();
    for (const [segments, reason] of [
      [[own, crossing.beyond], 'another-neighbourhood'],
      [[crossing.beyond], 'another-neighbourhood'],
      [[], 'no-stretch'],
      [[own, newId()], 'unknown'],
    ] as const) {
      await expect(change(segments)).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'segments', reason },
      });
    }
    expect(await stored()).toEqual(before);
  });

  it('keep one that an action uses, and say which, until its measure is gone or it is refused', async () => {
    const { actionId, measureId } = await planOn(crossing.north);
    const inUse = {
      code: 'STRETCH_IN_USE',
      data: { segmentId: crossing.north, actionId },
    };
    await expect(change([own])).rejects.toMatchObject(inUse);
    await change([crossing.north, crossing.south]);
    await actions.removeMeasure(test.file, { id: measureId });
    await change([crossing.south]);
    await change([crossing.south, crossing.north]);
    await actions.restoreMeasure(test.file, { id: measureId });
    await expect(change([crossing.south])).rejects.toMatchObject(inUse);
    await actions.answerAction(test.file, null, { id: actionId, approve: false, reason: 'Neen' });
    await change([crossing.south]);
    expect(await stored()).toEqual([crossing.south]);
  });

  it('are the same under a new row of the territory', async () => {
    await planOn(crossing.north);
    const today = await renew(crossing.north);
    // What the screen offers is today's row: the dossier keeps its own for it.
    await change([today, own]);
    expect(await stored()).toEqual([own, crossing.north].sort());
    await expect(change([own])).rejects.toMatchObject({ code: 'STRETCH_IN_USE' });
    const later = newId();
    await actions.openDossier(test.file, { id: later, form: dossierForm([today]) });
    const changes = { segments: [crossing.north, own] };
    const changed = await actions.changeDossier(test.file, { id: later, changes });
    expect([...changed.segments].sort()).toEqual([today, own].sort());
  });
});

describe('opening a dossier', () => {
  const log = async (street: string, position: [number, number]): Promise<string> => {
    const contact = newContactSchema.parse({
      id: newId(),
      occurredAt: test.clock.now(),
      place: { streetId: street, houseNumber: '', position },
      reason: 'traffic',
      next: { step: 'nothing', note: '' },
    });
    await logContact(test.file, contact);
    return contact.id;
  };
  const open = (segments: readonly string[], contacts: readonly string[] = []) =>
    actions.openDossier(test.file, {
      id: newId(),
      form: dossierForm(segments, { contacts: [...contacts] }),
    });

  it('asks for a stretch, and for one neighbourhood', async () => {
    const refused = (reason: string) => ({ data: { field: 'segments', reason } });
    await expect(open([])).rejects.toMatchObject(refused('no-stretch'));
    await expect(open([own, crossing.beyond])).rejects.toMatchObject(
      refused('another-neighbourhood'),
    );
    await expect(open([crossing.beyond])).resolves.toMatchObject({
      neighbourhoodId: crossing.beyondId,
    });
  });

  it('takes contacts of its neighbourhood alone', async () => {
    const [here, there] = [
      await log(streetId, [4.41, 51.005]),
      await log(crossing.streetId, [4.418, 50.997]),
    ];
    await expect(open([own], [here])).resolves.toMatchObject({ contacts: [here] });
    await expect(open([own], [here, there])).rejects.toMatchObject({
      data: { field: 'contacts', reason: 'another-neighbourhood' },
    });
    await expect(open([own], [newId()])).rejects.toMatchObject({
      data: { field: 'contacts', reason: 'unknown' },
    });
  });
});
