import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Feeling } from '#shared/domain/contacts/code-lists.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';

import {
  AFTER,
  BEFORE,
  LEAD_UP,
  openVerdictTown,
  type VerdictTown,
} from '../../../tests/factories/verdict-town.ts';
import { logContact } from '../contacts/log-contact.ts';
import * as actions from './index.ts';

let test: VerdictTown['test'];
let newId: VerdictTown['newId'];
let noord: VerdictTown['noord'];
let others: VerdictTown['others'];
let far: VerdictTown['far'];
let own: VerdictTown['own'];
let record: VerdictTown['record'];
let evenly: VerdictTown['evenly'];
let ran: VerdictTown['ran'];
let later: VerdictTown['later'];
let verdicts: VerdictTown['verdicts'];
let close: VerdictTown['close'];
beforeEach(async () => {
  ({ test, newId, noord, others, far, own, record, evenly, ran, later, verdicts, close } =
    await openVerdictTown(55));
});
afterEach(() => test.dispose());

describe('what is counted', () => {
  it('leaves out what police found, other kinds, and what may lie on both sides of the start', async () => {
    await record(own, AFTER, 50, { origin: 'police' });
    await record(own, AFTER, 50, { kind: 'drugs' });
    await record(own, '2026-06', 50);
    await record(own, AFTER, 1, { origin: 'partner', amount: 3 });
    const id = await ran();
    await later();
    const { evidence } = await verdicts(id);
    expect(evidence?.own).toMatchObject([{ count: { before: 0, after: 3 } }]);
    expect(evidence?.difference).toBeNull();
  });

  it.each([{ problem: 'other' }, { problem: null }, { problem: 'unadapted-speed' }])(
    'is of the kinds that the dossier names, with the problem $problem',
    async ({ problem }) => {
      await record(own, BEFORE, 2, { kind: 'robbery' });
      await record(own, AFTER, 4, { kind: 'shoplifting' });
      await record(own, AFTER, 50);
      const factKinds = ['robbery', 'shoplifting'];
      const id = await ran(own, { dossier: { problem, factKinds } });
      await later();
      const { evidence } = await verdicts(id);
      expect(evidence?.own).toMatchObject([{ count: { before: 2, after: 4 } }]);
    },
  );

  it.each([{ problem: 'other' }, { problem: null }])(
    'is no fact where the dossier names no kinds, and $problem as its problem',
    async ({ problem }) => {
      await record(own, AFTER, 50);
      const id = await ran(own, { dossier: { problem } });
      await later();
      expect((await verdicts(id)).evidence).toBeNull();
    },
  );

  it('compares with no street where another action ran, nor outside of what the desk holds', async () => {
    const nearest = others[4]?.id ?? '';
    for (const segmentId of [own, nearest, far.id]) await record(segmentId, LEAD_UP, 9);
    await evenly(2);
    const id = await ran();
    await later(7);
    const compared = async () => (await verdicts(id)).evidence?.comparison.map((one) => one.id);
    expect(new Set((await compared())?.slice(0, 2))).toEqual(new Set([nearest, far.id]));
    await test.store.write(({ tables }) =>
      tables
        .insertInto('sync_scope')
        .values({
          scope: `neighbourhood:${noord}`,
          cursor: 1,
          generation: 1,
          whole: 1,
          row_count: 0,
          digest: '0'.repeat(16),
        })
        .execute(),
    );
    expect(await compared()).not.toContain(far.id);
    await ran(nearest, { minutes: 0 });
    expect(await compared()).not.toContain(nearest);
    expect(await compared()).toHaveLength(12);
  });

  it('is not compared with a stretch that somebody left out, until that is taken back', async () => {
    const nearest = others[4]?.id ?? '';
    for (const segmentId of [own, nearest]) await record(segmentId, LEAD_UP, 9);
    const id = await ran();
    await later();
    const compared = async () => (await verdicts(id)).evidence?.comparison.map((one) => one.id);
    expect((await compared())?.[0]).toBe(nearest);
    const leftOut = { segmentId: nearest, reason: 'Daar lag de straat open' };
    await actions.leaveOut(test.file, { id, leftOut: { ...leftOut, reason: 'Werken' } });
    expect((await actions.leaveOut(test.file, { id, leftOut })).leftOut).toEqual([leftOut]);
    expect(await compared()).not.toContain(nearest);
    expect((await verdicts(id)).evidence?.leftOut).toMatchObject([
      { ...leftOut, nameNl: 'Dwarsstraat 5' },
    ]);
    await expect(
      actions.leaveOut(test.file, { id, leftOut: { ...leftOut, segmentId: newId() } }),
    ).rejects.toMatchObject({ data: { field: 'segmentId' } });
    await actions.compareAgain(test.file, { id, leftOut });
    expect(await compared()).toContain(nearest);
    await close(id, 'cannot-tell');
    await expect(actions.leaveOut(test.file, { id, leftOut })).rejects.toMatchObject({
      data: { reason: 'not-active' },
    });
  });

  it('are contacts that name the problem, or answers that it feels unsafe out of all answers', async () => {
    const say = (streetId: string, day: string, feeling: Feeling) =>
      logContact(
        test.file,
        newContactSchema.parse({
          id: newId(),
          occurredAt: `${day}T10:00:00.000Z`,
          place: { streetId, houseNumber: '', position: null },
          reason: 'nuisance',
          problems: ['unadapted-speed'],
          summary: '',
          feeling,
          next: { step: 'nothing', note: '' },
        }),
      );
    const here = others[3] ?? far;
    for (const feeling of ['always', 'often', 'never'] as const) {
      await say(here.streetId, BEFORE, feeling);
    }
    const [contacts, insecure] = [
      await ran(here.id, { counted: 'contacts' }),
      await ran(here.id, { counted: 'insecure' }),
    ];
    await later();
    await say(here.streetId, AFTER, 'always');
    await say(here.streetId, AFTER, 'never');
    expect((await verdicts(contacts)).evidence?.own).toMatchObject([
      { count: { before: 3, after: 2 } },
    ]);
    expect((await verdicts(insecure)).evidence?.own).toMatchObject([
      { count: { before: 2, after: 1, of: { before: 3, after: 2 } } },
    ]);
  });

  it('is nothing where an officer counts by hand, or before it began', async () => {
    const id = await ran(own, { counted: 'by-hand' });
    await later();
    expect((await verdicts(id)).evidence).toBeNull();
    const { choices } = await actions.readVerdicts(test.file, { id, signAfter: 50 });
    expect(choices.filter((one) => one.possible)).toHaveLength(2);
  });
});
