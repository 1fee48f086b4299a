import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';

import { type NewContact, newContactSchema } from '#shared/domain/contacts/contact.ts';
import { operationSchema } from '#shared/domain/operations/operation.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import {
  plantSmallTerritory,
  type SmallTerritory,
} from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { readContactDrafts, saveContactDraft } from './contact-drafts.ts';
import { logContact } from './log-contact.ts';
import { readContactsInView } from './map/read-map.ts';
import { readContactPage } from './read-contacts.ts';

let test: TestFile;
let territory: SmallTerritory;
const random = seededRandom(4);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));

beforeEach(async () => {
  test = await openTestFile();
  territory = await plantSmallTerritory(test.store);
});
afterEach(() => test.dispose());

function contact(changes: Partial<z.input<typeof newContactSchema>> = {}): NewContact {
  return newContactSchema.parse({
    id: newId(),
    occurredAt: '2026-06-15T07:30:00.000Z',
    place: { streetId: territory.streetId, houseNumber: '', position: null },
    reason: 'nuisance',
    summary: 'Sluikstort naast de glasbol',
    next: { step: 'nothing', note: '' },
    ...changes,
  });
}

describe('logging a contact', () => {
  it('stores row, place, promise and their operations, and ends the draft, in one transaction', async () => {
    const input = contact({ next: { step: 'promise', note: 'Terugbellen', dueOn: '2026-06-18' } });
    await saveContactDraft(test.file, { id: input.id, form: { summary: 'Sluikst' } });
    const logged = await logContact(test.file, input);
    expect(logged).toMatchObject({
      streetNameFr: 'Rue des Tournesols',
      neighbourhoodNameNl: 'Zonnewijk',
      recordState: 'only-here',
    });
    expect(await readContactDrafts(test.file)).toEqual([]);

    const operations = await test.store.read
      .selectFrom('operation')
      .selectAll()
      .orderBy('device_seq')
      .execute();
    const parsed = operations.map((row) =>
      operationSchema.parse({
        opId: row.op_id,
        deviceId: row.device_id,
        deviceSeq: row.device_seq,
        authorId: row.author_id,
        madeAt: row.made_at,
        entity: row.entity,
        entityId: row.entity_id,
        baseVersion: row.base_version,
        opVersion: row.op_version,
        change: JSON.parse(row.change),
      }),
    );
    expect(parsed.map(({ entity, deviceSeq }) => [entity, deviceSeq])).toEqual([
      ['contact', 1],
      ['promise', 2],
    ]);
    expect(parsed[0]?.change).toMatchObject({
      kind: 'command',
      name: 'logContact',
      arguments: { summary: 'Sluikstort naast de glasbol', streetId: territory.streetId },
    });
  });

  it('leaves nothing behind when one part of it fails', async () => {
    const broken: TestFile['file'] = {
      ...test.file,
      store: {
        ...test.store,
        write: (work) =>
          test.store.write((handle) =>
            work({ ...handle, record: () => Promise.reject(new Error('the disk is full')) }),
          ),
      },
    };
    const input = contact();
    await saveContactDraft(test.file, { id: input.id, form: { summary: 'blijft' } });
    await expect(logContact(broken, input)).rejects.toThrow('the disk is full');
    const page = await readContactPage(test.file, { filter: {}, cursor: null, limit: 5 });
    expect(page.total).toBe(0);
    const places = await test.store.read.selectFrom('contact_place').select('row_id').execute();
    expect(places).toEqual([]);
    expect(await readContactDrafts(test.file)).toHaveLength(1);
  });

  it('takes its place from where the officer pointed, else the address, else the street', async () => {
    const at = async (place: Partial<NewContact['place']>) =>
      (await logContact(test.file, contact({ place: { ...contact().place, ...place } }))).position;
    expect(await at({ position: [4.41, 51.002] })).toEqual([4.41, 51.002]);
    expect(await at({ houseNumber: '12' })).toEqual([4.404, 51.0051]);
    const [longitude, latitude] = (await at({ houseNumber: '999' })) ?? [];
    expect(longitude).toBeCloseTo(4.41, 6);
    expect(latitude).toBeCloseTo(51.005, 6);
  });

  it('says how exactly its place is known', async () => {
    const source = async (place: Partial<NewContact['place']>) =>
      (await logContact(test.file, contact({ place: { ...contact().place, ...place } })))
        .placeSource;
    expect(await source({ position: [4.41, 51.002] })).toBe('pointed');
    expect(await source({ houseNumber: '12' })).toBe('address');
    expect(await source({ houseNumber: '999' })).toBe('street');
    await test.store.write(async ({ tables }) => {
      await tables.deleteFrom('segment').execute();
    });
    expect(await source({})).toBe('unknown');
  });

  it('of before the territory was brought in gets the neighbourhood it then had first', async () => {
    const early = await logContact(test.file, contact({ occurredAt: '2019-05-01T10:00:00.000Z' }));
    expect(early.neighbourhoodNameNl).toBe('Zonnewijk');
    await test.store.write(async ({ tables }) => {
      await tables.updateTable('area').set({ valid_to: '2024-01-01' }).execute();
    });
    const late = await logContact(test.file, contact());
    expect(late.neighbourhoodId).toBeNull();
  });

  it('sent again with another due day or place is not taken for the same', async () => {
    const next = {
      step: 'promise',
      note: 'Terugbellen',
      dueOn: '2026-06-18',
      channel: null,
      ownerId: null,
    } as const;
    const input = contact({ next });
    const logged = await logContact(test.file, input);
    expect(await logContact(test.file, input)).toEqual(logged);
    const again = [
      { ...input, next: { ...next, dueOn: '2026-06-19' } },
      { ...input, place: { ...input.place, position: [4.41, 51.002] as [number, number] } },
    ];
    for (const other of again) {
      await expect(logContact(test.file, other)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    }
  });

  it('cannot be edited afterwards, by whatever statement', async () => {
    const { id } = await logContact(test.file, contact());
    await expect(
      test.store.write(async ({ tables }) => {
        await tables.updateTable('contact').set({ summary: 'x' }).where('id', '=', id).execute();
      }),
    ).rejects.toThrow('never edited');
  });
});

describe('the list', () => {
  it('pages through everything once, newest first, also when moments are equal', async () => {
    const inputs = Array.from({ length: 23 }, (_, index) =>
      contact({ occurredAt: `2026-06-1${index % 3}T10:00:00.000Z` }),
    );
    for (const input of inputs) await logContact(test.file, input);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readContactPage>> = await readContactPage(test.file, {
        filter: {},
        cursor,
        limit: 5,
      });
      expect(page.total).toBe(23);
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(23);
    const { rows } = await readContactPage(test.file, { filter: {}, cursor: null, limit: 50 });
    expect(seen).toEqual(rows.map(({ id }) => id));
    const moments = rows.map(({ occurredAt }) => occurredAt);
    expect(moments).toEqual([...moments].sort().reverse());
  });

  it('narrows by day of Brussels, reason, street and neighbourhood', async () => {
    await logContact(test.file, contact({ occurredAt: '2026-06-09T22:30:00.000Z' }));
    await logContact(
      test.file,
      contact({ occurredAt: '2026-06-10T21:30:00.000Z', reason: 'traffic' }),
    );
    const total = async (filter: Parameters<typeof readContactPage>[1]['filter']) =>
      (await readContactPage(test.file, { filter, cursor: null, limit: 5 })).total;
    expect(await total({ from: '2026-06-10', to: '2026-06-10' })).toBe(2);
    expect(await total({ to: '2026-06-09' })).toBe(0);
    expect(await total({ reason: 'traffic' })).toBe(1);
    expect(await total({ streetId: territory.streetId })).toBe(2);
    expect(await total({ neighbourhoodId: newId() })).toBe(0);
  });

  it('refuses a cursor that is not one of ours', async () => {
    await expect(
      readContactPage(test.file, { filter: {}, cursor: `2026'; drop table contact`, limit: 5 }),
    ).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'cursor' } });
  });
});

describe('the map', () => {
  it('gets the contacts inside its bounds that match the filter', async () => {
    await logContact(
      test.file,
      contact({ place: { ...contact().place, position: [4.405, 51.005] } }),
    );
    await logContact(
      test.file,
      contact({ place: { ...contact().place, position: [4.415, 51.005] } }),
    );
    const seen = (east: number) =>
      readContactsInView(test.file, { bounds: [4.4, 51, east, 51.01], filter: {} });
    expect((await seen(4.41)).points).toHaveLength(1);
    expect((await seen(4.42)).points).toHaveLength(2);
    expect((await seen(4.42)).total).toBe(2);
  });
});
