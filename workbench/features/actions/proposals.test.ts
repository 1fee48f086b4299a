import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import { lessonSchema } from '#shared/domain/actions/lesson.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm, measureFields } from '../../../tests/factories/casework.ts';
import { storeFactImport } from '../../../tests/factories/many-facts.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { putFactBatch } from '../../store/repositories/fact-repository.ts';
import { logContact } from '../contacts/log-contact.ts';
import { changeAlone, command } from './change-row.ts';
import * as actions from './index.ts';

const random = seededRandom(63);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

let test: TestFile;
let segment: SegmentChoice;
let dossierId: string;
let id: string;
beforeEach(async () => {
  test = await openTestFile();
  const { streetId } = await plantSmallTerritory(test.store);
  const [first] = await actions.readSegments(test.file, { streetId });
  segment = first ?? expect.fail('the street has no segment');
  await storeFactImport(test.store, { id: 'i1' });
  [dossierId, id] = [newId(), newId()];
  await actions.openDossier(test.file, { id: dossierId, form: dossierForm([segment.id]) });
  const form = actionForm(test.store.identity.officerId);
  await actions.proposeAction(test.file, { id, dossierId, form });
});
afterEach(() => test.dispose());

async function record(count: number, changes: Partial<Fact> = {}) {
  const facts = Array.from({ length: count }, (): Fact => ({
    kind: 'speeding',
    origin: 'public',
    time: '2026-03-06T07:30:00.000Z',
    tie: 'nearest',
    streetId: segment.streetId,
    segmentId: segment.id,
    ...changes,
  }));
  const { neighbourhoodId } = segment;
  const batch = { id: newId(), importId: 'i1', neighbourhoodId, facts, version: 1 };
  await test.store.write((handle) => putFactBatch(handle, batch));
}

async function log(problems: string[], occurredAt = '2026-03-02T10:00:00.000Z') {
  const input = newContactSchema.parse({
    id: newId(),
    occurredAt,
    place: { streetId: segment.streetId, houseNumber: '', position: [4.41, 51.005] },
    reason: 'traffic',
    summary: 'Verzonnen',
    problems,
    next: { step: 'nothing', note: '' },
  });
  await logContact(test.file, input);
}

const ask = async () => {
  const { stretches } = await actions.readProposals(test.file, { id });
  return stretches[0] ?? expect.fail('the dossier has no stretch');
};

