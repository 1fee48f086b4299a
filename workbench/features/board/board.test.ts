import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import { type BoardQuestion, boardSchema } from '#shared/contract/board.ts';
import { disclosureSchema } from '#shared/contract/exports.ts';
import { lighterThan } from '#shared/domain/actions/vocabulary.ts';
import { addDays } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';
import type { Role } from '#shared/protocol/account.ts';

import { actionForm, dossierForm, measureFields } from '../../../tests/factories/casework.ts';
import { plantOutside } from '../../../tests/factories/outside-street.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { storeTerritory, territoryMaker } from '../../../tests/factories/test-territory.ts';
import { findCasework, putCasework } from '../../store/repositories/casework-repository.ts';
import * as actions from '../actions/index.ts';
import { readDisclosures } from '../exports/index.ts';
import { addOfficer } from '../people/index.ts';
import { openTransfers } from '../transfers/index.ts';
import * as board from './index.ts';

const random = seededRandom(77);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

let test: TestFile;
let segment: SegmentChoice;
let dossierId: string;
beforeEach(async () => {
  test = await openTestFile();
  const { streetId } = await plantSmallTerritory(test.store);
  const [first] = await actions.readSegments(test.file, { streetId });
  segment = first ?? expect.fail('the street has no segment');
  dossierId = newId();
  await actions.openDossier(test.file, { id: dossierId, form: dossierForm([segment.id]) });
});
afterEach(() => test.dispose());

const me = (): string => test.store.identity.officerId;
const LIGHT = {
  actionId: null,
  kind: 'not-tried' as const,
  note: 'Past hier niet',
  legalGround: '',
  necessity: '',
  proportionality: '',
  decidedBy: null,
  urgent: false,
};
const SCHOOL = { days: [1, 2, 4, 5], from: 480, to: 540 };
const ALL: BoardQuestion['filter'] = { states: [], neighbourhoodId: null, officerId: null };

async function read(question: Partial<BoardQuestion> = {}, role: Role | null = null) {
  const asked = { view: 'state' as const, week: '2026-06-17', filter: ALL, ...question };
  return boardSchema.parse(await board.readBoard(test.file, role, asked));
}
async function propose(changes: Partial<ReturnType<typeof actionForm>> = {}): Promise<string> {
  const id = newId();
  const form = { ...actionForm(me()), ...changes };
  await actions.proposeAction(test.file, { id, dossierId, form });
  return id;
}
async function approved(measure: object = {}): Promise<{ id: string; measureId: string }> {
  const id = await propose();
  const measureId = newId();
  const fields = { ...measureFields(id, segment), windows: [SCHOOL], officerId: me(), ...measure };
  await actions.planMeasure(test.file, { id: measureId, fields });
  await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
  return { id, measureId };
}

