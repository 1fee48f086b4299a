import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SegmentChoice } from '#shared/contract/actions.ts';

import { dossierForm, measureFields } from '../../../tests/factories/casework.ts';
import {
  type CaseworkDesk,
  idsFrom,
  openCaseworkDesk,
} from '../../../tests/factories/casework-desk.ts';
import type { TestFile } from '../../../tests/factories/test-store.ts';
import * as actions from './index.ts';

const newId = idsFrom(42);

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
