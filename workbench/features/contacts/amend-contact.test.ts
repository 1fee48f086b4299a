import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { NewAmendment } from '#shared/domain/contacts/amendment.ts';
import { type Contact, newContactSchema } from '#shared/domain/contacts/contact.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import {
  plantSmallTerritory,
  type SmallTerritory,
} from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { amendContact, readContactHistory } from './amend-contact.ts';
import { logContact } from './log-contact.ts';
import { getContact, readContactPage } from './read-contacts.ts';

let test: TestFile;
let territory: SmallTerritory;
let logged: Contact;
const random = seededRandom(5);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));

beforeEach(async () => {
  test = await openTestFile();
  territory = await plantSmallTerritory(test.store);
  logged = await log({});
});
afterEach(() => test.dispose());

const log = (changes: object) =>
  logContact(
    test.file,
    newContactSchema.parse({
      id: newId(),
      occurredAt: '2026-06-15T07:30:00.000Z',
      place: { streetId: territory.streetId, houseNumber: '', position: null },
      reason: 'nuisance',
      summary: 'Sluikstort naast de glasbol',
      problems: ['dumping-litter'],
      next: { step: 'nothing', note: '' },
      ...changes,
    }),
  );
const amend = (changes: NewAmendment['changes'], note = 'verkeerd genoteerd', id = newId()) =>
  amendContact(test.file, { id, contactId: logged.id, note, changes });
const operations = () =>
  test.store.read.selectFrom('operation').select(['entity', 'change']).execute();

describe('amending a contact', () => {
  it('makes it read as corrected and keeps what was submitted, with who and when', async () => {
    test.clock.advance(60_000);
    const history = await amend({ reason: 'traffic', problems: ['unadapted-speed'] });
    expect(history.current).toMatchObject({
      reason: 'traffic',
      problems: ['unadapted-speed'],
      summary: 'Sluikstort naast de glasbol',
      amendments: 1,
    });
    expect(history.original).toEqual(logged);
    expect(history.amendments).toMatchObject([
      {
        note: 'verkeerd genoteerd',
        authorName: 'Noor Voorbeeld',
        madeAt: '2026-06-15T08:01:00.000Z',
        changes: { reason: 'traffic' },
      },
    ]);
    expect((await operations()).at(-1)?.entity).toBe('amendment');
  });

  it('applies amendments on one another', async () => {
    await amend({ summary: 'Twee zakken' });
    const { current, original } = await amend({ summary: 'Drie zakken', feeling: 'often' });
    expect(current).toMatchObject({ summary: 'Drie zakken', feeling: 'often', amendments: 2 });
    expect(original.summary).toBe('Sluikstort naast de glasbol');
  });

  it('moves the contact in the list, on the map and in its filters', async () => {
    const newer = await log({ occurredAt: '2026-06-15T07:45:00.000Z' });
    await amend({
      occurredAt: '2026-06-15T07:50:00.000Z',
      place: { streetId: territory.streetId, houseNumber: '12', position: null },
    });
    const page = await readContactPage(test.file, { filter: {}, cursor: null, limit: 5 });
    expect(page.rows.map(({ id }) => id)).toEqual([logged.id, newer.id]);
    expect(page.rows[0]).toMatchObject({ placeSource: 'address', position: [4.404, 51.0051] });
    expect(page.rows[0]?.problems).toEqual(['dumping-litter']);
    const places = await test.store.read.selectFrom('contact_place').select('west').execute();
    expect(places.map(({ west }) => west.toFixed(3)).sort()).toEqual(['4.404', '4.410']);
  });

  it('can withdraw it, and it stays readable', async () => {
    await amend({ withdrawn: true }, 'dubbel genoteerd');
    expect(await getContact(test.file, logged.id)).toMatchObject({ withdrawn: true });
  });

  it('sent twice is stored once; the same id for another content is refused', async () => {
    const id = newId();
    await amend({ summary: 'Twee zakken' }, 'geteld', id);
    const again = await amend({ summary: 'Twee zakken' }, 'geteld', id);
    expect(again.amendments).toHaveLength(1);
    await expect(amend({ summary: 'Vier zakken' }, 'geteld', id)).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    });
  });

  it.each([
    [{}, { code: 'INVALID_FIELD', data: { field: 'changes', reason: 'nothing-changed' } }],
    [{ reason: 'nuisance' }, { code: 'INVALID_FIELD', data: { reason: 'nothing-changed' } }],
    [{ reason: 'unheard-of' }, { data: { field: 'reason', reason: 'unknown-code' } }],
    [{ problems: ['unheard-of'] }, { data: { field: 'problems', reason: 'unknown-code' } }],
    [{ occurredAt: '2026-07-01T08:00:00.000Z' }, { data: { reason: 'in-the-future' } }],
    [{ parties: ['01970000-0000-7000-8000-000000000009'] }, { code: 'NOT_FOUND' }],
    [
      {
        place: {
          streetId: '01970000-0000-7000-8000-000000000009',
          houseNumber: '',
          position: null,
        },
      },
      { code: 'NOT_FOUND', data: { what: 'street' } },
    ],
  ] as const)('refuses %j and stores nothing', async (changes, error) => {
    const before = await operations();
    await expect(amend({ ...changes } as NewAmendment['changes'])).rejects.toMatchObject(error);
    expect(await operations()).toEqual(before);
    expect((await readContactHistory(test.file, logged.id)).current).toEqual(logged);
  });

  it('of a contact that is not here is NOT_FOUND', async () => {
    await expect(readContactHistory(test.file, newId())).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
