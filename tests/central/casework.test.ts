import { expect, it } from 'vitest';

import { lighterThan, type Means } from '#shared/domain/actions/vocabulary.ts';

import * as actions from '../../workbench/features/actions/index.ts';
import { readShifts, setShifts } from '../../workbench/features/briefing/index.ts';
import { readAttention } from '../../workbench/features/sync/index.ts';
import { actionForm, dossierForm, measureFields } from '../factories/casework.ts';
import { plantCrossingStreet } from '../factories/crossing-street.ts';
import { desksAtCentre, newId } from './desks-at-centre.ts';
import type { RealDesk } from './real-desk.ts';

/** A dossier that two desks work on, over a real line. */
const { startDesk, give } = desksAtCentre();
const never = new AbortController().signal;
const states = async ({ test }: RealDesk): Promise<readonly string[]> => {
  const rows = await test.store.read
    .selectFrom('operation')
    .select(['state'])
    .orderBy('device_seq')
    .execute();
  return rows.map(({ state }) => state);
};

it('travels whole: what one desk plans, the other confirms, and both see the dose', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const { file, store } = noor.test;
  const [segment] = await actions.readSegments(file, { streetId: noor.territory.streetId });
  if (!segment) throw new Error('the street has no segment');
  const [dossierId, id, measureId] = [newId(noor), newId(noor), newId(noor)];
  await actions.openDossier(file, { id: dossierId, form: dossierForm([segment.id]) });
  const form = actionForm(store.identity.officerId);
  await actions.proposeAction(file, { id, dossierId, form });
  await actions.planMeasure(file, { id: measureId, fields: measureFields(id, segment) });
  await noor.engine.round(never);
  await bert.engine.round(never);

  const seen = await actions.readDossier(bert.test.file, { id: dossierId });
  expect(seen).toEqual(await actions.readDossier(file, { id: dossierId }));

  // Bert is no team lead: whatever his desk says, the centre sets his answer aside.
  await actions.answerAction(bert.test.file, null, { id, approve: true, reason: '' });
  await bert.engine.round(never);
  expect((await states(bert)).at(-1)).toBe('quarantined');
  await give(noor, 'team-lead');
  await actions.answerAction(file, 'team-lead', { id, approve: true, reason: '' });
  await actions.startAction(file, { id });
  await noor.engine.round(never);
  expect(new Set(await states(noor))).toEqual(new Set(['accepted']));

  await bert.engine.round(never);
  await actions.confirmDelivery(bert.test.file, {
    id: newId(bert),
    measureId,
    day: '2026-06-15',
    minutes: 30,
  });
  await bert.engine.round(never);
  await noor.engine.round(never);
  const [action] = (await actions.readDossier(file, { id: dossierId })).actions;
  expect(action).toMatchObject({ state: 'active', dose: { delivered: 30, stops: 1 } });
});

it('does not begin at the centre before somebody else looked at a heavy means of another desk', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const { file, store } = noor.test;
  await give(noor, 'team-lead');
  const [segment] = await actions.readSegments(file, { streetId: noor.territory.streetId });
  if (!segment) throw new Error('the street has no segment');
  const [dossierId, id, later] = [newId(noor), newId(noor), newId(noor)];
  await actions.openDossier(file, { id: dossierId, form: dossierForm([segment.id]) });
  const form = actionForm(store.identity.officerId);
  for (const actionId of [id, later]) {
    await actions.proposeAction(file, { id: actionId, dossierId, form });
    const fields = measureFields(actionId, segment);
    await actions.planMeasure(file, { id: newId(noor), fields });
    await actions.answerAction(file, 'team-lead', { id: actionId, approve: true, reason: '' });
  }
  await noor.engine.round(never);
  await bert.engine.round(never);

  // Bert notes a means for the whole dossier that Noor's desk has not heard of when it starts the action.
  const note = async (means: Means, kind: 'taken' | 'not-tried'): Promise<string> => {
    const stepId = newId(bert);
    const ground = 'reglement';
    await actions.noteStep(bert.test.file, {
      id: stepId,
      form: {
        dossierId,
        actionId: null,
        means,
        kind,
        note: 'zo was het',
        legalGround: ground,
        necessity: ground,
        proportionality: ground,
        decidedBy: kind === 'taken' ? bert.test.store.identity.officerId : null,
        urgent: false,
      },
    });
    return stepId;
  };
  for (const means of lighterThan('official-report')) await note(means, 'not-tried');
  const stepId = await note('official-report', 'taken');
  await bert.engine.round(never);
  await actions.startAction(file, { id });
  await noor.engine.round(never);
  expect((await states(noor)).at(-1)).toBe('rejected');
  await bert.engine.round(never);
  const stands = (await actions.readDossier(bert.test.file, { id: dossierId })).actions;
  expect(stands.map(({ state }) => state)).toEqual(['approved', 'approved']);

  // Noor does not agree; Bert reads why on his own desk, and gives other reasons.
  await actions.objectToStep(file, { id: stepId, reason: 'Te zwaar' });
  await noor.engine.round(never);
  await bert.engine.round(never);
  expect(await actions.readObjectedSteps(bert.test.file)).toMatchObject([
    { id: stepId, objections: [{ by: store.identity.officerId, reason: 'Te zwaar' }] },
  ]);
  const reasons = { proportionality: 'één uur' };
  await actions.reviseStep(bert.test.file, null, { id: stepId, reasons });
  await bert.engine.round(never);
  await expect(actions.confirmStep(file, { id: stepId })).rejects.toMatchObject({
    data: { reason: 'wrong-state' },
  });
  await noor.engine.round(never);
  await actions.confirmStep(file, { id: stepId, revisionsSeen: 1 });
  await actions.startAction(file, { id: later });
  await noor.engine.round(never);
  expect((await states(noor)).at(-1)).toBe('accepted');
});

