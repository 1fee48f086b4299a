import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { PartyFields } from '#shared/domain/parties/party.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import {
  plantSmallTerritory,
  type SmallTerritory,
} from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { logContact } from '../contacts/index.ts';
import {
  addParty,
  changeParty,
  getParty,
  mergeParties,
  readPartyContacts,
  suggestParties,
  unmergeParties,
} from './index.ts';

let test: TestFile;
let territory: SmallTerritory;
const random = seededRandom(7);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));

beforeEach(async () => {
  test = await openTestFile();
  territory = await plantSmallTerritory(test.store);
});
afterEach(() => test.dispose());

const person = (name: string, more: Partial<PartyFields> = {}): PartyFields => ({
  kind: 'person',
  name,
  reach: '',
  language: null,
  role: null,
  ...more,
});
const add = async (name: string, more: Partial<PartyFields> = {}): Promise<string> =>
  (await addParty(test.file, { id: newId(), fields: person(name, more) })).id;
const log = async (parties: readonly string[], more: object = {}): Promise<string> => {
  test.clock.advance(60_000);
  const contact = await logContact(
    test.file,
    newContactSchema.parse({
      id: newId(),
      occurredAt: test.clock.now(),
      place: { streetId: territory.streetId, houseNumber: '', position: null },
      reason: 'nuisance',
      next: { step: 'nothing', note: '' },
      parties,
      ...more,
    }),
  );
  return contact.id;
};
const merge = (partyId: string, intoId: string, id = newId()) =>
  mergeParties(test.file, { id, partyId, intoId });
const operations = () =>
  test.store.read
    .selectFrom('operation')
    .select(['entity', 'base_version', 'change', 'author_id'])
    .orderBy('device_seq')
    .execute();

describe('merging', () => {
  it('then editing, then taking it back leaves both and the edits, attributed', async () => {
    const original = person('Mila Verzonnen', { reach: 'mila@voorbeeld.invalid' });
    const one = (await addParty(test.file, { id: newId(), fields: original })).id;
    const other = await add('M. Verzonnen', { role: 'resident' });
    const ofOne = await log([one]);
    const ofOther = await log([other, one]);
    const ofOtherAlone = await log([other]);

    const merged = await merge(other, one);
    expect(merged.merged).toMatchObject([
      { party: { name: 'M. Verzonnen' }, madeByName: 'Noor Voorbeeld' },
    ]);
    expect(merged.contacts).toBe(3);
    const page = await readPartyContacts(test.file, { id: one, cursor: null, limit: 2 });
    expect(page.rows.map(({ id }) => id)).toEqual([ofOtherAlone, ofOther]);
    const rest = await readPartyContacts(test.file, { id: one, cursor: page.nextCursor, limit: 2 });
    expect(rest).toMatchObject({ rows: [{ id: ofOne }], nextCursor: null });

    test.clock.advance(60_000);
    await changeParty(test.file, { id: one, fields: { ...original, reach: '0400 00 00 00' } });
    const mergeId = merged.merged[0]?.id ?? '';
    const apart = await unmergeParties(test.file, { mergeId });

    expect(apart).toMatchObject({
      party: { id: other, name: 'M. Verzonnen', role: 'resident' },
      mergedInto: null,
      contacts: 2,
    });
    const kept = await getParty(test.file, { id: one });
    expect(kept).toMatchObject({ party: { reach: '0400 00 00 00' }, merged: [], contacts: 2 });
    expect(kept.changes.map(({ fields, authorName }) => [authorName, fields.reach])).toEqual([
      ['Noor Voorbeeld', 'mila@voorbeeld.invalid'],
      ['Noor Voorbeeld', '0400 00 00 00'],
    ]);
    const written = await operations();
    expect(written.map(({ entity }) => entity).slice(-3)).toEqual([
      'party-merge',
      'party',
      'party-merge',
    ]);
  });

  it('of parties that others were merged into brings those along', async () => {
    const [first, second, third] = [await add('Een'), await add('Twee'), await add('Drie')];
    const contact = await log([first]);
    await merge(first, second);
    await merge(second, third);
    expect((await getParty(test.file, { id: third })).contacts).toBe(1);
    expect(
      (await readPartyContacts(test.file, { id: third, cursor: null, limit: 5 })).rows,
    ).toMatchObject([{ id: contact }]);
    expect((await suggestParties(test.file, { text: 'een', limit: 5 }))[0]).toMatchObject({
      id: third,
      foundAs: 'Een',
    });
  });

  it('is refused where it would make no sense, naming the field', async () => {
    const one = await add('Een');
    const other = await add('Twee');
    const shop = await add('Winkel', { kind: 'organisation' });
    const refusal = (reason: string) => ({ code: 'INVALID_FIELD', data: { reason } });
    await expect(merge(one, one)).rejects.toMatchObject(refusal('same-party'));
    await expect(merge(one, shop)).rejects.toMatchObject(refusal('other-kind'));
    await merge(one, other);
    await expect(merge(one, other)).rejects.toMatchObject(refusal('merged-already'));
    await expect(merge(other, one)).rejects.toMatchObject(refusal('merged-already'));
  });

  it('sent twice is stored once, taken back twice is taken back once', async () => {
    const [one, other] = [await add('Een'), await add('Twee')];
    const id = newId();
    await merge(one, other, id);
    await merge(one, other, id);
    await expect(merge(other, one, id)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await unmergeParties(test.file, { mergeId: id });
    await unmergeParties(test.file, { mergeId: id });
    expect((await operations()).filter(({ entity }) => entity === 'party-merge')).toHaveLength(2);
    expect((await merge(one, other)).merged).toHaveLength(1);
  });
});
