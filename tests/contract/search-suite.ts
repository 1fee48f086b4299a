import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import {
  contactHitSchema,
  dossierHitSchema,
  foundNamesSchema,
  promiseHitSchema,
  searchAnswerSchema,
} from '#shared/contract/search.ts';
import { codeRowSchema } from '#shared/domain/codes/code.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { dossierForm } from '../factories/casework.ts';
import { type DeskOver, type MakeTransport, startDeskOver } from './desk-over.ts';

/** Searching and the code lists, over any transport alike, in the demo town with its year of work. */
export function registerSearchSuite(name: string, open: MakeTransport): void {
  describe(`searching and code lists, ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;

    beforeAll(async () => {
      over = await startDeskOver(open, { demo: true });
      client = over.client;
    }, 120_000);
    afterAll(() => over.end());

    it('neither searches nor tells codes while the desk is locked', async () => {
      const search = client.search.everything({ text: 'buren', limit: 5 });
      await expect(search).rejects.toMatchObject({ code: 'LOCKED' });
      await expect(client.codes.all()).rejects.toMatchObject({ code: 'LOCKED' });
      const { profiles, demoPassphrase } = await client.desk.state();
      await client.desk.unlock({
        profileId: profiles[0]?.id ?? '',
        passphrase: demoPassphrase ?? '',
      });
    });

    it('finds contacts, promises and places at once', async () => {
      const answer = searchAnswerSchema.parse(
        await client.search.everything({ text: 'fiets', limit: 5 }),
      );
      expect(answer.contacts).toHaveLength(5);
      expect(answer.moreContacts).toBe(true);
      const moments = answer.contacts.map(({ occurredAt }) => occurredAt);
      expect(moments).toEqual(moments.toSorted().toReversed());
      const streets = await client.search.everything({ text: 'kerkstr', limit: 5 });
      expect(searchAnswerSchema.parse(streets).places.length).toBeGreaterThan(0);
    });

    it('finds dossiers by what was written in them', async () => {
      const bytes = randomBytes(seededRandom(8), 16);
      const id = makeId(Date.parse('2026-06-15T08:00:00.000Z'), bytes);
      const [place] = (await client.search.everything({ text: 'kerkstr', limit: 1 })).places;
      const [stretch] = await client.actions.segments({ streetId: place?.streetId ?? '' });
      await client.actions.openDossier({
        id,
        form: dossierForm([stretch?.id ?? ''], {
          title: 'Zwaar vervoer',
          scanning: 'Zeppelinvaart om vijf uur',
        }),
      });
      const answer = await client.search.everything({ text: 'zeppelinvaart vijf', limit: 5 });
      expect(searchAnswerSchema.parse(answer).dossiers).toMatchObject([{ id, kind: 'dossier' }]);
      const page = await client.search.dossiers({ text: 'zeppelinvaart', cursor: null, limit: 5 });
      expect(z.array(dossierHitSchema).parse(page.rows)).toMatchObject([{ id }]);
      expect(page.nextCursor).toBeNull();
    });

    it('finds more names of a kind than it shows at first', async () => {
      const few = foundNamesSchema.parse(await client.search.names({ text: 'straat', limit: 2 }));
      expect(few).toMatchObject({ morePlaces: true });
      const many = await client.search.names({ text: 'straat', limit: 200 });
      expect(foundNamesSchema.parse(many).places.slice(0, 2)).toEqual(few.places);
      expect(many.places.length).toBeGreaterThan(20);
      await expect(client.search.names({ text: 'straat', limit: 201 })).rejects.toThrow();
    });

    it('goes on where a page ended', async () => {
      const pageSchema = z.object({
        rows: z.array(contactHitSchema),
        nextCursor: z.string().nullable(),
      });
      const ask = async (cursor: string | null) =>
        pageSchema.parse(await client.search.contacts({ text: 'fiets', cursor, limit: 3 }));
      const first = await ask(null);
      const second = await ask(first.nextCursor);
      expect([...first.rows, ...second.rows]).toHaveLength(6);
      expect(second.rows.map(({ id }) => id)).not.toContain(first.rows[2]?.id);
      const promises = await client.search.promises({ text: 'de', cursor: null, limit: 3 });
      expect(z.array(promiseHitSchema).parse(promises.rows)).toHaveLength(3);
    });

    it('refuses texts, limits and cursors that no page would send', async () => {
      const long = client.search.everything({ text: 'a'.repeat(201), limit: 5 });
      await expect(long).rejects.toThrow();
      await expect(client.search.everything({ text: 'a', limit: 0 })).rejects.toThrow();
      const cursor = client.search.contacts({ text: 'fiets', cursor: 'x', limit: 3 });
      await expect(cursor).rejects.toMatchObject({ code: 'INVALID_FIELD' });
    });

    it('adds, words, ends and takes up a code again', async () => {
      const fields = {
        nameNl: 'Leegstand',
        nameFr: '',
        nameEn: '',
        family: '' as const,
        position: 500,
        validFrom: '2026-01-01',
        validTo: OPEN_END,
      };
      const added = codeRowSchema.parse(await client.codes.add({ list: 'problem', fields }));
      expect(added.code).toBe('leegstand');
      const ended = await client.codes.change({
        id: added.id,
        fields: { ...fields, nameFr: 'Bâtiment vide', validTo: '2026-06-01' },
      });
      expect(codeRowSchema.parse(ended)).toMatchObject({ validTo: '2026-06-01' });
      await client.codes.change({ id: added.id, fields });
      expect(z.array(codeRowSchema).parse(await client.codes.all())).toContainEqual(added);
    });

    it('neither adds to a closed list nor ends a code of it', async () => {
      const feeling = (await client.codes.all()).find(({ list }) => list === 'feeling');
      if (!feeling) throw new Error('a new file has feelings');
      const { id, list, code, family, ...words } = feeling;
      expect(code).not.toBe('');
      expect(family).toBe('');
      const fields = { ...words, family: '' as const };
      await expect(client.codes.add({ list, fields })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'list', reason: 'closed-list' },
      });
      const ending = client.codes.change({ id, fields: { ...fields, validTo: '2026-06-01' } });
      await expect(ending).rejects.toMatchObject({ data: { field: 'fields.validTo' } });
    });
  });
}
