import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import type { DossierState } from '#shared/domain/actions/dossier.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm, measureFields } from '../../../tests/factories/casework.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import * as actions from './index.ts';

const random = seededRandom(41);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

const DAY_MS = 86_400_000;

let test: TestFile;
let segment: SegmentChoice;
let dossierId: string;
beforeEach(async () => {
  test = await openTestFile();
  const { streetId } = await plantSmallTerritory(test.store);
  const [first] = await actions.readSegments(test.file, { streetId });
  if (!first) throw new Error('the street has no segment');
  segment = first;
  dossierId = newId();
  await actions.openDossier(test.file, { id: dossierId, form: dossierForm([segment.id]) });
});
afterEach(() => test.dispose());

const me = (): string => test.store.identity.officerId;
const operations = async (): Promise<readonly string[]> => {
  const rows = await test.store.read
    .selectFrom('operation')
    .select('change')
    .orderBy('device_seq')
    .execute();
  return rows.map(({ change }) => (JSON.parse(change) as { name?: string }).name ?? 'patch');
};
async function propose(changes: Partial<ReturnType<typeof actionForm>> = {}): Promise<string> {
  const id = newId();
  await actions.proposeAction(test.file, {
    id,
    dossierId,
    form: { ...actionForm(me()), ...changes },
  });
  return id;
}
async function running(): Promise<{ id: string; measureId: string }> {
  const id = await propose();
  const measureId = newId();
  await actions.planMeasure(test.file, { id: measureId, fields: measureFields(id, segment) });
  await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
  await actions.startAction(test.file, { id });
  return { id, measureId };
}
const closing = (id: string, verdict: 'cannot-tell' | 'not-really-tried' | 'helped') => ({
  id,
  verdict,
  verdictNote: 'Te weinig geteld',
  signAfter: null,
  feedback: { on: '2026-06-15', channel: 'at-home', text: 'Gezegd wat er kwam' },
  lesson: { id: newId(), learned: 'Vroeger beginnen', conditions: 'Smalle straat' },
});

describe('a dossier', () => {
  it('lies in the neighbourhood of its segments, and is stored once', async () => {
    const page = await actions.readDossier(test.file, { id: dossierId });
    expect(page.dossier).toMatchObject({ neighbourhoodId: segment.neighbourhoodId });
    expect(page.segments).toMatchObject([{ streetNameNl: 'Zonnebloemstraat' }]);
    test.clock.advance(60_000);
    await actions.openDossier(test.file, { id: dossierId, form: dossierForm([segment.id]) });
    expect(await operations()).toEqual(['openDossier']);
    await expect(
      actions.openDossier(test.file, {
        id: dossierId,
        form: dossierForm([segment.id], { title: 'Iets anders' }),
      }),
    ).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  });

  it('asks before a text goes over what a colleague wrote since it was begun', async () => {
    const change = (scanning: string, seen?: { readonly scanning: string }) =>
      actions.changeDossier(test.file, { id: dossierId, changes: { scanning }, seen });
    const { scanning } = (await actions.readDossier(test.file, { id: dossierId })).dossier;
    await change('Van de collega');
    await expect(change('Van mij', { scanning })).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      data: { field: 'changes.scanning' },
    });
    expect((await change('Van mij', { scanning: 'Van de collega' })).scanning).toBe('Van mij');
    const id = await propose();
    const { aim } = actionForm(me());
    await actions.changeAction(test.file, { id, changes: { aim: 'Rust' }, seen: { aim } });
    await expect(
      actions.changeAction(test.file, { id, changes: { aim: 'Stilte' }, seen: { aim } }),
    ).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const measureId = newId();
    await actions.planMeasure(test.file, { id: measureId, fields: measureFields(id, segment) });
    const minutes = { id: measureId, changes: { minutes: 25 }, seen: { minutes: 10 } };
    await expect(actions.changeMeasure(test.file, minutes)).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      data: { field: 'changes.minutes' },
    });
  });

  it('adds and removes in its lists, and finds itself by street and state', async () => {
    const changes = { affected: ['school' as const, 'drivers' as const], scanning: 'Gezien' };
    const changed = await actions.changeDossier(test.file, { id: dossierId, changes });
    expect([...changed.affected].sort()).toEqual(['drivers', 'school']);
    const row = await test.store.read
      .selectFrom('operation')
      .select('change')
      .orderBy('device_seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(row.change)).toMatchObject({
      fields: { affected: { add: ['drivers'], remove: ['on-foot-or-bicycle'] } },
    });
    const { streetId } = segment;
    expect(await actions.readDossiers(test.file, { streetId })).toMatchObject([{ id: dossierId }]);
    const find = async (state: DossierState) =>
      (await actions.findDossiers(test.file, { filter: { state }, cursor: null, limit: 5 })).rows;
    expect(await find('closed')).toEqual([]);
    expect(await find('scanning')).toMatchObject([
      { streets: [{ nameNl: 'Zonnebloemstraat', neighbourhoods: [{ nameNl: 'Zonnewijk' }] }] },
    ]);
  });

  it('refuses a segment and a problem that nobody knows, and stores nothing', async () => {
    const before = await operations();
    const id = newId();
    for (const [form, field] of [
      [dossierForm([newId()]), 'segments'],
      [dossierForm([segment.id], { problem: 'no-such-problem' }), 'problem'],
    ] as const) {
      await expect(actions.openDossier(test.file, { id, form })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field },
      });
    }
    expect(await operations()).toEqual(before);
  });
});