describe('the board', () => {
  it('is empty where there is nothing', async () => {
    expect(await read()).toMatchObject({ cards: [], late: [], conflicts: [], counts: {}, more: 0 });
  });

  it('has a card for every action of the filter, and counts those of other states', async () => {
    const { id } = await approved();
    const refused = await propose();
    await actions.answerAction(test.file, null, { id: refused, approve: false, reason: 'Nee' });
    const all = await read();
    expect(all.counts).toEqual({ approved: 1, refused: 1 });
    expect(all.cards).toMatchObject([
      {
        id,
        state: 'approved',
        minutesPerWeek: 30,
        streets: [{ id: segment.streetId, nameNl: 'Zonnebloemstraat' }],
        fixed: null,
        recordState: 'only-here',
      },
    ]);
    const ended = await read({ filter: { ...ALL, states: ['refused'] } });
    expect(ended.cards).toMatchObject([{ id: refused, fixed: 'ended' }]);
    expect(all.neighbourhoods.map((one) => one.id)).toEqual([segment.neighbourhoodId]);
  });

  it('narrows to a neighbourhood and to an officer who leads, covers or does', async () => {
    const { id } = await approved();
    const samir = await addOfficer(test.file, { displayName: 'Samir Voorbeeld' });
    const none = newId();
    const cards = async (filter: Partial<typeof ALL>) =>
      (await read({ filter: { ...ALL, ...filter } })).cards.map((card) => card.id);
    expect(await cards({ neighbourhoodId: segment.neighbourhoodId })).toEqual([id]);
    expect(await cards({ neighbourhoodId: none })).toEqual([]);
    expect(await cards({ officerId: samir.id })).toEqual([]);
    const fields = { ...measureFields(id, segment), officerId: samir.id };
    await actions.planMeasure(test.file, { id: newId(), fields });
    expect(await cards({ officerId: samir.id })).toEqual([id]);
    expect(await cards({ officerId: me() })).toEqual([id]);
  });

  it('lays out the week by its windows, and the weeks of a plan by its days', async () => {
    const { id, measureId } = await approved();
    const anyTime = newId();
    const fields = measureFields(id, segment);
    await actions.planMeasure(test.file, { id: anyTime, fields });
    const week = await read({ view: 'week' });
    expect(week.week).toEqual({ from: '2026-06-15', to: '2026-06-21' });
    expect(week.stops.map(({ measureId: of, at }) => [of, at?.day ?? null])).toEqual([
      ...['15', '16', '18', '19'].map((day) => [measureId, `2026-06-${day}`]),
      [anyTime, null],
    ]);
    expect(week.cards).toMatchObject([{ id }]);
    expect((await read({ view: 'week', week: '2026-08-01' })).stops).toEqual([]);
    expect((await read({ view: 'timeline' })).cards).toMatchObject([{ id }]);
    expect((await read({ view: 'timeline', week: '2027-01-01' })).cards).toEqual([]);
    expect((await read({ view: 'map' })).segments).toMatchObject([
      { id: segment.id, state: 'approved', actions: 1 },
    ]);
  });

  it('names every street of an action where it stands street by street, and at most four on a card', async () => {
    const { id } = await approved();
    const town = territoryMaker(41);
    const { neighbourhoodId } = segment;
    for (let at = 0; at < 5; at += 1) {
      const { id: streetId } = town.street({ officialId: `more${at}`, nameNl: `Meerstraat ${at}` });
      const north = 51.01 + at / 1_000;
      const line = [[4.402, north] as const, [4.41, north] as const];
      town.segment({ officialId: `more${at}/1`, streetId, neighbourhoodId, geometry: line });
    }
    await storeTerritory(test.store, town.dataset);
    for (const { id: segmentId, streetId } of town.dataset.segments) {
      const fields = { ...measureFields(id, segment), segmentId, streetId };
      await actions.planMeasure(test.file, { id: newId(), fields });
    }
    const card = async (view: BoardQuestion['view']) => (await read({ view })).cards[0];
    expect(await card('state')).toMatchObject({ streets: { length: 4 }, moreStreets: 2 });
    expect(await card('street')).toMatchObject({ streets: { length: 6 }, moreStreets: 0 });
  });

  it('says what waits too long, the longest first, without the words of a promise', async () => {
    const proposed = await propose();
    const { id } = await approved();
    test.clock.advance(20 * 86_400_000);
    const { late } = await read();
    expect(late).toMatchObject([
      { kind: 'answer', total: 1, items: [{ action: { id: proposed }, dueOn: '2026-06-29' }] },
      { kind: 'start', total: 1, items: [{ action: { id }, dueOn: '2026-06-15' }] },
    ]);
  });

  it('sums the load by week for those who lead, and of others only their own', async () => {
    await approved();
    await approved({ officerId: null });
    const { load, weeks } = await read();
    expect(weeks).toHaveLength(13);
    // Nobody stands before anybody.
    const minutes = [30, 30, 30, 30, ...Array.from({ length: 9 }, () => 0)];
    const each = [me(), null].map((id): object => expect.objectContaining({ id, minutes }));
    expect(load.officers).toHaveLength(2);
    expect(load.officers).toEqual(expect.arrayContaining(each));
    expect(load.neighbourhoods).toMatchObject([{ id: segment.neighbourhoodId }]);
    expect((await read({}, 'team-lead')).load.officers).toHaveLength(2);
    expect((await read({}, 'officer')).load.officers.map(({ id }) => id)).toEqual([me()]);
  });

  it('names both sides of a conflict', async () => {
    const first = await approved();
    const second = await approved({ windows: [{ days: [1], from: 500, to: 560 }] });
    const { conflicts } = await read();
    expect(conflicts).toMatchObject([
      {
        officerId: me(),
        day: '2026-06-15',
        from: 500,
        to: 540,
        first: { measureId: first.measureId, action: { id: first.id, dossierId } },
        second: { measureId: second.measureId, action: { id: second.id } },
      },
    ]);
    expect((await read({ week: '2027-01-01' })).conflicts).toEqual([]);
  });
});

