import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { DEFAULT_COLUMNS, NEWEST_FIRST } from '#shared/domain/contacts/contact-view.ts';
import { type SavedViewFields, savedViewFieldsSchema } from '#shared/domain/views/saved-view.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { changeView, readViews, removeView, restoreView, saveView } from './views.ts';

let test: TestFile;
const random = seededRandom(8);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));
/** As they come out of the contract. */
const fields = (changes: Partial<SavedViewFields> = {}): SavedViewFields =>
  savedViewFieldsSchema.parse({
    name: 'Overlast deze maand',
    shared: false,
    view: {
      filter: { reason: ['nuisance', 'traffic'], from: '2026-06-01' },
      sort: NEWEST_FIRST,
      group: 'street',
      columns: [...DEFAULT_COLUMNS],
    },
    ...changes,
  });

beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

const names = async () => (await readViews(test.file)).map(({ name }) => name);
const operations = () =>
  test.store.read
    .selectFrom('operation')
    .select(['entity', 'base_version', 'change'])
    .orderBy('device_seq')
    .execute();

describe('saved views', () => {
  it('are kept, renamed, shared, replaced, removed and brought back, each by an operation', async () => {
    const id = newId();
    const saved = await saveView(test.file, { id, fields: fields() });
    expect(saved).toEqual({
      id,
      ownerId: test.store.identity.officerId,
      ownerName: 'Noor Voorbeeld',
      ...fields(),
    });
    await changeView(test.file, { id, fields: { name: 'Overlast', shared: true } });
    const view = { ...fields().view, group: null };
    await changeView(test.file, { id, fields: { view } });
    expect(await readViews(test.file)).toEqual([
      { ...saved, name: 'Overlast', shared: true, view },
    ]);
    await removeView(test.file, { id });
    expect(await names()).toEqual([]);
    await restoreView(test.file, { id });
    expect(await names()).toEqual(['Overlast']);
    expect(test.announced).toContain('views');
    const made = await operations();
    expect(made.map(({ entity, base_version }) => [entity, base_version])).toEqual(
      [0, 1, 2, 3, 4].map((version) => ['saved-view', version]),
    );
    expect(JSON.parse(made[1]?.change ?? '')).toEqual({
      kind: 'patch',
      fields: { name: 'Overlast', shared: true },
    });
  });

  it('sent twice are stored once, and nothing that changes nothing is', async () => {
    const id = newId();
    await saveView(test.file, { id, fields: fields() });
    await saveView(test.file, { id, fields: fields() });
    await changeView(test.file, { id, fields: fields() });
    expect(await operations()).toHaveLength(1);
    await expect(
      saveView(test.file, { id, fields: fields({ name: 'Iets anders' }) }),
    ).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  });

  it('have names that differ, and follow them', async () => {
    const first = newId();
    await saveView(test.file, { id: first, fields: fields({ name: 'Week 10' }) });
    await saveView(test.file, { id: newId(), fields: fields({ name: 'week 9' }) });
    expect(await names()).toEqual(['week 9', 'Week 10']);
    const taken = { code: 'INVALID_FIELD', data: { field: 'fields.name', reason: 'taken' } };
    await expect(
      saveView(test.file, { id: newId(), fields: fields({ name: 'WEEK 9 ' }) }),
    ).rejects.toMatchObject(taken);
    await expect(
      changeView(test.file, { id: first, fields: { name: 'Week 9' } }),
    ).rejects.toMatchObject(taken);
    await removeView(test.file, { id: first });
    await saveView(test.file, { id: newId(), fields: fields({ name: 'Week 10' }) });
    await expect(restoreView(test.file, { id: first })).rejects.toMatchObject(taken);
  });

  it('of a colleague are seen when shared, and never changed', async () => {
    const [mine, theirs, secret] = [newId(), newId(), newId()];
    await saveView(test.file, { id: mine, fields: fields({ name: 'Van mij' }) });
    await test.store.write(async ({ tables }) => {
      await tables
        .insertInto('officer')
        .values({ id: 'o2', display_name: 'Milan Verzonnen', version: 1 })
        .execute();
      for (const [id, shared] of [
        [theirs, 1],
        [secret, 0],
      ] as const) {
        await tables
          .insertInto('saved_view')
          .values({
            id,
            owner_id: 'o2',
            name: `Van Milan ${shared}`,
            shared,
            view: JSON.stringify(fields().view),
            deleted: 0,
            version: 1,
          })
          .execute();
      }
    });
    expect(await names()).toEqual(['Van mij', 'Van Milan 1']);
    const gone = { code: 'NOT_FOUND', data: { what: 'saved-view' } };
    await expect(
      changeView(test.file, { id: theirs, fields: { name: 'x' } }),
    ).rejects.toMatchObject(gone);
    await expect(removeView(test.file, { id: theirs })).rejects.toMatchObject(gone);
    await expect(restoreView(test.file, { id: secret })).rejects.toMatchObject(gone);
  });

  it('of a newer version that cannot be read are kept and not shown', async () => {
    const id = newId();
    await saveView(test.file, { id, fields: fields() });
    await test.store.write(async ({ tables }) => {
      await tables.updateTable('saved_view').set({ view: '{"group":"planet"}' }).execute();
    });
    expect(await names()).toEqual([]);
    await expect(removeView(test.file, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
