import { afterEach, beforeEach, expect, it } from 'vitest';

import { emptyAction } from '#shared/domain/actions/action.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { addDays } from '#shared/lib/dates.ts';

import { dossierForm } from '../../../tests/factories/casework.ts';
import { storeFactImport } from '../../../tests/factories/many-facts.ts';
import {
  BEFORE,
  LEAD_UP,
  openVerdictTown,
  type VerdictTown,
  yearOfFacts,
} from '../../../tests/factories/verdict-town.ts';
import { logContact } from '../contacts/log-contact.ts';
import * as actions from './index.ts';

let town: VerdictTown;
beforeEach(async () => {
  town = await openVerdictTown(56);
});
afterEach(() => town.test.dispose());

const count = (id: string, changes: Partial<Parameters<typeof actions.countBaseline>[1]> = {}) =>
  actions.countBaseline(town.test.file, {
    id,
    counted: 'facts',
    from: BEFORE,
    to: LEAD_UP,
    ...changes,
  });

it('counts facts of the problem on the stretches of the action, the last day with them', async () => {
  const { own, row, record } = town;
  const id = await town.ran();
  await record(own, BEFORE, 2);
  await record(own, LEAD_UP, 3, { origin: 'partner' });
  await record(own, addDays(LEAD_UP, 1), 7);
  await record(own, LEAD_UP, 11, { origin: 'police' });
  await record(own, LEAD_UP, 13, { kind: 'drugs' });
  await record(row[0] ?? '', LEAD_UP, 17);
  expect(await count(id)).toEqual({ count: 5, stretches: 1, whole: true });
  expect(await count(id, { to: addDays(LEAD_UP, 1) })).toMatchObject({ count: 12 });
});

it('says where no file of such facts covers the days', async () => {
  const id = await town.ran();
  await town.record(town.own, BEFORE, 2);
  const before = { from: '2025-10-01', to: '2025-12-31' };
  expect(await count(id, before)).toEqual({ count: 0, stretches: 1, whole: false });
});

it('covers its days only where every source does that has such facts in them', async () => {
  const id = await town.ran();
  await town.record(town.own, BEFORE, 2);
  const short = { id: 'i2', sourceId: 'partner', counts: yearOfFacts(addDays(BEFORE, 3)) };
  await storeFactImport(town.test.store, short);
  expect(await count(id)).toMatchObject({ count: 2, whole: true });
  await town.record(town.own, BEFORE, 1, {}, 'i2');
  expect(await count(id)).toMatchObject({ count: 3, whole: false });
});

it('is of the stretches of the dossier as long as nothing is planned', async () => {
  const id = await proposedOn(town.row);
  for (const segmentId of town.row) await town.record(segmentId, LEAD_UP, 1);
  expect(await count(id)).toMatchObject({ count: town.row.length, stretches: town.row.length });
});

it('is of contacts that name the problem, or of answers that it feels unsafe', async () => {
  const here = town.others[3] ?? town.far;
  const id = await proposedOn([here.id]);
  const contact = {
    occurredAt: `${LEAD_UP}T10:00:00.000Z`,
    place: { streetId: here.streetId, houseNumber: '', position: null },
    reason: 'nuisance',
    summary: '',
    next: { step: 'nothing' as const, note: '' },
  };
  for (const [feeling, problems] of [
    ['always', ['unadapted-speed']],
    ['never', []],
  ] as const) {
    const said = newContactSchema.parse({ ...contact, id: town.newId(), feeling, problems });
    await logContact(town.test.file, said);
  }
  for (const counted of ['contacts', 'insecure'] as const) {
    expect(await count(id, { counted })).toEqual({ count: 1, stretches: 1, whole: true });
    expect(await count(id, { counted, to: BEFORE })).toMatchObject({ count: 0 });
  }
});

it('is nothing where the dossier does not say of what, or its stretches are gone', async () => {
  const id = await proposedOn([town.own], { problem: null });
  expect(await count(id)).toBeNull();
  expect(await count(id, { counted: 'contacts' })).toBeNull();
  expect(await count(id, { counted: 'insecure' })).toMatchObject({ count: 0 });
  await expect(count(town.newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

/** An action that nothing was planned for yet, of a dossier on these stretches. */
async function proposedOn(
  segmentIds: readonly string[],
  changes: Parameters<typeof dossierForm>[1] = {},
): Promise<string> {
  const [dossierId, id] = [town.newId(), town.newId()];
  const { file, store } = town.test;
  await actions.openDossier(file, { id: dossierId, form: dossierForm(segmentIds, changes) });
  const form = emptyAction('Nog zonder maatregel', store.identity.officerId);
  await actions.proposeAction(file, { id, dossierId, form });
  return id;
}
