import { afterEach, beforeEach, expect, it } from 'vitest';

import { dealForm } from '../../../tests/factories/casework.ts';
import {
  type CaseworkDesk,
  closingForm,
  idsFrom,
  openCaseworkDesk,
} from '../../../tests/factories/casework-desk.ts';
import * as actions from '../actions/index.ts';
import { addOfficer } from '../people/index.ts';
import * as board from './index.ts';

const newId = idsFrom(82);
/** The clock of a test file stands on 15 June. */
const [BEFORE, YESTERDAY, TODAY] = ['2026-06-01', '2026-06-14', '2026-06-15'] as const;

let desk: CaseworkDesk;
beforeEach(async () => {
  desk = await openCaseworkDesk(newId);
});
afterEach(() => desk.test.dispose());

async function agree(actionId: string, changes: Parameters<typeof dealForm>[2]): Promise<string> {
  const id = newId();
  const form = dealForm(actionId, await desk.partner(), changes);
  await actions.makeDeal(desk.test.file, { id, form });
  return id;
}
const late = async (filter: { neighbourhoodId?: string; officerId?: string } = {}) => {
  const everything = { states: [], neighbourhoodId: null, officerId: null };
  const { late: parts } = await board.readBoard(desk.test.file, null, {
    view: 'state',
    week: TODAY,
    filter: { ...everything, ...filter },
  });
  return parts.filter(({ kind }) => kind === 'deal');
};
const dossiersLate = async () =>
  (
    await actions.findDossiers(desk.test.file, {
      filter: { state: 'deal-late' },
      cursor: null,
      limit: 50,
    })
  ).rows.map(({ id }) => id);

it('names what partners and the team were to do for each other, what waits longest first', async () => {
  const actionId = await desk.propose();
  expect(await dossiersLate()).toEqual([]);
  const both = await agree(actionId, {
    theyDueOn: YESTERDAY,
    weDo: 'Tellen',
    weDueOn: BEFORE,
  });
  await agree(actionId, { theyDueOn: TODAY });
  await agree(actionId, { theyDueOn: null });
  const action = { id: actionId, dossierId: desk.dossierId, title: 'Trager aan de school' };
  const item = { kind: 'deal', id: both, partnerName: 'Dienst wegen', action };
  expect(await late()).toEqual([
    {
      kind: 'deal',
      total: 2,
      items: [
        { ...item, side: 'we', dueOn: BEFORE },
        { ...item, side: 'they', dueOn: YESTERDAY },
      ],
    },
  ]);
  expect(await dossiersLate()).toEqual([desk.dossierId]);
});

it('counts all of them and names the first', async () => {
  const actionId = await desk.propose();
  for (let at = 0; at < 9; at += 1) {
    await agree(actionId, { theyDueOn: YESTERDAY, weDo: 'Tellen', weDueOn: BEFORE });
  }
  const [part] = await late();
  expect(part?.total).toBe(18);
  expect(part?.items).toHaveLength(8);
});

it('lets go of a part that was done, and of a deal that nothing comes of, when its action is long over', async () => {
  const { id: actionId } = await desk.running();
  const id = await agree(actionId, { theyDueOn: YESTERDAY, weDo: 'Tellen', weDueOn: BEFORE });
  const closing = closingForm(actionId, 'not-really-tried', newId());
  await actions.closeAction(desk.test.file, closing);
  expect(await late()).toMatchObject([{ total: 2 }]);
  await actions.changeDeal(desk.test.file, { id, changes: { weDoneOn: TODAY } });
  expect(await late()).toMatchObject([{ total: 1, items: [{ side: 'they' }] }]);
  await actions.changeDeal(desk.test.file, { id, changes: { withdrawn: true } });
  expect(await late()).toEqual([]);
  expect(await dossiersLate()).toEqual([]);
});

it('is of the neighbourhood of its dossier, of who has the action, and of who does it', async () => {
  const { test, me, segment } = desk;
  const officer = async (displayName: string): Promise<string> =>
    (await addOfficer(test.file, { displayName })).id;
  const [owner, helper] = [await officer('Fien Voorbeeld'), await officer('Samir Voorbeeld')];
  const other = await officer('Noor Voorbeeld');
  const actionId = await desk.propose({ ownerId: owner, coverId: me });
  await agree(actionId, { theyDueOn: YESTERDAY, weWhoId: helper });
  for (const officerId of [owner, me, helper]) {
    expect(await late({ officerId })).toMatchObject([{ total: 1 }]);
  }
  expect(await late({ officerId: other })).toEqual([]);
  const neighbourhoodId = segment.neighbourhoodId ?? expect.fail('it lies nowhere');
  expect(await late({ neighbourhoodId })).toMatchObject([{ total: 1 }]);
  expect(await late({ neighbourhoodId: newId() })).toEqual([]);
});