describe('moving a plan', () => {
  it('counts for an officer what they do with a partner, and for nobody what a partner does alone', async () => {
    const partnerId = newId();
    await approved({ partnerId });
    await approved();
    await approved({ partnerId, officerId: null });
    const { load, conflicts, stops } = await read({ view: 'week' });
    expect(load.officers.map(({ id, minutes }) => [id, minutes[0]])).toEqual([[me(), 60]]);
    expect(conflicts.length).toBeGreaterThan(0);
    expect(new Set(conflicts.map(({ officerId }) => officerId))).toEqual(new Set([me()]));
    expect(stops.some((stop) => stop.officerId === me() && stop.partnerId === partnerId)).toBe(
      true,
    );
  });

  it('gives an action other days, and refuses what the rules refuse', async () => {
    const { id } = await approved();
    const days = { startsOn: '2026-06-22', endsOn: '2026-07-19' };
    expect(await board.moveAction(test.file, null, { id, ...days })).toMatchObject(days);
    for (const [endsOn, reason] of [
      ['2026-06-21', 'end-before-start'],
      ['2026-06-14', 'in-the-past'],
    ] as const) {
      const startsOn = reason === 'in-the-past' ? '2026-06-01' : '2026-06-22';
      await expect(
        board.moveAction(test.file, null, { id, startsOn, endsOn }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'endsOn', reason } });
    }
    await actions.startAction(test.file, { id });
    await expect(
      board.moveAction(test.file, null, { id, ...days, startsOn: '2026-06-23' }),
    ).rejects.toMatchObject({ data: { reason: 'already-began' } });
    const later = { ...days, endsOn: '2026-07-26' };
    expect(await board.moveAction(test.file, null, { id, ...later })).toMatchObject(later);
  });

  it('refuses to move what ended, and is for leads where there is no neighbourhood', async () => {
    const id = await propose();
    await actions.answerAction(test.file, null, { id, approve: false, reason: 'Nee' });
    const days = { startsOn: '2026-06-22', endsOn: '2026-07-19' };
    await expect(board.moveAction(test.file, null, { id, ...days })).rejects.toMatchObject({
      code: 'NOT_NOW',
      data: { reason: 'already-closed' },
    });
    const outside = newId();
    const { outside: stretch } = await plantOutside(test.store);
    await actions.openDossier(test.file, { id: outside, form: dossierForm([stretch]) });
    const free = newId();
    const form = actionForm(me());
    await actions.proposeAction(test.file, { id: free, dossierId: outside, form });
    await expect(
      board.moveAction(test.file, 'officer', { id: free, ...days }),
    ).rejects.toMatchObject({ code: 'NOT_NOW', data: { reason: 'not-a-leader' } });
    expect(await board.moveAction(test.file, 'team-lead', { id: free, ...days })).toMatchObject(
      days,
    );
  });

  it('moves one day of a window, and says what it was', async () => {
    const { measureId } = await approved();
    const move = { measureId, window: 0, day: 2, toDay: 3, toFrom: 600 };
    const { measure, before } = await board.moveWindow(test.file, null, move);
    expect(before).toEqual([SCHOOL]);
    expect(measure.windows).toEqual([
      { ...SCHOOL, days: [1, 4, 5] },
      { days: [3], from: 600, to: 660 },
    ]);
    await expect(board.moveWindow(test.file, null, move)).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'windows', reason: 'no-window' },
    });
  });
});

