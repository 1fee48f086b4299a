import { afterEach, beforeEach, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { makeId } from '#shared/lib/ids.ts';

import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import type { OpenFile } from '../../context.ts';
import { countUnindexed } from '../../store/repositories/search-catch-up.ts';
import { logContact } from '../contacts/index.ts';
import { keepIndexed, searchEverything } from './index.ts';

/** More than two transactions of it. */
const MANY = 4_500;

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
  const { streetId } = await plantSmallTerritory(test.store);
  await logContact(
    test.file,
    newContactSchema.parse({
      id: makeId(Date.parse(test.clock.now()), test.store.entropy.bytes(16)),
      occurredAt: test.clock.now(),
      place: { streetId, houseNumber: '', position: null },
      reason: 'nuisance',
      summary: 'Een oude melding',
      next: { step: 'nothing', note: '' },
    }),
  );
  // As a pull leaves it that brought many: the oldest is the one that was logged, the others have left since.
  await test.store.write(({ prepare }) => {
    prepare('delete from contact_text').run();
    prepare('delete from contact_place').run();
    prepare(`
      with recursive later (row_id) as (
        select max(row_id) from contact union all select row_id + 1 from later limit ?)
      insert into contact_unindexed (row_id) select row_id from later`).run(MANY);
    return Promise.resolve();
  });
  test.announced.length = 0;
});
afterEach(() => test.dispose());

const left = () => countUnindexed(test.store.read);
const found = async () =>
  (await searchEverything(test.file, { text: 'oude', limit: 5 })).contacts.length;
/** The same file, with something that happens after each transaction. */
const afterEachWrite = (then: () => void): OpenFile => ({
  ...test.file,
  store: {
    ...test.store,
    write: async (work) => {
      const value = await test.store.write(work);
      then();
      return value;
    },
  },
});

it('goes on until nothing is left, and tells of it once', async () => {
  expect([await left(), await found()]).toEqual([MANY, 0]);
  let transactions = 0;
  await keepIndexed(afterEachWrite(() => (transactions += 1)));
  expect([await left(), await found()]).toEqual([0, 1]);
  expect(transactions).toBeGreaterThan(2);
  expect(test.announced).toEqual(['contacts', 'promises']);
  await keepIndexed(test.file);
  expect(test.announced).toEqual(['contacts', 'promises']);
});

it('runs once at a time for a file, and whoever calls meanwhile waits for it', async () => {
  void keepIndexed(test.file);
  await keepIndexed(test.file);
  expect(await left()).toBe(0);
  expect(test.announced).toEqual(['contacts', 'promises']);
});

it('stops when the file closes, and goes on from there the next time', async () => {
  const stopping = afterEachWrite(() => test.abort());
  await keepIndexed(stopping);
  const rest = await left();
  expect(rest).toBeGreaterThan(0);
  expect(rest).toBeLessThan(MANY);
  expect(await found()).toBe(0);
  await keepIndexed({ ...test.file, closing: new AbortController().signal });
  expect([await left(), await found()]).toEqual([0, 1]);
});

it('says that it failed, keeps what was noted, and can be asked again', async () => {
  const warnings: string[] = [];
  let fails = true;
  const failing: OpenFile = {
    ...test.file,
    log: { ...test.file.log, warn: (event) => warnings.push(event) },
    store: {
      ...test.store,
      write: (work) =>
        fails ? Promise.reject(new Error('the disk is full')) : test.store.write(work),
    },
  };
  await keepIndexed(failing);
  expect(warnings).toEqual(['index-not-complete']);
  expect([await left(), test.announced]).toEqual([MANY, []]);
  fails = false;
  await keepIndexed(failing);
  expect(await left()).toBe(0);
});
