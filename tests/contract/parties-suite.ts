import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { partyDossierSchema, partySuggestionSchema } from '#shared/contract/parties.ts';
import { type PartyFields, partySchema } from '#shared/domain/parties/party.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, type MakeTransport, startDeskOver } from './desk-over.ts';

const random = seededRandom(22);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));
const person = (name: string): PartyFields => ({
  kind: 'person',
  name,
  reach: '',
  language: null,
  role: 'resident',
});

/** Persons and organisations, and what surrounds a contact being written, over any transport. */
export function registerPartiesSuite(name: string, open: MakeTransport): void {
  describe(`parties, ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;
    const mila = newId();
    const twin = newId();

    beforeAll(async () => {
      over = await startDeskOver(open);
      client = over.client;
    });
    afterAll(() => over.end());

    it('are locked away while nobody is at the desk', async () => {
      for (const call of [
        () => client.parties.suggest({ text: 'mila', limit: 5 }),
        () => client.parties.list({ kind: null, cursor: null, limit: 5 }),
        () => client.parties.add({ id: mila, fields: person('Mila Verzonnen') }),
        () => client.contacts.defaults(),
      ]) {
        await expect(call()).rejects.toMatchObject({ code: 'LOCKED' });
      }
      await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
    });

    it('are added, changed and suggested', async () => {
      for (const [id, called] of [
        [mila, 'Mila Verzonnen'],
        [twin, 'Mila Verzonen'],
      ] as const) {
        partySchema.parse(await client.parties.add({ id, fields: person(called) }));
      }
      await expect(client.parties.add({ id: newId(), fields: person('  ') })).rejects.toMatchObject(
        { code: 'INVALID_FIELD', data: { field: 'fields.name' } },
      );
      const fields = { ...person('Mila Verzonnen'), reach: '0400 00 00 00' };
      expect(await client.parties.change({ id: mila, fields })).toEqual({ id: mila, ...fields });
      const suggested = z
        .array(partySuggestionSchema)
        .parse(await client.parties.suggest({ text: 'verzonn mil', limit: 5 }));
      expect(suggested.map(({ id }) => id)).toEqual([mila, twin]);
      expect((await client.parties.similar({ id: mila })).map(({ id }) => id)).toEqual([twin]);
      const page = await client.parties.list({ kind: 'person', cursor: null, limit: 1 });
      expect(page).toMatchObject({
        rows: [{ id: twin }],
        nextCursor: expect.any(String) as string,
      });
    });

    it('are merged and taken apart, with a notice to every window', async () => {
      const other = await over.connect();
      const changes = await other.client.desk.changes();
      await changes.next();
      const noticed = changes.next();
      const id = newId();
      const merged = partyDossierSchema.parse(
        await client.parties.merge({ id, partyId: twin, intoId: mila }),
      );
      expect(merged.merged).toMatchObject([{ id, party: { id: twin } }]);
      expect((await noticed).value).toEqual({
        topics: expect.arrayContaining(['parties', 'outbox']) as string[],
      });
      expect((await client.parties.get({ id: twin })).mergedInto).toMatchObject({ id });
      await expect(
        client.parties.merge({ id: newId(), partyId: mila, intoId: twin }),
      ).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'intoId', reason: 'merged-already' },
      });
      const apart = partyDossierSchema.parse(await client.parties.unmerge({ mergeId: id }));
      expect(apart).toMatchObject({ party: { id: twin }, mergedInto: null });
      await changes.return?.();
      await other.close();
    });

    it('have no contacts and no promises before somebody named them', async () => {
      expect(await client.parties.contacts({ id: mila, cursor: null, limit: 5 })).toEqual({
        rows: [],
        nextCursor: null,
      });
      expect(await client.parties.promises({ id: mila })).toEqual([]);
      expect(await client.contacts.defaults()).toEqual({ channel: null });
      const place = { streetId: newId(), houseNumber: '', position: null };
      await expect(client.contacts.nearby({ place })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        data: { what: 'street' },
      });
    });
  });
}
