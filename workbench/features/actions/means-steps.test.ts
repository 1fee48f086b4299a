import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { GroundsForm, StepForm } from '#shared/contract/action-means.ts';
import type { SegmentChoice } from '#shared/contract/actions.ts';
import { lighterThan } from '#shared/domain/actions/vocabulary.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm, measureFields } from '../../../tests/factories/casework.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { findCasework, putCasework } from '../../store/repositories/casework-repository.ts';
import { addOfficer } from '../people/index.ts';
import * as actions from './index.ts';

const random = seededRandom(43);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

let test: TestFile;
let segment: SegmentChoice;
let dossierId: string;
let colleague: string;
beforeEach(async () => {
  test = await openTestFile();
  const { streetId } = await plantSmallTerritory(test.store);
  const [first] = await actions.readSegments(test.file, { streetId });
  segment = first ?? expect.fail('the street has no segment');
  dossierId = newId();
  await actions.openDossier(test.file, { id: dossierId, form: dossierForm([segment.id]) });
  colleague = (await addOfficer(test.file, { displayName: 'Samir Demoen' })).id;
});
afterEach(() => test.dispose());

const me = (): string => test.store.identity.officerId;
const propose = async (): Promise<string> => {
  const id = newId();
  await actions.proposeAction(test.file, { id, dossierId, form: actionForm(me()) });
  return id;
};
/** Makes a step one that a colleague noted at another desk. */
const fromColleague = (id: string) =>
  test.store.write(async ({ tables }) => {
    const row = (await findCasework(tables, 'means-step', id)) ?? expect.fail('no step');
    const fields = { ...row.fields, authorId: colleague };
    await putCasework(tables, 'means-step', { ...row, fields });
  });
const step = (changes: Partial<StepForm>): StepForm => ({
  dossierId,
  actionId: null,
  means: 'official-report',
  kind: 'taken',
  note: 'Proces-verbaal',
  legalGround: 'reglement',
  necessity: 'niets anders hielp',
  proportionality: 'het minste dat kon',
  decidedBy: me(),
  urgent: false,
  ...changes,
});