describe('the bench', () => {
  it('shows what waits for an answer, the answer due first on top', async () => {
    await propose({ title: 'Eerst' });
    test.clock.advance(86_400_000);
    await propose({ title: 'Later' });
    const bench = await actions.readBench(test.file);
    expect(bench.map(({ title, answerBy }) => [title, answerBy])).toEqual([
      ['Eerst', '2026-06-29'],
      ['Later', '2026-06-30'],
    ]);
  });

  it('gives the days that an administrator set, to proposals from then on', async () => {
    await propose({ title: 'Eerst' });
    await expect(actions.setAnswerDays(test.file, 'team-lead', { days: 7 })).rejects.toMatchObject({
      code: 'NOT_NOW',
      data: { reason: 'not-a-leader' },
    });
    await actions.setAnswerDays(test.file, 'administrator', { days: 7 });
    expect(await actions.readAnswerDays(test.file)).toEqual({ days: 7 });
    await propose({ title: 'Later' });
    const bench = await actions.readBench(test.file);
    expect(bench.map(({ title, answerBy }) => [title, answerBy])).toEqual([
      ['Later', '2026-06-22'],
      ['Eerst', '2026-06-29'],
    ]);
  });

  it('is answered by those who lead, with a reason for a refusal', async () => {
    const id = await propose();
    const answer = { id, approve: false, reason: ' ' };
    await expect(actions.answerAction(test.file, 'officer', answer)).rejects.toMatchObject({
      code: 'NOT_NOW',
      data: { reason: 'not-a-leader' },
    });
    await expect(actions.answerAction(test.file, 'team-lead', answer)).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'reason', reason: 'missing' },
    });
    const refused = await actions.answerAction(test.file, 'team-lead', {
      ...answer,
      reason: 'Na de zomer',
    });
    expect(refused).toMatchObject({ state: 'refused', answerReason: 'Na de zomer' });
    expect(await actions.readBench(test.file)).toEqual([]);
  });

  it('is adopted by a colleague, and stays that of who proposed it; what has ended is not', async () => {
    const id = await propose();
    const colleague = newId();
    await test.store.write(({ tables }) =>
      tables
        .insertInto('officer')
        .values({ id: colleague, display_name: 'Noor Voorbeeld', version: 1 })
        .execute(),
    );
    await actions.changeAction(test.file, { id, changes: { ownerId: colleague } });
    const adopted = await actions.adoptAction(test.file, { id });
    expect(adopted).toMatchObject({ id, ownerId: me(), proposedBy: me(), state: 'proposed' });
    const page = await actions.readDossier(test.file, { id: dossierId });
    expect(page.actions).toMatchObject([{ id, ownerId: me() }]);
    expect((await operations()).at(-1)).toBe('adoptAction');
    await actions.answerAction(test.file, null, { id, approve: false, reason: 'Te vroeg' });
    await expect(actions.adoptAction(test.file, { id })).rejects.toMatchObject({
      code: 'NOT_NOW',
      data: { reason: 'already-closed' },
    });
  });

  it('copies to other streets with credit, measures and what differs there', async () => {
    const sourceId = await propose();
    await actions.planMeasure(test.file, {
      id: newId(),
      fields: measureFields(sourceId, segment),
    });
    const elsewhere = newId();
    await actions.openDossier(test.file, {
      id: elsewhere,
      form: dossierForm([segment.id], { title: 'Aan het plein' }),
    });
    const copy = {
      id: newId(),
      sourceId,
      dossierId: elsewhere,
      title: 'Trager aan het plein',
      differs: '',
      segments: [segment.id],
    };
    await expect(actions.adaptAction(test.file, copy)).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'differs' },
    });
    const made = await actions.adaptAction(test.file, { ...copy, differs: 'Geen school' });
    expect(made).toMatchObject({ credits: [me()], basedOn: sourceId, sign: null });
    const [action] = (await actions.readDossier(test.file, { id: elsewhere })).actions;
    expect(action?.measures).toMatchObject([{ type: 'presence', segmentId: segment.id }]);
    expect(await actions.adaptAction(test.file, { ...copy, differs: 'Geen school' })).toEqual(made);
  });
});

