import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import type { DossierState } from '#shared/domain/actions/dossier.ts';

import { actionForm, dossierForm, measureFields } from '../../../tests/factories/casework.ts';
import {
  type CaseworkDesk,
  closingForm,
  idsFrom,
  openCaseworkDesk,
} from '../../../tests/factories/casework-desk.ts';
import type { TestFile } from '../../../tests/factories/test-store.ts';
import * as actions from './index.ts';

const newId = idsFrom(41);

let test: TestFile;
let segment: SegmentChoice;
let dossierId: string;
let operations: CaseworkDesk['operations'];
let propose: CaseworkDesk['propose'];
beforeEach(async () => {
  ({ test, segment, dossierId, operations, propose } = await openCaseworkDesk(newId));
});
afterEach(() => test.dispose());

const me = (): string => test.store.identity.officerId;

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
      [dossierForm([segment.id], { factKinds: ['theft', 'no-such-kind'] }), 'factKinds'],
      [dossierForm([segment.id], { factKinds: ['theft', 'theft'] }), 'factKinds'],
    ] as const) {
      await expect(actions.openDossier(test.file, { id, form })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field },
      });
    }
    expect(await operations()).toEqual(before);
  });

  it('names its kinds of facts, keeps them when something else changes, and goes back to the usual ones', async () => {
    const read = async () =>
      (await actions.readDossier(test.file, { id: dossierId })).dossier.factKinds;
    const change = (changes: Parameters<typeof actions.changeDossier>[1]['changes']) =>
      actions.changeDossier(test.file, { id: dossierId, changes });
    expect(await read()).toBeNull();
    await change({ factKinds: ['robbery', 'theft'] });
    await change({ title: 'Iets anders', problem: 'other' });
    expect(await read()).toEqual(['robbery', 'theft']);
    await expect(change({ factKinds: [] })).rejects.toMatchObject({ data: { field: 'factKinds' } });
    await change({ factKinds: null });
    expect(await read()).toBeNull();
  });

  it('keeps a kind that the zone ended, and takes it in no more', async () => {
    const change = (factKinds: string[] | null) =>
      actions.changeDossier(test.file, { id: dossierId, changes: { factKinds } });
    await change(['robbery']);
    await test.store.write(({ tables }) =>
      tables
        .updateTable('code')
        .set({ valid_to: '2026-01-01' })
        .where('list', '=', 'fact-kind')
        .where('code', '=', 'robbery')
        .execute(),
    );
    expect((await change(['robbery', 'theft'])).factKinds).toEqual(['robbery', 'theft']);
    await change(['theft']);
    await expect(change(['robbery', 'theft'])).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'factKinds', reason: 'unknown-code' },
    });
  });

  it('keeps its problem and its kinds while an action runs whose sign counts by them', async () => {
    const change = (changes: Parameters<typeof actions.changeDossier>[1]['changes']) =>
      actions.changeDossier(test.file, { id: dossierId, changes });
    const sign = { ...actionForm(me()).sign, counted: 'facts' as const };
    const id = await propose({ sign });
    await actions.planMeasure(test.file, { id: newId(), fields: measureFields(id, segment) });
    await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
    await change({ factKinds: ['robbery'] });
    await actions.startAction(test.file, { id });
    for (const [field, changes] of [
      ['factKinds', { factKinds: null }],
      ['factKinds', { factKinds: ['robbery', 'theft'] }],
      ['problem', { problem: 'other', title: 'Iets anders' }],
    ] satisfies [string, Parameters<typeof change>[0]][]) {
      await expect(change(changes)).rejects.toMatchObject({
        code: 'COUNT_RUNNING',
        data: { field, actionId: id },
      });
    }
    const same = { factKinds: ['robbery'], problem: 'unadapted-speed', scanning: 'Gezien' };
    expect(await change(same)).toMatchObject(same);
    test.clock.advance(7 * 86_400_000);
    const closing = { ...closingForm(id, 'not-really-tried', newId()), lesson: null };
    await actions.closeAction(test.file, closing);
    expect((await change({ factKinds: null })).factKinds).toBeNull();
  });

  it('from before it could name kinds is read as one that names none', async () => {
    const id = newId();
    await actions.openDossier(test.file, { id, form: dossierForm([segment.id]) });
    await test.store.write(({ tables }) =>
      tables
        .updateTable('casework')
        .set({ fields: sql`json_remove(fields, '$.factKinds')` })
        .where('id', '=', id)
        .execute(),
    );
    expect((await actions.readDossier(test.file, { id })).dossier.factKinds).toBeNull();
    const changes = { factKinds: ['theft'] };
    expect((await actions.changeDossier(test.file, { id, changes })).factKinds).toEqual(['theft']);
  });
});
