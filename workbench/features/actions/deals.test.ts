import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Verdict } from '#shared/domain/actions/vocabulary.ts';

import { dealForm as partnerDeal } from '../../../tests/factories/casework.ts';
import {
  type CaseworkDesk,
  closingForm,
  idsFrom,
  openCaseworkDesk,
} from '../../../tests/factories/casework-desk.ts';
import type { TestFile } from '../../../tests/factories/test-store.ts';
import * as actions from './index.ts';

const newId = idsFrom(44);

let test: TestFile;
let propose: CaseworkDesk['propose'];
let running: CaseworkDesk['running'];
let partner: CaseworkDesk['partner'];
beforeEach(async () => {
  ({ test, propose, running, partner } = await openCaseworkDesk(newId));
});
afterEach(() => test.dispose());

const closing = (id: string, verdict: Verdict) => closingForm(id, verdict, newId());

/** A deal with a partner that is there, as somebody fills it in. */
const dealForm = async (actionId: string) => partnerDeal(actionId, await partner());

it('an action that ended takes no deals, and no changes of them but that a part was done or nothing comes of it', async () => {
  const { id: actionId } = await running();
  const form = await dealForm(actionId);
  const id = newId();
  await actions.makeDeal(test.file, { id, form });
  await actions.closeAction(test.file, closing(actionId, 'not-really-tried'));
  const ended = { code: 'NOT_NOW', data: { reason: 'already-closed' } };
  await expect(actions.makeDeal(test.file, { id: newId(), form })).rejects.toMatchObject(ended);
  const change = (changes: object) => actions.changeDeal(test.file, { id, changes });
  await expect(change({ theyDo: 'Iets anders' })).rejects.toMatchObject(ended);
  await expect(change({ theyDueOn: '2026-09-01', withdrawn: true })).rejects.toMatchObject(ended);
  expect(await change({ theyDoneOn: '2026-06-15' })).toMatchObject({ theyDoneOn: '2026-06-15' });
  expect(await change({ withdrawn: true })).toMatchObject({ withdrawn: true });
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
