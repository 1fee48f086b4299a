import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import { ONCE } from '#shared/domain/actions/measure.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import {
  actionForm,
  dealForm,
  dossierForm,
  measureFields,
} from '../../../tests/factories/casework.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { addOfficer } from '../people/index.ts';
import { readThread } from '../thread/index.ts';
import * as actions from './index.ts';

const random = seededRandom(83);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

const DAY_MS = 86_400_000;

let test: TestFile;
/** Two stretches of one street. */
let segment: SegmentChoice;
let beside: SegmentChoice;
let dossierId: string;
beforeEach(async () => {
  test = await openTestFile();
  const { streetId, neighbourhoodId } = await plantSmallTerritory(test.store);
  await test.store.write(async ({ tables }) => {
    await tables
      .insertInto('segment')
      .values({
        id: newId(),
        official_id: 's1-2',
        street_id: streetId,
        neighbourhood_id: neighbourhoodId,
        geometry: '[[4.418,51.005],[4.4185,51.005]]',
        length_metres: 35,
        road_class: 'local',
        valid_from: '2020-01-01',
        valid_to: OPEN_END,
        opened_by: 'test',
        closed_by: '',
      })
      .execute();
  });
  const [first, second] = await actions.readSegments(test.file, { streetId });
  segment = first ?? expect.fail('the street has no stretch');
  beside = second ?? expect.fail('the street has one stretch only');
  dossierId = newId();
  const form = dossierForm([segment.id, beside.id]);
  await actions.openDossier(test.file, { id: dossierId, form });
});
afterEach(() => test.dispose());

const me = (): string => test.store.identity.officerId;

async function propose(changes: Partial<ReturnType<typeof actionForm>> = {}): Promise<string> {
  const id = newId();
  const form = { ...actionForm(me()), ...changes };
  await actions.proposeAction(test.file, { id, dossierId, form });
  return id;
}

async function plan(
  actionId: string,
  changes: Partial<ReturnType<typeof measureFields>> = {},
): Promise<string> {
  const id = newId();
  const fields = { ...measureFields(actionId, segment), ...changes };
  await actions.planMeasure(test.file, { id, fields });
  return id;
}

describe('copying an action', () => {
  it('asks what differs on another stretch of the same dossier, and nothing on its own', async () => {
    const sourceId = await propose();
    await plan(sourceId);
    const copy = { sourceId, dossierId, title: 'Nog eens', differs: '' };
    await expect(
      actions.adaptAction(test.file, { ...copy, id: newId(), segments: [segment.id, beside.id] }),
    ).rejects.toMatchObject({ data: { field: 'differs', reason: 'missing' } });
    const [again, differs, id] = [newId(), 'Geen school', newId()];
    await actions.adaptAction(test.file, { ...copy, id: again, segments: [segment.id] });
    await actions.adaptAction(test.file, { ...copy, id, differs, segments: [beside.id] });
    const { actions: made } = await actions.readDossier(test.file, { id: dossierId });
    const where = new Map(
      made.map((one) => [one.id, one.measures.map(({ segmentId }) => segmentId)]),
    );
    expect([where.get(again), where.get(id)]).toEqual([[segment.id], [beside.id]]);
  });
});

async function start(id: string): Promise<void> {
  await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
  await actions.startAction(test.file, { id });
}

async function addPartner(): Promise<string> {
  const id = newId();
  await actions.addPartner(test.file, { id, name: 'Dienst wegen', kind: 'municipality' });
  return id;
}

describe('what is due this week', () => {
  it('holds what an officer does with a partner, and not what a partner does alone', async () => {
    const id = await propose();
    const partnerId = await addPartner();
    const together = await plan(id, { officerId: me(), partnerId });
    await plan(id, { partnerId });
    await start(id);
    expect(await actions.readDueMeasures(test.file)).toMatchObject([
      { id: together, partnerId, forOfficerId: null },
    ]);
  });

  it('holds nothing of an action whose first day has yet to come', async () => {
    const id = await propose({ startsOn: '2026-06-17' });
    const measureId = await plan(id, { officerId: me() });
    await start(id);
    expect(await actions.readDueMeasures(test.file)).toEqual([]);
    test.clock.set('2026-06-17T08:00:00.000Z');
    expect(await actions.readDueMeasures(test.file)).toMatchObject([{ id: measureId }]);
  });

  it('holds what is done once until a day after it was', async () => {
    const id = await propose();
    const once = await plan(id, { type: 'works', minutes: 60, timesPerWeek: ONCE });
    await start(id);
    expect(await actions.readDueMeasures(test.file)).toMatchObject([
      { id: once, endsOn: '2026-07-12', stopsToday: 0 },
    ]);
    const stop = { id: newId(), measureId: once, day: '2026-06-15', minutes: 60 };
    await actions.confirmDelivery(test.file, stop);
    expect(await actions.readDueMeasures(test.file)).toMatchObject([{ id: once, stopsToday: 1 }]);
    const { actions: made } = await actions.readDossier(test.file, { id: dossierId });
    expect(made.find((one) => one.id === id)?.share).toBe(1);
    test.clock.set('2026-06-16T08:00:00.000Z');
    expect(await actions.readDueMeasures(test.file)).toEqual([]);
  });

  it('holds what colleagues have in an action that one covers, after one’s own, and says whose', async () => {
    const { id: owner } = await addOfficer(test.file, { displayName: 'Samir Demoen' });
    const covered = newId();
    await actions.proposeAction(test.file, {
      id: covered,
      dossierId,
      form: { ...actionForm(owner), coverId: me() },
    });
    const theirs = await plan(covered, { officerId: owner, timesPerWeek: 20 });
    await start(covered);
    const id = await propose();
    const own = await plan(id, { officerId: me() });
    await plan(id, { officerId: owner });
    await start(id);
    const due = await actions.readDueMeasures(test.file);
    expect(due.map((one) => [one.id, one.forOfficerId])).toEqual([
      [own, null],
      [theirs, owner],
    ]);
  });
});