describe('N8: means', () => {
  it('a heavy one needs every lighter one said, and a second pair of eyes before the start', async () => {
    const id = newId();
    await expect(actions.noteStep(test.file, { id, form: step({}) })).rejects.toMatchObject({
      data: { field: 'means', reason: 'lighter-unsaid' },
    });
    for (const means of lighterThan('official-report')) {
      const form = step({ means, kind: 'not-tried', note: 'Past hier niet' });
      await actions.noteStep(test.file, { id: newId(), form });
    }
    expect((await actions.readMeans(test.file)).mixes).toEqual([]);
    // A colleague decided, so who noted it cannot be the second pair of eyes; nor can who decided.
    await actions.noteStep(test.file, { id, form: step({ decidedBy: colleague }) });
    const own = newId();
    await actions.noteStep(test.file, { id: own, form: step({}) });
    await fromColleague(own);
    for (const one of [id, own]) {
      await expect(actions.confirmStep(test.file, { id: one })).rejects.toMatchObject({
        code: 'NOT_NOW',
        data: { reason: 'same-person' },
      });
    }
    // Both wait, and neither for this officer.
    expect(await actions.readWaitingEyes(test.file)).toEqual({ waiting: 2, yours: 0 });
    await propose();
    const [action] = (await actions.readDossier(test.file, { id: dossierId })).actions;
    expect(action?.missing).toContain('second-eyes');

    const theirs = newId();
    await actions.noteStep(test.file, { id: theirs, form: step({ decidedBy: colleague }) });
    await fromColleague(theirs);
    expect(await actions.readWaitingEyes(test.file)).toEqual({ waiting: 3, yours: 1 });
    expect(await actions.confirmStep(test.file, { id: theirs })).toMatchObject({ secondBy: me() });
    expect(await actions.readWaitingEyes(test.file)).toEqual({ waiting: 2, yours: 0 });
  });

  it('several lighter ones are said at once, all of them or none', async () => {
    const lighter = lighterThan('official-report');
    const steps = lighter.map((means, at) => ({
      id: newId(),
      means,
      kind: at === 0 ? ('tried' as const) : ('not-tried' as const),
      note: 'Niemand thuis te treffen',
    }));
    const [first] = steps;
    if (!first) throw new Error('nothing is lighter');
    const bad = [first, { ...first, id: newId(), note: ' ' }];
    await expect(actions.noteUntaken(test.file, { dossierId, steps: bad })).rejects.toMatchObject({
      data: { field: 'note' },
    });
    const ladder = async () => (await actions.readDossier(test.file, { id: dossierId })).steps;
    expect(await ladder()).toEqual([]);
    const noted = await actions.noteUntaken(test.file, { dossierId, steps });
    expect(noted.map(({ means, kind }) => [means, kind])).toEqual(
      steps.map(({ means, kind }) => [means, kind]),
    );
    // A second click changes nothing.
    await actions.noteUntaken(test.file, { dossierId, steps });
    expect(await ladder()).toHaveLength(lighter.length);
    await actions.noteStep(test.file, { id: newId(), form: step({ decidedBy: colleague }) });
    await expect(
      actions.noteUntaken(test.file, { dossierId: newId(), steps }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('an urgent one goes at once and stays up for review until somebody else looked', async () => {
    const id = newId();
    const form = step({ urgent: true, decidedBy: colleague });
    await actions.noteStep(test.file, { id, form });
    const before = await actions.readMeans(test.file);
    expect(before).toMatchObject({
      toReview: [{ id, dossierTitle: 'Te snel verkeer aan de school' }],
      mixes: [{ neighbourhoodNameNl: 'Zonnewijk', mix: [{ means: 'official-report', count: 1 }] }],
    });
    await expect(
      actions.reviewStep(test.file, 'officer', { id, note: 'Terecht' }),
    ).rejects.toMatchObject({ data: { reason: 'not-a-leader' } });
    await expect(
      actions.reviewStep(test.file, 'team-lead', { id, note: 'Terecht' }),
    ).rejects.toMatchObject({ data: { reason: 'same-person' } });
    await fromColleague(id);
    await actions.reviewStep(test.file, 'team-lead', { id, note: 'Terecht' });
    expect((await actions.readMeans(test.file)).toReview).toEqual([]);
  });

  it('an urgent one gets its grounds afterwards, once, by name; a review before them is provisional', async () => {
    const id = newId();
    const bare = { urgent: true, legalGround: '', necessity: '', decidedBy: colleague };
    await actions.noteStep(test.file, { id, form: step(bare) });
    await fromColleague(id);
    const early = await actions.reviewStep(test.file, 'team-lead', {
      id,
      note: 'Nog zonder grond',
    });
    expect(early).toMatchObject({ reviewedBy: me(), reviewedTooEarly: true });
    const toReview = async () => (await actions.readMeans(test.file)).toReview.map((one) => one.id);
    expect(await toReview()).toEqual([id]);

    const complete = (role: 'officer' | 'team-lead', grounds: GroundsForm) =>
      actions.completeStep(test.file, role, { id, grounds });
    // Neither who noted it nor who decided, and no lead.
    await expect(complete('officer', { necessity: 'gevaar' })).rejects.toMatchObject({
      code: 'NOT_NOW',
      data: { reason: 'not-your-step' },
    });
    const refused = (field: string, reason: string) => ({
      code: 'INVALID_FIELD',
      data: { field, reason },
    });
    await expect(complete('team-lead', { proportionality: 'anders' })).rejects.toMatchObject(
      refused('proportionality', 'immutable'),
    );
    await expect(complete('team-lead', { necessity: ' ' })).rejects.toMatchObject(
      refused('necessity', 'missing'),
    );
    await expect(complete('team-lead', {})).rejects.toMatchObject({
      data: { reason: 'wrong-state' },
    });
    await complete('team-lead', { necessity: ' gevaar ' });
    expect(await complete('team-lead', { legalGround: 'wet' })).toMatchObject({
      legalGround: 'wet',
      necessity: 'gevaar',
      proportionality: 'het minste dat kon',
      completions: [
        { by: me(), grounds: ['necessity'] },
        { by: me(), grounds: ['legalGround'] },
      ],
    });
    // It asks to be seen again, by another than who filled them in.
    expect(await toReview()).toEqual([id]);
    await expect(
      actions.reviewStep(test.file, 'team-lead', { id, note: 'Nu met grond' }),
    ).rejects.toMatchObject({ data: { reason: 'same-person' } });
  });

  it('an action does not close while a heavy step of its ladder lacks grounds', async () => {
    const id = await propose();
    await actions.planMeasure(test.file, { id: newId(), fields: measureFields(id, segment) });
    await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
    await actions.startAction(test.file, { id });
    const stepId = newId();
    const form = step({ means: 'coercion', urgent: true, necessity: '' });
    await actions.noteStep(test.file, { id: stepId, form });
    const close = () =>
      actions.closeAction(test.file, {
        id,
        verdict: 'not-really-tried',
        verdictNote: '',
        signAfter: null,
        feedback: { on: '2026-06-15', channel: 'at-home', text: 'Gezegd wat er gedaan is' },
        lesson: null,
      });
    await expect(close()).rejects.toMatchObject({
      code: 'GROUNDS_LACKING',
      data: { step: stepId, means: 'coercion' },
    });
    const grounds = { necessity: 'gevaar' };
    await actions.completeStep(test.file, 'officer', { id: stepId, grounds });
    expect(await close()).toMatchObject({ state: 'closed' });
  });

  it('the mix counts the means of measures of actions that began, by neighbourhood', async () => {
    const id = await propose();
    const fields = measureFields(id, segment);
    for (const rung of ['talk', 'talk', 'mediation'] as const) {
      await actions.planMeasure(test.file, { id: newId(), fields: { ...fields, rung } });
    }
    expect((await actions.readMeans(test.file)).mixes).toEqual([]);
    await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
    await actions.startAction(test.file, { id });
    expect((await actions.readMeans(test.file)).mixes).toMatchObject([
      {
        neighbourhoodId: segment.neighbourhoodId,
        mix: [
          { means: 'talk', count: 1 },
          { means: 'mediation', count: 1 },
        ],
      },
    ]);
  });

  it('says which heavy steps wait for a second pair of eyes', async () => {
    for (const means of lighterThan('official-report')) {
      const form = step({ means, kind: 'not-tried', note: 'Past hier niet' });
      await actions.noteStep(test.file, { id: newId(), form });
    }
    const id = newId();
    await actions.noteStep(test.file, { id, form: step({ decidedBy: colleague }) });
    await fromColleague(id);
    const toSee = async () => (await actions.readMeans(test.file)).toSee;
    expect(await toSee()).toMatchObject([{ id, dossierTitle: 'Te snel verkeer aan de school' }]);
    await actions.confirmStep(test.file, { id });
    expect(await toSee()).toEqual([]);
  });

  it('a second pair of eyes says why it does not agree, and who asked answers', async () => {
    for (const means of lighterThan('official-report')) {
      const form = step({ means, kind: 'not-tried', note: 'Past hier niet' });
      await actions.noteStep(test.file, { id: newId(), form });
    }
    const id = newId();
    await actions.noteStep(test.file, { id, form: step({ decidedBy: colleague }) });
    await fromColleague(id);
    await expect(actions.objectToStep(test.file, { id, reason: ' ' })).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'reason', reason: 'missing' },
    });
    const objected = await actions.objectToStep(test.file, { id, reason: ' Te zwaar ' });
    expect(objected.objections).toMatchObject([{ by: me(), reason: 'Te zwaar', revision: 0 }]);
    expect(await actions.readWaitingEyes(test.file)).toEqual({ waiting: 0, yours: 0 });
    expect((await actions.readMeans(test.file)).toSee).toMatchObject([{ id }]);
    await propose();
    const [action] = (await actions.readDossier(test.file, { id: dossierId })).actions;
    expect(action?.missing).toContain('second-eyes');
    await expect(actions.confirmStep(test.file, { id })).rejects.toMatchObject({
      data: { reason: 'wrong-state' },
    });

    // Who does not agree answers nothing, unless they lead; and then somebody else looks.
    expect(await actions.readObjectedSteps(test.file)).toEqual([]);
    const answer = { id, reasons: { proportionality: ' één uur ' } };
    const notYours = { code: 'NOT_NOW', data: { reason: 'not-your-step' } };
    await expect(actions.reviseStep(test.file, 'officer', answer)).rejects.toMatchObject(notYours);
    await expect(actions.withdrawStep(test.file, 'officer', { id })).rejects.toMatchObject(
      notYours,
    );
    await expect(
      actions.reviseStep(test.file, 'team-lead', { id, reasons: { necessity: ' ' } }),
    ).rejects.toMatchObject({ data: { field: 'necessity', reason: 'missing' } });
    expect(await actions.reviseStep(test.file, 'team-lead', answer)).toMatchObject({
      proportionality: 'één uur',
      revisions: [{ by: me(), was: { proportionality: 'het minste dat kon' } }],
    });
    expect(await actions.readWaitingEyes(test.file)).toEqual({ waiting: 1, yours: 0 });
    await expect(actions.confirmStep(test.file, { id, revisionsSeen: 1 })).rejects.toMatchObject({
      data: { reason: 'same-person' },
    });
    await actions.withdrawStep(test.file, 'team-lead', { id });
    expect((await actions.readMeans(test.file)).toSee).toEqual([]);
  });

  it('says to who asked with which of their heavy means somebody does not agree', async () => {
    for (const means of lighterThan('official-report')) {
      const form = step({ means, kind: 'not-tried', note: 'Past hier niet' });
      await actions.noteStep(test.file, { id: newId(), form });
    }
    const id = newId();
    const noted = await actions.noteStep(test.file, { id, form: step({}) });
    const objection = { by: colleague, at: noted.notedAt, reason: 'Te zwaar', revision: 0 };
    await test.store.write(async ({ tables }) => {
      const row = (await findCasework(tables, 'means-step', id)) ?? expect.fail('no step');
      const fields = { ...row.fields, objections: [objection] };
      await putCasework(tables, 'means-step', { ...row, fields });
    });
    expect(await actions.readObjectedSteps(test.file)).toMatchObject([
      { id, dossierTitle: 'Te snel verkeer aan de school', objections: [objection] },
    ]);
    await actions.reviseStep(test.file, null, { id, reasons: { necessity: 'Nu wel' } });
    expect(await actions.readObjectedSteps(test.file)).toEqual([]);
    expect(await actions.withdrawStep(test.file, null, { id })).toMatchObject({
      withdrawnBy: me(),
    });
  });

  it('a heavy measure needs its step before its action starts, and while it runs', async () => {
    const id = await propose();
    const heavy = { ...measureFields(id, segment), rung: 'coercion' as const };
    const measureId = newId();
    await actions.planMeasure(test.file, { id: measureId, fields: heavy });
    await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
    await expect(actions.startAction(test.file, { id })).rejects.toMatchObject({
      code: 'NOT_READY',
      data: { missing: ['ladder'] },
    });
    await actions.changeMeasure(test.file, { id: measureId, changes: { rung: 'talk' } });
    await actions.startAction(test.file, { id });

    const offLadder = { code: 'INVALID_FIELD', data: { field: 'rung', reason: 'off-ladder' } };
    const change = (changes: object) =>
      actions.changeMeasure(test.file, { id: measureId, changes });
    const added = { id: newId(), fields: heavy };
    await expect(actions.planMeasure(test.file, added)).rejects.toMatchObject(offLadder);
    await expect(change({ rung: 'coercion' })).rejects.toMatchObject(offLadder);

    const stepId = newId();
    const form = step({ means: 'coercion', urgent: true, decidedBy: colleague });
    await actions.noteStep(test.file, { id: stepId, form });
    expect(await actions.planMeasure(test.file, added)).toMatchObject({ rung: 'coercion' });
    expect(await change({ rung: 'coercion' })).toMatchObject({ rung: 'coercion' });
  });

  it('a heavy measure of a running action is due for nobody before its step and the second pair of eyes', async () => {
    const id = await propose();
    const measureId = newId();
    await actions.planMeasure(test.file, { id: measureId, fields: measureFields(id, segment) });
    await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
    await actions.startAction(test.file, { id });
    // As a desk sends it that has not heard of the rule.
    const row = await findCasework(test.store.read, 'measure', measureId);
    const fields = { ...row?.fields, rung: 'coercion' };
    await test.store.write(({ tables }) =>
      putCasework(tables, 'measure', { id: measureId, fields, version: 2 }),
    );
    const deliver = () =>
      actions.confirmDelivery(test.file, {
        id: newId(),
        measureId,
        day: '2026-06-15',
        minutes: 15,
      });
    expect(await actions.readDueMeasures(test.file)).toEqual([]);
    await expect(deliver()).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'rung', reason: 'off-ladder' },
    });
    for (const means of lighterThan('coercion')) {
      const form = step({ means, kind: 'not-tried', note: 'Past hier niet' });
      await actions.noteStep(test.file, { id: newId(), form });
    }
    const stepId = newId();
    const form = step({ means: 'coercion', decidedBy: colleague });
    await actions.noteStep(test.file, { id: stepId, form });
    expect(await actions.readDueMeasures(test.file)).toEqual([]);
    await fromColleague(stepId);
    await actions.confirmStep(test.file, { id: stepId });
    expect(await actions.readDueMeasures(test.file)).toMatchObject([{ id: measureId }]);
    expect(await deliver()).toMatchObject({ measureId });
  });
});