describe('proposals for the stretches of an action', () => {
  it('count contacts about the problem and facts of its kind, and nothing that police found', async () => {
    await record(3);
    await record(9, { origin: 'police' });
    await record(9, { kind: 'burglary' });
    await log(['vandalism']);
    await log(['unadapted-speed']);
    expect(await ask()).toMatchObject({ contacts: 1, facts: 3, standing: 'too-little' });
    await log(['unadapted-speed', 'vandalism']);
    const { contacts, proposals } = await ask();
    expect(contacts).toBe(2);
    expect(proposals[0]).toMatchObject({
      type: 'school-surroundings',
      why: { kind: 'fits', contacts: 2, facts: 3 },
      when: { kind: 'as-said' },
      windows: [{ days: [1, 2, 3, 4, 5], from: 480, to: 540 }],
    });
  });

  it('count the kinds that the dossier names in the place of the usual ones, and take their hours', async () => {
    await record(9);
    await record(10, { kind: 'robbery', time: '2026-03-07T20:30:00.000Z' });
    await record(9, { kind: 'robbery', origin: 'police' });
    const name = (factKinds: string[] | null) =>
      actions.changeDossier(test.file, { id: dossierId, changes: { factKinds } });
    await name(['robbery', 'theft']);
    const { facts, proposals } = await ask();
    expect(facts).toBe(10);
    expect(proposals[0]).toMatchObject({
      why: { kind: 'fits', facts: 10 },
      when: { kind: 'stands-out', place: 'stretch', inside: 10, signs: 10 },
      windows: [{ days: [6] }],
    });
    await name(null);
    expect(await ask()).toMatchObject({
      facts: 9,
      proposals: [{ windows: [{ days: [5] }] }, {}, {}],
    });
  });

  it('rest on the kinds of a dossier about a problem of its own, where a lesson says what helped', async () => {
    const lessonOf = newId();
    const shared = {
      actionId: lessonOf,
      day: '2026-01-15',
      problem: 'other',
      types: ['presence'],
      verdict: 'helped',
      doseShare: 1,
      learned: 'Er zijn als de winkels sluiten',
      conditions: 'Winkelstraat',
    };
    await changeAlone(test.file, lessonSchema, {
      entity: 'lesson',
      id: newId(),
      change: command('shareLesson', shared),
    });
    const changes = { problem: 'other', factKinds: ['shoplifting'] };
    await actions.changeDossier(test.file, { id: dossierId, changes });
    await record(10, { kind: 'shoplifting' });
    await record(9);
    expect(await ask()).toMatchObject({
      facts: 10,
      standing: 'proposed',
      proposals: [
        {
          type: 'presence',
          why: { kind: 'helped' },
          when: { kind: 'stands-out', inside: 10, signs: 10 },
          windows: [{ days: [5], from: 480, to: 540 }],
        },
      ],
    });
  });

  it('take the hours that stand out of the facts of the stretch, of ten of them', async () => {
    await record(10);
    expect((await ask()).proposals[0]).toMatchObject({
      when: { kind: 'stands-out', place: 'stretch', inside: 10, signs: 10, own: 10 },
      windows: [{ days: [5], from: 480, to: 540 }],
    });
  });

  it('rest on the street and borrow its hours where the stretch has too few', async () => {
    await record(2);
    await record(12, { segmentId: undefined, tie: 'street' });
    const { basis, facts, proposals } = await ask();
    expect(facts).toBe(2);
    expect(basis).toEqual({ place: 'street', contacts: 0, facts: 14 });
    expect(proposals[0]?.when).toEqual({
      kind: 'stands-out',
      place: 'street',
      inside: 14,
      signs: 14,
      own: 2,
    });
  });

  it('borrow hours of the neighbourhood where the dossier says none, but nothing else', async () => {
    [dossierId, id] = [newId(), newId()];
    const silent = dossierForm([segment.id], { windows: [] });
    await actions.openDossier(test.file, { id: dossierId, form: silent });
    const form = actionForm(test.store.identity.officerId);
    await actions.proposeAction(test.file, { id, dossierId, form });
    await record(40, { streetId: undefined, segmentId: undefined, tie: 'ambiguous' });
    expect((await ask()).standing).toBe('too-little');
    await record(5, { time: '2026-03' });
    expect((await ask()).proposals[0]?.when).toMatchObject({ place: 'neighbourhood', own: 0 });
  });

  it('take hours from contacts about a related problem, held against all contacts', async () => {
    // 5 May 2026 is a Tuesday; half past nine in the evening.
    const late = '2026-05-05T19:30:00.000Z';
    await record(5, { time: '2026-03' });
    for (let count = 0; count < 7; count += 1) await log(['aggressive-driving'], late);
    expect((await ask()).proposals[0]?.when).toEqual({ kind: 'as-said' });
    for (let count = 0; count < 40; count += 1) await log(['vandalism']);
    const { contacts, proposals } = await ask();
    expect(contacts).toBe(0);
    expect(proposals[0]).toMatchObject({
      when: { kind: 'stands-out', inside: 7, signs: 7 },
      windows: [{ from: 1_260, to: 1_320 }],
    });
  });

  it('plan nothing by themselves, and leave out what is planned', async () => {
    await record(6);
    const before = await test.store.read.selectFrom('operation').select('op_id').execute();
    const [first] = (await ask()).proposals;
    expect(await test.store.read.selectFrom('operation').select('op_id').execute()).toEqual(before);
    expect((await actions.readDossier(test.file, { id: dossierId })).actions[0]?.measures).toEqual(
      [],
    );
    const fields = { ...measureFields(id, segment), type: first?.type ?? '' };
    await actions.planMeasure(test.file, { id: newId(), fields });
    expect((await ask()).proposals.map(({ type }) => type)).not.toContain(first?.type);
  });

  it('keep why one was refused, once, until it is taken back', async () => {
    await record(6);
    const refusal = { segmentId: segment.id, type: 'works', reason: 'De straat is net vernieuwd' };
    await actions.refuseProposal(test.file, {
      id,
      refusal: { ...refusal, reason: 'Te duur' },
    });
    await actions.refuseProposal(test.file, { id, refusal });
    const without = await ask();
    expect(without.refused).toEqual([refusal]);
    expect(without.proposals.map(({ type }) => type)).toEqual([
      'school-surroundings',
      'speed-check',
    ]);
    await actions.restoreProposal(test.file, { id, refusal });
    expect((await ask()).proposals.map(({ type }) => type)).toContain('works');
    await expect(
      actions.refuseProposal(test.file, { id, refusal: { ...refusal, segmentId: newId() } }),
    ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'segmentId' } });
  });

  it('learn from what ended, and end with the action', async () => {
    await record(6);
    await actions.planMeasure(test.file, {
      id: newId(),
      fields: { ...measureFields(id, segment), type: 'presence', minutes: 25, timesPerWeek: 4 },
    });
    for (const minutes of [20, 90]) {
      const fields = { ...measureFields(id, segment), type: 'presence', minutes, timesPerWeek: 4 };
      await actions.planMeasure(test.file, { id: newId(), fields });
    }
    const lesson = {
      actionId: id,
      authorId: test.store.identity.officerId,
      day: '2026-06-01',
      problem: 'unadapted-speed',
      types: ['presence'],
      verdict: 'helped',
      doseShare: 1,
      learned: 'Om acht uur beginnen',
      conditions: 'Smalle straat',
    };
    await test.store.write(({ tables }) =>
      tables
        .insertInto('casework')
        .values({
          entity: 'lesson',
          id: newId(),
          dossier_id: '',
          action_id: id,
          neighbourhood_id: '',
          state: '',
          fields: JSON.stringify(lesson),
          version: 1,
        })
        .execute(),
    );
    const other = newId();
    const form = actionForm(test.store.identity.officerId);
    await actions.proposeAction(test.file, { id: other, dossierId, form });
    id = other;
    expect((await ask()).proposals[0]).toMatchObject({
      type: 'presence',
      minutes: 25,
      timesPerWeek: 4,
      dose: { kind: 'helped', actions: 1 },
      why: { kind: 'helped', helped: 1, ended: 1, learned: 'Om acht uur beginnen' },
    });
    await actions.answerAction(test.file, null, { id, approve: false, reason: 'Nu niet' });
    expect((await actions.readProposals(test.file, { id })).stretches).toEqual([]);
  });

  it('end with the last day of an action that runs, and come back with a later one', async () => {
    await record(6);
    const fields = measureFields(id, segment);
    await actions.planMeasure(test.file, { id: newId(), fields });
    await actions.answerAction(test.file, null, { id, approve: true, reason: '' });
    await actions.startAction(test.file, { id });
    test.clock.advance(27 * 86_400_000);
    expect((await ask()).standing).toBe('proposed');
    test.clock.advance(86_400_000);
    expect((await actions.readProposals(test.file, { id })).stretches).toEqual([]);
    await actions.changeAction(test.file, { id, changes: { endsOn: '2026-08-01' } });
    expect((await ask()).standing).toBe('proposed');
  });
});
