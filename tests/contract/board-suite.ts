import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { boardSchema } from '#shared/contract/board.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { actionSchema } from '#shared/domain/actions/action.ts';
import { measureSchema } from '#shared/domain/actions/measure.ts';
import { BOARD_VIEWS } from '#shared/domain/board/board-view.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { actionForm, dossierForm, measureFields } from '../factories/casework.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, importStreet, type MakeTransport, startDeskOver } from './desk-over.ts';

const random = seededRandom(91);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));
const FILTER = { states: [], neighbourhoodId: null, officerId: null };
const QUESTION = { view: 'week', week: '2026-06-15', filter: FILTER } as const;

/** The district board over any transport. */
export function registerBoardSuite(name: string, open: MakeTransport): void {
  describe(`the district board, ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;
    const [dossierId, id, measureId] = [newId(), newId(), newId()];

    beforeAll(async () => {
      over = await startDeskOver(open);
      client = over.client;
    });
    afterAll(() => over.end());

    it('is locked away while nobody is at the desk, and asks for a day', async () => {
      await expect(client.board.read(QUESTION)).rejects.toMatchObject({ code: 'LOCKED' });
      const made = await client.desk.createProfile({
        displayName: 'Noor Voorbeeld',
        passphrase: PASSPHRASE,
      });
      await expect(client.board.read({ ...QUESTION, week: 'monday' })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'week' },
      });
      await importStreet(client, 'Zonnebloemstraat');
      const [place] = (await client.search.everything({ text: 'zonnebloem', limit: 1 })).places;
      const [segment] = await client.actions.segments({ streetId: place?.streetId ?? '' });
      if (!segment) return expect.fail('the street has no stretch');
      const me = made.officer?.id ?? '';
      await client.actions.openDossier({ id: dossierId, form: dossierForm([segment.id]) });
      await client.actions.propose({ id, dossierId, form: actionForm(me) });
      const windows = [{ days: [1], from: 480, to: 540 }];
      const fields = { ...measureFields(id, segment), windows, officerId: me };
      await client.actions.planMeasure({ id: measureId, fields });
      await client.actions.answer({ id, approve: true, reason: '' });
    });

    it('answers in every view', async () => {
      for (const view of BOARD_VIEWS) {
        const board = boardSchema.parse(await client.board.read({ ...QUESTION, view }));
        expect(board).toMatchObject({ cards: [{ id }], counts: { approved: 1 } });
      }
      const { stops } = await client.board.read(QUESTION);
      expect(stops).toMatchObject([{ measureId, at: { day: '2026-06-15', from: 480 } }]);
    });

    it('moves windows and days, and says why a plan stays', async () => {
      const move = { measureId, window: 0, day: 1, toDay: 2, toFrom: 600 };
      const moved = await client.board.moveWindow(move);
      expect(measureSchema.parse(moved.measure).windows).toEqual([
        { days: [2], from: 600, to: 660 },
      ]);
      expect(moved.before).toEqual([{ days: [1], from: 480, to: 540 }]);
      await expect(client.board.moveWindow(move)).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'windows', reason: 'no-window' },
      });
      const days = { startsOn: '2026-06-22', endsOn: '2026-07-05' };
      expect(actionSchema.parse(await client.board.moveAction({ id, ...days }))).toMatchObject(
        days,
      );
      await expect(
        client.board.moveAction({ id, ...days, endsOn: '2026-06-01' }),
      ).rejects.toMatchObject({ data: { field: 'endsOn', reason: 'end-before-start' } });
      await expect(client.board.moveAction({ id: newId(), ...days })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('gives its plan as a calendar, and keeps that it did', async () => {
      const words = { fileName: 'board', calendarName: 'Board', states: STATES };
      const request = { filter: FILTER, language: 'en' as const, recipient: '', words };
      const made = await client.board.exportCalendar(request);
      const { bytes } = await client.transfers.readDownload({
        downloadId: made.downloadId,
        offset: 0,
      });
      const text = Buffer.from(bytes, 'base64').toString('utf8');
      const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents(
        'vevent',
      );
      expect(events).toHaveLength(made.entries);
      expect(text).not.toContain('Trager');
      const { rows } = await client.exports.disclosures({ cursor: null, limit: 5 });
      expect(rows).toMatchObject([
        { format: 'icalendar', items: 2, subject: { what: 'calendar', board: FILTER } },
      ]);
    });
  });
}

const STATES = {
  proposed: 'proposed',
  approved: 'approved',
  refused: 'refused',
  active: 'running',
  closed: 'closed',
};
