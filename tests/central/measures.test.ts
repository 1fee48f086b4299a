import { expect, it } from 'vitest';

import * as actions from '../../workbench/features/actions/index.ts';
import { actionForm, dossierForm, measureFields } from '../factories/casework.ts';
import { desksAtCentre, newId } from './desks-at-centre.ts';
import type { RealDesk } from './real-desk.ts';

/** The measures of an action that two desks work on, over a real line. */
const { startDesk, give } = desksAtCentre();
const never = new AbortController().signal;

async function exchange(...desks: readonly RealDesk[]): Promise<void> {
  for (const desk of [...desks, ...desks]) await desk.engine.round(never);
}

/** An action that runs, with one measure on one stretch, as both desks know it. */
async function running(noor: RealDesk, bert: RealDesk) {
  const { file, store } = noor.test;
  await give(noor, 'team-lead');
  const [segment] = await actions.readSegments(file, { streetId: noor.territory.streetId });
  if (!segment) throw new Error('the street has no segment');
  const [dossierId, id, measureId] = [newId(noor), newId(noor), newId(noor)];
  await actions.openDossier(file, { id: dossierId, form: dossierForm([segment.id]) });
  const form = actionForm(store.identity.officerId);
  await actions.proposeAction(file, { id, dossierId, form });
  await actions.planMeasure(file, { id: measureId, fields: measureFields(id, segment) });
  await actions.answerAction(file, 'team-lead', { id, approve: true, reason: '' });
  await actions.startAction(file, { id });
  await exchange(noor, bert);
  return { dossierId, id, measureId, segment };
}

const measureOn = async ({ test }: RealDesk, dossierId: string) =>
  (await actions.readDossier(test.file, { id: dossierId })).actions[0]?.measures[0];

it('keeps what two desks changed of one measure where it is not the same field', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const { dossierId, measureId } = await running(noor, bert);
  await actions.changeMeasure(noor.test.file, { id: measureId, changes: { minutes: 20 } });
  await actions.changeMeasure(bert.test.file, { id: measureId, changes: { timesPerWeek: 3 } });
  await exchange(noor, bert);
  for (const desk of [noor, bert]) {
    expect(await measureOn(desk, dossierId)).toMatchObject({ minutes: 20, timesPerWeek: 3 });
  }
});

it('asks about a field that both changed, and keeps the value that came first', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const { dossierId, measureId } = await running(noor, bert);
  await actions.changeMeasure(noor.test.file, { id: measureId, changes: { minutes: 20 } });
  await actions.changeMeasure(bert.test.file, { id: measureId, changes: { minutes: 30 } });
  await exchange(noor, bert);
  for (const desk of [noor, bert]) {
    expect(await measureOn(desk, dossierId)).toMatchObject({ minutes: 20 });
  }
  const asked = await bert.test.store.read
    .selectFrom('operation')
    .select('state')
    .where('entity_id', '=', measureId)
    .where('state', '=', 'merged')
    .execute();
  expect(asked).toHaveLength(1);
});

it('ends at the centre only as all that was confirmed allows, also on a desk that the other had not heard of', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const { dossierId, id, measureId } = await running(noor, bert);
  for (const desk of [noor, bert]) desk.test.clock.advance(21 * 86_400_000);
  for (const day of ['2026-06-16', '2026-06-23', '2026-06-30']) {
    const stop = { id: newId(bert), measureId, day, minutes: 30 };
    await actions.confirmDelivery(bert.test.file, stop);
  }
  await bert.engine.round(never);
  const closing = {
    id,
    verdictNote: '',
    signAfter: null,
    feedback: { on: '2026-07-06', channel: 'at-home', text: 'Gezegd wat er kwam' },
    lesson: null,
  };
  // Noor's desk knows of no stop yet.
  await actions.closeAction(noor.test.file, { ...closing, verdict: 'not-really-tried' });
  await exchange(noor, bert);
  for (const { test } of [noor, bert]) {
    const [action] = (await actions.readDossier(test.file, { id: dossierId })).actions;
    expect(action).toMatchObject({ state: 'active', share: 0.75 });
  }
  await actions.closeAction(noor.test.file, { ...closing, verdict: 'cannot-tell' });
  await exchange(noor, bert);
  const [closed] = (await actions.readDossier(bert.test.file, { id: dossierId })).actions;
  expect(closed).toMatchObject({ state: 'closed', verdict: 'cannot-tell', doseShare: 0.75 });
});

it('counts a measure that one desk removed by what another confirmed of it before', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const { dossierId, measureId } = await running(noor, bert);
  for (const desk of [noor, bert]) desk.test.clock.advance(7 * 86_400_000);
  const stop = { id: newId(bert), measureId, day: '2026-06-16', minutes: 30 };
  await actions.confirmDelivery(bert.test.file, stop);
  await actions.removeMeasure(noor.test.file, { id: measureId });
  await exchange(noor, bert);
  for (const { test } of [noor, bert]) {
    const [action] = (await actions.readDossier(test.file, { id: dossierId })).actions;
    expect(action).toMatchObject({
      measures: [],
      removed: [{ id: measureId, since: '2026-06-15', removedOn: '2026-06-22' }],
      owed: 120,
      dose: { delivered: 30, counted: 30 },
    });
  }
});