describe('N2: an action', () => {
  it('does not begin before it has everything, and says what is missing', async () => {
    const id = await propose({ sign: null as never, endsOn: null as never });
    await expect(actions.startAction(test.file, { id })).rejects.toMatchObject({
      code: 'NOT_READY',
      data: { missing: ['approval', 'sign', 'endsOn', 'measures'] },
    });
  });

  it('runs, counts its dose, and ends with a verdict, feedback and a lesson', async () => {
    const { id, measureId } = await running();
    test.clock.advance(14 * DAY_MS);
    // Two stops of a week, in three weeks of the four.
    for (const day of ['2026-06-16', '2026-06-18', '2026-06-23', '2026-06-25', '2026-06-29']) {
      await actions.confirmDelivery(test.file, { id: newId(), measureId, day, minutes: 15 });
    }
    await actions.confirmDelivery(test.file, {
      id: newId(),
      measureId,
      day: '2026-06-29',
      minutes: 40,
    });
    expect(await actions.readDueMeasures(test.file)).toMatchObject([
      { id: measureId, stopsToday: 2, stopsThisWeek: 2, actionTitle: 'Trager aan de school' },
    ]);
    const { share, choices } = await actions.readVerdicts(test.file, { id, signAfter: 12 });
    expect(share).toBe(0.75);
    expect(choices.filter(({ possible }) => possible)).toMatchObject([{ verdict: 'cannot-tell' }]);
    await expect(actions.closeAction(test.file, closing(id, 'helped'))).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'verdict' },
    });
    expect(await actions.readLessons(test.file)).toEqual([]);
    const closed = await actions.closeAction(test.file, closing(id, 'cannot-tell'));
    expect(closed).toMatchObject({ state: 'closed', doseShare: 0.75, closedBy: me() });
    expect(await actions.readLessons(test.file)).toMatchObject([
      { actionId: id, types: ['presence'], problem: 'unadapted-speed' },
    ]);
    expect((await operations()).slice(-2)).toEqual(['closeAction', 'shareLesson']);
  });

  it('N20: under half of its dose it ends as "not really tried", whatever was counted', async () => {
    const { id, measureId } = await running();
    const first = await actions.confirmDelivery(test.file, {
      id: newId(),
      measureId,
      day: '2026-06-15',
      minutes: 90,
    });
    await actions.withdrawDelivery(test.file, { id: first.id });
    await expect(actions.closeAction(test.file, closing(id, 'cannot-tell'))).rejects.toMatchObject({
      data: { field: 'verdict', reason: 'not-possible' },
    });
    expect(await actions.closeAction(test.file, closing(id, 'not-really-tried'))).toMatchObject({
      verdict: 'not-really-tried',
      doseShare: 0,
    });
  });

  it('counts the plan as it was at the start, however small it is made since', async () => {
    const { id, measureId } = await running();
    await actions.confirmDelivery(test.file, {
      id: newId(),
      measureId,
      day: '2026-06-15',
      minutes: 30,
    });
    await actions.changeMeasure(test.file, {
      id: measureId,
      changes: { timesPerWeek: 1, minutes: 5 },
    });
    expect((await actions.readVerdicts(test.file, { id, signAfter: null })).share).toBeLessThan(
      0.5,
    );
  });

  it('takes no delivery before it began, of a day to come, or while it does not run', async () => {
    const idle = await propose();
    const other = newId();
    await actions.planMeasure(test.file, { id: other, fields: measureFields(idle, segment) });
    const { measureId } = await running();
    const deliver = (of: string, day: string) =>
      actions.confirmDelivery(test.file, { id: newId(), measureId: of, day, minutes: 10 });
    await expect(deliver(other, '2026-06-15')).rejects.toMatchObject({
      data: { reason: 'not-active' },
    });
    await expect(deliver(measureId, '2026-06-14')).rejects.toMatchObject({
      data: { reason: 'before-it-began' },
    });
    await expect(deliver(measureId, '2026-06-16')).rejects.toMatchObject({
      data: { reason: 'in-the-future' },
    });
  });
});

