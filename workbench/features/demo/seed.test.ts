import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { contactSchema } from '#shared/domain/contacts/contact.ts';
import { operationSchema } from '#shared/domain/operations/operation.ts';
import { TERRITORY_LAYERS } from '#shared/domain/territory/territory.ts';
import { addDays, dayInterval, dayOf } from '#shared/lib/dates.ts';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import type { Schema } from '../../store/schema.ts';
import { listImports, readLandscape, undoImport } from '../territory/index.ts';
import { readSummary } from '../territory/index.ts';
import { seedDemoTown } from './seed.ts';
import { generateDemoTown } from './town.ts';

const TODAY = '2026-06-15';
const SEED = 1;
let test: TestFile;

beforeAll(async () => {
  test = await openTestFile({ now: `${TODAY}T08:00:00.000Z` });
  await seedDemoTown(test.file, { seed: SEED, today: TODAY });
}, 60_000);
afterAll(() => test.dispose());

async function count(table: keyof Schema): Promise<number> {
  const row = await test.store.read
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return row.rows;
}

describe('the demo town in an encrypted file', () => {
  it('is there whole, with the indexes of the map in step', async () => {
    const town = generateDemoTown(SEED);
    expect(await count('area')).toBe(town.areas.length);
    expect(await count('area_bounds')).toBe(town.areas.length);
    expect(await count('street')).toBe(town.streets.length);
    expect(await count('segment')).toBe(town.segments.length);
    expect(await count('segment_bounds')).toBe(town.segments.length);
    expect(await count('address')).toBe(town.addresses.length);
    expect(await count('landscape')).toBe(town.landscape.length);
    const imports = await test.store.read
      .selectFrom('territory_import')
      .select(['layer', 'imported_at'])
      .orderBy('imported_at')
      .execute();
    expect(imports.map(({ layer }) => layer).sort()).toEqual([...TERRITORY_LAYERS].sort());
    expect(new Set(imports.map(({ imported_at }) => imported_at)).size).toBe(
      TERRITORY_LAYERS.length,
    );
    expect(imports.every(({ imported_at }) => imported_at <= test.clock.now())).toBe(true);
    expect(await count('contact_place')).toBe(await count('contact'));
    const orphans = await test.store.read
      .selectFrom('segment')
      .leftJoin('segment_bounds', 'segment_bounds.row_id', 'segment.row_id')
      .select('segment.id')
      .where('segment_bounds.west', 'is', null)
      .execute();
    expect(orphans).toEqual([]);
  });

  it('names itself fictitious wherever its map is shown', async () => {
    const { credits } = await readSummary(test.file);
    expect(credits).toEqual(['Lindermonde: fictieve gegevens / données fictives']);
  });

  it('shows its landscape on the map until that layer is taken back', async () => {
    const other = await openTestFile({ now: `${TODAY}T08:00:00.000Z` });
    await seedDemoTown(other.file, { seed: SEED, today: TODAY });
    const landscape = await readLandscape(other.file);
    expect(new Set(landscape.map(({ kind }) => kind))).toEqual(new Set(['water', 'green', 'rail']));
    const layer = (await listImports(other.file)).find((one) => one.layer === 'landscape');
    expect(layer).toMatchObject({ canUndo: true, counts: { added: landscape.length } });
    await undoImport(other.file, { importId: layer?.id ?? '' });
    expect(await readLandscape(other.file)).toEqual([]);
    await other.dispose();
  });

  it('has a year of contacts, none of them in the future and each of a valid form', async () => {
    const contacts = await test.store.read.selectFrom('contact').selectAll().execute();
    expect(contacts.length).toBeGreaterThan(5_000);
    expect(contacts.length).toBeLessThan(7_000);
    const [midnight] = dayInterval(TODAY);
    const shape = contactSchema.pick({
      id: true,
      occurredAt: true,
      loggedAt: true,
      reason: true,
      nextStep: true,
    });
    for (const row of contacts) {
      shape.parse({
        id: row.id,
        occurredAt: row.occurred_at,
        loggedAt: row.logged_at,
        reason: row.reason,
        nextStep: row.next_step,
      });
      expect(row.occurred_at <= row.logged_at).toBe(true);
      expect(row.logged_at < midnight).toBe(true);
      expect(row.occurred_at >= dayInterval(addDays(TODAY, -365))[0]).toBe(true);
      expect(row.summary.length).toBeGreaterThan(8);
      expect(row.next_note === '').toBe(row.next_step === 'nothing');
    }
    expect(new Set(contacts.map((row) => row.summary)).size).toBeGreaterThan(600);
    // Busy and quiet, as in life: the busiest street has many times what the middle one has.
    const perStreet = [...Map.groupBy(contacts, (row) => row.street_id).values()]
      .map((rows) => rows.length)
      .sort((first, second) => second - first);
    expect(perStreet[0] ?? 0).toBeGreaterThan(8 * (perStreet[200] ?? 1));
    const sundays = contacts.filter((row) => new Date(row.occurred_at).getUTCDay() === 0).length;
    expect(sundays).toBeLessThan(contacts.length / 10);
  });

  it('has promises of every kind, with dates that follow each other', async () => {
    const promises = await test.store.read
      .selectFrom('promise')
      .innerJoin('contact', 'contact.id', 'promise.contact_id')
      .select([
        'promise.state',
        'promise.due_on',
        'promise.outcome',
        'promise.closed_at',
        'promise.text',
        'contact.next_note',
        'contact.occurred_at',
      ])
      .execute();
    for (const row of promises) {
      expect(row.text).toBe(row.next_note);
      expect(row.due_on > dayOf(row.occurred_at)).toBe(true);
      if (row.state === 'open') {
        expect([row.outcome, row.closed_at]).toEqual(['', null]);
        expect(row.due_on > addDays(TODAY, -30)).toBe(true);
      } else {
        expect(row.outcome).not.toBe('');
        expect(row.closed_at).not.toBeNull();
        expect((row.closed_at ?? '') > row.occurred_at).toBe(true);
        expect((row.closed_at ?? '') < dayInterval(TODAY)[0]).toBe(true);
      }
    }
    const open = promises.filter((row) => row.state === 'open');
    expect(open.filter((row) => row.due_on < TODAY).length).toBeGreaterThan(2);
    expect(open.filter((row) => row.due_on >= TODAY).length).toBeGreaterThan(5);
    expect(promises.filter((row) => row.state === 'kept').length).toBeGreaterThan(300);
    expect(promises.filter((row) => row.state === 'not-kept').length).toBeGreaterThan(20);
  });

  it('has its officers at their posts: one neighbourhood vacant since a post ended', async () => {
    const { read } = test.store;
    const officers = await read.selectFrom('officer').selectAll().execute();
    expect(officers).toHaveLength(12);
    const own = officers.find(({ id }) => id === test.store.identity.officerId);
    expect(own).toMatchObject({ display_name: 'Noor Voorbeeld', version: 1 });
    const neighbourhoods = await read
      .selectFrom('area')
      .select(['id', 'name_nl'])
      .where('kind', '=', 'neighbourhood')
      .execute();
    const posts = await read.selectFrom('post').selectAll().execute();
    const held = new Set(
      posts
        .filter(({ valid_from, valid_to }) => valid_from <= TODAY && TODAY < valid_to)
        .map(({ area_id }) => area_id),
    );
    const vacant = neighbourhoods.filter(({ id }) => !held.has(id));
    expect(vacant.map(({ name_nl }) => name_nl)).toEqual(['Vaartland']);
    expect(posts.filter(({ area_id }) => area_id === vacant[0]?.id)).toHaveLength(1);
    expect(posts.filter(({ kind }) => kind === 'thematic')).toHaveLength(2);
    expect(await count('partner')).toBe(15);
  });

  it('accounts for every row by an operation that the centre has received', async () => {
    const operations = await test.store.read
      .selectFrom('operation')
      .selectAll()
      .orderBy('device_seq')
      .execute();
    operations.forEach((row, index) => {
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
      });
      expect([row.device_seq, row.state]).toEqual([index + 1, 'accepted']);
      expect(row.receipt).toBe(`DEMO-${index + 1}`);
    });
    const accounted = new Set(operations.map((row) => row.entity_id));
    for (const table of ['contact', 'promise', 'post', 'partner', 'territory_import'] as const) {
      const rows = await test.store.read.selectFrom(table).select('id').execute();
      expect(rows.filter(({ id }) => !accounted.has(id))).toEqual([]);
    }
  });

  it('is the same for the same seed and day', async () => {
    const again = await openTestFile({ now: `${TODAY}T08:00:00.000Z` });
    await seedDemoTown(again.file, { seed: SEED, today: TODAY });
    const contents = async ({ store }: TestFile) => ({
      contacts: await store.read.selectFrom('contact').selectAll().orderBy('row_id').execute(),
      promises: await store.read.selectFrom('promise').selectAll().orderBy('id').execute(),
      posts: await store.read.selectFrom('post').selectAll().orderBy('id').execute(),
    });
    expect(await contents(again)).toEqual(await contents(test));
    await again.dispose();
  });
});
