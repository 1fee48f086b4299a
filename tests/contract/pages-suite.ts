import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import {
  GAP_COLUMNS,
  gapLineSchema,
  gapMapSchema,
  type GapQuestion,
} from '#shared/contract/gaps.ts';
import { absenceRowSchema } from '#shared/contract/people.ts';
import { streetProfileSchema } from '#shared/contract/street-profile.ts';
import { neighbourhoodPictureSchema, streetPictureSchema } from '#shared/contract/streets.ts';
import { contactHistorySchema } from '#shared/domain/contacts/amendment.ts';
import { keptPromiseSchema } from '#shared/domain/promises/promise.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { type DeskOver, type MakeTransport, startDeskOver } from './desk-over.ts';

const random = seededRandom(33);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

/** The operations behind the pages of contacts, streets, neighbourhoods and promises, on the demo town. */
export function registerPagesSuite(name: string, open: MakeTransport): void {
  describe(`the pages ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;

    beforeAll(async () => {
      over = await startDeskOver(open, { demo: true });
      client = over.client;
      const { profiles, demoPassphrase } = await client.desk.state();
      await client.desk.unlock({
        profileId: profiles[0]?.id ?? '',
        passphrase: demoPassphrase ?? '',
      });
    }, 120_000);
    afterAll(() => over.end());

    it('tell everything of a street and of its neighbourhood', async () => {
      const { rows } = await client.contacts.list({ filter: {}, cursor: null, limit: 50 });
      const contact = rows.find(({ neighbourhoodId }) => neighbourhoodId !== null);
      const street = await client.streets.street({ id: contact?.streetId ?? '' });
      expect(streetPictureSchema.parse(street)).toEqual(street);
      expect(street.picture.latest.length).toBeGreaterThan(0);
      const id = contact?.neighbourhoodId ?? '';
      const neighbourhood = await client.streets.neighbourhood({ id });
      expect(neighbourhoodPictureSchema.parse(neighbourhood)).toEqual(neighbourhood);
      expect(neighbourhood.streets.length).toBeGreaterThan(0);
      await expect(client.streets.street({ id: newId() })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        data: { what: 'street' },
      });
      await expect(client.streets.neighbourhood({ id: 'x' })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'id' },
      });
    });

    it('tell what a street says beside its picture', async () => {
      const { rows } = await client.contacts.list({ filter: {}, cursor: null, limit: 1 });
      const id = rows[0]?.streetId ?? '';
      const profile = await client.streets.profile({ id, segmentId: null, period: null });
      expect(streetProfileSchema.parse(profile)).toEqual(profile);
      expect(profile.pieces.length).toBeGreaterThan(0);
      await expect(
        client.streets.profile({ id: newId(), segmentId: null, period: null }),
      ).rejects.toMatchObject({
        code: 'NOT_FOUND',
        data: { what: 'street' },
      });
    });

    it('set feeling against fact', async () => {
      const question: GapQuestion = {
        level: 'street',
        from: '2000-01-01',
        to: '2010-01-01',
        kinds: [],
        class: null,
        neighbourhoodId: null,
        order: 'hot',
      };
      const map = await client.gaps.map({ ...question, from: '2024-01-01', to: '2027-01-01' });
      expect(gapMapSchema.parse(map)).toEqual(map);
      expect(map.answers).toBeGreaterThan(0);
      const lines = await client.gaps.lines();
      expect(gapLineSchema.array().parse(lines)).toEqual(lines);
      expect(lines.length).toBeGreaterThan(0);
      await expect(client.gaps.map({ ...question, to: '2000-01-01' })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'to' },
      });
      const classes = { 'felt-and-recorded': '1', 'felt-only': '2', 'recorded-only': '3' };
      const done = await client.gaps.exportTable({
        question,
        french: false,
        fileName: 'gaps',
        titles: [...GAP_COLUMNS],
        classes: { ...classes, calm: '4', 'too-few': '5' },
        yes: 'yes',
        no: 'no',
        about: [],
      });
      expect(done).toMatchObject({ rows: 0 });
      await client.transfers.releaseDownload({ downloadId: done.downloadId });
    });

    it('correct a contact beside what was submitted', async () => {
      const { rows } = await client.contacts.list({ filter: {}, cursor: null, limit: 1 });
      const id = rows[0]?.id ?? '';
      const amendmentId = newId();
      await client.contacts.saveDraft({
        id,
        form: { kind: 'contact-amendment', amendmentId, note: 'Half' },
      });
      const history = await client.contacts.amend({
        id: amendmentId,
        contactId: id,
        note: 'Twee keer genoteerd',
        changes: { withdrawn: true },
      });
      expect(contactHistorySchema.parse(history)).toEqual(history);
      expect([history.original.withdrawn, history.current.withdrawn]).toEqual([false, true]);
      expect((await client.contacts.drafts()).filter((draft) => draft.id === id)).toEqual([]);
    });

    it('tell who stands in while an officer is away, and with whom the promises are', async () => {
      const [promise] = await client.promises.open();
      if (!promise) throw new Error('the demo town has no open promise');
      const { id, ownerId, dueOn } = promise;
      const others = (await client.people.officers()).filter((officer) => officer.id !== ownerId);
      const today = dayOf(over.desk.clock.now());
      const days = { firstDay: today, lastDay: addDays(today, 6) };
      const set = {
        ...days,
        officerId: ownerId,
        substituteId: others[0]?.id ?? '',
        replaces: null,
      };
      await client.people.setAbsence(set);
      const rows = await client.people.absences();
      expect(z.array(absenceRowSchema).parse(rows)).toEqual(rows);
      expect(rows).toMatchObject([{ ...days, officerId: ownerId, substituteId: others[0]?.id }]);
      expect(rows[0]?.openPromises).toBeGreaterThan(0);
      const moved = (await client.promises.open()).find((one) => one.id === id);
      expect(moved).toMatchObject({ ownerId, keeperId: others[0]?.id, dueOn });
      await expect(
        client.people.setAbsence({ ...set, firstDay: addDays(today, 3) }),
      ).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'firstDay', reason: 'absence-overlaps' },
      });
      await expect(client.people.setAbsence({ ...set, officerId: newId() })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        data: { what: 'officer' },
      });
      await client.people.endAbsence({ officerId: ownerId, firstDay: today });
      expect(await client.people.absences()).toEqual([]);
      const back = (await client.promises.open()).find((one) => one.id === id);
      expect(back).toEqual(promise);
    });

    it('hand a promise to a colleague, tell how it ended, and list it', async () => {
      const [promise] = await client.promises.open();
      if (!promise) throw new Error('the demo town has no open promise');
      const { id, dueOn } = promise;
      const colleague = (await client.people.officers()).find(
        (officer) => officer.id !== promise.ownerId,
      );
      const handed = await client.promises.reassign({ id, ownerId: colleague?.id ?? '' });
      expect(keptPromiseSchema.parse(handed)).toEqual(handed);
      expect([handed.ownerId, handed.dueOn]).toEqual([colleague?.id, dueOn]);
      const closed = await client.promises.close({
        id,
        kept: true,
        outcome: 'Gebeld en uitgelegd',
        toldBy: 'telephone',
      });
      expect(await client.promises.ofContact({ contactId: promise.contactId })).toEqual(closed);
      await expect(
        client.promises.reassign({ id, ownerId: promise.ownerId }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { reason: 'closed' } });
      const { rows, total } = await client.promises.list({
        filter: { state: 'kept', ownerId: closed.ownerId, from: dueOn, to: dueOn },
        cursor: null,
        limit: 200,
      });
      expect(rows).toContainEqual(closed);
      expect(total).toBe(rows.length);
    });
  });
}