/** A deal with a partner that is there, as somebody fills it in. */
async function dealForm(actionId: string) {
  const partnerId = newId();
  await actions.addPartner(test.file, {
    id: partnerId,
    name: 'Dienst wegen',
    kind: 'municipality',
  });
  return {
    actionId,
    partnerId,
    ground: '',
    fieldsOut: ['place' as const],
    parties: [] as string[],
    theyDo: 'Drempel aanleggen',
    theyWho: '',
    theyDueOn: '2026-08-01',
    theyDoneOn: null,
    weDo: '',
    weWhoId: null,
    weDueOn: null,
    weDoneOn: null,
  };
}

it('an action that ended takes no deals, and no changes of them but that a part was done', async () => {
  const { id: actionId } = await running();
  const form = await dealForm(actionId);
  const id = newId();
  await actions.makeDeal(test.file, { id, form });
  await actions.closeAction(test.file, closing(actionId, 'not-really-tried'));
  const ended = { code: 'NOT_NOW', data: { reason: 'already-closed' } };
  await expect(actions.makeDeal(test.file, { id: newId(), form })).rejects.toMatchObject(ended);
  const change = (changes: object) => actions.changeDeal(test.file, { id, changes });
  await expect(change({ theyDo: 'Iets anders' })).rejects.toMatchObject(ended);
  await expect(change({ withdrawn: true })).rejects.toMatchObject(ended);
  expect(await change({ theyDoneOn: '2026-06-15' })).toMatchObject({ theyDoneOn: '2026-06-15' });
});

it('N17: a deal needs a ground before a person can be in it', async () => {
  const form = { ...(await dealForm(await propose())), parties: [newId()] };
  const { partnerId } = form;
  const id = newId();
  await expect(actions.makeDeal(test.file, { id, form })).rejects.toMatchObject({
    data: { field: 'ground', reason: 'missing' },
  });
  await actions.makeDeal(test.file, { id, form: { ...form, parties: [] } });
  const changed = await actions.changeDeal(test.file, {
    id,
    changes: { theyDoneOn: '2026-08-03' },
  });
  expect(changed).toMatchObject({ theyDoneOn: '2026-08-03', partnerId, madeOn: '2026-06-15' });
  for (const field of ['theyDoneOn', 'weDoneOn'] as const) {
    const early = { [field]: '2026-06-14' };
    const refusal = { code: 'INVALID_FIELD', data: { field, reason: 'before-made' } };
    await expect(actions.changeDeal(test.file, { id, changes: early })).rejects.toMatchObject(
      refusal,
    );
    await expect(
      actions.makeDeal(test.file, { id: newId(), form: { ...form, parties: [], ...early } }),
    ).rejects.toMatchObject(refusal);
  }
  await expect(
    actions.changeDeal(test.file, { id, changes: { fieldsOut: ['persons'] } }),
  ).rejects.toMatchObject({ data: { field: 'ground' } });
});