describe('a measure that is removed while its action runs', () => {
  const deliver = (measureId: string, day: string, minutes = 15) =>
    actions.confirmDelivery(test.file, { id: newId(), measureId, day, minutes });
  const page = async () => {
    const [action] = (await actions.readDossier(test.file, { id: dossierId })).actions;
    return action ?? expect.fail('the dossier has no action');
  };

  it('keeps what was confirmed of it, and its plan of the start', async () => {
    const id = await propose();
    const measureId = await plan(id);
    await plan(id, { segmentId: beside.id });
    await start(id);
    const kept = (await page()).plannedAtStart;
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual({ measureId, minutes: 120, weekly: 30 });
    test.clock.advance(7 * DAY_MS);
    await deliver(measureId, '2026-06-16');
    await deliver(measureId, '2026-06-18');
    await actions.removeMeasure(test.file, { id: measureId });
    const after = await page();
    expect(after.measures).toHaveLength(1);
    expect(after.removed).toMatchObject([{ id: measureId, removedOn: '2026-06-22' }]);
    expect(after).toMatchObject({
      owed: 240,
      share: 0.125,
      dose: { delivered: 30, counted: 30, stops: 2 },
    });
    const [line] = await readThread(test.file, { goal: 'none' });
    expect(line?.actions).toMatchObject([
      { dose: { planned: 240, delivered: 30, counted: 30, share: 0.125 } },
    ]);
    expect((await actions.readVerdicts(test.file, { id, signAfter: null })).share).toBe(0.125);

    test.clock.advance(DAY_MS);
    await expect(deliver(measureId, '2026-06-23')).rejects.toMatchObject({
      data: { field: 'day', reason: 'removed' },
    });
    // Removed once more, it stays removed on its first day; put back, it asks for everything again.
    await actions.removeMeasure(test.file, { id: measureId });
    expect((await page()).removed).toMatchObject([{ removedOn: '2026-06-22' }]);
    await actions.restoreMeasure(test.file, { id: measureId });
    expect(await page()).toMatchObject({ removed: [], owed: 240, dose: { counted: 30 } });
  });

  it('can be followed by another, which counts from its own day on', async () => {
    const id = await propose();
    const first = await plan(id);
    await start(id);
    test.clock.advance(14 * DAY_MS);
    await actions.removeMeasure(test.file, { id: first });
    const second = await plan(id);
    await expect(deliver(second, '2026-06-28')).rejects.toMatchObject({
      data: { field: 'day', reason: 'before-planned' },
    });
    await deliver(second, '2026-06-29', 300);
    expect(await page()).toMatchObject({
      owed: 120,
      dose: { planned: 120, delivered: 300, counted: 30 },
      share: 0.25,
    });
  });
});

describe('what nobody can mean', () => {
  it('is refused by its field: days of a plan, of a baseline and of a deal, and a stop of more than a working day', async () => {
    const id = await propose();
    const change = (changes: object) => actions.changeAction(test.file, { id, changes });
    const invalid = (field: string, reason: string) => ({
      code: 'INVALID_FIELD',
      data: { field, reason },
    });
    const { sign } = actionForm(me());
    await expect(change({ startsOn: '1900-01-01' })).rejects.toMatchObject(
      invalid('startsOn', 'too-early'),
    );
    await expect(change({ endsOn: '9999-12-31' })).rejects.toMatchObject(
      invalid('endsOn', 'too-late'),
    );
    await expect(change({ startsOn: '2025-07-01', endsOn: '2029-01-01' })).rejects.toMatchObject(
      invalid('endsOn', 'too-long'),
    );
    await expect(change({ sign: { ...sign, from: '1026-05-01' } })).rejects.toMatchObject(
      invalid('sign.from', 'too-early'),
    );
    const late = invalid('sign.to', 'not-beforehand');
    await expect(change({ sign: { ...sign, to: '2026-06-15' } })).rejects.toMatchObject(late);
    await expect(change({ startsOn: sign.to })).rejects.toMatchObject(late);
    const page = await actions.readDossier(test.file, { id: dossierId });
    expect(page.actions[0]).toMatchObject(actionForm(me()));

    const measureId = await plan(id);
    await start(id);
    const stop = { id: newId(), measureId, day: '2026-06-15' };
    await expect(
      actions.confirmDelivery(test.file, { ...stop, minutes: 481 }),
    ).rejects.toMatchObject(invalid('minutes', 'invalid'));
    expect(await actions.confirmDelivery(test.file, { ...stop, minutes: 480 })).toMatchObject(stop);

    const deal = dealForm(id, await addPartner(), { theyDueOn: '1026-12-10' });
    await expect(actions.makeDeal(test.file, { id: newId(), form: deal })).rejects.toMatchObject(
      invalid('theyDueOn', 'too-early'),
    );
    const made = { ...deal, theyDueOn: '2026-12-10' };
    expect(await actions.makeDeal(test.file, { id: newId(), form: made })).toMatchObject(made);
  });
});