it('neither begins nor goes on at the centre with a heavy measure that no step of the ladder takes', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const { file, store } = noor.test;
  await give(noor, 'team-lead');
  const [segment] = await actions.readSegments(file, { streetId: noor.territory.streetId });
  if (!segment) throw new Error('the street has no segment');
  const [dossierId, id] = [newId(noor), newId(noor)];
  await actions.openDossier(file, { id: dossierId, form: dossierForm([segment.id]) });
  const form = actionForm(store.identity.officerId);
  await actions.proposeAction(file, { id, dossierId, form });
  await actions.planMeasure(file, { id: newId(noor), fields: measureFields(id, segment) });
  await actions.answerAction(file, 'team-lead', { id, approve: true, reason: '' });
  await noor.engine.round(never);
  await bert.engine.round(never);

  // Bert plans coercion that Noor's desk has not heard of when it starts the action.
  const heavy = { ...measureFields(id, segment), rung: 'coercion' as const };
  const planned = newId(bert);
  await actions.planMeasure(bert.test.file, { id: planned, fields: heavy });
  await bert.engine.round(never);
  await actions.startAction(file, { id });
  await noor.engine.round(never);
  expect((await states(noor)).at(-1)).toBe('rejected');

  // Without it the action runs; Bert's desk does not know that yet, and plans it once more.
  await actions.removeMeasure(bert.test.file, { id: planned });
  await bert.engine.round(never);
  await noor.engine.round(never);
  await actions.startAction(file, { id });
  await noor.engine.round(never);
  expect((await states(noor)).at(-1)).toBe('accepted');
  await actions.planMeasure(bert.test.file, { id: newId(bert), fields: heavy });
  await bert.engine.round(never);
  expect((await states(bert)).at(-1)).toBe('rejected');
});

it('keeps a stretch that another desk has planned a measure on, and the last one', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const { neighbourhoodId } = noor.territory;
  const { streetId, ...planted } = await plantCrossingStreet(noor.test.store, neighbourhoodId);
  await plantCrossingStreet(bert.test.store, neighbourhoodId);
  const { file, store } = noor.test;
  const [north, south] = [
    { id: planted.north, streetId },
    { id: planted.south, streetId },
  ];
  const within = [north.id, south.id];
  const [dossierId, id, measureId] = [newId(noor), newId(noor), newId(bert)];
  await actions.openDossier(file, { id: dossierId, form: dossierForm(within) });
  await actions.proposeAction(file, {
    id,
    dossierId,
    form: actionForm(store.identity.officerId),
  });
  await noor.engine.round(never);
  await bert.engine.round(never);

  // Bert plans on a stretch that Noor, whose desk has not heard of it, takes out.
  await actions.planMeasure(bert.test.file, { id: measureId, fields: measureFields(id, north) });
  await bert.engine.round(never);
  const leave = (desk: RealDesk, segments: string[]) =>
    actions.changeDossier(desk.test.file, { id: dossierId, changes: { segments } });
  await leave(noor, [south.id]);
  await noor.engine.round(never);
  expect((await states(noor)).at(-1)).toBe('rejected');
  const stands = async ({ test }: RealDesk) =>
    (await actions.readDossier(test.file, { id: dossierId })).dossier.segments;
  expect([...(await stands(noor))].sort()).toEqual([...within].sort());

  // Each takes out another one: together they would leave none.
  await actions.removeMeasure(bert.test.file, { id: measureId });
  await bert.engine.round(never);
  await noor.engine.round(never);
  await leave(bert, [north.id]);
  await leave(noor, [south.id]);
  await bert.engine.round(never);
  await noor.engine.round(never);
  expect((await states(bert)).at(-1)).toBe('accepted');
  expect((await states(noor)).at(-1)).toBe('rejected');
  expect(await stands(noor)).toEqual([north.id]);
});

