import { expect, it } from 'vitest';

import * as actions from '../../workbench/features/actions/index.ts';
import * as board from '../../workbench/features/board/index.ts';
import { actionForm, dossierForm, measureFields } from '../factories/casework.ts';
import { desksAtCentre, newId } from './desks-at-centre.ts';
import type { RealDesk } from './real-desk.ts';

/** A plan that two desks move, over a real line. */
const { startDesk, give } = desksAtCentre();
const never = new AbortController().signal;
async function cardsOf({ test }: RealDesk) {
  const filter = { states: [], neighbourhoodId: null, officerId: null };
  const question = { view: 'state' as const, week: '2026-06-15', filter };
  return (await board.readBoard(test.file, 'officer', question)).cards;
}

it('the centre refuses to move the first day of what began meanwhile, and the board says so', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  const { file, store } = noor.test;
  await give(noor, 'team-lead');
  const [segment] = await actions.readSegments(file, { streetId: noor.territory.streetId });
  if (!segment) return expect.fail('the street has no segment');
  const [dossierId, id, measureId] = [newId(noor), newId(noor), newId(noor)];
  await actions.openDossier(file, { id: dossierId, form: dossierForm([segment.id]) });
  const form = actionForm(store.identity.officerId);
  await actions.proposeAction(file, { id, dossierId, form });
  await actions.planMeasure(file, { id: measureId, fields: measureFields(id, segment) });
  await actions.answerAction(file, 'team-lead', { id, approve: true, reason: '' });
  await noor.engine.round(never);
  await bert.engine.round(never);
  expect(await cardsOf(bert)).toMatchObject([{ id, state: 'approved', recordState: 'received' }]);

  // Bert has no line while Noor starts it.
  await actions.startAction(file, { id });
  await noor.engine.round(never);
  const moved = { startsOn: '2026-06-22', endsOn: '2026-07-12' };
  await board.moveAction(bert.test.file, 'officer', { id, ...moved });
  await bert.engine.round(never);
  await bert.engine.round(never);
  bert.test.file.announce(['dossiers']);
  expect(await cardsOf(bert)).toMatchObject([
    { id, state: 'active', startsOn: form.startsOn, recordState: 'needs-choice' },
  ]);

  // The last day may still move, and arrives.
  const later = { startsOn: form.startsOn, endsOn: '2026-07-19' };
  await board.moveAction(bert.test.file, 'officer', { id, ...later });
  await bert.engine.round(never);
  await noor.engine.round(never);
  file.announce(['dossiers']);
  expect(await cardsOf(noor)).toMatchObject([{ id, ...later }]);
});