it('a calendar holds streets and kinds of measures, and nothing that was typed', async () => {
  const note = 'Bij mevrouw Verzonnen op nummer 4';
  const { measureId } = await approved({ note });
  const transfers = await openTransfers(`${test.directory}/transfers`, newId);
  const filter = { ...ALL, officerId: me() };
  const made = await board.exportCalendar(test.file, transfers, {
    filter,
    language: 'nl',
    recipient: 'Dienst Planning',
    words: {
      fileName: 'wijkbord',
      calendarName: 'Wijkbord',
      states: {
        proposed: 'voorgesteld',
        approved: 'goedgekeurd',
        refused: 'afgewezen',
        active: 'loopt',
        closed: 'afgesloten',
      },
    },
  });
  expect(made).toMatchObject({ entries: 2, fileName: 'wijkbord-2026-06-15.ics' });
  const { bytes } = await transfers.read({ downloadId: made.downloadId, offset: 0 });
  const text = Buffer.from(bytes, 'base64').toString('utf8');
  expect(text).not.toMatch(/Verzonnen|Trager|veilig|school|Noor/);
  const events = new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
  expect(events.map(({ uid, summary, location }) => [uid, summary, location])).toEqual([
    [expect.any(String), 'goedgekeurd · Zichtbaar aanwezig zijn', 'Zonnebloemstraat, Zonnewijk'],
    [`${measureId}-0`, 'Zichtbaar aanwezig zijn', 'Zonnebloemstraat, Zonnewijk'],
  ]);
  const last = events[1]?.iterator();
  const starts: string[] = [];
  for (let time = last?.next(); time; time = last?.next()) starts.push(time.toString());
  expect(starts).toHaveLength(16);
  expect(starts.at(-1)).toBe(`${addDays('2026-07-12', -2)}T08:00:00`);
  const { rows } = await readDisclosures(test.file, { cursor: null, limit: 5 });
  expect(rows.map((row) => disclosureSchema.parse(row))).toMatchObject([
    {
      format: 'icalendar',
      items: 2,
      recipient: 'Dienst Planning',
      subject: { what: 'calendar', board: filter },
    },
  ]);
});

describe('what comes first', () => {
  const note = async (urgent: boolean, actionId: string | null = null): Promise<string> => {
    const id = newId();
    const ground = 'reglement';
    await actions.noteStep(test.file, {
      id,
      form: {
        dossierId,
        actionId,
        means: 'official-report',
        kind: 'taken',
        note: 'Proces-verbaal',
        legalGround: ground,
        necessity: ground,
        proportionality: ground,
        decidedBy: me(),
        urgent,
      },
    });
    return id;
  };
  const sayLighter = async (): Promise<void> => {
    for (const means of lighterThan('official-report')) {
      const light = { ...LIGHT, dossierId, means };
      await actions.noteStep(test.file, { id: newId(), form: light });
    }
  };

  it('names the steps that wait for a second pair of eyes before those to review, by neighbourhood', async () => {
    const urgent = await note(true);
    await sayLighter();
    const heavy = await note(false);
    const title = dossierForm([]).title;
    expect((await read()).late).toEqual([
      {
        kind: 'eyes',
        total: 1,
        items: [{ kind: 'eyes', id: heavy, dossierId, title, action: null }],
      },
      {
        kind: 'review',
        total: 1,
        items: [{ kind: 'review', id: urgent, dossierId, title, action: null }],
      },
    ]);
    const elsewhere = await read({ filter: { ...ALL, neighbourhoodId: newId() } });
    expect(elsewhere.late).toEqual([]);
  });

  it('names an action with a step to which somebody objects, until that is answered', async () => {
    await sayLighter();
    const actionId = await propose();
    const step = await note(false, actionId);
    const objection = { by: newId(), at: test.store.clock.now(), reason: 'Te zwaar', revision: 0 };
    await test.store.write(async ({ tables }) => {
      const row = (await findCasework(tables, 'means-step', step)) ?? expect.fail('no step');
      const fields = { ...row.fields, objections: [objection] };
      await putCasework(tables, 'means-step', { ...row, fields });
    });
    const action = { id: actionId, dossierId, title: actionForm(me()).title };
    const title = dossierForm([]).title;
    expect((await read()).late).toEqual([
      {
        kind: 'objected',
        total: 1,
        items: [{ kind: 'objected', id: step, dossierId, title, action }],
      },
    ]);
    await actions.reviseStep(test.file, null, { id: step, reasons: { necessity: 'Nu wel' } });
    expect((await read()).late).toMatchObject([{ kind: 'eyes', items: [{ id: step, action }] }]);
  });
});