it('keeps the kinds of facts that an action counts which another desk has started', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const { file, store } = noor.test;
  await give(noor, 'team-lead');
  const [segment] = await actions.readSegments(file, { streetId: noor.territory.streetId });
  if (!segment) throw new Error('the street has no segment');
  const [dossierId, id] = [newId(noor), newId(noor)];
  const form = dossierForm([segment.id], { problem: 'other', factKinds: ['robbery'] });
  await actions.openDossier(file, { id: dossierId, form });
  const { sign, ...plan } = actionForm(store.identity.officerId);
  const counted = { ...plan, sign: { ...sign, counted: 'facts' as const } };
  await actions.proposeAction(file, { id, dossierId, form: counted });
  await actions.planMeasure(file, { id: newId(noor), fields: measureFields(id, segment) });
  await actions.answerAction(file, 'team-lead', { id, approve: true, reason: '' });
  await noor.engine.round(never);
  await bert.engine.round(never);
  const kinds = async ({ test }: RealDesk) =>
    (await actions.readDossier(test.file, { id: dossierId })).dossier.factKinds;
  expect(await kinds(bert)).toEqual(['robbery']);

  // Bert, whose desk has not heard of the start, would have other facts counted.
  await actions.startAction(file, { id });
  await noor.engine.round(never);
  const changes = { factKinds: ['theft'] };
  await actions.changeDossier(bert.test.file, { id: dossierId, changes });
  await bert.engine.round(never);
  expect((await states(bert)).at(-1)).toBe('rejected');
  await bert.engine.round(never);
  expect(await kinds(bert)).toEqual(['robbery']);
});

it('takes the days to answer from an administrator alone, and brings them to every desk', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  await give(noor, 'administrator');
  // Whatever his desk says, Bert is none.
  await actions.setAnswerDays(bert.test.file, null, { days: 30 });
  await bert.engine.round(never);
  expect((await states(bert)).at(-1)).toBe('quarantined');
  noor.test.clock.advance(1_000);
  await actions.setAnswerDays(noor.test.file, 'administrator', { days: 7 });
  await noor.engine.round(never);
  expect((await states(noor)).at(-1)).toBe('accepted');
  await bert.engine.round(never);
  expect(await actions.readAnswerDays(bert.test.file)).toEqual({ days: 7 });
});

it('takes the hours of the shifts from an administrator alone, signed, and brings them to every desk', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  await give(noor, 'administrator');
  const begins = (from: number) => ({ begins: [{ shift: 'day' as const, from }] });
  await setShifts(bert.test.file, null, begins(0));
  await bert.engine.round(never);
  expect((await states(bert)).at(-1)).toBe('quarantined');
  noor.test.clock.advance(1_000);
  await setShifts(noor.test.file, 'administrator', begins(480));
  await noor.engine.round(never);
  expect((await states(noor)).at(-1)).toBe('accepted');
  await bert.engine.round(never);
  const here = await readShifts(noor.test.file);
  expect(here).toMatchObject({ ...begins(480), set: { at: expect.any(String) as string } });
  expect(await readShifts(bert.test.file)).toEqual(here);
});

