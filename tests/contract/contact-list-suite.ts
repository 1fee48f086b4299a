import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { contactGroupCountSchema } from '#shared/contract/contacts.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';
import {
  disclosureSchema,
  exportEventSchema,
  type ExportRequest,
} from '#shared/contract/exports.ts';
import {
  CONTACT_COLUMNS,
  type ContactView,
  NEWEST_FIRST,
} from '#shared/domain/contacts/contact-view.ts';
import { savedViewSchema } from '#shared/domain/views/saved-view.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, importStreet, type MakeTransport, startDeskOver } from './desk-over.ts';

const random = seededRandom(31);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

/** What every transport must do alike with the list of contacts: pages, groups, saved views, exports. */
export function registerContactListSuite(name: string, open: MakeTransport): void {
  describe(`the list of contacts, ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;

    beforeAll(async () => {
      over = await startDeskOver(open);
      client = over.client;
      await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
      await importStreet(client, 'Zwanenkaai');
      const streets = await client.territory.searchAddress({ text: 'zwanenkaai', limit: 1 });
      for (const [index, reason] of ['nuisance', 'school', 'traffic', 'school'].entries()) {
        await client.contacts.log({
          id: newId(),
          occurredAt: `2026-0${index + 2}-10T08:00:00.000Z`,
          place: { streetId: streets[0]?.streetId ?? '', houseNumber: '', position: null },
          reason,
          summary: `contact ${index}`,
          next: { step: 'nothing', note: '' },
        });
      }
    });
    afterAll(() => over.end());

    const view: ContactView = {
      filter: { reason: ['nuisance', 'school'], withdrawn: 'hide' },
      sort: { by: 'street', descending: true },
      group: 'month',
      columns: ['place', 'when'],
    };

    it('gives groups whose sizes add up to the list', async () => {
      const { filter, sort } = view;
      const { total } = await client.contacts.list({ filter, sort, cursor: null, limit: 1 });
      expect(total).toBe(3);
      for (const by of ['reason', 'street', 'month'] as const) {
        const groups = z
          .array(contactGroupCountSchema)
          .parse(await client.contacts.groups({ filter, by }));
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        const [first] = groups;
        if (!first) throw new Error('no groups');
        const page = { filter, sort, group: first.group, cursor: null, limit: 5 };
        expect((await client.contacts.list(page)).total).toBe(first.count);
      }
    });

    it('refuses a view that is none, naming the field', async () => {
      const bad = { ...view, columns: ['when', 'when'] } as ContactView;
      await expect(
        client.views.save({ id: newId(), fields: { name: 'x', shared: false, view: bad } }),
      ).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'fields.view.columns' },
      });
    });

    it('keeps, changes, removes and brings back a view', async () => {
      const id = newId();
      const fields = { name: 'Scholen en overlast', shared: true, view };
      const saved = savedViewSchema.parse(await client.views.save({ id, fields }));
      expect(saved).toMatchObject({ id, ...fields });
      await client.views.change({ id, fields: { name: 'Anders' } });
      await client.views.remove({ id });
      expect(await client.views.list()).toEqual([]);
      await client.views.restore({ id });
      expect(await client.views.list()).toEqual([{ ...saved, name: 'Anders' }]);
      await expect(
        client.views.save({ id: newId(), fields: { ...fields, name: 'anders' } }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { reason: 'taken' } });
    });

    const request: ExportRequest = {
      format: 'csv',
      view: { ...view, filter: {}, sort: NEWEST_FIRST, group: null },
      language: 'fr',
      include: { restricted: false, assessments: false },
      recipient: 'Dienst Mobiliteit',
      words: {
        fileName: 'contacts',
        titles: {
          ...(Object.fromEntries(CONTACT_COLUMNS.map((column) => [column, column])) as Record<
            (typeof CONTACT_COLUMNS)[number],
            string
          >),
          assessment: 'a',
          latitude: 'b',
          longitude: 'c',
          remark: 'd',
        },
        about: [['Sujet', 'École']],
        withdrawn: 'retiré',
        amended: 'corrigé',
        outside: '-',
        placeUnknown: '?',
        states: {
          'only-here': '1',
          'under-way': '2',
          received: '3',
          'needs-choice': '4',
          quarantine: '5',
        },
      },
    };

    it('makes an export, tells how far it is, and can be stopped', async () => {
      const events = [];
      for await (const event of await client.exports.contacts(request)) {
        events.push(exportEventSchema.parse(event));
      }
      const done = events.at(-1);
      if (done?.type !== 'done') throw new Error('no file');
      expect(events[0]?.type).toBe('progress');
      expect(done.fileName).toMatch(/^contacts-\d{4}-\d\d-\d\d-\d{6}\.csv$/);
      const { downloadId } = done;
      const { bytes } = await client.transfers.readDownload({ downloadId, offset: 0 });
      expect(Buffer.from(bytes, 'base64').toString()).toContain('place;when;d\r\n');
      await client.transfers.releaseDownload({ downloadId });
      const kept = await client.exports.disclosures({ cursor: null, limit: 1 });
      expect(disclosureSchema.parse(kept.rows[0])).toMatchObject({
        format: request.format,
        items: done.rows,
        recipient: request.recipient,
      });

      const stopped = await client.exports.contacts(request);
      await stopped.next();
      await stopped.return?.();
    });

    it('keeps that a list was printed', async () => {
      const { include, recipient } = request;
      const printed = { id: newId(), view: request.view, include, recipient, contacts: 3 };
      await client.exports.printed(printed);
      await client.exports.printed(printed);
      const { rows } = await client.exports.disclosures({ cursor: null, limit: 50 });
      expect(rows.filter(({ format }) => format === 'paper')).toMatchObject([{ items: 3 }]);
    });
  });
}