it('takes grounds of an urgent step from whom it names or who leads, and a verdict only with them', async () => {
  const [noor, bert, lies] = [await startDesk(1), await startDesk(2), await startDesk(3)];
  const { file, store } = noor.test;
  await give(noor, 'team-lead');
  const [segment] = await actions.readSegments(file, { streetId: noor.territory.streetId });
  if (!segment) throw new Error('the street has no segment');
  const [dossierId, id, stepId] = [newId(noor), newId(noor), newId(bert)];
  await actions.openDossier(file, { id: dossierId, form: dossierForm([segment.id]) });
  const form = actionForm(store.identity.officerId);
  await actions.proposeAction(file, { id, dossierId, form });
  await actions.planMeasure(file, { id: newId(noor), fields: measureFields(id, segment) });
  await actions.answerAction(file, 'team-lead', { id, approve: true, reason: '' });
  await actions.startAction(file, { id });
  await noor.engine.round(never);
  await bert.engine.round(never);

  // Bert takes coercion at once; Noor's desk has not heard of it when it ends the action.
  await actions.noteStep(bert.test.file, {
    id: stepId,
    form: {
      dossierId,
      actionId: null,
      means: 'coercion',
      kind: 'taken',
      note: 'Meteen weggehaald',
      legalGround: '',
      necessity: '',
      proportionality: 'het minste dat kon',
      decidedBy: bert.test.store.identity.officerId,
      urgent: true,
    },
  });
  await bert.engine.round(never);
  await lies.engine.round(never);
  const closing = {
    id,
    verdict: 'not-really-tried' as const,
    verdictNote: '',
    signAfter: null,
    feedback: { on: '2026-06-15', channel: 'at-home', text: 'Gezegd wat er gedaan is' },
  };
  const learned = { learned: 'Te weinig mensen', conditions: 'Zomer' };
  const lessonsAt = async (desk: RealDesk): Promise<readonly string[]> =>
    (await actions.readLessons(desk.test.file)).map(({ id: lessonId }) => lessonId);
  const [tooEarly, inTime] = [newId(noor), newId(noor)];
  await actions.closeAction(file, { ...closing, lesson: { id: tooEarly, ...learned } });
  expect(await lessonsAt(noor)).toEqual([tooEarly]);
  await noor.engine.round(never);
  await bert.engine.round(never);
  // What was learned goes with the end that the centre refused; its author can still read both.
  expect((await states(noor)).slice(-2)).toEqual(['rejected', 'rejected']);
  expect([await lessonsAt(noor), await lessonsAt(bert)]).toEqual([[], []]);
  const asked = { settled: false, cursor: null, limit: 10 };
  const refused = (await readAttention(noor.test.file, asked)).rows.flatMap(({ texts }) => texts);
  expect(refused.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Gezegd wat er gedaan is', 'Te weinig mensen', 'Zomer']),
  );

  // Lies did not note it, did not decide, and does not lead: whatever her desk says, it is set aside.
  const complete = (desk: RealDesk, grounds: object) =>
    actions.completeStep(desk.test.file, null, { id: stepId, grounds });
  await complete(lies, { necessity: 'zomaar' });
  await lies.engine.round(never);
  expect((await states(lies)).at(-1)).toBe('quarantined');

  // Noor reviews what her desk shows while Bert fills in the rest: her review came too early.
  await actions.reviewStep(file, 'team-lead', { id: stepId, note: 'Nog zonder gronden' });
  await complete(bert, { legalGround: 'wet', necessity: 'gevaar' });
  await bert.engine.round(never);
  await noor.engine.round(never);
  expect((await states(noor)).at(-1)).not.toBe('rejected');
  const [seen] = (await actions.readDossier(file, { id: dossierId })).steps;
  expect(seen).toMatchObject({
    legalGround: 'wet',
    necessity: 'gevaar',
    reviewedTooEarly: true,
    completions: [{ by: bert.test.store.identity.officerId }],
  });
  await actions.reviewStep(file, 'team-lead', { id: stepId, note: 'Nu met gronden' });
  await noor.engine.round(never);
  await bert.engine.round(never);
  const [step] = (await actions.readDossier(bert.test.file, { id: dossierId })).steps;
  expect(step).toMatchObject({
    reviewNote: 'Nu met gronden',
    reviewedTooEarly: false,
    provisionalReviews: [{ note: 'Nog zonder gronden' }],
  });
  // With its grounds the action ends, and what was learned of it reaches the other desk.
  await actions.closeAction(file, { ...closing, lesson: { id: inTime, ...learned } });
  await noor.engine.round(never);
  await bert.engine.round(never);
  expect([await lessonsAt(noor), await lessonsAt(bert)]).toEqual([[inTime], [inTime]]);
});
